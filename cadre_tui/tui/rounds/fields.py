"""The steps of making a round, and the fields of each: what may be put, and where it is said. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from cadre_tui.locale import N_, _, language
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.text import Text
from cadre_tui.tui.rounds import draft as typed
from cadre_tui.tui.rounds.draft import Draft
from cadre_tui.tui.rounds.field_maker import TEXT, TOGGLE, Field, Maker, Surroundings
from cadre_tui.words import terms
from cadre_tui.words.rounds import counting, rules

MUST: Final = N_("要填")
"""What stands in a field without which no round can be made."""


STEPS: Final = (
    N_("模板"),
    N_("名称"),
    N_("考评表"),
    N_("参加单位"),
    N_("谁评价谁"),
    N_("时间"),
    N_("保密"),
    N_("等次和其他"),
    N_("预览"),
)
"""The first chooses a template, the last shows the whole; the others have fields."""

CHECKLISTS: Final = 2
"""The step in which it is said who fills which checklist."""


def fields_of(step: int, draft: Draft, around: Surroundings, *, new: bool) -> list[Field]:
    """The fields of a step, as they stand now."""
    makers = {1: _naming, CHECKLISTS: _checklists, 3: _units, 4: _raters, 5: _times, 6: _secrecy, 7: _others}
    return makers[step](Maker(draft, around, new)) if step in makers else []


def _naming(make: Maker) -> list[Field]:
    found = [
        make.text(N_("名称"), "title.zh", N_("大家看到的名称，如：2026年下半年学习考评"), unset=MUST),
        make.text(N_("英文名称"), "title.en", N_("可以不写"), unset=N_("不填即用中文名称")),
    ]
    if make.new:
        found.append(
            make.text(N_("编号"), "id", N_("字母、数字和 - _ .，不能与以前的轮次重复，如 2026-h2"), unset=MUST)
        )
    return [*found, make.flag(N_("演练"), "mock", N_("演练和真的一样办，每个页面都标明，结果不作数"))]


def _checklists(make: Maker) -> list[Field]:
    found = []
    for name, title, purposes in make.around.checklists:
        for by in purposes or tuple(Purpose):
            found.append(_use(make, name, title, by))
    return found


def _use(make: Maker, name: str, title: Text, by: Purpose) -> Field:
    def shown() -> str:
        weight = make.draft.weight_of(name, by)
        return _("权重 {weight}").format(weight=weight) if weight not in ("", "0") else weight and _("只作对照")

    uses = make.draft.said.get("use", [])
    at = next((n for n, u in enumerate(uses) if u["checklist"].split("|")[0] == name and u["by"] == by.value), None)
    return Field(
        f"{terms.purpose(by)}  {title.say(language())}",
        f"use.{at}" if at is not None else f"use:{name}:{by.value}",
        TEXT,
        shown,
        lambda text: make.draft.weigh(name, by, text),
        _("写权重：一个数，按比例折算；0 只作对照，不计分；空着就不用这张表"),
        unset=_("不填即不用"),
        key=f"use:{name}:{by.value}",
    )


def _units(make: Maker) -> list[Field]:
    def taking() -> list[str]:
        return list(make.draft.get("units") or [])

    def turn(unit: str) -> None:
        chosen = taking()
        chosen.remove(unit) if unit in chosen else chosen.append(unit)
        make.draft.put("units", chosen or None)

    def one(unit_id: str, name: str) -> Field:
        def shown() -> str:
            return _("参加") if unit_id in taking() else "" if taking() else _("（都参加）")

        hint = _("一个也不选，就是全部参加")
        return Field(name, f"units:{unit_id}", TOGGLE, shown, lambda _text: turn(unit_id), hint)

    return [one(unit.id, unit.name) for unit in make.around.roster.units]


def _raters(make: Maker) -> list[Field]:
    said = make.draft.get("colleagues") or "unit"
    inspectors = make.text(
        N_("督查人"),
        "inspectors",
        N_("编号，用顿号隔开；没有由督查人填的表就不写"),
        typed.names,
        N_("不填即没有督查人"),
    )
    return [
        make.choice(N_("互评范围"), "colleagues", _words(rules.COLLEAGUES), N_("谁评价谁")),
        *(_balanced(make) if said == "balanced" else ()),
        *(_groups(make) if said in ("groups", "ballots") else ()),
        *(_ballots(make) if said == "ballots" else ()),
        inspectors,
    ]


def _balanced(make: Maker) -> list[Field]:
    return [
        make.number(
            N_("每人请几个人评"), "reviewers", N_("每个人得到的评价一样多，各人评的也一样多或只差一份"), MUST
        ),
        make.number(
            N_("分配的种子"),
            "seed",
            N_("可以不写，由程序抽一个；填写结束以后公布，用它可以重算核对"),
            N_("不填即由程序抽一个"),
        ),
        make.flag(N_("不请上级"), "spare_superiors", N_("不请上级评下级")),
    ]


def _groups(make: Maker) -> Iterator[Field]:
    for at, group in enumerate(make.draft.get("group") or []):
        title = group["title"].get(language()) or next(iter(group["title"].values()))
        weight = N_("一个数，按比例折算；0 不计分")
        yield make.number(_("权重：{group}").format(group=title), f"group.{at}.weight", weight, N_("不填即 1"))
        least, less = _("最少份数：{group}").format(group=title), N_("不够就并入别的主体；可以不写")
        yield make.number(least, f"group.{at}.minimum", less, N_("不填即和“分数最少几人”一样"))


def _ballots(make: Maker) -> list[Field]:
    return [
        make.text(N_("监票人"), "tellers", N_("至少两个人的编号，用顿号隔开：清点票条、开箱"), typed.names, MUST),
        make.flag(N_("写意见"), "ballot_text", N_("票上可以给每个人写一句；从口气可能认出是谁写的")),
    ]


def _times(make: Maker) -> list[Field]:
    found = [make.choice(N_("先后"), "sequence", _words(rules.SEQUENCES))]
    asked = {use["by"] for use in make.draft.said.get("use", [])}
    for by in (each for each in Purpose if each.value in asked):
        word = terms.purpose(by)
        found.append(
            make.text(
                _("{purpose}开始").format(purpose=word),
                f"opens.{by.value}",
                N_("如 2026-12-01 或 2026-12-01 08:00；不写就由组织者开启"),
                typed.moment,
                N_("不填即由组织者开启"),
            )
        )
        found.append(
            make.text(
                _("{purpose}截止").format(purpose=word),
                f"deadlines.{by.value}",
                N_("如 2026-12-20（到当天结束）或 2026-12-20 18:00；不写就到组织者结束为止"),
                typed.moment,
                N_("不填即到组织者结束为止"),
            )
        )
    grace = N_("截止后这几小时内提交的照收，标明迟交")
    return [*found, make.number(N_("宽限（小时）"), "grace", grace, N_("不填即不宽限"))]


def _secrecy(make: Maker) -> list[Field]:
    named = make.draft.get("secrecy") == "named"
    return [
        make.choice(N_("保密"), "secrecy", _words(rules.SECRECIES)),
        make.number(
            N_("分数最少几人"),
            "min_raters",
            N_("少于这么多人评的不显示；保密的不少于 3，不写是 5"),
            N_("不填即 1") if named else N_("不填即 5"),
        ),
        make.number(
            N_("评语最少几人"),
            "min_comments",
            N_("不少于上面的人数；保密的不写是 8"),
            N_("不填即 1") if named else N_("不填即 8"),
        ),
        make.choice(N_("打分完全一样的"), "unanimity", _words(rules.UNANIMITIES)),
        make.number(
            N_("留空最多几成"), "validity.blanks", N_("如 0.34；按“不了解”算，再多不收；可以不写"), N_("不填即不限")
        ),
        make.number(
            N_("评“最好”最多几成"),
            "validity.best",
            N_("如 0.4；超过的请再想一想；可以不写"),
            N_("不填：不记名 40%，其余不限"),
        ),
    ]


def _others(make: Maker) -> list[Field]:
    def shown() -> str:
        said = make.draft.get("grade")
        if not isinstance(said, list):
            return str(said or "")
        names = (each["text"].get(language()) or each["text"].get("zh") for each in said)
        return _("、").join(f"{name} {typed.shown(each['min'])}" for name, each in zip(names, said, strict=True))

    def put(text: str) -> None:
        make.draft.put("grade", typed.grades(text, make.draft.get("grade")))

    former = [("", _("没有")), *((each, each) for each in make.around.published)]
    return [
        Field(
            _("等次"),
            "grade",
            TEXT,
            shown,
            put,
            _("从高到低，如：优秀 90、良好 80、合格 60；空着就不评等次"),
            unset=_("不填即不评等次"),
        ),
        *_counting(make),
        make.number(N_("总分小数位"), "rounding.places", N_("0 到 4；不写是 1"), N_("不填即 1")),
        make.number(N_("异议天数"), "appeal_days", N_("公布后几天内可以提出异议；0 不受理"), N_("不填即不受理异议")),
        make.choice(N_("相互鼓励"), "commendations", _words(rules.COMMENDATIONS)),
        make.number(
            N_("提醒间隔（小时）"), "remind_every", N_("对同一个人，两次提醒至少隔这么久；不写是 24"), N_("不填即 24")
        ),
        make.text(
            N_("预填的数从哪天算起"),
            "facts_from",
            N_("学习台账的数从这一天算起，如 2026-07-01；不写就从元旦算起"),
            typed.moment,
            N_("不填即元旦"),
        ),
        make.choice(N_("上一轮"), "former", former, N_("与哪一轮比较")),
    ]


def _counting(make: Maker) -> list[Field]:
    """How votes count, how many get the best grade, and which cases people look at."""
    share = make.text(
        N_("最高等次的名额"), "quota.share", N_("如 20% 或 1/3；不写就不限"), typed.portion, N_("不填即不限")
    )
    adopt = make.choice(N_("宽严度校正"), "adopt", _words(counting.ADOPTED))
    named = make.draft.get("secrecy") == "named"  # a plugin's rule can promise nothing of what its figures tell
    brought = [(each.name, counting.rule_said(each)) for each in make.around.rules if named]
    found = [make.choice(N_("同事评分"), "rule", [*_words(counting.RULES), *brought]), adopt, share]
    if make.draft.get("quota") is not None:
        found += [
            make.choice(N_("名额取整"), "quota.rounding", _words(counting.ROUNDINGS)),
            make.choice(N_("名额范围"), "quota.within", _words(counting.WITHIN)),
            make.choice(N_("名额分母"), "quota.of", _words(counting.OF_QUOTA)),
        ]
    cases = Field(
        _("提请研究"),
        "refer",
        TEXT,
        lambda: typed.referrals_shown(make.draft.get("refer")),
        lambda text: make.draft.put("refer", typed.referrals(text)),
        _("选项代码占票数多少就由人研究，如：good+fair<2/3、poor>1/3；可以不写"),
        unset=_("不填即没有"),
    )
    return [*found, cases]


def _words(words: Mapping[Any, str]) -> list[tuple[str, str]]:
    return [(str(key), _(word)) for key, word in words.items()]
