"""What every rule of counting votes from a plugin must hold, as tests to subclass."""

from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar

from hypothesis import strategies as st

from cadre_tui.plugins.allowed.running import host
from cadre_tui.plugins.asking.plugin_rule import HOOK
from cadre_tui.plugins.asking.trusting import exact
from cadre_tui.plugins.descriptors.aggregates import Aggregate
from cadre_tui.testing.amounts import amounts
from cadre_tui.testing.suites.suite import PluginSuite
from cadre_tui.testing.suites.trying import hold

MOST_RATERS, MOST_POINTS = 12, 100


class AggregateSuite(PluginSuite):
    """``rule = "linshan.middle_half"`` and its ``plugin``: an author writes no more.

    ``better_never_costs``: whether a vote that is raised may never lower the figure.
    """

    rule: ClassVar[str]
    better_never_costs: ClassVar[bool] = True

    def test_every_figure_is_exact_and_within_the_votes(self) -> None:
        """The same votes give the same, from one vote to twelve."""
        hold(self._within, votes(), self.examples)

    def test_where_all_agree_that_is_the_figure(self) -> None:
        """Whatever it is and however many they are."""
        hold(self._agreed, st.tuples(_points(), st.integers(1, MOST_RATERS)), self.examples)

    def test_who_is_given_more_is_not_worse_off(self) -> None:
        """A vote that is raised never lowers the figure."""
        if self.better_never_costs:
            hold(self._monotone, votes(), self.examples)

    def _figure(self, given: Sequence[Fraction]) -> Fraction:
        found = host().named(HOOK, Aggregate, self.rule)
        assert found, f"the plugin gives no rule {self.rule}"
        return exact(found[1].figure(tuple(given)))

    def _within(self, given: Sequence[Fraction]) -> None:
        figure = self._figure(given)
        assert figure == self._figure(given), f"another figure of the same votes: {_told(given)}"
        assert given[0] <= figure <= given[-1], f"{_told(given)} → {figure}"

    def _agreed(self, given: tuple[Fraction, int]) -> None:
        vote, count = given
        figure = self._figure([vote] * count)
        assert figure == vote, f"{_told([vote] * count)} → {figure}"

    def _monotone(self, given: Sequence[Fraction]) -> None:
        before = self._figure(given)
        for at in range(len(given)):
            for more in (given[at] + 1, max(given[at], Fraction(MOST_POINTS))):
                raised = sorted([*given[:at], more, *given[at + 1 :]])
                after = self._figure(raised)
                assert after >= before, f"{_told(given)} → {before}, {_told(raised)} → {after}"


def _points() -> st.SearchStrategy[Fraction]:
    return amounts(0, MOST_POINTS).map(Fraction)


def votes() -> st.SearchStrategy[list[Fraction]]:
    """Votes as a rule is given them: in ascending order, at least one."""
    return st.lists(_points(), min_size=1, max_size=MOST_RATERS).map(sorted)


def _told(given: Sequence[Fraction]) -> str:
    return ", ".join(map(str, given))
