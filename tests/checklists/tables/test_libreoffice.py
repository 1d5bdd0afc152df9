"""Workbooks that LibreOffice wrote, with the usual accidents: read, or refused with sheet, row and column."""

from pathlib import Path

from cadre_tui import checklists
from cadre_tui.tables.sheets import read_sheets

HERE = Path(__file__).parent / "libreoffice"
SAME = """
schema = 1
id = "linshui.office"
version = "2026.10"
title = "临水县机关学习考评表"
approved = 2026-03-01
total = 100
[[scale]]
id = "level-2"
option = [{ code = "good", text = "好", score = 100 }, { code = "poor", text = "差", score = 40 }]
[[section]]
id = "plan"
title = "学习计划"
[[section.criterion]]
id = "plan.written"
kind = "rating"
text = "年度学习计划是否切实"
points = 20
scale = "level-2"
[[section.criterion]]
id = "plan.sessions"
kind = "yes_no"
text = "是否按月集中学习"
points = 40
[[section]]
id = "work"
title = "联系工作"
[[section.criterion]]
id = "work.applied"
kind = "yes_no"
text = "是否用学到的解决了问题"
points = 40
[[grade]]
code = "pass"
text = "合格"
min = 60
[[grade]]
code = "fail"
text = "不合格"
min = 0
"""


def test_full_width_signs_a_title_merged_sections_a_formula_and_grey_rows_below_are_read() -> None:
    assert checklists.read(HERE / "right.xlsx").canonical == checklists.parse(SAME, "same.toml").canonical


def test_rows_that_are_only_coloured_hold_nothing() -> None:
    assert [len(sheet.rows) for sheet in read_sheets(HERE / "right.xlsx")] == [5, 5, 3, 3]


def test_each_accident_is_refused_at_its_cell() -> None:
    found = checklists.check(HERE / "wrong.xlsx")
    assert [(each.code, each.place.sheet, each.place.row, each.place.column) for each in found] == [
        ("CL095", "考评表", 2, 2),
        ("CL098", "考评表", 4, 2),
        ("CL101", "考评项", 2, 6),
        ("CL099", "考评项", 4, 6),
        ("CL097", "选项", 2, 2),
    ]
