"""What the pages about ``cadre analyse`` say can be typed, and the columns that they name are read."""

import re

import pytest

from cadre_tui.services.tables.ratings import COLUMNS
from tests.docs.test_organiser_pages import PAGES, commands, understood

BOTH = pytest.mark.parametrize("page", ["analyse.md", "analyse-english.md"])


@BOTH
def test_every_command_on_the_page_can_be_typed(page: str) -> None:
    assert [understood(line) for line in commands(page)] == ["cadre analyse"] * 3 + ["cadre round quality"] * 5


@BOTH
def test_the_columns_on_the_page_are_those_that_are_read(page: str) -> None:
    told = re.findall(r"^\| (\S+)（`(\w+)`）|^\| `(\w+)` \((\S+)\)", (PAGES / page).read_text("utf-8"), re.M)
    named = [(chinese or other, english or name) for chinese, english, name, other in told]
    assert named == [(each.headings[0], each.headings[1]) for each in COLUMNS.values()]


@BOTH
def test_the_page_is_in_the_navigation(page: str) -> None:
    assert f"organisers/{page}" in (PAGES.parents[1] / ".mkdocs.yml").read_text("utf-8")
