"""The list of who is missing, as a table for Excel: no cell of it is ever taken for a formula."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from typing import Final

from cadre_tui.locale import _
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.oversight.progress import Missing
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.words import terms
from cadre_tui.words.printable import printable

BEGIN_A_FORMULA: Final = tuple("=+-@＝＋－＠\t\r")
"""What a spreadsheet takes a cell for a formula by, also in its wide form."""


def harmless(text: str) -> str:
    """A cell's text: with an apostrophe before whatever a spreadsheet would calculate, or start a program by."""
    shown = printable(text)
    return f"'{shown}" if text.lstrip().startswith(BEGIN_A_FORMULA) or text.startswith(BEGIN_A_FORMULA) else shown


def rows(whom: Sequence[Missing], seal: Sequence[str]) -> list[list[str | int]]:
    """Headings, a row a person, and the seal under them. Times are in the zone of the person's deadline."""
    purposes = [purpose for purpose in Purpose if any(purpose in each.open for each in whom)]
    found: list[list[str | int]] = [
        [
            *(_("单位"), _("编号"), _("姓名"), _("职务")),
            *(_("{purpose}未交").format(purpose=terms.purpose(each)) for each in purposes),
            *(_("本人截止时间"), _("最后保存"), _("上次提醒")),
        ]
    ]
    for each in whom:
        one = each.person
        until = [f"{one.deadlines[purpose]:%Y-%m-%d %H:%M}" for purpose in each.open if purpose in one.deadlines]
        found.append(
            [
                *map(harmless, (one.unit_name, one.id, one.name, one.duty)),
                *(each.open.get(purpose, 0) for purpose in purposes),
                " / ".join(dict.fromkeys(until)),
                one.saved.isoformat() if one.saved else "",
                f"{one.reminded.astimezone(CHINA):%Y-%m-%d}" if one.reminded else "",
            ]
        )
    found.append([])
    found.extend([harmless(line)] for line in seal)
    return found


def as_csv(whom: Sequence[Missing], seal: Sequence[str]) -> str:
    """The list as CSV; written with a byte order mark, so that Excel reads it as UTF-8."""
    written = StringIO()
    csv.writer(written).writerows(rows(whom, seal))
    return "\ufeff" + written.getvalue()


def as_xlsx(whom: Sequence[Missing], seal: Sequence[str]) -> bytes:
    """The list as a workbook: texts as texts, numbers as numbers, the headings fixed."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load, needed here only
    from openpyxl.styles import Font  # noqa: PLC0415

    book = Workbook()
    sheet = book.active or book.create_sheet()
    sheet.title = _("未交名单")
    for number, row in enumerate(rows(whom, seal), start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
            if number == 1:
                cell.font = Font(bold=True)
    for letter, width in zip("ABCDEFGHIJ", (22, 12, 14, 24, 14, 14, 14, 20, 14, 14), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    written = BytesIO()
    book.save(written)
    return written.getvalue()
