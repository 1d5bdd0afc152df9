"""What each colleague gave each person of a round in total, as the analysis reads it; exact."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Person
from cadre_tui.model.results.analysis import Rating
from cadre_tui.services.results.reader import Found, Reader
from cadre_tui.services.results.sheets import Rated

Progress = Callable[[int, int], None]
"""Told so many people of so many; what it raises ends the work."""


@dataclass(frozen=True)
class Totals:
    """``ratings`` under the raters' own ids; ``shares`` by rater and person: what each criterion got, 0 to 1."""

    ratings: tuple[Rating, ...]
    shares: Mapping[str, list[list[float]]]


def totals_of(
    reader: Reader,
    progress: Progress = lambda _done, _all: None,
    also: Callable[[Found], None] = lambda _found: None,
) -> Totals:
    """Of everybody, also of raters whose votes were made void: what they gave is what is asked about.

    ``also`` is handed what was found about each person, so that nothing need be read twice.
    """
    ratings: list[Rating] = []
    shares: defaultdict[str, list[list[float]]] = defaultdict(list)
    people = reader.circle.people
    for done, subject in enumerate(people):
        progress(done, len(people))
        found = reader.found(subject)
        also(found)
        given = _by_rater(reader, found)
        for rater, sheets in given.items():
            total = _total(reader, found, sheets)
            if total is not None:
                ratings.append(Rating(subject.id, rater, total))
            shares[rater].append([share for each in sheets.values() for share in _shares(each)])
    return Totals(tuple(ratings), dict(shares))


def _by_rater(reader: Reader, found: Found) -> dict[str, dict[str, Rated]]:
    """By rater: the sheet by checklist."""
    given: dict[str, dict[str, Rated]] = {}
    for key in _weights(reader, found.subject):
        for each in found.sheets[key].by.get(Purpose.PEER, ()):
            given.setdefault(each.rater.id, {})[key] = each
    return given


def _weights(reader: Reader, subject: Person) -> dict[str, Decimal]:
    """The checklists that colleagues fill about somebody, with their weights in the round."""
    return {
        checklist.id: use.weight
        for use, (purpose, checklist) in zip(reader.held.rules.use, reader.uses, strict=True)
        if purpose is Purpose.PEER and checklist.meant_for(subject.level, purpose)
    }


def _total(reader: Reader, found: Found, sheets: Mapping[str, Rated]) -> Fraction | None:
    """One rater's total for somebody; None where a checklist that counts is missing, so that totals compare."""
    weights = _weights(reader, found.subject)
    counted = {key: weight for key, weight in weights.items() if weight} or dict.fromkeys(weights, Decimal(1))
    scores = {key: sheets[key].sheet.exact for key in counted if key in sheets}
    if len(scores) < len(counted) or None in scores.values():
        return None
    whole = sum((Fraction(weight) for weight in counted.values()), Fraction(0))
    return sum((Fraction(counted[key]) * (score or 0) for key, score in scores.items()), Fraction(0)) / whole


def _shares(rated: Rated) -> Iterator[float]:
    points = {row.id: row.points for row in rated.sheet.criteria if row.points is not None and row.points > 0}
    for row in rated.sheet.criteria:
        if row.score is not None and row.id in points:
            yield float(row.score / Fraction(points[row.id]))
