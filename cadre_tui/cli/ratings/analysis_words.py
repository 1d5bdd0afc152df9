"""What ``cadre analyse`` tells a person: tables with bars, and under each what its words mean."""

from collections.abc import Iterable
from fractions import Fraction

from cadre_tui.cli.help_page import paragraphs
from cadre_tui.cli.table import table
from cadre_tui.locale import _
from cadre_tui.model.results.analysis import Absent, Analysis, Number, SubjectFigures
from cadre_tui.words.printable import printable
from cadre_tui.words.results import analysis as words

BAR = 10
"""Cells of a bar."""
NOTHING = "-"


def in_words(found: Analysis, *, blocks: bool = False) -> str:
    """The whole answer; bars are drawn with ``blocks`` where the terminal is known to have them."""
    parts = [
        _subjects(found, "█" if blocks else "#"),
        _raters(found),
        _groups(found),
        _agreement(found),
        paragraphs(_model(found)),
    ]
    return "\n\n".join(part for part in parts if part)


def _subjects(found: Analysis, block: str) -> str:
    highest = max(each.mean for each in found.subjects.values())
    pieces = found.components > 1
    headings = (
        _("被评者"),
        *((_("片"),) if pieces else ()),
        _("票数"),
        _("平均"),
        "",
        _("误差"),
        _("中位"),
        _("去极值"),
        _("校正"),
        _("一票"),
    )
    rows = [
        (
            printable(name),
            *((str(each.piece),) if pieces else ()),
            str(each.n),
            words.points(each.mean),
            _bar(each.mean, highest, block),
            _half_band(each),
            words.points(each.median),
            _figure(each.trimmed),
            _figure(each.adjusted),
            _figure(each.sensitivity),
        )
        for name, each in found.subjects.items()
    ]
    told = [
        _("误差：平均分上下各这么多，有 95% 的把握；由全部分数的差异合起来估计，五个人打一样的分也不等于没有误差。"),
        _("校正：扣除评价人宽严以后的分数，供参考。一票：去掉任何一票，平均分最多变动多少。"),
    ]
    kinds = ((_("误差"), "band"), (_("去极值"), "trimmed"), (_("校正"), "adjusted"), (_("一票"), "sensitivity"))
    for heading, field in kinds:
        why = _reasons(getattr(each, field) for each in found.subjects.values())
        told += [_("{figure}写“-”的：{why}。").format(figure=heading, why=each) for each in why]
    return table(headings, rows) + "\n" + paragraphs(told)


def _bar(value: Fraction, highest: Fraction, block: str) -> str:
    share = float(value / highest) if highest > 0 else 0.0
    return block * round(BAR * min(max(share, 0.0), 1.0))


def _half_band(each: SubjectFigures) -> str:
    return NOTHING if isinstance(each.band, Absent) else f"±{words.points((each.band.high - each.band.low) / 2)}"


def _figure(value: Fraction | Number) -> str:
    return NOTHING if isinstance(value, Absent) else words.points(value)


def _reasons(figures: Iterable[object]) -> list[str]:
    """Each reason once; where many differ only in their numbers, the first."""
    first = {each.code: each for each in figures if isinstance(each, Absent)}
    return [words.reason(each) for each in first.values()]


def _raters(found: Analysis) -> str:
    headings = (_("评价人"), _("评几人"), _("平均"), _("宽严度"), _("标准误"), _("要问一问"))
    rows = [
        (
            printable(name),
            str(each.n),
            words.points(each.mean),
            NOTHING if isinstance(each.severity, Absent) else words.signed(each.severity),
            _figure(each.severity_error),
            _("、").join(dict.fromkeys(words.kind(flag.code) for flag in each.flags)),
        )
        for name, each in found.raters.items()
    ]
    told = [_("宽严度：打分比别人低多少分；正的偏严，负的偏宽。")]
    told += [
        _("{figure}写“-”的：{why}。").format(figure=_("宽严度"), why=each)
        for each in _reasons(each.severity for each in found.raters.values())
    ]
    asked = [
        _("{rater}：{question}").format(rater=printable(name), question=words.question(flag))
        for name, each in found.raters.items()
        for flag in each.flags
    ]
    parts = [table(headings, rows) + "\n" + paragraphs(told)]
    if asked:
        parts.append(paragraphs([_("要问一问的（只是疑问，不是结论，不作为删去分数的依据）："), *asked]))
    return "\n\n".join(parts)


def _groups(found: Analysis) -> str:
    if not found.groups:
        return ""
    rows = [
        (printable(name), str(each.n), words.points(each.mean), _figure(each.severity))
        for name, each in found.groups.items()
    ]
    return table((_("评价主体"), _("分数个数"), _("平均"), _("宽严度")), rows)


def _agreement(found: Analysis) -> str:
    agreement = found.agreement
    figures: dict[str, Number] = dict(agreement.icc)
    levels = {"nominal": _("定类"), "ordinal": _("定序"), "interval": _("定距"), "ratio": _("定比")}
    figures |= {_("克里彭多夫 α（{level}）").format(level=levels[key]): each for key, each in agreement.alpha.items()}
    figures["Fleiss κ"] = agreement.fleiss_kappa
    figures["Kendall W"] = agreement.kendall_w
    figures[_("概化系数")] = agreement.generalisability
    rows = [(name, NOTHING if isinstance(each, Absent) else words.points(each, 3)) for name, each in figures.items()]
    why = [_("写“-”的：{why}。").format(why=each) for each in _reasons(figures.values())]
    return table((_("一致性"), _("数值")), rows) + "\n" + paragraphs([*words.meaning(agreement), *why])


def _model(found: Analysis) -> list[str]:
    fitted = found.fitted
    told = []
    if found.components == 1:
        told.append(_("评价关系连成一片，宽严可以比较。"))
    else:
        told.append(_("评价关系分成 {count} 片，片与片之间的校正分和宽严度不能比较。").format(count=found.components))
    if fitted.given or not isinstance(fitted.shrink, Absent):
        told.append(_shrink(found))
    else:
        told.append(_("收缩：{why}。").format(why=words.reason(fitted.shrink)))
    if not isinstance(fitted.threshold, Absent):
        told.append(
            _("偏离超过 {points} 分的 {count} 个分数少算（Huber 权重）。").format(
                points=words.points(fitted.threshold), count=fitted.weighted_down
            )
        )
    if isinstance(found.ranking, Absent):
        told.append(_("名次：{why}。").format(why=words.reason(found.ranking)))
    else:
        told.append(_("从高到低：{order}").format(order=_("、").join(map(printable, found.ranking))))
    told += [
        _("没有看“{kind}”：{why}。").format(kind=words.kind(code), why=words.reason(each))
        for code, each in found.not_judged.items()
    ]
    return told


def _shrink(found: Analysis) -> str:
    fitted = found.fitted
    value = "∞" if isinstance(fitted.shrink, Absent) else words.points(fitted.shrink)
    if fitted.given:
        return _("收缩 λ = {value}（指定的）。").format(value=value)
    if isinstance(fitted.shrink_interval, Absent):
        return _("收缩 λ = {value}。").format(value=value)
    low, high = ("∞" if isinstance(each, Absent) else words.points(each) for each in fitted.shrink_interval)
    return _("收缩 λ = {value}（由数据估计，95% 区间 {low} 至 {high}）。").format(value=value, low=low, high=high)
