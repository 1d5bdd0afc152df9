"""The pages on tables are true: the example is right, every sheet and kind is named."""

import re
from pathlib import Path

from cadre_tui import checklists
from cadre_tui.checklists.tables.columns import KINDS
from cadre_tui.checklists.tables.vocabulary import KINDS as WORDS

PAGES = Path(__file__).parents[2] / "docs" / "plugin-authors"


def test_the_example_is_right_and_the_same_in_both(tmp_path: Path) -> None:
    digests = set()
    for page in ("table.md", "table-english.md"):
        (block,) = re.findall(r"```csv\n(.*?)```", (PAGES / page).read_text("utf-8"), re.S)
        path = tmp_path / f"{page}.csv"
        path.write_text(block, "utf-8")
        assert checklists.check(path) == ()
        digests.add(checklists.read(path).digest)
    assert len(digests) == 1


def test_every_sheet_and_kind_is_named() -> None:
    chinese, english = ((PAGES / page).read_text("utf-8") for page in ("table.md", "table-english.md"))
    assert not [kind.name for kind in KINDS if f"| {kind.titles[0]} |" not in chinese]
    assert not [kind.name for kind in KINDS if f"| {kind.name} |" not in english]
    assert not [word for word in WORDS if word not in chinese]
