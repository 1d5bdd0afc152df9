"""What was handed in about one person to one checklist, scored; by whom it was filled."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from cadre_tui.model.checklist import Checklist, Criterion, Purpose
from cadre_tui.model.people import Person
from cadre_tui.model.response import Response
from cadre_tui.model.result import Given
from cadre_tui.model.score_sheet import ScoreSheet, Step


@dataclass(frozen=True)
class Rated:
    """One rater's response, scored. ``group`` is the id of the rater group that the rater belongs to, if any.

    ``void``: by decision it does not count.
    """

    rater: Person
    group: str | None
    response: Response
    sheet: ScoreSheet
    void: bool = False


class Sheets:
    """The score sheets about one person to one checklist, by purpose; only what was handed in."""

    def __init__(self, checklist: Checklist) -> None:
        self.checklist = checklist
        self.by: dict[Purpose, tuple[Rated, ...]] = {}
        self.asked: dict[Purpose, int] = {}
        self._counted: dict[Purpose, tuple[Rated, ...]] = {}

    def add(self, purpose: Purpose, rated: tuple[Rated, ...], asked: int) -> None:
        """Take the sheets of one purpose in, of so many who were asked."""
        self.by[purpose] = rated
        self._counted[purpose] = tuple(each for each in rated if not each.void)
        self.asked[purpose] = asked

    def counted(self, purpose: Purpose) -> tuple[Rated, ...]:
        """Those that no decision made void."""
        return self._counted.get(purpose, ())

    def scores(self, purpose: Purpose, criterion: str) -> list[Fraction]:
        """What was given to a criterion for that purpose; who answered 不了解 is not among it."""
        rows = (each.sheet.row(criterion) for each in self.counted(purpose))
        return [row.score for row in rows if row is not None and row.score is not None]

    def given(self, criterion: Criterion) -> Iterator[Given]:
        """What oneself and each inspection gave a criterion, with the reason and the evidence."""
        for purpose in (Purpose.SELF, Purpose.CHECK):
            for each in self.by.get(purpose, ()):
                row = each.sheet.row(criterion.id)
                answer = each.response.answers.get(criterion.id)
                if row is not None:
                    yield Given(
                        by=purpose,
                        score=row.score,
                        taken=_taken(row.points, row.score),
                        why=row.why,
                        reason=answer.reason.strip() if answer else "",
                        evidence=tuple(filter(None, (one.strip() for one in answer.evidence))) if answer else (),
                    )

    def own_why(self, criterion: str) -> tuple[Step, ...]:
        """How the own score of a criterion came about; empty where oneself handed nothing in."""
        rows = (each.sheet.row(criterion) for each in self.by.get(Purpose.SELF, ()))
        return next((row.why for row in rows if row is not None), ())


def _taken(points: Fraction, score: Fraction | None) -> Fraction | None:
    """The points by which a score is below the full ones; of a penalty all of it; None where nothing is taken off."""
    if score is None:
        return None
    taken = points - score if points else -score
    return taken if taken > 0 else None
