"""A ballot as lines: a row a person, a column a question. Pure."""

from collections.abc import Iterator, Sequence
from typing import Final

from cadre_tui.locale import _, language
from cadre_tui.model.ballots.form import Cell
from cadre_tui.model.ballots.told import Checked
from cadre_tui.tui.ballots.sheet import Sheet
from cadre_tui.tui.drawing.columns import fit, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.words.ballots.told import in_the_way, promise

NAME: Final = 12
COLUMN: Final = 11
"""Cells of a name and of a question's column."""


class BallotPage:
    """The ballot with its cursor: the promise, the question, the people."""

    def __init__(self, sheet: Sheet, glyphs: Glyphs, above: str = "") -> None:
        """``above`` is what stands over the list; left out, the promise."""
        self._sheet = sheet
        self._glyphs = glyphs
        self._above = above or promise()

    def head(self, width: int) -> Sequence[Line]:
        """What stays in sight: what is promised, and what the column at the cursor asks."""
        asked, said = self._sheet.form.questions[self._sheet.column], language()
        options = "   ".join(f"{at} {each.text.say(said)}" for at, each in enumerate(asked.options, start=1))
        head = [line(Part(each, "quiet")) for each in wrap(self._above, width - 1)]
        head += [line(Part(each, "strong")) for each in wrap(asked.text.say(said), width - 1)]
        head += [line("  ", each) for each in wrap(options, width - 3)]
        return [*head, self._columns_head(width)]

    def __len__(self) -> int:
        return len(self._sheet.form.subjects)

    def line(self, index: int, width: int) -> Line:
        """One person."""
        sheet, glyphs = self._sheet, self._glyphs
        here = index == sheet.row
        person = sheet.form.subjects[index]
        sign = glyphs.cursor if here else " "
        parts = [Part(f"{sign} {fit(person.name, NAME, ellipsis=glyphs.ellipsis)}", "next" if here else "")]
        for column in self._window(width):
            told = fit(self._told(Cell(index, column)), COLUMN - 2, ellipsis=glyphs.ellipsis)
            at_cursor = here and column == sheet.column
            parts.append(Part(f"[{told}]" if at_cursor else f" {told} ", "next" if at_cursor else ""))
        used = 2 + NAME + COLUMN * len(self._window(width))
        beside = sheet.remarks.get(index) or person.duty
        if beside and width - used > 6:
            parts.append(Part(" " + fit(beside, width - used - 2, ellipsis=glyphs.ellipsis), "quiet"))
        return tuple(parts)

    def _told(self, cell: Cell) -> str:
        sheet, glyphs = self._sheet, self._glyphs
        if not sheet.form.asks(cell):
            return glyphs.not_applicable
        mark = sheet.mark(cell)
        if mark is None:
            return glyphs.not_begun
        options = sheet.form.questions[cell.question].options
        return f"{glyphs.done} {options[mark].text.say(language())}"

    def _columns_head(self, width: int) -> Line:
        parts = [Part("  " + fit(_("姓名"), NAME), "quiet")]
        for column in self._window(width):
            text = f"{column + 1} {self._sheet.form.questions[column].text.say(language())}"
            style = "strong" if column == self._sheet.column else "quiet"
            parts.append(Part(" " + fit(text, COLUMN - 1, ellipsis=self._glyphs.ellipsis), style))
        return tuple(parts)

    def _window(self, width: int) -> range:
        """The questions in sight, the one at the cursor among them."""
        room = max((width - NAME - 2) // COLUMN, 1)
        count = len(self._sheet.form.questions)
        first = min(max(self._sheet.column - room + 1, 0), max(count - room, 0))
        return range(first, min(first + room, count))


def check_rows(sheet: Sheet, checked: Checked, glyphs: Glyphs, width: int) -> list[Row]:
    """What is about to be handed in: how often each option, and what stands in the way."""
    found: list[Row] = [blank(), *_read(promise(text=sheet.form.text), width, "quiet"), blank()]
    said = language()
    for column, asked in enumerate(sheet.form.questions):
        counts = zip(asked.options, sheet.tally(column), strict=True)
        told = _("，").join(f"{option.text.say(said)} {count}" for option, count in counts)
        found += _read(f"{column + 1} {asked.text.say(said)}{_('：')}{told}", width)
    if sheet.remarks:
        found += _read(_("写了意见的有 {count} 人。").format(count=len(sheet.remarks)), width)
    found.append(blank())
    wrong = in_the_way(sheet.form, checked)
    for each in wrong:
        found += _read(f"{glyphs.wrong} {each}", width, "wrong")
    if not wrong:
        found += _read(_("可以投了：按 y 投进票箱。投进去以后不能改，也不能取回。"), width, "next")
    return found


def receipt_rows(receipt: str, told: str, width: int) -> list[Row]:
    """The receipt, and what it shows."""
    code = words(line("  ", Part(receipt, "strong")))
    return [
        blank(),
        *_read(_("已经投进票箱。回执号："), width),
        blank(),
        code,
        blank(),
        *_read(told, width),
        blank(),
        *_read(_("按 Enter 回到登录页。票条请销毁。"), width, "next"),
    ]


def _read(text: str, width: int, style: str = "") -> Iterator[Row]:
    for each in wrap(text, max(width - 3, 10)):
        yield words(line(" ", Part(each, style)))
