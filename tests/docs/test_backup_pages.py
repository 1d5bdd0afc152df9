"""What the pages on backups tell people to type can be typed, and both tell of the same commands."""

import re

import pytest

from cadre_tui.words.safekeeping import SENTENCES
from tests.docs.test_organiser_pages import PAGES, commands, understood

CHINESE, ENGLISH = "backup.md", "backup-english.md"


@pytest.mark.parametrize("page", [CHINESE, ENGLISH])
def test_every_command_is_understood(page: str) -> None:
    lines = commands(page)
    assert len(lines) >= 8
    assert {understood(line).split()[1] for line in lines} == {"backup", "restore", "doctor", "store"}


def test_both_tell_of_the_same_commands() -> None:
    def options(page: str) -> list[list[str]]:
        return [[understood(line), *re.findall(r"--[a-z]+", line)] for line in commands(page)]

    assert options(CHINESE) == options(ENGLISH)


def test_what_the_table_quotes_is_what_the_program_says() -> None:
    said = " ".join(SENTENCES.values())
    rows = re.findall(r"^\| ([^|-]+?) \|", (PAGES / CHINESE).read_text("utf-8"), re.M)[1:]
    assert len(rows) == 7
    for row in rows:
        for part in row.split("，"):
            assert part in said, part
