"""Whether the grade would be another if any one colleague's answers were taken out: yes or no, and never how far.

In a confidential round also this may tell too much: that the grade holds says that every vote lies on one side of a
mark that anybody can work out. Where that mark lies close to the figure, or close to an end of the scale, the answer
would nearly be a vote, and neither yes nor no is said. Whether it is depends on the mark alone, not on the answer.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cadre_tui.model.checklists.checklist import Grade, Purpose
from cadre_tui.model.people.person import Person
from cadre_tui.model.results.result import Steady
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.rounds.counting_rules import Rule
from cadre_tui.scoring.marks import marks
from cadre_tui.services.results.grades import graded, settled_grade
from cadre_tui.services.results.parts import Sum
from cadre_tui.services.results.peers import Peers
from cadre_tui.services.results.reader import Found, Reader

NARROW: Final = Fraction(1, 10)
"""The share of the checklist's total within which a mark is close to the figure, or to an end of the scale."""


def steadiness(reader: Reader, found: Found, summary: Sum, grade: Grade | None) -> Steady | None:
    """Yes, no, or that it is kept back; None where there is no grade, or no colleague's figure counts.

    None also where a plugin counts: the answers that are kept of it are those to the votes that there are.
    """
    rule = reader.held.rules.rule
    if not isinstance(rule, Rule):
        return None
    parts = [
        (each.weight, found.peers[_id(each.checklist)])
        for each in summary.parts
        if each.by is Purpose.PEER and each.weight and each.exact is not None
    ]
    if grade is None or summary.exact is None or not parts:
        return None
    weights = sum((Fraction(each.weight) for each in summary.parts), Fraction(0))
    shares = [(Fraction(weight) / weights, peers) for weight, peers in parts]
    rules = reader.held.rules
    unit, exact = found.subject.unit, summary.exact
    if rules.confidential and any(_tells(reader, unit, rule, share, peers, exact) for share, peers in shares):
        return "kept-back"
    totals = {
        round_half_up(exact + share * moved, rules.rounding.places)
        for share, peers in shares
        for moved in peers.moves()
    }
    others = (_grade(reader, found, each) for each in totals - {summary.total})
    return "may-change" if any(each != grade for each in others) else "same"


def _grade(reader: Reader, found: Found, total: Decimal) -> Grade | None:
    subject: Person = found.subject
    earned, _why = graded(reader.held.rules, reader.uses, total, found)
    return settled_grade(reader.held.rules, reader.settled, subject, total, earned)[0]


def _tells(reader: Reader, unit: str, rule: Rule, share: Fraction, peers: Peers, total: Fraction) -> bool:
    full = Fraction(peers.checklist.total)
    return any(
        0 <= mark <= full and (abs(mark - figure) < NARROW * full or min(mark, full - mark) < NARROW * full)
        for figure, mark in _marks(reader, unit, rule, share, peers, total)
    )


def _marks(
    reader: Reader, unit: str, rule: Rule, share: Fraction, peers: Peers, total: Fraction
) -> Iterator[tuple[Fraction, Fraction]]:
    """The figure of each group, and the vote by which, taken out, the total would just stand on a grade's bound."""
    bounds = [Fraction(each.min) for each in reader.held.rules.grade if each.min]
    line = reader.settled.line(unit)
    if line is not None and line.cut is not None:
        bounds.append(Fraction(line.cut))
    for figure, count, weight in peers.columns():
        if count > 1 and weight:
            for bound in bounds:
                spare = (total - bound) / (share * weight)
                yield from ((figure, each) for each in marks(rule, figure, count, spare))


def _id(name: str) -> str:
    return name.split("|", maxsplit=1)[0]
