"""Whatever stands in a table, it is read or refused in words: no traceback, each fault in a cell that is there."""

import csv
import io
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.exceptions import IllegalCharacterError

from cadre_tui import checklists
from cadre_tui.cli.main import run
from cadre_tui.locale import use
from cadre_tui.model.fault import CadreError
from cadre_tui.words import faults, refusals
from tests.checklists.tables.workbooks import agency, written

WORDS = sorted({str(cell) for rows in agency().values() for row in rows for cell in row} | {
    "-1", "1e999", "９９", "nan", "是，否", "2026-03-01", "2026-02-30", "a|b", "考评项", "选项", "等次", "说明",
    "(en)", "\u202e", "=1+1",

    "显示条件考评项", "显示条件等于", "节封顶", "tiers", "至少", "格式", "scale",
    "#REF!", "\t", "[x]", "{name}", "1,000", "1e400",
})  # fmt: skip
VALUES = st.one_of(
    st.sampled_from(WORDS), st.text(max_size=4), st.integers(-(10**15), 10**15), st.floats(), st.booleans(),
    st.sampled_from([date(2026, 3, 1), datetime(2026, 3, 1, 9, 30), time(9, 30)]),
)  # fmt: skip
CHANGES = st.lists(
    st.tuples(st.sampled_from(sorted(agency())), st.integers(0, 15), st.integers(0, 24), VALUES),
    min_size=1,
    max_size=4,
)
ANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FEW = settings(ANY, max_examples=12)


def changed(changes: list[tuple[str, int, int, Any]]) -> dict[str, list[list[Any]]]:
    sheets = agency()
    for name, at, position, value in changes:
        rows = sheets[name]
        row = rows[at % len(rows)]
        row += [""] * (position + 1 - len(row))
        row[position] = value
    return sheets


def told(path: Path) -> bool:
    """Whether anything is wrong: read where nothing is, else refused, with sentences in both languages."""
    found = checklists.check(path)
    for language in ("zh", "en"):
        use(language)
        assert all(faults.sentence(fault) for fault in found)
    use("zh")
    wrong = any(not fault.warning for fault in found)
    try:
        checklists.listed(path)
        assert not wrong
    except CadreError as error:
        assert wrong
        assert refusals.sentence(error)
    return wrong


@ANY
@given(changes=CHANGES)
def test_a_mutated_csv_file_is_read_or_refused_in_words(
    changes: list[tuple[str, int, int, Any]], tmp_path_factory: Any
) -> None:
    out = io.StringIO()
    writer = csv.writer(out)
    for name, rows in changed(changes).items():
        writer.writerows([[name], *rows])
    path = tmp_path_factory.getbasetemp() / "mutated.csv"
    path.write_bytes(out.getvalue().encode("utf-8", "replace"))
    lines = out.getvalue().count("\n")
    told(path)
    assert all((fault.place.row or 1) <= lines for fault in checklists.check(path))


@FEW
@given(changes=CHANGES)
def test_a_mutated_workbook_is_read_or_refused_in_words(
    changes: list[tuple[str, int, int, Any]], tmp_path_factory: Any, capsys: Any
) -> None:
    path = tmp_path_factory.getbasetemp() / "mutated.xlsx"
    try:
        written(changed(changes), path)
    except (ValueError, IllegalCharacterError):  # what no spreadsheet can hold
        return
    wrong = told(path)
    assert run(["--no-plugins", "plugin", "check", str(path)]) == int(wrong)
    capsys.readouterr()


@ANY
@given(content=st.binary(max_size=300), head=st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"\xd0\xcf\x11\xe0"]))
def test_any_bytes_are_answered_in_words(content: bytes, head: bytes, tmp_path_factory: Any) -> None:
    for ending in (".xlsx", ".csv"):
        path = tmp_path_factory.getbasetemp() / f"any{ending}"
        path.write_bytes(head + content)
        try:
            assert any(not fault.warning for fault in checklists.check(path))
        except CadreError as error:
            assert refusals.sentence(error)


@FEW
@given(at=st.integers(0, 10**6), bytes_=st.binary(min_size=1, max_size=3))
def test_a_damaged_workbook_is_answered_in_words(at: int, bytes_: bytes, tmp_path_factory: Any) -> None:
    path = written(agency(), tmp_path_factory.getbasetemp() / "damaged.xlsx")
    content = path.read_bytes()
    at %= len(content)
    path.write_bytes(content[:at] + bytes_ + content[at + len(bytes_) :])
    try:
        found = checklists.check(path)
    except CadreError as error:
        assert refusals.sentence(error)
        return
    assert all(faults.sentence(fault) for fault in found)
