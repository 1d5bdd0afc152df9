"""What is due in study, in words."""

from decimal import Decimal

import pytest

from cadre_tui import locale
from cadre_tui.model.people.person import Person
from cadre_tui.model.study.views import Due
from cadre_tui.words.study import terms

ZHANG = Person(id="q1", name="张建国", unit="城关镇", level="township-chief")


@pytest.mark.parametrize(
    ("count", "told"),
    [("1", "1 missed session not made up"), ("2", "2 missed sessions not made up")],
)
def test_one_missed_session_is_told_in_the_singular(count: str, told: str) -> None:
    locale.use("en")
    assert terms.due(Due("to-make-up", ZHANG, "城关镇", Decimal(count))) == told


@pytest.mark.parametrize(("count", "told"), [("1", "1 hour behind"), ("1.5", "1.5 hours behind")])
def test_hours_need_not_be_whole(count: str, told: str) -> None:
    locale.use("en")
    assert terms.due(Due("behind", ZHANG, "城关镇", Decimal(count))) == told
