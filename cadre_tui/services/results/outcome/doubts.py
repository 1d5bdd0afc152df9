"""Where figures alone should not decide: grades that the adjusted figure changes, and totals within their error."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from cadre_tui.model.checklists.checklist import Grade
from cadre_tui.services.results.outcome.errors import Errors, Votes
from cadre_tui.services.results.quality.adjusting import different
from cadre_tui.services.results.quality.rated_totals import totals_of
from cadre_tui.services.results.reader import Reader


@dataclass(frozen=True)
class Doubts:
    """By person: the grade by the figure that the rules do not go by, where it is another, and the total's error.

    That is the adjusted figure, or the plain one where the rules adopt it.
    """

    adjusted: Mapping[str, Grade | None] = field(default_factory=dict)
    errors: Errors = field(default_factory=Errors)


def doubts_of(reader: Reader) -> Doubts:
    """Of everybody in a round, from what colleagues gave."""
    votes = Votes()
    totals = totals_of(reader, also=votes.add)
    adopted = reader.held.rules.adopt == "adjusted"
    other = {each.subject.id: each.plain if adopted else each.adjusted for each in different(reader, totals)}
    return Doubts(other, votes.errors(reader, totals))


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
