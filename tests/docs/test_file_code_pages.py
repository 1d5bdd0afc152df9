"""Every code of a roster, a round file, a response, a table is written on; its examples get it, or nothing at all."""

from pathlib import Path

import pytest

from cadre_tui.model.codes import allocation, checklists, inputs, ratings, study
from cadre_tui.words import code_pages, faults
from cadre_tui.words.code_pages import code_page, known_codes
from tests.docs.file_examples import told
from tests.services.small import Small, make

CODES = tuple(
    code
    for module in (allocation, checklists, inputs, ratings, study)
    for name, code in vars(module).items()
    if name.isupper() and not str(code).startswith("CL")
)
WITHOUT = {each for each in CODES if each[:2] in ("AL", "PL") or each in ("RS025", "RS026")}
"""No file alone gets them: they tell of a whole county's people, or of a plugin."""

PEOPLE = (("q1", "张建国", "城关镇", "agency-staff"), ("q2", "李敏", "城关镇", "agency-staff"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    return make(tmp_path_factory.mktemp("pages") / "data", PEOPLE)


@pytest.mark.parametrize("code", sorted({*CODES} - WITHOUT))
def test_the_wrong_example_gets_that_code_and_the_right_one_none(code: str, tmp_path: Path, small: Small) -> None:
    page = code_page(code)
    (wrong,), (right,) = page.wrong, page.right
    found = told(wrong, tmp_path, small)
    assert {each.code for each in found} == {code}
    assert all(faults.sentence(each) for each in found)
    assert told(right, tmp_path, small) == []


def test_every_code_is_written_on_once_in_both_languages_and_in_no_other_place() -> None:
    written = [each for each in known_codes() if not each.startswith("CL")]
    assert written == sorted(CODES)
    pages = [code_page(each) for each in written]
    assert all(each.title["zh"] and each.title["en"] and each.text["zh"] and each.text["en"] for each in pages)
    assert {each.code for each in pages if not each.wrong and not each.right} == WITHOUT


def test_every_such_page_stands_in_the_index() -> None:
    index = (code_pages.folder() / "index.md").read_text("utf-8")
    pages = sorted(path for path in code_pages.folder().glob("[a-z]*.md") if path.name != "index.md")
    lines = [line for line in index.splitlines() if line.startswith("- [") and "[CL" not in line]
    told = {path.name: path.read_text("utf-8").splitlines()[0].removeprefix("# ") for path in pages}
    assert sorted(lines) == sorted(f"- [{title}]({name})" for name, title in told.items())
