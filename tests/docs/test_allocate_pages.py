"""What the pages about ``cadre allocate`` say can be typed, and the columns that they name are read."""

import re
from pathlib import Path

import pytest

from cadre_tui.services.tables.raters import PEOPLE
from tests.docs.test_organiser_pages import PAGES, commands, understood

BOTH = pytest.mark.parametrize("page", ["allocate.md", "allocate-english.md"])


@BOTH
def test_every_command_on_the_page_can_be_typed(page: str) -> None:
    assert [understood(line) for line in commands(page)] == ["cadre allocate"] * 2


@BOTH
def test_the_columns_on_the_page_are_those_that_are_read(page: str) -> None:
    told = re.findall(r"^\| (\S+)（`(\w+)`）|^\| `(\w+)` \((\S+)\)", (PAGES / page).read_text("utf-8"), re.M)
    named = [(chinese or other, english or name) for chinese, english, name, other in told]
    read = [(each.headings[0], each.headings[1]) for each in PEOPLE.values()]
    assert [(chinese, english.replace("_", "")) for chinese, english in named] == [
        read[at] for at in (0, 1, 2, 3, 5, 4)
    ]


def test_the_pages_are_in_the_navigation() -> None:
    navigation = (Path(PAGES).parent.parent / ".mkdocs.yml").read_text("utf-8")
    assert "organisers/allocate.md" in navigation
    assert "organisers/allocate-english.md" in navigation
