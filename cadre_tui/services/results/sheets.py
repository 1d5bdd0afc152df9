"""What was handed in about one person to one checklist, scored; by whom it was filled."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from cadre_tui.model.checklist import Checklist, Purpose
from cadre_tui.model.people import Person
from cadre_tui.model.response import Response
from cadre_tui.model.score_sheet import ScoreSheet, Step


@dataclass(frozen=True)
class Rated:
    """One rater's response, scored. ``group`` is the id of the rater group that the rater belongs to, if any."""

    rater: Person
    group: str | None
    response: Response
    sheet: ScoreSheet


class Sheets:
    """The score sheets about one person to one checklist, by purpose; only what was handed in."""

    def __init__(self, checklist: Checklist) -> None:
        self.checklist = checklist
        self.by: dict[Purpose, tuple[Rated, ...]] = {}
        self._scores: dict[tuple[Purpose, str], list[tuple[str | None, Fraction]]] = defaultdict(list)

    def add(self, purpose: Purpose, rated: tuple[Rated, ...]) -> None:
        """Take the sheets of one purpose in; who answered 不了解 to a criterion is not among its scores."""
        self.by[purpose] = rated
        for each in rated:
            for row in each.sheet.criteria:
                if row.score is not None:
                    self._scores[purpose, row.id].append((each.group, row.score))

    def scores(self, purpose: Purpose, criterion: str, groups: Iterable[str] | None = None) -> list[Fraction]:
        """What the raters of that purpose, or those of these ``groups`` alone, gave a criterion."""
        found = self._scores.get((purpose, criterion), [])
        wanted = None if groups is None else frozenset(groups)
        return [score for group, score in found if wanted is None or group in wanted]

    def own_why(self, criterion: str) -> tuple[Step, ...]:
        """How the own score of a criterion came about; empty where oneself handed nothing in."""
        rows = (row for each in self.by.get(Purpose.SELF, ()) for row in each.sheet.criteria)
        return next((row.why for row in rows if row.id == criterion), ())
