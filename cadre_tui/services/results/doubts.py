"""Where figures alone should not decide: grades that the adjusted figure changes, and totals within their error."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from cadre_tui.model.analysis import Absent
from cadre_tui.model.checklist import Grade, Purpose
from cadre_tui.model.people import Person
from cadre_tui.model.rounding import round_half_up
from cadre_tui.scoring.analysis.free import FEWEST_FREE
from cadre_tui.services.results.adjusting import different
from cadre_tui.services.results.rated_totals import Totals, totals_of
from cadre_tui.services.results.reader import Reader


@dataclass(frozen=True)
class Doubts:
    """By person: the grade by the figure that the rules do not go by, where it is another, and the total's error.

    That is the adjusted figure, or the plain one where the rules adopt it. Errors in points (95 %, either way), from
    what votes about one person differ in, pooled over the round: from ``free`` differences.
    """

    adjusted: Mapping[str, Grade | None] = field(default_factory=dict)
    errors: Mapping[str, Fraction] = field(default_factory=dict)
    free: int = 0

    def told(self) -> dict[str, Decimal]:
        """The errors as everybody may see their own; none from few differences, which would be these people's own."""
        if self.free < FEWEST_FREE:
            return {}
        return {key: round_half_up(each, 6) for key, each in self.errors.items()}


def doubts_of(reader: Reader) -> Doubts:
    """Of everybody in a round, from what colleagues gave."""
    totals = totals_of(reader)
    adopted = reader.held.rules.adopt == "adjusted"
    other = {each.subject.id: each.plain if adopted else each.adjusted for each in different(reader, totals)}
    return Doubts(other, *_errors(reader, totals))


def _errors(reader: Reader, totals: Totals) -> tuple[dict[str, Fraction], int]:
    counted = [each for each in totals.ratings if each.rater not in reader.voided]
    if not counted:
        return {}, 0
    from cadre_tui.scoring.analysis.ratings import ratings_of  # noqa: PLC0415 - numpy, where it is asked for
    from cadre_tui.scoring.analysis.uncertainty import band, errors, pooled_variance  # noqa: PLC0415

    table = ratings_of(counted)
    found = {}
    for name, error in zip(table.subjects, errors(table, pooled_variance(table)), strict=True):
        around = band(0.0, error, table)
        person = reader.circle.person(name)
        if not isinstance(around, Absent) and person is not None:
            found[name] = Fraction(around.high) * _share(reader, person)
    return found, len(table) - len(table.subjects)


def _share(reader: Reader, subject: Person) -> Fraction:
    """How much of somebody's total colleagues' figures are."""
    weights = [
        (purpose, Fraction(use.weight))
        for use, (purpose, checklist) in zip(reader.held.rules.use, reader.uses, strict=True)
        if checklist.meant_for(subject.level, purpose)
    ]
    whole = sum((weight for _purpose, weight in weights), Fraction(0))
    peers = sum((weight for purpose, weight in weights if purpose is Purpose.PEER), Fraction(0))
    return peers / whole if whole else Fraction(0)


def close_to(cut: Decimal | None, reached: Mapping[str, Decimal], errors: Mapping[str, Fraction]) -> frozenset[str]:
    """Of those who ``reached`` a grade, who cannot be told from the other side of the line: within their error of it.

    ``cut`` is the lowest total that is in. Whoever has it is on the line, not beside it, where it parts equals.
    """
    outside = [total for total in reached.values() if cut is not None and total < cut]
    if cut is None or not outside:
        return frozenset()
    nearest = max(outside)
    return frozenset(
        each
        for each, total in reached.items()
        if Fraction(total - nearest if total >= cut else cut - total) <= errors.get(each, Fraction(0))
    )
