"""What the adjusted figures of colleagues would make of totals and grades, beside those of the round's rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cadre_tui.model.checklists.checklist import Grade, Purpose
from cadre_tui.model.people.person import Person
from cadre_tui.model.results.analysis import Absent
from cadre_tui.model.results.quality import Count
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.services.results.grades import graded
from cadre_tui.services.results.parts import Sum, summed
from cadre_tui.services.results.quality.rated_totals import Totals
from cadre_tui.services.results.reader import Found, Reader

TELLING = 2
"""So many people or fewer are told as “1 to 2” where nobody is to learn who gave what."""


@dataclass(frozen=True)
class Both:
    """One person's grade by the plain figure and by the adjusted one."""

    subject: Person
    plain: Grade | None
    adjusted: Grade | None


def different(reader: Reader, totals: Totals) -> Iterator[Both]:
    """Those whom the two figures give different grades; nobody where nothing may be adjusted."""
    moved = shifts(reader, totals)
    for subject in reader.circle.people:
        shift = moved.get(subject.id)
        if shift:
            found = reader.found(subject)
            summary = summed(reader.held.rules, reader.uses, found)
            plain = grade_of(reader, found, summary.total)
            adjusted = grade_of(reader, found, adjusted_total(reader.held.rules, summary, shift))
            if plain != adjusted:
                yield Both(subject, plain, adjusted)


def shifts(reader: Reader, totals: Totals) -> dict[str, Fraction]:
    """By person: adjusted figure minus mean, in points; of raters whose votes count, where they may be adjusted."""
    counted_ratings = [each for each in totals.ratings if each.rater not in reader.voided]
    if not counted_ratings:
        return {}
    from cadre_tui.scoring.analysis.analysing import adjusted  # noqa: PLC0415 - numpy, where it is asked for
    from cadre_tui.scoring.analysis.ratings import ratings_of  # noqa: PLC0415

    figures = adjusted(ratings_of(counted_ratings))
    return {
        name: Fraction(figure) - mean for name, (mean, figure) in figures.items() if not isinstance(figure, Absent)
    }


def adjusted_total(rules: RoundRules, summary: Sum, shift: Fraction) -> Decimal | None:
    """The total with colleagues' figures moved by ``shift`` points; None where there is no total."""
    if summary.total is None:
        return None
    weighed = [each for each in summary.parts if each.weight and each.exact is not None]
    weights = sum((Fraction(each.weight) for each in weighed), Fraction(0))
    moved = [(each.exact or Fraction(0)) + (shift if each.by is Purpose.PEER else 0) for each in weighed]
    raw = sum((Fraction(each.weight) * one for each, one in zip(weighed, moved, strict=True)), Fraction(0))
    return round_half_up(raw / weights, rules.rounding.places)


def grade_of(reader: Reader, found: Found, total: Decimal | None) -> Grade | None:
    """The grade that a total earns, with what vetoes it."""
    return graded(reader.held.rules, reader.uses, total, found)[0]


def counted(number: int, rules: RoundRules) -> Count:
    """So many people; in a confidential round one or two are told as “1 to 2”."""
    if rules.confidential and 0 < number <= TELLING:
        return Count(1, TELLING)
    return Count(number, number)
