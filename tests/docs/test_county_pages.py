"""What the pages about the county's results tell people to type can be typed, and both tell the same."""

import re
from pathlib import Path

import pytest

from tests.docs.test_organiser_pages import understood

PAGES = Path(__file__).parents[2] / "docs" / "organisers"
NAMES = ("county.md", "county-english.md")


def commands(page: str) -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", (PAGES / page).read_text("utf-8"), re.S)
    return [line for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("page", NAMES)
def test_every_command_of_the_page_is_understood(page: str) -> None:
    assert {understood(line) for line in commands(page)} == {
        "cadre county",
        "cadre remedy new",
        "cadre remedy report",
        "cadre remedy judge",
        "cadre remedy hand-over",
        "cadre remedy list",
    }


def test_both_languages_tell_the_same_commands() -> None:
    chinese, english = ([understood(line) for line in commands(page)] for page in NAMES)
    assert chinese == english
