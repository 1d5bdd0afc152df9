"""The kit as an author uses it: a folder of their own, their own tests, and pytest."""

import tomllib
from pathlib import Path

import pytest

from tests.examples.writing import HEAD, SCALE, rating, section, yes_no

pytest_plugins = ["pytester"]

KIT = "cadre_tui.testing.fixtures"
CHECKLIST = HEAD + SCALE + section(rating("a", "60", 'reason = "extremes"'), yes_no("b", "40", "allow_na = true"))
FIXTURES = """
def test_a_form(cadre_form):
    form = cadre_form("list.toml", {"b": {"yes": True}})
    assert "考评表" in form.shown
    form.press("2")
    assert form.answers["a"].choice == "fair"
    assert form.answers["b"].yes


def test_a_county(cadre_county, cadre_checklist):
    county = cadre_county("list.toml")
    assert cadre_checklist("list.toml").digest == county.read.digest
    county.answer("c1", {"a": {"choice": "fair"}, "b": {"na": True}})
    county.hand_in("c1")
    county.publish()
    assert county.result("c1").criteria[0].own == 48
"""
PLUGIN = """
from cadre_tui.plugins import CriterionKind, Earned, NumberField, Shape, hookimpl


@hookimpl
def cadre_criterion_kinds():
    yield CriterionKind("pingyuan.card", "积分卡", Shape.NUMBER, lambda _card: NumberField(), all_points)


def all_points(card, _answer):
    return Earned(card.points, ())
"""
ENABLED = """
import pingyuan_plugin


def test_a_plugin(cadre_plugin, cadre_checklist, cadre_form):
    cadre_plugin(pingyuan_plugin)
    assert cadre_checklist("card.toml").criterion("a").kind == "pingyuan.card"
    assert "10/10" in cadre_form("card.toml", {"a": {"number": 1}}).shown


def test_another(cadre_checklist):
    cadre_checklist("card.toml")
"""
SUITE = """
from cadre_tui.testing import ChecklistSuite


class TestMine(ChecklistSuite):
    checklist = "list.toml"
    examples = 5
"""


@pytest.fixture
def author(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder with a checklist, in which pytest finds the kit as it does where the program is installed."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makefile(".toml", list=CHECKLIST)
    return pytester


def outcome(author: pytest.Pytester, test: str, *arguments: str) -> pytest.RunResult:
    author.makepyfile(test)
    return author.runpytest_subprocess("-q", "-p", KIT, *arguments)


def test_the_program_advertises_the_kit_to_pytest() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["entry-points"]["pytest11"] == {"cadre": KIT}
    assert not [each for each in project["dependencies"] if each.startswith(("pytest", "hypothesis"))]
    assert {each.partition(">")[0] for each in project["optional-dependencies"]["testing"]} == {
        "pytest",
        "hypothesis",
    }


def test_asked_for_nothing_it_loads_nothing(author: pytest.Pytester) -> None:
    nothing = """
import sys


def test_nothing():
    asked = {"cadre_tui", "textual", "hypothesis", "pydantic"}
    loaded = {each for each in sys.modules if each.split(".")[0] in asked}
    assert loaded <= {"cadre_tui", "cadre_tui.testing", "cadre_tui.testing.fixtures"}
"""
    outcome(author, nothing).assert_outcomes(passed=1)


def test_the_fixtures_give_a_form_a_county_and_a_checklist(author: pytest.Pytester) -> None:
    outcome(author, FIXTURES).assert_outcomes(passed=2)


def test_a_plugin_is_enabled_for_the_test_that_asks_and_for_no_other(author: pytest.Pytester) -> None:
    card = section('id = "a"\nkind = "pingyuan.card"\ntext = "积分"\npoints = 10')
    author.makefile(".toml", card=HEAD + card)
    author.makepyfile(pingyuan_plugin=PLUGIN)
    told = outcome(author, ENABLED)
    told.assert_outcomes(passed=1, failed=1)
    told.stdout.fnmatch_lines(["*pingyuan.card*"])


def test_a_right_checklist_passes_its_suite_in_three_lines(author: pytest.Pytester) -> None:
    outcome(author, SUITE).assert_outcomes(passed=5)


def test_a_faulty_checklist_fails_with_its_faults_in_words(author: pytest.Pytester) -> None:
    author.makefile(".toml", list=CHECKLIST.replace("points = 60", "points = 61", 1) + "total = 100")
    told = outcome(author, SUITE, "-k", "right")
    told.assert_outcomes(failed=1)
    told.stdout.fnmatch_lines(["*list.toml*CL0*"])
