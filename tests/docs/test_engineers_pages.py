"""The engineers' pages tell of the house as it stands: every file and every room that they name is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "cadre_tui"
PAGES = sorted((ROOT / "docs" / "engineers").glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    files = {
        path.relative_to(ROOT).as_posix()
        for folder in ("cadre_tui", "tests")
        for path in (ROOT / folder).rglob("*.py")
    }
    named = re.findall(r"`([\w/]+\.py)\b", page.read_text("utf-8"))
    assert [name for name in named if not any(f"/{file}".endswith(f"/{name}") for file in files)] == []


def test_every_room_stands_on_the_page_of_the_house() -> None:
    drawn = (ROOT / "docs" / "engineers" / "house.md").read_text("utf-8").split("```")[1]
    told = set(re.findall(r"^  (\w+)/", drawn, re.MULTILINE))
    assert told == {path.parent.name for path in PACKAGE.glob("*/__init__.py")}


def test_every_folder_of_the_services_and_the_screens_stands_there_too() -> None:
    drawn = (ROOT / "docs" / "engineers" / "house.md").read_text("utf-8").split("```")[1]
    folders = [path.parent.name for room in ("services", "tui") for path in (PACKAGE / room).glob("*/__init__.py")]
    assert [folder for folder in folders if not re.search(rf"\b{folder}\b", drawn)] == []
