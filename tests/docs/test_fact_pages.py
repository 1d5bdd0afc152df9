"""The pages of known numbers name every one that the register knows, and the example table is taken as it stands."""

import re
from pathlib import Path

import pytest

from cadre_tui import locale
from cadre_tui.services.study import given_facts
from cadre_tui.services.study.facts import FACTS
from tests.services.study.study_county import make

PAGES = Path(__file__).parents[2] / "docs" / "plugin-authors"


@pytest.mark.parametrize(("page", "language"), [("facts.md", "zh"), ("facts-english.md", "en")])
def test_every_fact_stands_on_the_page_with_what_it_is(page: str, language: str) -> None:
    text = (PAGES / page).read_text("utf-8")
    locale.use(language)
    wanted = [f"| `{name}` | {locale._(each.meaning)} |" for name, each in FACTS.items()]
    assert [line for line in text.splitlines() if line.startswith("| `study.")] == wanted


@pytest.mark.parametrize("page", ["facts.md", "facts-english.md"])
def test_the_table_of_the_page_is_taken(page: str, tmp_path: Path) -> None:
    small = make(tmp_path / "data", count=4)
    table = re.search(r"```csv\n(.*?)```", (PAGES / page).read_text("utf-8"), re.S)
    assert table
    path = tmp_path / "facts.csv"
    path.write_text(table[1].replace("q042", "p02"), "utf-8")
    (row,) = given_facts.read(small.organiser, path, "走访系统")
    assert (row.person, row.fact, row.known.value, row.known.of) == ("p02", "office.visits", 12, 20)
    assert len(row.known.entries) == 2
