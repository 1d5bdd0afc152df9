"""What the page of threats says is shown: every test that it names is there, and every claim names one."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "engineers" / "threats.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", PAGE)))
SAFETY = [ROOT / "docs" / "organisers" / f"safety{ending}.md" for ending in ("", "-english")]


def test_many_are_named() -> None:
    assert len(NAMED) > 40


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_each_test_is_there(file: str, name: str) -> None:
    written = (ROOT / file).read_text("utf-8")
    assert re.search(rf"^(async )?def {name or 'test_'}", written, re.MULTILINE)


def test_every_row_of_what_somebody_can_and_cannot_do_is_shown_by_a_test() -> None:
    tables = re.findall(r"\| can \| cannot \| because \| shown by \|\n\|[-|]+\|\n((?:\|.*\n)+)", PAGE)
    assert len(tables) == 6
    for row in "".join(tables).splitlines():
        assert "`tests/" in row.rsplit("|", 2)[1], row


def test_both_pages_for_organisers_have_the_same_rows() -> None:
    chinese, english = (page.read_text("utf-8") for page in SAFETY)
    for each in (r"^\|", r"^\d\. ", r"^## "):
        assert len(re.findall(each, chinese, re.MULTILINE)) == len(re.findall(each, english, re.MULTILINE))
