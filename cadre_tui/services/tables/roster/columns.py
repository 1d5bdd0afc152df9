"""Which column of a roster holds what: the heading row is looked for, its columns may stand in any order."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import Fault
from cadre_tui.model.nearest import nearest
from cadre_tui.tables.sheets import Cell, Sheet

HEADINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("编号", "工号", "人员编号", "干部编号", "id", "personid", "staffid", "no", "number"),
    "name": ("姓名", "名字", "name", "fullname"),
    "unit": (
        "单位",
        "单位名称",
        "工作单位",
        "所在单位",
        "部门",
        "unit",
        "department",
        "organisation",
        "organization",
    ),
    "level": ("层级", "级别", "干部层级", "层次", "level"),
    "duty": ("职务", "职务名称", "现任职务", "岗位", "duty", "post", "position", "title"),
    "colleagues": ("评价同事", "评价谁", "评价对象", "互评对象", "互评名单", "colleagues", "rates"),
    "superior": ("上级", "直接上级", "上级编号", "上级领导", "分管领导", "superior", "manager", "reportsto"),
    "also_in": ("兼任单位", "兼职单位", "兼任", "其他任职单位", "alsoin", "dualposts", "furtherunits"),
    "serves": ("服务单位", "服务对象", "服务哪些单位", "联系单位", "serves", "servedunits"),
    "standing": ("状态", "在岗状态", "在岗情况", "人员状态", "standing", "status"),
    "rated": ("参评", "是否参评", "参加考评", "是否参加考评", "身份", "考评身份", "rated"),
}
"""The headings that each field is known by; the first is the one that people are told."""

NEEDED: Final = ("id", "name", "unit", "level")
SEARCHED: Final = 10
"""Rows among which the headings are looked for: a title often stands above them."""


@dataclass(frozen=True)
class Headings:
    """Where the heading row is (its position among the rows), and the column of each field that is there."""

    at: int
    columns: Mapping[str, int]


def plain(cell: Cell) -> str:
    """A text that only its meaning is left of: full-width signs as half-width ones, no spaces at all."""
    return "".join(unicodedata.normalize("NFKC", cell).split()) if isinstance(cell, str) else ""


def field_of(cell: Cell) -> str | None:
    """The field that a heading names: ``姓 名``, ``Person ID``, ``职务（岗位）`` and ``姓名*`` are known too."""
    heading = plain(cell).lower().replace("_", "").replace("-", "").rstrip("*:").split("(", maxsplit=1)[0]
    return next((field for field, known in HEADINGS.items() if heading in known), None)


def find_headings(sheet: Sheet) -> Headings | None:
    """The first row that names at least two fields; None where there is none."""
    for at, (_number, cells) in enumerate(sheet.rows[:SEARCHED]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(cells):
            field = field_of(cell)
            if field is not None:
                columns.setdefault(field, column)
        if len(columns) > 1:
            return Headings(at, columns)
    return None


def heading_faults(sheet: Sheet, headings: Headings) -> Iterator[Fault]:
    """What is wrong with the heading row, and, as warnings, the columns that nobody asked for."""
    number, cells = sheet.rows[headings.at]
    unknown = [plain(cell) for cell in cells if plain(cell) and field_of(cell) is None]
    for field in NEEDED:
        if field not in headings.columns:
            known = HEADINGS[field]
            # In place of the column there may be one whose heading is nearly right.
            near = next((each for each in unknown if nearest(each, known, alike=0.5)), None)
            values = {"name": known[0], "english": field, "instead": near}
            code = codes.COLUMN_MISNAMED if near else codes.COLUMN_MISSING
            yield Fault(code=code, place=sheet.place(number), values=values)
    for column, cell in enumerate(cells):
        named = field_of(cell)
        written = plain(cell)
        if named is None and written:
            known_names = tuple(name for names in HEADINGS.values() for name in names[:1])
            ignored = {"name": written, "known": known_names}
            yield Fault(code=codes.COLUMN_IGNORED, place=sheet.place(number, column), values=ignored, warning=True)
        elif named is not None and headings.columns[named] != column:
            yield Fault(code=codes.COLUMN_TWICE, place=sheet.place(number, column), values={"name": written})
