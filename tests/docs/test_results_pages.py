"""What the pages about results tell people to write and to type can be written and typed."""

import re
import tomllib
from decimal import Decimal

import pytest

from cadre_tui.services.rounds.rules.reading import rules_in
from tests.docs.test_organiser_pages import PAGES, commands, understood

BOTH = pytest.mark.parametrize("page", ["results.md", "results-english.md"])
ROUND = """
id = "r"
title = "R"
use = [{ checklist = "core.mutual", by = "peer", weight = 1 }]
grade = [{ code = "excellent", text = "E", min = 90 }, { code = "pass", text = "P", min = 0 }]
"""


@BOTH
def test_every_command_on_the_page_can_be_typed(page: str) -> None:
    assert {understood(line.split(" > ")[0]) for line in commands(page)} == {
        "cadre round outcome",
        "cadre round decide",
        "cadre results",
    }


@BOTH
def test_every_rule_on_the_page_can_be_written(page: str) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", (PAGES / page).read_text("utf-8"), re.S)
    assert len(blocks) == 2
    for block in blocks:
        rules, faults = rules_in(tomllib.loads(ROUND + block, parse_float=Decimal))
        assert rules is not None
        assert not [each for each in faults if not each.warning]
