"""How far a vote by ballot is, as rows: a line a group. Pure."""

from collections.abc import Callable

from cadre_tui.locale import _, language
from cadre_tui.model.ballots.told import BallotStatus, GroupStatus
from cadre_tui.tui.drawing.columns import fit, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.words.ballots import told

NAME, NUMBER, FOUND = 20, 8, 14


def rows(
    status: BallotStatus, glyphs: Glyphs, width: int, go: Callable[[GroupStatus], object] | None = None
) -> list[Row]:
    """The whole page; ``go`` is what choosing a group does."""
    exact = status.opened is not None
    head = f"  {fit(_('评价主体'), NAME)}{fit(_('印制'), NUMBER)}{fit(_('收到'), FOUND)}{_('票条')}"
    found = [blank(), words(line(Part(head, "quiet")))]
    found += [_group(each, glyphs, exact=exact, go=go) for each in status.groups]
    found += [blank(), *read(told.state(status), width)]
    if status.opened is not None:
        found += [blank(), rule(_("开箱记录"), "", glyphs)]
        for each in told.protocol(status.opened):
            found += read(each, width)
    people = _("、").join(each.name for each in status.tellers)
    found += [blank(), *read(_("监票人：{people}").format(people=people), width, "quiet")]
    found += read(told.promise(), width, "quiet")
    return found


def read(text: str, width: int, style: str = "") -> list[Row]:
    """A text over as many lines as it needs."""
    return [words(line("  ", Part(each, style))) for each in wrap(text, max(width - 4, 10))]


def _group(group: GroupStatus, glyphs: Glyphs, *, exact: bool, go: Callable[[GroupStatus], object] | None) -> Row:
    def draw(width: int, here: bool) -> Line:
        sign = glyphs.cursor if here else " "
        handed = told.handed_in(group, exact=exact) if group.printed else glyphs.not_applicable
        printed = str(group.printed) if group.printed else glyphs.not_applicable
        name = fit(group.title.say(language()), NAME - 2, ellipsis=glyphs.ellipsis) + "  "
        slips = fit(told.slips_counted(group), max(width - 2 - NAME - NUMBER - FOUND, 6), ellipsis=glyphs.ellipsis)
        return line(Part(f"{sign} {name}", "next" if here else ""), fit(printed, NUMBER), fit(handed, FOUND), slips)

    return Row(draw, go=(lambda: go(group)) if go else None, name=group.group)
