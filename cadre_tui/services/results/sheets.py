"""What was handed in about one person to one checklist, scored; by whom it was filled."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from cadre_tui.model.answers.response import Response
from cadre_tui.model.answers.score_sheet import CriterionScore, Reckoned, ScoreSheet
from cadre_tui.model.checklists.checklist import Checklist, Criterion, Purpose
from cadre_tui.model.people.person import Person
from cadre_tui.model.results.result import Given
from cadre_tui.model.value import value
from cadre_tui.scoring.known import confirmed, objected


@value
class Rated:
    """One rater's response, scored: what oneself or an inspection gave is a whole ``ScoreSheet``.

    ``group`` is the id of the rater group that the rater belongs to, if any. ``void``: by decision it does not count.
    """

    rater: Person
    group: str | None
    response: Response
    sheet: Reckoned
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

    def whole(self, purpose: Purpose) -> Iterator[ScoreSheet]:
        """The whole score sheets for a purpose: oneself, or the inspections."""
        return (each.sheet for each in self.by.get(purpose, ()) if isinstance(each.sheet, ScoreSheet))

    def own_score(self, criterion: str) -> Fraction | None:
        """What oneself gave a criterion; None where one has handed nothing in, or it has no score."""
        rows = (each.sheet.row(criterion) for each in self.by.get(Purpose.SELF, ()))
        return next((row.score for row in rows if row is not None), None)

    def given(self, criterion: Criterion) -> tuple[Given, ...]:
        """What oneself, then each inspection, gave a criterion, with the reason and the evidence."""
        found = [
            _given(by, each, row, criterion)
            for by in (Purpose.SELF, Purpose.CHECK)
            for each in self.by.get(by, ())
            if (row := each.sheet.row(criterion.id)) is not None
        ]
        return tuple(found)


def _given(by: Purpose, rated: Rated, row: CriterionScore, criterion: Criterion) -> Given:
    answer, known = rated.response.answers.get(criterion.id), rated.response.known.get(criterion.id)
    return Given(
        by=by,
        score=row.score,
        points=row.points,
        why=row.why,
        reason=answer.reason.strip() if answer else "",
        evidence=_named(answer.evidence) if answer and answer.evidence else (),
        known=known,
        objection=answer if objected(criterion, answer, known) else None,
        confirmed=confirmed(criterion, answer, known),
    )


def _named(evidence: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, (each.strip() for each in evidence)))
