"""The examples on the pages of all other codes, read as the program reads such files."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from cadre_tui import checklists, scoring
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import BadInput, Fault
from cadre_tui.model.people.person import Person
from cadre_tui.model.study.settings import CourseSource
from cadre_tui.model.study.terms import StudyKind
from cadre_tui.services.rounds.rules.file import read_round_file
from cadre_tui.services.study import given_facts
from cadre_tui.services.study.course_rows import Rows
from cadre_tui.services.tables.raters import read_pairs, read_participants
from cadre_tui.services.tables.ratings import read_ratings
from cadre_tui.services.tables.roster.reading import read_roster
from cadre_tui.tables.sheets import MOST_ROWS
from cadre_tui.words.code_pages import Example, folder
from tests.docs.code_examples import whole, workbook
from tests.services.small import Small

USE: Final = '[[use]]\nchecklist = "core.mutual"\nby = "{by}"\nweight = 1\n'
HEAD: Final = {"id": '"r1"', "title": '"一轮"'}
TODAY: Final = date(2026, 12, 31)
NOW: Final = datetime(2026, 12, 31, 4, tzinfo=UTC)

UNREADABLE: Final = {
    "unknown-encoding": (".csv", b"\xff\x00\x9f\x80abc"),
    "damaged": (".xlsx", b"PK\x03\x04 and nothing behind it"),
    "flooded": (".csv", ("编号,姓名,单位,层级\nq1," + "张" * 200_000).encode()),
    "endless": (".csv", ("编号,姓名,单位,层级\n" + "q1,张,城关镇,机关干部\n" * (MOST_ROWS + 1)).encode()),
}
"""What cannot be shown on a page."""

PEOPLE: Final = tuple(
    Person(id=each, name=name, unit=unit, level="agency-staff")
    for each, name, unit in (
        ("q1", "张建国", "城关镇"),
        ("q2", "李敏", "城关镇"),
        ("q3", "王海", "城关镇"),
        ("q4", "王海", "城关镇"),
        ("q5", "陈刚", "农业局"),
    )
)
COURSES: Final = {
    "person": "学员编号",
    "title": "课程",
    "day": "完成日期",
    "until": "结束",
    "hours": "学时",
    "kind": "类别",
}


def told(example: Example, folder: Path, small: Small) -> list[Fault]:
    """Whatever is said of that file."""
    format_, *peculiar = example.kind.split()
    if format_ == "json":
        raw = example.text if peculiar else f'{{"checklist": "demo.learning|2026.1", "answers": {example.text}}}'
        return _refused(lambda: scoring.read_response(answered(), scoring.parse_response(raw.encode(), "r.json")))
    if format_ == "toml":
        path = folder / "round.toml"
        text = example.text if "alone" in peculiar else _round(example.text)
        path.write_bytes(text.encode("gb18030" if "gb18030" in peculiar else "utf-8"))
        return _refused(lambda: read_round_file(path)[1])
    path = _table(example, folder)
    return _refused(lambda: READERS[peculiar[0] if peculiar and peculiar[0] in READERS else "roster"](path, small))


def answered() -> Checklist:
    """The checklist that the page of answers begins with."""
    page = (folder() / "answers.md").read_text("utf-8")
    written = re.search(r"```toml\n(.*?)\n```", page, re.DOTALL)
    assert written
    return checklists.parse(whole("\n" + written[1]), "demo.toml")


def _refused(read: Callable[[], Any]) -> list[Fault]:
    """The faults, or else the warnings that come back."""
    try:
        found = read()
    except BadInput as error:
        return list(error.faults)
    return [each for each in found if isinstance(each, Fault)]


def _round(text: str) -> str:
    top, _, tables = f"\n{text}".partition("\n[")
    tables = f"[{tables}\n" if tables else ""
    head = "".join(f"{key} = {HEAD[key]}\n" for key in HEAD if not re.search(rf"^{key} =", top, re.MULTILINE))
    if "[[use]]" not in tables:
        tables += USE.format(by="self") + USE.format(by="peer")
    return f"{head}{top}\n{tables}"


def _table(example: Example, folder: Path) -> Path:
    _format, *peculiar = example.kind.split()
    for each in peculiar:
        if each in UNREADABLE:
            ending, content = UNREADABLE[each]
            path = folder / f"table{ending}"
            path.write_bytes(content)
            return path
    text = example.text.replace("␇", "\x07")
    if "bell" in peculiar:
        # No workbook can hold such a sign; a CSV file of another system can.
        path = folder / "table.csv"
        path.write_text(
            "\n".join(",".join(cell.strip() for cell in row.split("|")) for row in text.splitlines()), "utf-8"
        )
        return path
    path = folder / "table.xlsx"
    workbook(text if text.startswith("[") else f"[表]\n{text}").save(path)
    return path


def _roster(path: Path, _small: Small) -> Iterable[Fault]:
    return read_roster(path)[1]


def _pairs(path: Path, _small: Small) -> object:
    return read_pairs(path, known={each.id for each in PEOPLE}, by_hand=True)


def _people(path: Path, _small: Small) -> object:
    return read_participants(path)


def _ratings(path: Path, _small: Small) -> object:
    return read_ratings(path)


def _courses(path: Path, _small: Small) -> object:
    source = CourseSource(id="net", title="网络学院", columns=COURSES, kinds={"党性教育": StudyKind.POLITICAL})
    return Rows(source, PEOPLE, PEOPLE[:4], TODAY, "q1").read(path, (), NOW)


def _names(path: Path, _small: Small) -> object:
    columns = {**COURSES, "person": "姓名"}
    source = CourseSource(id="net", title="网络学院", columns=columns, by_name=True)
    return Rows(source, PEOPLE, PEOPLE, TODAY, "q1").read(path, (), NOW)


def _facts(path: Path, small: Small) -> object:
    return given_facts.read(small.organiser, path, "信访系统")


READERS: Final[dict[str, Callable[[Path, Small], Any]]] = {
    "roster": _roster,
    "pairs": _pairs,
    "people": _people,
    "ratings": _ratings,
    "courses": _courses,
    "names": _names,
    "facts": _facts,
}
