"""What the pages about plugins tell people to type can be typed, and every state has its line on both."""

import re
from pathlib import Path

import pytest

from cadre_tui import locale
from cadre_tui.locale import _
from cadre_tui.words.checklists.plugins import STANDINGS
from tests.docs.test_organiser_pages import understood

FOLDER = Path(__file__).parents[2] / "docs" / "organisers"
PAGES = {"plugins.md": "zh", "plugins-english.md": "en"}


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_the_page_is_understood(page: str) -> None:
    blocks = re.findall(r"```sh\n(.*?)```", (FOLDER / page).read_text("utf-8"), re.S)
    lines = [re.sub(r"[#…].*", "", line) for block in blocks for line in block.splitlines()]
    verbs = ["list", "info", "enable", "disable", "lock", "lock"]
    bare = [line.split() for line in lines[len(verbs) :]]
    assert [understood(line) for line in lines[: len(verbs)]] == [f"cadre plugin {verb}" for verb in verbs]
    assert [each[0] for each in bare] == ["cadre", "cadre"]
    assert all(each[1].startswith("--no-plugins") for each in bare)


@pytest.mark.parametrize(("page", "language"), PAGES.items())
def test_every_state_of_a_plugin_has_its_line(page: str, language: str) -> None:
    locale.use(language)
    states = "\n".join(re.findall(r"^\| ([^|]+) \|", (FOLDER / page).read_text("utf-8"), re.M))
    assert not [word for word in map(_, STANDINGS.values()) if word not in states]
