"""The suite for rules of counting votes: a right one passes, a wrong one fails for its reason."""

from collections.abc import Callable
from decimal import Decimal
from itertools import count
from typing import Any

import pytest

from cadre_tui.plugins import Aggregate, hookimpl
from cadre_tui.testing import AggregateSuite, with_plugin
from tests.examples import linshan

often = count()


class TestMiddleHalf(AggregateSuite):
    plugin = linshan
    plugin_name = "linshan"
    rule = "linshan.middle_half"


def tried(figure: Callable[[tuple[Any, ...]], Any]) -> None:
    class Plugin:
        @hookimpl
        def cadre_aggregate(self):
            yield Aggregate("pingyuan.rule", "规则", figure)

    class Tried(AggregateSuite):
        rule = "pingyuan.rule"
        examples = 15

    with with_plugin(Plugin(), "pingyuan"):
        for name in [each for each in dir(Tried) if each.startswith("test_")]:
            getattr(Tried(), name)()


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (lambda votes: float(votes[0]), "exact"),
        (lambda votes: votes[0] if next(often) % 2 else votes[-1], "same votes"),
        (lambda votes: votes[-1] + 1, "→"),
        (lambda votes: Decimal(50) if len(votes) > 3 else votes[0], "→"),
        (lambda votes: votes[0] if votes[-1] > 90 else votes[-1], "→"),
    ],
)
def test_a_wrong_one_is_found(figure, told: str) -> None:
    with pytest.raises((AssertionError, TypeError), match=told):
        tried(figure)


def test_that_nobody_gives_it_is_told() -> None:
    with pytest.raises(AssertionError, match=r"no rule pingyuan\.other"), with_plugin(linshan, "linshan"):
        suite = AggregateSuite()
        suite.rule = "pingyuan.other"  # type: ignore[misc]
        suite.test_every_figure_is_exact_and_within_the_votes()
