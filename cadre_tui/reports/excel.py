"""A workbook as an Excel file. Formulas carry what the program found, so that a telephone shows the numbers too."""

from fractions import Fraction
from io import BytesIO
from tempfile import TemporaryDirectory, gettempdir
from typing import Any, Final

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from cadre_tui.model.fault import BadInput
from cadre_tui.reports.harmless import plain
from cadre_tui.reports.workbook import Cell, Formula, Sheet, Workbook, letter

A4: Final = 9
"""Excel's number of the paper."""

HEAD: Final = 34
"""Points that the row of headings is high: two lines."""

MOST_PLACES: Final = 10
"""Decimal places of a number that Excel keeps whole: of fifteen digits, five before the point."""


def as_excel(workbook: Workbook) -> bytes:
    """The whole file. Row after row waits on the disk, in a folder that is its owner's alone and goes afterwards.

    Held in memory, a county's million cells would take more than all its results.

    Raises:
        BadInput: there is no room for them.
    """
    file = BytesIO()
    try:
        with (
            TemporaryDirectory() as aside,
            xlsxwriter.Workbook(file, {"constant_memory": True, "tmpdir": aside}) as book,
        ):
            book.set_properties({"title": plain(workbook.title)})
            looks = _Looks(book)
            for sheet in workbook.sheets:
                _write(book, sheet, looks, workbook)
    except (OSError, FileCreateError) as error:
        raise BadInput("out-not-written", file=gettempdir(), why=getattr(error, "strerror", "") or "-") from None
    return file.getvalue()


class _Looks:
    """The formats of cells, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, int | None], Any] = {}
        self.title = book.add_format({"font_name": "宋体", "font_size": 16, "bold": True})
        self.note = book.add_format({"font_name": "仿宋", "font_size": 11})
        self.head = book.add_format(
            {
                "font_name": "黑体",
                "font_size": 11,
                "border": 1,
                "align": "center",
                "valign": "vcenter",
                "text_wrap": True,
            }
        )

    def cell(self, side: str, places: int | None) -> Any:
        """A cell's: on which side it stands, with how many decimal places."""
        key = side, places
        if key not in self._made:
            look = {"font_name": "仿宋", "font_size": 11, "border": 1, "align": side, "valign": "vcenter"}
            if places is not None:
                look["num_format"] = "0" + ("." + "0" * places if places else "")
            self._made[key] = self._book.add_format(look | {"text_wrap": side == "left"})
        return self._made[key]


def _write(book: Any, sheet: Sheet, looks: _Looks, workbook: Workbook) -> None:
    page = book.add_worksheet(sheet.name)
    page.write_string(0, 0, plain(f"{workbook.mark}{sheet.title}"), looks.title)
    for at, note in enumerate(sheet.notes, 1):
        page.write_string(at, 0, plain(note), looks.note)
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
        page.write_string(sheet.head, at, plain(column.heading), looks.head)
    page.set_row(sheet.head, HEAD)
    for row, cells in enumerate(sheet.rows, sheet.head + 1):
        for at, (cell, column) in enumerate(zip(cells, sheet.columns, strict=True)):
            _put(page, row, at, cell, looks.cell(column.side, None if isinstance(cell, int) else column.places))
    page.freeze_panes(sheet.head + 1, sheet.frozen)
    page.set_paper(A4)
    if sum(each.width for each in sheet.columns) > 90:
        page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(sheet.head)
    if workbook.mark:
        page.set_header("&C" + plain(workbook.mark).replace("&", "&&"))
    page.set_footer("&C" + workbook.pages.replace("{page}", "&P").replace("{pages}", "&N"))
    if sheet.chart is not None:
        _draw(book, page, sheet)


def _put(page: Any, row: int, column: int, cell: Cell, look: Any) -> None:
    match cell:
        case None | "":
            page.write_blank(row, column, None, look)
        case Formula():
            page.write_formula(row, column, cell.text, look, _number(cell.value))
        case Fraction():
            if _ends(cell):
                page.write_number(row, column, _number(cell), look)
            else:
                page.write_formula(row, column, f"={cell.numerator}/{cell.denominator}", look, _number(cell))
        case int():
            page.write_number(row, column, cell, look)
        case str():
            page.write_string(row, column, plain(cell), look)


def _shown(cell: Cell) -> float | str:
    """What a cell shows before anything is worked out."""
    value = cell.value if isinstance(cell, Formula) else cell
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    return value or ""


def _number(value: Fraction | str) -> float | str:
    return value if isinstance(value, str) else float(value)


def _ends(number: Fraction) -> bool:
    """Whether its decimal form has an end within them."""
    return Fraction(number * 10**MOST_PLACES).denominator == 1


def _draw(book: Any, page: Any, sheet: Sheet) -> None:
    of = sheet.chart
    assert of is not None  # noqa: S101 - asked by the caller
    chart = book.add_chart({"type": "bar"})
    first, last = of.first, of.last
    charted = sheet.rows[first - sheet.head - 1 : last - sheet.head]
    chart.add_series(
        {
            "categories": [sheet.name, first, of.labels, last, of.labels],
            "values": [sheet.name, first, of.values, last, of.values],
            # What stands there, for a telephone that works nothing out: rows that are written cannot be read again.
            "categories_data": [_shown(row[of.labels]) for row in charted],
            "values_data": [_shown(row[of.values]) for row in charted],
            "data_labels": {"value": True},
            "fill": {"color": "#404040"},
        }
    )
    # A title in which this sign stands before a letter and a digit is taken for the cell that holds it.
    title = plain(of.title).replace("!", "！")
    chart.set_title({"name": title, "name_font": {"name": "黑体", "size": 12}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True})
    page.insert_chart(f"{letter(len(sheet.columns) + 1)}{sheet.head + 1}", chart)
