"""A plan's items with what became of each: three answers and a word. Pure."""

from collections.abc import Callable
from datetime import date
from functools import partial

from cadre_tui.locale import _
from cadre_tui.model.growth.plan import Followed, Plan, PlanItem
from cadre_tui.tui.drawing.columns import fit, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.growth.page import sign
from cadre_tui.words.growth import quadrants as growth

CHOICES = tuple(Followed)


def rows(
    plan: Plan, asked_in: str, glyphs: Glyphs, width: int, today: date, word: Callable[[PlanItem], object]
) -> list[Row]:
    """An entry an item; choosing it writes a word. Answers to another round's question are no answers to this one."""
    found: list[Row] = []
    for item in plan.items:
        found.append(Row(partial(_head, item, glyphs, today), partial(word, item), item.id))
        found += [words(line("     ", Part(each, "quiet"))) for each in _below(item, width - 5)]
        found.append(Row(partial(_choices, answer(item, asked_in))))
        found += [words(line("     ", each)) for each in _said(item, asked_in, width - 5)]
        found.append(blank())
    return found


def answer(item: PlanItem, asked_in: str) -> Followed | None:
    """What was answered; where a round asks, only what was answered to it."""
    if item.followed is None or (asked_in and item.followed.round != asked_in):
        return None
    return item.followed.how


def _head(item: PlanItem, glyphs: Glyphs, today: date, width: int, here: bool) -> Line:
    until = growth.until(item, today)
    room = max(width - 5 - width_of(until) - 2, 8)
    what = fit(" ".join(item.what.split()), room, ellipsis=glyphs.ellipsis)
    style = "next" if here else ""
    marked = f" {sign(item, glyphs, today)} {what}"
    return line(Part(glyphs.cursor if here else " ", "next"), Part(marked, style), f"  {until}")


def _below(item: PlanItem, width: int) -> list[str]:
    told = [
        _("结合：{work}").format(work=item.work) if item.work else "",
        _("凭据：{proof}").format(proof=item.proof) if item.proof else "",
    ]
    whole = "　".join(each for each in told if each)
    return wrap(whole, max(width, 10)) if whole else []


def _said(item: PlanItem, asked_in: str, width: int) -> list[str]:
    """The word to the answer; what was said in between, where this question has no answer yet."""
    if item.followed is None:
        return []
    word = item.followed.word
    if answer(item, asked_in) is None:
        word = _("之前说过：{told}").format(told=growth.followed(item.followed))
    return wrap(word, max(width, 10)) if word else []


def _choices(chosen: Followed | None, width: int, here: bool) -> Line:
    del width, here
    parts: list[Part | str] = ["    "]
    for number, each in enumerate(CHOICES, 1):
        told = f"{number} {_(growth.FOLLOWED[each])}"
        parts.append(Part(f"[{told}]" if each is chosen else f" {told} ", "strong" if each is chosen else ""))
        parts.append(" ")
    return line(*parts)
