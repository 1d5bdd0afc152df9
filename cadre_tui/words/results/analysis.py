"""What a table of ratings tells, in words: why a figure is absent, what an agreement means, what to ask a rater."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from cadre_tui.locale import N_, _
from cadre_tui.model.results.analysis import TARGET, Absent, Agreement, Flag
from cadre_tui.model.rounding import round_half_up
from cadre_tui.words.printable import printable

REASONS: Final[dict[str, str]] = {
    "few-to-trim": N_("去掉一个最高分和一个最低分，至少要 {needed} 人评，这里是 {n} 人"),
    "one-vote": N_("只有一人评，去掉就没有分数了"),
    "one-vote-each": N_("每人都只有一个分数，分不出是评价人不同还是被评人不同"),
    "one-subject": N_("只有一个被评人，没有可比的"),
    "one-rater": N_("只有一个评价人，没有可比的"),
    "one-rater-here": N_("这一片里只有一个评价人，没有别人可比"),
    "all-the-same": N_("所有分数都一样，没有差别可以分析"),
    "no-variance": N_("算式的分母不大于零，算不出来"),
    "not-complete": N_("不是每个评价人都评了每个被评人，这个指标算不出来"),
    "unequal-raters": N_("被评人的评价人数不一样（{fewest} 至 {most} 人），这个指标算不出来"),
    "negative-scores": N_("有负的分数，比率尺度不成立"),
    "many-values": N_("不同的分数超过 {most} 个，没有逐对比较"),
    "few-free": N_("数据太少：剩余自由度是 {free}，至少要 {needed}"),
    "nothing-free": N_("数据太少，没有剩余自由度，误差估不出来"),
    "large-piece": N_("这一片超过 {most} 个评价人，没有逐人计算误差"),
    "raters-alike": N_("评价人之间的宽严差别没有超出偶然，不作校正（相当于 λ 无穷大）"),
    "not-robust": N_("没有用稳健加权"),
    "in-pieces": N_("评价关系分成 {components} 片，片与片之间不能比较，所以不排名次"),
    "unreliable": N_("平均分的可靠性是 {reliability}，不到 {needed}，名次多半出于偶然，所以不排名次"),
    "no-agreement": N_("评价人之间没有一致性，再多的评价人也达不到"),
    "no-criteria": N_("表里只有总分，没有分项"),
    "no-spread": N_("多数评价人自己的分数都一样，没有可比的"),
    "few-scores": N_("没有人评了 {needed} 人以上"),
    "few-raters": N_("能互相比较的评价人不到 {needed} 个"),
    "nobody-mutual": N_("没有互相评价的人"),
    "few-rated": N_("评的人不到 {needed} 个，说出宽严就等于说出分数"),
    "not-named": N_("保密的轮次不对照谁评了谁"),
}
"""Why a figure is absent, by code."""

QUESTIONS: Final[dict[str, str]] = {
    "same-score": N_("评了 {n} 人，分数几乎一样（标准差 {spread}，一般是 {usual}）：是真的不相上下，还是没有区分？"),
    "all-middle": N_("评了 {n} 人，全部落在中间的分数段：是真的如此，还是不愿表态？"),
    "all-best": N_("评了 {n} 人，全部落在最高的分数段：是真的都好，还是不愿得罪人？"),
    "strict": N_("比别人严 {points} 分（{times} 倍常见差距）：标准理解得是否和别人一样？"),
    "lenient": N_("比别人宽 {points} 分（{times} 倍常见差距）：标准理解得是否和别人一样？"),
    "outlier": N_("给 {subject} 的分数偏离 {points} 分（{times} 倍误差）：有什么依据，会不会是填错了？"),
    "mutual": N_("和 {partner} 互相都给得偏高（给出 {given}，得到 {got}）：有没有互相照顾？"),
    "halo": N_("每个人的各项都给得几乎一样（标准差 {spread}，一般是 {usual}）：有没有逐项看？"),
}
"""What to ask a rater, by the code of the flag. Questions: nothing follows from them by itself."""

QUIET: Final[dict[str, str]] = {
    "same-score": N_("给每个人的分数几乎一样：是真的不相上下，还是没有区分？"),
    "all-middle": N_("给每个人的分数全部落在中间：是真的如此，还是不愿表态？"),
    "all-best": N_("给每个人的分数全部在最高一等：是真的都好，还是不愿得罪人？"),
    "strict": N_("明显比别人严：标准理解得是否和别人一样？"),
    "lenient": N_("明显比别人宽：标准理解得是否和别人一样？"),
    "outlier": N_("有一个分数和别人的相差很远：有什么依据，会不会是填错了？"),
    "halo": N_("给每个人的各项都几乎一样：有没有逐项看？"),
}
"""The same where no number of a single vote may be told."""

KINDS: Final[dict[str, str]] = {
    "same-score": N_("分数都一样"),
    "all-middle": N_("都打中间"),
    "all-best": N_("都打最高"),
    "strict": N_("偏严"),
    "lenient": N_("偏宽"),
    "outlier": N_("单个离群"),
    "mutual": N_("互相照顾"),
    "halo": N_("光环效应"),
}

LEVELS: Final[tuple[tuple[float, str], ...]] = (
    (0.9, N_("高度一致")),
    (0.75, N_("比较一致")),
    (0.5, N_("中等一致")),
    (0.0, N_("不大一致")),
)
"""Koo & Li, Journal of Chiropractic Medicine 15 (2016), for intraclass correlations."""

RAREST: Final = 0.001
"""What never came about among drawn tables is still told as possible."""

ALIKE: Final = 0.7
"""A share of the commonest score from which on agreement figures fall by themselves."""


def points(value: Fraction | float, places: int = 2) -> str:
    """A figure in points."""
    return str(round_half_up(Fraction(value), places))


def signed(value: Fraction | float, places: int = 2) -> str:
    """A figure in points whose sign is always told."""
    told = points(value, places)
    return told if told.startswith("-") or not float(told) else f"+{told}"


def percent(share: float) -> str:
    """A share, never rounded up to all or down to nothing."""
    whole = int(round_half_up(Fraction(share) * 100, 0))
    if share < 1 and whole == 100:
        return "99%+"
    return "<1%" if share > 0 and whole == 0 else f"{whole}%"


def reason(absent: Absent) -> str:
    """Why a figure cannot be had."""
    return printable(_(REASONS[absent.code]).format_map(_values(absent.values)))


def kind(code: str) -> str:
    """The short name of a flag."""
    return _(KINDS[code])


def question(flag: Flag) -> str:
    """What to ask, and how often honest raters would bring it about."""
    asked = printable(_((QUESTIONS if flag.values else QUIET)[flag.code]).format_map(_values(flag.values)))
    told = _("（这么大的表，人人诚实时也有 {share} 会出现这种情况）").format(share=percent(max(flag.chance, RAREST)))
    return asked + told


def level(value: float) -> str:
    """A coefficient of agreement in a word."""
    return next((_(word) for least, word in LEVELS if value >= least), _("还不如偶然"))


def meaning(agreement: Agreement) -> list[str]:
    """What the figures of agreement mean, in sentences."""
    told = []
    single = agreement.icc[agreement.needed_from]
    if isinstance(single, Absent):
        told.append(_("一致性说不出来：{why}。").format(why=reason(single)))
    else:
        told.append(
            _("单个评价人的分数：{level}（{name} = {value}）。").format(
                level=level(single), name=agreement.needed_from, value=points(single)
            )
        )
    if agreement.all_alike >= ALIKE:
        told.append(
            _("有 {share} 的分数相同：几乎都一样时，一致性指标自然降到 0，不是意见不合，只是没有区分。").format(
                share=percent(agreement.all_alike)
            )
        )
    if not isinstance(agreement.generalisability, Absent):
        told.append(
            _("平均分的差别有 {share} 出于被评人本身，其余出于评价人和偶然。").format(
                share=percent(agreement.generalisability)
            )
        )
    if isinstance(agreement.raters_needed, int):
        told.append(
            _("要使平均分的可靠性达到 {target}，每人要有 {count} 个这样的评价人（斯皮尔曼—布朗公式）。").format(
                target=float(TARGET), count=agreement.raters_needed
            )
        )
    return told


def _values(values: Mapping[str, object]) -> dict[str, object]:
    return {key: points(value) if isinstance(value, float | Fraction) else value for key, value in values.items()}
