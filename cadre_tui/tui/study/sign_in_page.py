"""The sign-in on one screen: who is found by what is typed, and how each stands. Pure."""

from collections.abc import Callable, Iterable
from functools import partial

from cadre_tui.locale import _
from cadre_tui.model.study.log import Mark
from cadre_tui.model.study.views import SignIn, SignInLine
from cadre_tui.tui.drawing.columns import fit
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Menu, Row, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.words.study import terms

NAME, UNIT = 12, 20


def initials(sort_key: str) -> str:
    """``zjg`` of ``zhang jian guo``: what a clerk types."""
    return "".join(each[0] for each in sort_key.split())


def matching(lines: Iterable[SignInLine], typed: str) -> list[SignInLine]:
    """Those whom what is typed may mean: initials of the name, its pinyin, the name itself, the id.

    Whose initials begin with it stand first; among equals whoever has no mark yet.
    """
    wanted = "".join(typed.casefold().split())
    if not wanted:
        return list(lines)
    found: list[tuple[tuple[bool, bool], SignInLine]] = []
    for each in lines:
        person = each.person
        short, long = initials(person.sort_key), person.sort_key.replace(" ", "")
        if (
            wanted in person.name
            or short.startswith(wanted)
            or long.startswith(wanted)
            or wanted in person.id.casefold()
        ):
            exact = wanted in (short, long, person.name, person.id.casefold())
            found.append(((not exact, each.attendance is not None), each))
    return [each for _order, each in sorted(found, key=lambda pair: pair[0])]


def menu(page: SignIn, typed: str, glyphs: Glyphs, go: Callable[[SignInLine], object]) -> Menu:
    """A line a person; the cursor is on the first whom it may mean."""
    found = matching(page.lines, typed)
    if not found:
        return Menu([words(line("  ", _("没有这个人：换个字母，或退格。")))])
    return Menu([Row(partial(_line, each, glyphs), partial(go, each), each.person.id) for each in found])


def _line(of: SignInLine, glyphs: Glyphs, width: int, here: bool) -> Line:
    attendance = of.attendance
    if attendance is None:
        sign = glyphs.not_begun
    elif attendance.mark is Mark.PRESENT:
        sign = glyphs.done
    else:
        sign = glyphs.begun if attendance.attended else glyphs.wrong
    style = "next" if here else ""
    room = max(width - NAME - UNIT - 16, 8)
    return line(
        Part(glyphs.cursor if here else " ", "next"),
        Part(f" {sign} ", style),
        Part(fit(of.person.name, NAME, ellipsis=glyphs.ellipsis), style),
        Part(fit(initials(of.person.sort_key), 8), "quiet"),
        fit(of.unit, UNIT, ellipsis=glyphs.ellipsis),
        "  ",
        Part(fit(terms.mark(attendance), room, ellipsis=glyphs.ellipsis), style),
    )
