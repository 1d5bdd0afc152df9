"""Rules by which a plugin makes one figure of votes, chosen by the name that a round's rules give."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.outside import Outside
from cadre_tui.model.refusal import CadreError
from cadre_tui.model.rounds.counting_rules import PinnedRule


class Unfigured(Exception):
    """There is no figure, and ``why`` says the reason."""

    def __init__(self, why: Step) -> None:
        super().__init__(why.code)
        self.why = why


@dataclass(frozen=True)
class BroughtRule:
    """A rule that an enabled plugin brings. ``figure`` takes votes in ascending order, at least one.

    It raises ``Unfigured`` where the plugin fails, or answers what cannot be the figure of these votes.
    """

    pinned: PinnedRule
    figure: Callable[[Sequence[Fraction]], Fraction]


_brought: Final[Outside[BroughtRule]] = Outside()

find = _brought.find
look_in_plugins = _brought.look_in


class CountedByPlugin:
    """A plugin's rule as one round counts by it: its answers are kept, and the same votes never ask twice.

    A function cannot be frozen, but what it answered can: the round is read from these answers when the plugin is
    gone. They are the votes' own, whoever gave them and in whatever order.
    """

    def __init__(self, pinned: PinnedRule, kept: Mapping[str, str]) -> None:
        """``kept``: what was answered before, exact, by the votes in ascending order (``"60 80 80"``)."""
        self.pinned = pinned
        self._kept = kept
        self._known: dict[str, Fraction | Unfigured] = {}

    @property
    def kept(self) -> dict[str, str]:
        """All that was answered, to be kept."""
        fresh = {votes: str(each) for votes, each in self._known.items() if isinstance(each, Fraction)}
        return dict(sorted({**self._kept, **fresh}.items()))

    def figure(self, votes: Sequence[Fraction]) -> Fraction:
        """The figure of votes in ascending order.

        Raises:
            Unfigured: the plugin is not at hand in the version with which the round opened, or it fails.
        """
        key = " ".join(map(str, votes))
        if key not in self._known:
            try:
                self._known[key] = Fraction(self._kept[key]) if key in self._kept else self._asked(votes)
            except Unfigured as error:
                self._known[key] = error
        known = self._known[key]
        if isinstance(known, Unfigured):
            raise known
        return known

    def _asked(self, votes: Sequence[Fraction]) -> Fraction:
        found = at_hand(self.pinned)
        if found is None:
            values = {"rule": self.pinned.title, "plugin": self.pinned.plugin, "version": self.pinned.version}
            raise Unfigured(Step(code="rule-absent", values=values))
        return found.figure(votes)


def at_hand(pinned: PinnedRule) -> BroughtRule | None:
    """The rule, of the plugin and in the version that was pinned; None where that may not, or cannot, run."""
    try:
        found = find(pinned.name)
    except CadreError:
        return None
    return found if found and (found.pinned.plugin, found.pinned.version) == (pinned.plugin, pinned.version) else None
