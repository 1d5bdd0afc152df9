"""What an export would bring, drawn: counts, rows that are asked about, new ones; or what is wrong. Pure."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Final

from cadre_tui.locale import _
from cadre_tui.model.fault import Fault
from cadre_tui.model.study.courses import CourseImport, CourseRow
from cadre_tui.services.study.given_facts import FactRow
from cadre_tui.tui.drawing.columns import fit, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.words import facts
from cadre_tui.words.faults import sentence
from cadre_tui.words.study import terms
from cadre_tui.words.study.importing import counted

MOST: Final = 300
"""Lines of a kind; of more, the rest is counted."""


def found(
    of: CourseImport, taken: Collection[int], glyphs: Glyphs, width: int, take: Callable[[CourseRow], object]
) -> list[Row]:
    """The counts, then what is asked about, then what is new."""
    rows = [words(line("  ", each)) for each in wrap(counted(of), max(width - 3, 10))]
    if of.doubtful:
        rows += [blank(), rule(_("要问的"), _("按 Enter 要或不要"), glyphs)]
    for each in of.doubtful[:MOST]:
        rows.append(Row(partial(_doubtful, each, each.row in taken, glyphs), partial(take, each), f"row {each.row}"))
        rows += [
            words(line("       ", Part(piece, "quiet"))) for piece in wrap(terms.doubt(each), max(width - 8, 10))
        ]
    if of.fresh:
        rows += [blank(), rule(_("新的"), str(len(of.fresh)), glyphs)]
    rows += [Row(partial(_line, each, glyphs.done, glyphs)) for each in of.fresh[:MOST]]
    return rows


def facts_found(of: Sequence[FactRow], width: int, language: str) -> list[Row]:
    """How many numbers of how many people, then each as a form will tell it."""
    if not of:
        return []
    people = len({each.person for each in of})
    rows = [words(line("  ", _("{people} 人，{count} 个数。").format(people=people, count=len(of))))]
    for each in of[:MOST]:
        whole = f"{each.person}  {each.fact}  {facts.source(each.known, language)}"
        rows += [words(line("  " if at == 0 else "      ", part)) for at, part in enumerate(wrap(whole, width - 7))]
    if len(of) > MOST:
        rows.append(words(line("  ", Part(_("……共 {count} 个").format(count=len(of)), "quiet"))))
    return rows


def wrong(
    faults: Sequence[Fault], glyphs: Glyphs, width: int, leave_out: Callable[[int], object] | None
) -> list[Row]:
    """Every fault; one that stands in a row can be left out with it, where anything can be."""
    rows: list[Row] = []
    for at, each in enumerate(faults[:MOST]):
        first, *more = wrap(f"{glyphs.wrong} {sentence(each)}", max(width - 3, 20))
        row = each.place.row
        go = partial(leave_out, row) if leave_out is not None and row is not None else None
        rows.append(Row(partial(_fault, first, glyphs), go, f"fault {at}"))
        rows += [words(line("    ", piece)) for piece in more]
    if len(faults) > MOST:
        rows.append(words(line(Part(_("……共 {count} 处").format(count=len(faults)), "quiet"))))
    return rows


def _fault(text: str, glyphs: Glyphs, width: int, here: bool) -> Line:
    del width
    return line(Part(f"{glyphs.cursor} " if here else "  ", "next"), Part(text, "next" if here else ""))


def _doubtful(row: CourseRow, taken: bool, glyphs: Glyphs, width: int, here: bool) -> Line:
    return _line(row, glyphs.done if taken else glyphs.not_begun, glyphs, width, here)


def _line(row: CourseRow, sign: str, glyphs: Glyphs, width: int, here: bool) -> Line:
    entry = row.entry
    right = _("{hours} 学时").format(hours=terms.hours(entry.hours))
    return line(
        Part(f"{glyphs.cursor} " if here else "  ", "next"),
        f"{sign} ",
        fit(str(row.row), 6),
        Part(fit(row.person.name, 10, ellipsis=glyphs.ellipsis), "next" if here else ""),
        f" {entry.day.isoformat()}  ",
        fit(entry.title, max(width - 46, 8), ellipsis=glyphs.ellipsis),
        fit(right, 12, "right"),
    )
