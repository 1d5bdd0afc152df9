"""The plan as a list: its items, and below them what one could begin with. Pure."""

from collections.abc import Callable
from datetime import date
from functools import partial

from cadre_tui.locale import _, language
from cadre_tui.model.growth.growth import GrowthPage
from cadre_tui.model.growth.plan import PlanItem, Proposal
from cadre_tui.tui.drawing.columns import fit, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.growth.page import sign
from cadre_tui.tui.growth.reading import heading
from cadre_tui.words.growth import quadrants as growth

PROPOSED_LINES = 2
"""Lines of a proposal's text that are shown; Enter opens all of it."""


def rows(
    page: GrowthPage,
    glyphs: Glyphs,
    width: int,
    today: date,
    edit: Callable[[PlanItem], object],
    take: Callable[[Proposal], object],
) -> list[Row]:
    """All lines; choosing an item edits it, choosing a proposal makes an item of it."""
    found: list[Row] = []
    for item in page.plan.items:
        found += [Row(partial(_item, item, glyphs, today), partial(edit, item), f"item {item.id}")]
        found += [words(line("     ", Part(each, "quiet"))) for each in _below(page, item, width - 5)]
    if not page.plan.items:
        found.append(words(line("  ", _("还没有写。从下面选一条起步，或者按 a 自己写。"))))
    if page.proposals:
        title = _("可以从这里起步：按 Enter 写成一条，再改成自己的话")
        found += [blank(), Row(lambda width, _here: heading(title, "", glyphs, width))]
    for number, each in enumerate(page.proposals):
        found.append(Row(partial(_proposal, each, glyphs), partial(take, each), f"proposal {number}"))
        told = wrap(growth.asked(each), max(width - 5, 10))
        shown = told[:PROPOSED_LINES]
        if len(told) > len(shown):
            shown[-1] = fit(shown[-1] + glyphs.ellipsis, width - 5, ellipsis=glyphs.ellipsis).rstrip()
        found += [words(line("     ", Part(text, "quiet"))) for text in shown]
    return found


def _item(item: PlanItem, glyphs: Glyphs, today: date, width: int, here: bool) -> Line:
    until = growth.until(item, today)
    room = max(width - 5 - width_of(until) - 2, 8)
    style = "next" if here else ""
    what = fit(" ".join(item.what.split()), room, ellipsis=glyphs.ellipsis)
    marked = f" {sign(item, glyphs, today)} {what}"
    return line(Part(glyphs.cursor if here else " ", "next"), Part(marked, style), f"  {until}")


def _below(page: GrowthPage, item: PlanItem, width: int) -> list[str]:
    """What it is about, at which work, with which proof, and what became of it; what is missing is asked for."""
    about = page.about(item)
    told = [
        about.say(language()) if about else "",
        _("结合：{work}").format(work=item.work) if item.work else _("结合哪项工作：没有写"),
        _("凭据：{proof}").format(proof=item.proof) if item.proof else _("凭据：没有写"),
        growth.followed(item.followed) if item.followed else "",
    ]
    return wrap("　".join(each for each in told if each), max(width, 10))


def _proposal(each: Proposal, glyphs: Glyphs, width: int, here: bool) -> Line:
    about = each.about.say(language()) if each.about else ""
    origin = _(growth.ORIGINS[each.origin])
    told = f" {glyphs.dot} {origin}" + (f"{_('：')}{about}" if about else "")
    text = fit(told, max(width - 1, 8), ellipsis=glyphs.ellipsis).rstrip()
    return line(Part(glyphs.cursor if here else " ", "next"), Part(text, "next" if here else ""))
