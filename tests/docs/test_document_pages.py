"""What the pages about documents tell people to type can be typed, and both tell the same."""

import re
from pathlib import Path

import pytest

from tests.docs.test_organiser_pages import understood

DOCS = Path(__file__).parents[2] / "docs"
BOTH = pytest.mark.parametrize("page", ["documents.md", "documents-english.md"])


def text(page: str) -> str:
    return (DOCS / "organisers" / page).read_text("utf-8")


def commands(page: str) -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", text(page), re.S)
    return [line for block in blocks for line in block.splitlines()]


@BOTH
def test_every_command_of_the_page_is_understood(page: str) -> None:
    assert [understood(line) for line in commands(page)] == ["cadre report"] * 5 + ["cadre account outbox"] * 4


@BOTH
def test_every_picture_is_there(page: str) -> None:
    pictures = re.findall(r"\]\((\.\./pictures/[^)]+)\)", text(page))
    assert len(pictures) == 3
    assert all((DOCS / "organisers" / each).is_file() for each in pictures)
