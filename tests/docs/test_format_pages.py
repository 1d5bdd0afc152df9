"""The examples in the format pages are true: the checklist is right, the response is scored."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from cadre_tui import checklists, scoring
from cadre_tui.kinds import registry

PAGES = Path(__file__).parents[2] / "docs" / "plugin-authors"
BOTH = pytest.mark.parametrize("page", ["format.md", "format-english.md"])


def example(page: str, language: str) -> str:
    """The first block of that language on the page."""
    return re.search(rf"```{language}\n(.*?)```", (PAGES / page).read_text("utf-8"), re.S)[1]  # type: ignore[index]


@BOTH
def test_the_example_checklist_has_no_fault(page: str, tmp_path: Path) -> None:
    path = tmp_path / "qinghe.toml"
    path.write_text(example(page, "toml"), "utf-8")
    assert not [fault for fault in checklists.check(path) if not fault.warning]


@BOTH
def test_the_example_response_is_scored_as_the_page_says(page: str) -> None:
    checklist = checklists.parse(example(page, "toml"), page)
    answers = scoring.read_response(checklist, scoring.parse_response(example(page, "json").encode(), page))
    sheet = scoring.score(checklist, answers)
    # plan: 20 + 30 of 50 that are in; work: 40 - 10 - 3; 77 of 90 on 100; one article of the county's
    assert sheet.total == Decimal("86.6")
    assert not sheet.missing


def test_both_pages_describe_the_same_checklist() -> None:
    chinese, english = (checklists.parse(example(page, "toml"), page) for page in ("format.md", "format-english.md"))
    assert chinese.digest == english.digest


@BOTH
def test_every_kind_is_on_the_page(page: str) -> None:
    text = (PAGES / page).read_text("utf-8")
    assert not [kind for kind in registry.names() if f"`{kind}`" not in text]


@BOTH
def test_every_key_of_a_criterion_is_on_the_page(page: str) -> None:
    text = (PAGES / page).read_text("utf-8")
    fields = {field for kind in registry.kinds().values() for field in kind.model.model_fields}
    assert not [field for field in sorted(fields) if f"`{field}`" not in text and f"{field} =" not in text]
