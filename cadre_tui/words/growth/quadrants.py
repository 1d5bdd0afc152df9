"""Oneself against others, and the plan, in words: the quadrants with their thresholds, what became of an item."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cadre_tui.locale import N_, _, language
from cadre_tui.model.growth.plan import LONGEST, Followed, FollowUp, Origin, PlanItem, Proposal
from cadre_tui.model.results.self_and_others import Compared, Lean, Quadrant
from cadre_tui.scoring.self_and_others import HIGH, LEAST_GAP
from cadre_tui.words.figures import figure
from cadre_tui.words.results.comparing import why_apart

QUADRANTS: Final = {
    Quadrant.OPEN: N_("长处：自己和同事都看到"),
    Quadrant.HIDDEN: N_("隐藏的长处：同事看到，自己没看到"),
    Quadrant.BLIND: N_("盲点：自己看高，同事看低"),
    Quadrant.SHARED: N_("短板：自己和同事都看到"),
}
"""In the order in which they are read: strengths first."""

SHORT: Final = {
    Quadrant.OPEN: N_("长处"),
    Quadrant.HIDDEN: N_("隐藏的长处"),
    Quadrant.BLIND: N_("盲点"),
    Quadrant.SHARED: N_("短板"),
}

LEANS: Final = {Lean.OVER: N_("高估"), Lean.UNDER: N_("低估")}

ORIGINS: Final = {
    Origin.UNFINISHED: N_("上次计划没做完"),
    Origin.BLIND: N_("盲点"),
    Origin.SHARED: N_("短板"),
    Origin.OVER: N_("高估"),
    Origin.FOUND_LOW: N_("自查不足"),
    Origin.LEAST: N_("离满分最远"),
}

FOLLOWED: Final = {Followed.DONE: N_("做到了"), Followed.PARTLY: N_("做了一部分"), Followed.NOT: N_("没有做")}


def thresholds() -> str:
    """How the quadrants are told apart."""
    return _(
        "达到分值的 {high}% 算高，不到算低；自评和同事相差不到分值的 {gap}%，算看法一致，高低以同事的为准；"
        "相差 {gap}% 以上，标“高估”或“低估”。"
    ).format(high=figure(HIGH * 100), gap=figure(LEAST_GAP * 100))


def found_low_title() -> str:
    """What oneself alone answered, and low."""
    return _("自查的不足：只有自评，不到分值的 {high}%").format(high=figure(HIGH * 100))


def quadrant(each: Compared) -> str:
    """Its name; empty where there is nothing to compare."""
    return _(SHORT[each.quadrant]) if each.quadrant else ""


def lean(each: Compared) -> str:
    """高估 or 低估; empty where neither."""
    return _(LEANS[each.lean]) if each.lean else ""


def course(figures: Sequence[Decimal | None], nothing: str) -> str:
    """Figures of several rounds, the oldest first."""
    return " ".join(nothing if each is None else figure(Fraction(each)) for each in figures)


def figures_of(each: Compared) -> tuple[tuple[Decimal | None, ...], tuple[Decimal | None, ...]]:
    """Oneself and colleagues over the rounds, this one last."""
    before, row = each.before, each.row
    return (*(one.own for one in before), row.own), (*(one.peers for one in before), row.peers)


def apart(each: Compared) -> str:
    """With which former rounds it cannot be compared, and why; empty where there is none such."""
    told = _("；").join(
        _("和“{round}”不能比，{why}").format(round=one.title.say(language()), why=why_apart(one.unlike))
        for one in each.apart
    )
    return each.row.text.say(language()) + _("：") + told if told else ""


def proposed(each: Proposal) -> str:
    """What an item says to begin with: the criterion to do better at, and what its guidance asks.

    What was left undone keeps its own words. Guidance as long as an item may be is cut at its end.
    """
    said = language()
    what = each.what.say(said)
    if each.origin is Origin.UNFINISHED or each.about is None:
        return what
    bare, whole = _("把“{criterion}”这一项做好。"), _("把“{criterion}”这一项做好。考评说明：{guidance}")
    message = bare if each.what == each.about else whole
    return message.format(criterion=each.about.say(said), guidance=what)[:LONGEST]


def asked(each: Proposal) -> str:
    """What stands under a proposal: what the criterion asks, or what the unfinished item said."""
    what = each.what.say(language())
    return what if each.origin is Origin.UNFINISHED else _("考评说明：{guidance}").format(guidance=what)


def followed(told: FollowUp | None) -> str:
    """What became of an item, with the word that was said."""
    if told is None:
        return _("还没有说")
    how = _(FOLLOWED[told.how])
    return _("{how}：{word}").format(how=how, word=told.word) if told.word else how


def until(item: PlanItem, today: date) -> str:
    """By when, and how long that still is."""
    if item.by is None:
        return _("没有定时间")
    if not item.open:
        return item.by.isoformat()
    left = (item.by - today).days
    if left <= 0:
        return _("{day} 已到期").format(day=item.by.isoformat())
    return _("{day}，还剩 {days} 天").format(day=item.by.isoformat(), days=left)
