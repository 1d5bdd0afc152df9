"""An allocation of one unit in the making: pairs that can be laid and taken up, within everybody's number."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cadre_tui.allocation.case import Case, Numbered
from cadre_tui.allocation.pieces import pieces


@dataclass
class Draft:
    """Pairs of a case. Subjects take up to ``wanted``, raters give up to ``share``, and ``extra`` of them one more.

    ``fixed`` pairs are never taken up.
    """

    case: Case
    wanted: dict[int, int]
    share: dict[int, int]
    extra: int
    fixed: frozenset[Numbered] = frozenset()
    raters_of: dict[int, set[int]] = field(init=False)
    subjects_of: dict[int, set[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.raters_of = {each: set() for each in self.case.subjects}
        self.subjects_of = {each: set() for each in self.case.raters}
        for pair in sorted(self.fixed):
            self.lay(pair)

    def lay(self, pair: Numbered) -> None:
        """Add a pair, whether there is room or not."""
        rater, subject = pair
        self.raters_of[subject].add(rater)
        self.subjects_of[rater].add(subject)

    def take_up(self, pair: Numbered) -> None:
        """Remove a pair."""
        rater, subject = pair
        self.raters_of[subject].remove(rater)
        self.subjects_of[rater].remove(subject)

    def change(self, laid: Iterable[Numbered], taken_up: Iterable[Numbered]) -> None:
        """Several at once."""
        for pair in taken_up:
            self.take_up(pair)
        for pair in laid:
            self.lay(pair)

    def has(self, rater: int, subject: int) -> bool:
        """Whether one rates the other."""
        return subject in self.subjects_of[rater]

    def missing(self) -> int:
        """Ratings that are still wanted."""
        return sum(self.wanted[subject] - len(raters) for subject, raters in self.raters_of.items())

    def extra_used(self) -> int:
        """How many raters give one more than their share."""
        return sum(len(subjects) > self.share[rater] for rater, subjects in self.subjects_of.items())

    def fill(self, pairs: Iterable[Numbered]) -> None:
        """Lay each pair for which there is room and which is allowed."""
        extra = self.extra - self.extra_used()
        for rater, subject in pairs:
            load = len(self.subjects_of[rater])
            above = load >= self.share[rater]
            if len(self.raters_of[subject]) >= self.wanted[subject] or load > self.share[rater]:
                continue
            if (above and not extra) or self.has(rater, subject) or not self.case.allowed(rater, subject):
                continue
            extra -= above
            self.lay((rater, subject))

    def pairs(self) -> Iterator[Numbered]:
        """All pairs, in order."""
        for rater in self.case.raters:
            yield from ((rater, subject) for subject in sorted(self.subjects_of[rater]))

    def pieces(self) -> list[tuple[set[int], set[int]]]:
        """The connected pieces."""
        return pieces(self.pairs())

    def mutual(self) -> list[Numbered]:
        """Pairs of people who rate each other, each once."""
        return [(one, other) for one, other in self.pairs() if one < other and self.rate_each_other(one, other)]

    def rate_each_other(self, one: int, other: int) -> bool:
        """Whether both are pairs."""
        return other in self.subjects_of.get(one, ()) and one in self.subjects_of.get(other, ())
