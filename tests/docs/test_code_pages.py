"""Every code of a checklist has a page; its wrong example gets that very code, and its right one nothing at all."""

import re
from pathlib import Path

import pytest

from cadre_tui import checklists
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.fault import Fault
from cadre_tui.plugins.known import checking
from cadre_tui.plugins.known.catalogue import Catalogue
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.words import code_pages
from cadre_tui.words.code_pages import Example, code_page
from tests.docs.code_examples import of_checklists, write

INDEX = code_pages.folder() / "index.md"
CODES = tuple(code for name, code in vars(codes).items() if name.isupper() and str(code).startswith("CL"))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue((), plugins=False)


def told(examples: tuple[Example, ...], folder: Path, catalogue: Catalogue) -> list[Fault]:
    """What the first of the files gets, beside the others."""
    files = [write(example, folder, f"example-{at}") for at, example in enumerate(examples)]
    if "alone" in examples[0].kind:
        return list(checklists.check(files[0]))
    return list(catalogue.beside(files).judged(files[0])[1])


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_gets_that_code_and_the_right_one_none(
    code: str, tmp_path: Path, catalogue: Catalogue
) -> None:
    page = code_page(code)
    wrong = told(page.wrong, tmp_path, catalogue)
    assert {fault.code for fault in wrong} == {code}
    assert all(fault.place.file == str(tmp_path / Path(fault.place.file or "").name) for fault in wrong)
    (tmp_path / "right").mkdir()
    assert told(page.right, tmp_path / "right", catalogue) == []


def test_every_code_has_its_page_and_its_line_in_the_index() -> None:
    assert list(of_checklists()) == sorted(CODES)
    pages = [code_page(code) for code in of_checklists()]
    assert all(each.text["zh"] and each.text["en"] and each.wrong and each.right for each in pages)
    lines = [line for line in INDEX.read_text("utf-8").splitlines() if line.startswith("- [CL")]
    assert lines == [f"- [{each.code}]({each.code}.md) {each.title['zh']} · {each.title['en']}" for each in pages]


def test_what_is_told_of_whole_files_is_listed_too() -> None:
    source = Path(checking.__file__).read_text("utf-8")
    told = set(re.findall(r'NotRight\("([a-z-]+)"', source))
    assert told == set(re.findall(r"^\| `([a-z-]+)` \|", INDEX.read_text("utf-8"), re.MULTILINE))
