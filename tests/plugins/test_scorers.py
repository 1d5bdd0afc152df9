"""A plugin's scorer: chosen by the checklist, told step by step, and no total where it fails or is not there."""

import sys
from fractions import Fraction
from typing import Any

import pytest

from cadre_tui import checklists
from cadre_tui.model.fault import BadInput
from cadre_tui.plugins import Scorer, Total, hookimpl, said
from cadre_tui.plugins.allowed.running import running
from cadre_tui.scoring.sheet import Scorer as SheetScorer
from cadre_tui.scoring.statutory import added
from cadre_tui.words.results.steps import sentence
from tests.examples.plugins import linshan, made
from tests.examples.writing import HEAD, answered, read, section, yes_no

HEADED = 'scorer = "linshan.weakest"\n'
TWO = section(yes_no("a", "30"), yes_no("b", "70"))
ANSWERS = {"a": {"yes": True}, "b": {"yes": False}}


def test_the_checklists_scorer_gives_the_total_and_says_how() -> None:
    with running(linshan()):
        checklist = read(TWO, head=HEADED)
        sheet = answered(checklist, ANSWERS)
    assert str(sheet.total) == "33.33"
    assert sheet.exact == Fraction(100, 3)
    why = [sentence(step, checklist, "zh") for step in sheet.why]
    assert "得分率最低的一项（0）算两次" in why
    assert "合计 ≈33.3333" in why
    assert [row.score for row in sheet.criteria] == [30, 0]


def test_without_one_the_page_rules_and_no_plugin_is_asked() -> None:
    plugin = linshan()
    with running(plugin):
        assert answered(read(TWO), ANSWERS).total == 30
    assert plugin.loads == []


def test_votes_added_up_by_criterion_go_by_the_scorer_too() -> None:
    with running(linshan()):
        checklist = read(TWO, head=HEADED)
        assert added(checklist, {"a": Fraction(30), "b": Fraction(0)}).total == Fraction(100, 3)


def test_where_the_plugin_is_gone_there_is_no_total_and_the_rows_stay() -> None:
    with running(linshan()):
        checklist = read(TWO, head=HEADED)
    with pytest.raises(BadInput, match="scorer-missing"):
        answered(checklist, ANSWERS)
    sheet = SheetScorer(checklists.thaw(checklist.canonical)).score({})
    assert (sheet.total, sheet.grade) == (None, None)
    assert "linshan.weakest" in sentence(sheet.unscored[0], checklist, "zh")


def test_a_check_says_that_a_plugin_is_needed(tmp_path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(HEAD + HEADED + TWO, "utf-8")
    assert [(fault.code, fault.warning) for fault in checklists.check(file)] == [("CL029", True)]


def gives(total: Any) -> object:
    class Plugin:
        @hookimpl
        def cadre_score(self):
            yield Scorer("linshan.weakest", "补短板", total)

    return Plugin()


def raises(_scored: Any) -> Any:
    raise RuntimeError


@pytest.mark.parametrize(
    "total",
    [
        raises,
        lambda _scored: sys.exit(1),
        lambda _scored: 5,
        lambda _scored: Total(0.5),
        lambda _scored: Total(Fraction(1), ("a step",)),
    ],
)
def test_a_scorer_that_fails_gives_no_total(total) -> None:
    with running(made(gives(total))):
        checklist = read(TWO, head=HEADED)
        sheet = answered(checklist, ANSWERS)
    assert (sheet.total, sheet.exact) == (None, None)
    assert "linshan" in sentence(sheet.unscored[0], checklist, "zh")


def test_a_total_is_not_below_zero_and_rounded_by_the_program() -> None:
    with running(made(gives(lambda _scored: Total(Fraction(-1, 3), (said("负的"),))))):
        sheet = answered(read(TWO, head=HEADED), ANSWERS)
    assert (sheet.total, sheet.exact) == (0, 0)
    with running(made(gives(lambda _scored: Total(None)))):
        assert answered(read(TWO, head=HEADED), ANSWERS).total is None
