"""A table is the same checklist as the TOML file that says the same; what a spreadsheet did to it is told."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cadre_tui import checklists
from cadre_tui.locale import use
from cadre_tui.model.fault import BadInput, Fault
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.words.faults import sentence
from tests.checklists.tables.workbooks import agency, workbook, written
from tests.examples import AGENCY

SAME = checklists.read(AGENCY)


def faults(sheets: dict[str, list[list[Any]]], folder: Path) -> list[Fault]:
    found = [each for each in checklists.check(written(sheets, folder / "t.xlsx")) if not each.warning]
    for language in ("zh", "en"):
        use(language)
        assert all(sentence(each) for each in found)
    use("zh")
    return found


def places(found: list[Fault]) -> list[tuple[str, str | None, int | None, int | None]]:
    return [(each.code, each.place.sheet, each.place.row, each.place.column) for each in found]


def test_the_same_digest_as_the_toml_file(tmp_path: Path) -> None:
    read = checklists.read(written(agency(), tmp_path / "t.xlsx"))
    assert read.canonical == SAME.canonical
    assert read.digest == SAME.digest


def test_the_same_in_one_csv_file_of_either_encoding(tmp_path: Path) -> None:
    lines = []
    for name, rows in agency().items():
        lines += [name, *(",".join(f'"{cell}"' for cell in row) for row in rows), ",,,"]
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        path = tmp_path / f"{encoding}.csv"
        path.write_bytes("\r\n".join(lines).encode(encoding))
        assert checklists.read(path).digest == SAME.digest


IN_ENGLISH = """
schema = 1
id = "t.a"
version = "1"
title = "题"
levels = ["enterprise"]
[[section]]
id = "s"
title = "节"
[[section.criterion]]
id = "a"
kind = "yes_no"
text = "甲"
points = 4
[[section.criterion]]
id = "b"
kind = "tiers"
text = "乙"
points = 6
show_when = { criterion = "a", is = true }
tier = [{ at_least = 10, points = 6 }, { at_least = 5, points = 3 }]
[[section.criterion]]
id = "c"
kind = "choice"
text = "丙"
points = 5
option = [{ code = "1", text = "一", points = 5 }, { code = "2", text = "二", points = 0 }]
"""
"""What the English sheets below say."""


def test_english_headings_and_codes_are_taken(tmp_path: Path) -> None:
    sheets = {
        "checklist": [["item", "value"], ["id", "t.a"], ["version", "1"], ["title", "题"], ["levels", "enterprise"]],
        "Criteria": [
            ["section", "section title", "id", "kind", "text", "points", "show_when.criterion", "show_when.is"],
            ["s", "节", "a", "yes_no", "甲", 4],
            ["s", "节", "b", "tiers", "乙", 6, "a", "yes"],
            ["s", "", "c", "choice", "丙", 5, "b", ""],
        ],
        "options": [["criterion", "code", "text", "points"], ["c", 1, "一", 5], ["c", 2, "二", 0]],
        "tiers": [["criterion", "at least", "points"], ["b", 10, 6], ["b", 5, 3]],
    }
    sheets["Criteria"][3][6] = ""
    read = checklists.read(written(sheets, tmp_path / "t.xlsx"))
    assert read.canonical == checklists.parse(IN_ENGLISH, "t").canonical


def test_what_a_spreadsheet_does_that_loses_nothing_is_taken(tmp_path: Path) -> None:
    sheets = agency()
    sheets["考评表"][7][1] = date(2026, 3, 1)
    sheets["考评表"][10][1] = "１００"
    sheets["考评表"] += [["", "  "], ["　", ""]]
    sheets["考评项"][2][6] = " ｐｌａｎ．sessions "
    sheets["考评项"][2][14] = 1.5000000000000002
    sheets["考评项"].insert(0, ["清河县考评项"])
    sheets["考评项"].append(sheets["考评项"][1])
    sheets["说明"] = [["写给同事看"]]
    assert checklists.read(written(sheets, tmp_path / "t.xlsx")).digest == SAME.digest


def spoil(sheet: str, row: int, column: int, value: Any) -> Callable[[dict[str, list[list[Any]]]], None]:
    def change(sheets: dict[str, list[list[Any]]]) -> None:
        cells = sheets[sheet][row - 1]
        cells += [""] * (column - len(cells))
        cells[column - 1] = value

    return change


@pytest.mark.parametrize(
    ("code", "sheet", "row", "column", "value"),
    [
        ("CL095", "考评表", 2, 2, 2026.1),
        ("CL095", "考评表", 2, 2, 2026),
        ("CL097", "考评表", 2, 2, date(2026, 1, 1)),
        ("CL098", "考评表", 8, 2, 46082),
        ("CL012", "考评表", 8, 2, "春天"),
        ("CL012", "考评表", 11, 2, "一百"),
        ("CL097", "考评项", 3, 13, date(2026, 1, 30)),
        ("CL013", "考评项", 2, 11, "计化"),
        ("CL026", "考评项", 2, 8, "评极"),
        ("CL012", "考评项", 4, 17, "也许"),
        ("CL092", "考评项", 1, 13, "分直"),
        ("CL094", "考评项", 1, 8, "编号"),
        ("CL096", "选项", 2, 2, 1.5),
        ("CL097", "选项", 2, 2, date(2026, 3, 4)),
        ("CL099", "选项", 3, 4, "#DIV/0!"),
        ("CL100", "选项", 3, 4, "=40+40"),
        ("CL020", "选项", 3, 2, "good"),
        ("CL022", "扣分细则", 2, 1, "work.aplied"),
        ("CL103", "扣分细则", 2, 1, ""),
        ("CL104", "考评项", 3, 5, 50),
        ("CL023", "考评项", 7, 22, "fall"),
    ],
)
def test_a_spoilt_cell_is_told_where_it_is(
    code: str, sheet: str, row: int, column: int, value: Any, tmp_path: Path
) -> None:
    sheets = agency()
    spoil(sheet, row, column, value)(sheets)
    found = places(faults(sheets, tmp_path))
    assert (code, sheet, row, column) in found
    assert len([each for each in found if each[1:] == (sheet, row, column)]) == 1


def test_all_faults_at_once_in_the_order_of_the_sheets(tmp_path: Path) -> None:
    sheets = agency()
    for change in (spoil("等次", 2, 3, "九十"), spoil("考评表", 2, 2, 2026.1), spoil("考评项", 3, 6, "-")):
        change(sheets)
    assert [each[1] for each in places(faults(sheets, tmp_path))][:1] == ["考评表"]
    assert places(faults(sheets, tmp_path))[-1][1:] == ("等次", 2, 3)


def test_the_nearest_word_is_said_in_the_tables_own_language(tmp_path: Path) -> None:
    sheets = agency()
    spoil("考评项", 2, 8, "评极")(sheets)
    spoil("考评项", 1, 13, "分直")(sheets)
    spoil("考评项", 2, 11, "结合工做")(sheets)
    assert {each.values.get("meant") for each in faults(sheets, tmp_path)} >= {"评级", "分值", "结合工作"}


def test_merged_cells_and_hidden_sheets_are_told(tmp_path: Path) -> None:
    book = workbook(agency())
    book["考评项"].merge_cells("M2:M4")
    book["考评项"].merge_cells("A2:A4")  # the section, down its rows: said once, and meant for all
    book["考评项"].merge_cells("AA2:AC9")  # beside the table
    book["等次"].sheet_state = "hidden"
    book.save(tmp_path / "t.xlsx")
    found = places([each for each in checklists.check(tmp_path / "t.xlsx") if not each.warning])
    assert ("CL101", "考评项", 2, 13) in found
    assert ("CL102", "等次", None, None) in found
    assert [each[0] for each in found].count("CL101") == 1


def test_a_missing_or_misspelt_sheet_is_told(tmp_path: Path) -> None:
    sheets = agency()
    sheets["考评顼"] = sheets.pop("考评项")
    found = faults(sheets, tmp_path)
    assert {"CL090", "CL091"} <= {each.code for each in found}
    assert next(each for each in found if each.code == "CL091").values["meant"] == "考评项"


@pytest.mark.parametrize(("name", "content"), [("a.xlsx", b"PK\x03\x04nonsense"), ("a.csv", b""), ("b.xlsx", b"")])
def test_what_is_no_table_is_told(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    assert checklists.check(tmp_path / name)


def test_other_tables_are_refused_by_name(tmp_path: Path) -> None:
    for name, code in (("list.xls", "checklist-table"), ("nowhere.xlsx", "checklist-not-found")):
        with pytest.raises(BadInput, match=code):
            checklists.read(tmp_path / name)


def test_a_table_is_offered_as_soon_as_it_lies_in_a_folder(tmp_path: Path) -> None:
    written(agency(), tmp_path / "清河.xlsx")
    (tmp_path / "~$清河.xlsx").write_bytes(b"open")
    catalogue = load_catalogue([tmp_path], plugins=False)
    assert [(each.name, each.problem) for each in catalogue.offers()][2:] == [("qinghe.agency|2026.1", None)]
    assert catalogue.checklist("qinghe.agency").digest == SAME.digest


def test_an_overlay_may_lie_on_a_table(tmp_path: Path) -> None:
    written(agency(), tmp_path / "t.xlsx")
    overlay = """
schema = 1
id = "linshui.agency"
version = "1"
overlay = { base = "qinghe.agency|2026.1" }
[[set]]
criterion = "plan.written"
text = "年度计划"
"""
    (tmp_path / "o.toml").write_text(overlay, "utf-8")
    tailored = load_catalogue([tmp_path], plugins=False).checklist("linshui.agency").criterion("plan.written")
    assert tailored is not None
    assert tailored.text.say("zh") == "年度计划"


def test_a_checklist_for_everybody_has_no_levels_and_who_wrote_everybody_is_told_so(tmp_path: Path) -> None:
    sheets = agency()
    head = next(row for row in sheets["考评表"] if row[0] == "适用对象")
    head[1] = "全体干部"
    (found,) = faults(sheets, tmp_path)
    assert found.code == "CL028"
    assert "人人适用的不用写" in sentence(found)
    head[1] = ""
    assert checklists.read(written(sheets, tmp_path / "t.xlsx")).levels == ()
