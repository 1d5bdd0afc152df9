"""Rater groups: which are counted together, the mean of each, and the weighted mean of them. Exact fractions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cadre_tui.model.rounds.round_rules import RaterGroup
from cadre_tui.model.summing import summed


@dataclass(frozen=True)
class Together:
    """Rater groups that are counted as one: themselves in the rules' order, ``host`` the one the others came to."""

    host: str
    members: tuple[RaterGroup, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the groups."""
        return frozenset(each.id for each in self.members)

    @property
    def weight(self) -> Fraction:
        """The weights of all of them: what nobody is left to carry goes where its group went."""
        return summed(Fraction(each.weight) for each in self.members)


def together(groups: Sequence[RaterGroup], hosts: Mapping[str, str]) -> tuple[Together, ...]:
    """The groups as they are counted; ``hosts`` says with which group each is (see ``allocation.merging``)."""
    return tuple(
        Together(host.id, tuple(each for each in groups if hosts[each.id] == host.id))
        for host in groups
        if any(hosts[each.id] == host.id for each in groups)
    )


def mean(scores: Iterable[Fraction]) -> Fraction | None:
    """The mean; None of nothing."""
    found = list(scores)
    if len(found) < 2:
        return found[0] if found else None
    return summed(found) / len(found)


def weighted(groups: Sequence[Together], figures: Sequence[Fraction | None]) -> Fraction | None:
    """Σ weight × figure ÷ Σ weight, over the groups that have a figure; None where none of them weighs anything."""
    present = [(each.weight, figure) for each, figure in zip(groups, figures, strict=True) if figure is not None]
    weights = summed(weight for weight, _figure in present)
    return summed(weight * figure for weight, figure in present) / weights if weights else None
