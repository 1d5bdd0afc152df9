"""The pages for authors can be followed literally: their commands, in an empty folder, one after the other."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from cadre_tui import testing
from cadre_tui.cli.main import run

PAGES = Path(__file__).parents[2] / "docs" / "plugin-authors"
BLOCK = re.compile(r"```(sh|json)\n(.*?)```", re.S)
SAVED_AS = re.compile(r"(?:存成|Save it as) `([^`]+)`")
FOLLOWED = {
    "table.md": "linshui.agency",
    "table-english.md": "linshui.agency",
    "toml.md": "pingyuan.agency",
    "toml-english.md": "pingyuan.agency",
    "python.md": None,
    "python-english.md": None,
}
"""By page, the checklist that the county has in the end; None where it is installed, which these tests do not."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("CADRE_LANG", "zh")
    for name in ("XDG_DATA_HOME", "CADRE_DATA", "CADRE_STORE", "CADRE_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def follow(command: str) -> None:
    words = shlex.split(command)
    if words[0] != "cadre":
        subprocess.run(["bash", "-c", command], check=True)
    elif "preview" in words:
        assert Path(words[-1]).is_file(), command  # a screen of its own, which has its tests
    else:
        assert run(words[1:]) == 0, command


@pytest.mark.parametrize(("page", "made"), FOLLOWED.items())
def test_a_page_is_followed_from_an_empty_folder(page: str, made: str | None, home: Path, capsys) -> None:
    text = (PAGES / page).read_text("utf-8")
    blocks = list(BLOCK.finditer(text))
    assert len(blocks) >= 2
    for block in blocks:
        if block[1] == "json":
            name = SAVED_AS.search(text, block.end())
            assert name
            (home / name[1]).write_text(block[2], "utf-8")
        else:
            for command in block[2].splitlines():
                follow(command)
    if made:
        capsys.readouterr()
        assert run(["plugin", "info", made]) == 0
        assert made in capsys.readouterr().out


def test_what_the_test_kit_offers_stands_on_both_pages() -> None:
    fixtures = {"cadre_checklist", "cadre_plugin", "cadre_county", "cadre_form"}
    pages = [(PAGES / page).read_text("utf-8") for page in ("python.md", "python-english.md")]
    for name in fixtures | {"ChecklistSuite", "KindSuite", "ScorerSuite", "answers", "responses", "score"}:
        assert all(name in page for page in pages), name
    blocks = {re.search(r"```python\n(.*?)```", page, re.S)[1] for page in pages}  # type: ignore[index]
    (example,) = blocks
    imported = re.search(r"from cadre_tui.testing import (.*)", example)
    assert imported
    assert set(imported[1].split(", ")) <= set(testing.__all__)
