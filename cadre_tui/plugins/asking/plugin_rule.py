"""A plugin's rule of counting votes: each answer is asked for twice, and looked at before it is believed."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.fault import CadreError, NotRight
from cadre_tui.model.rounds.counting_rules import PinnedRule
from cadre_tui.plugins.asking.calling import call
from cadre_tui.plugins.asking.host import Origin
from cadre_tui.plugins.asking.trusting import exact
from cadre_tui.plugins.descriptors.aggregates import Aggregate
from cadre_tui.plugins.descriptors.saying import text
from cadre_tui.scoring.brought_rules import BroughtRule, Unfigured

HOOK: Final = "cadre_aggregate"


def brought_rule(origin: Origin, version: str, given: Aggregate) -> BroughtRule:
    """The rule as a round counts by it.

    Raises:
        NotRight: its title is none.
    """
    try:
        title = text(given.title)
    except (TypeError, ValueError):
        raise NotRight("plugin-wrong-answer", name=origin.name, hook=HOOK, wanted="Words") from None
    pinned = PinnedRule(name=given.name, title=title, plugin=origin.name, version=version)

    def figure(votes: Sequence[Fraction]) -> Fraction:
        try:
            first, again = (
                exact(call(origin.name, lambda: given.figure(tuple(votes)), private=True)) for _time in range(2)
            )
            if first != again:
                raise ValueError("another answer to the same votes")
            if not votes[0] <= first <= votes[-1]:
                raise ValueError("a figure beyond the votes")
        except (CadreError, TypeError, ValueError):
            raise Unfigured(
                Step(code="rule-failed", values={"rule": title, "plugin": origin.name, "version": version})
            ) from None
        return first

    return BroughtRule(pinned, figure)
