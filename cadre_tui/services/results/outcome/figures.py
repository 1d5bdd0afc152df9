"""What the figures of a round alone say of each person: the total, the grade that it earns, what refers them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cadre_tui.model.checklists.checklist import Grade
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.counting_rules import Referral
from cadre_tui.scoring.referral import Ballot, refers
from cadre_tui.services.results.grades import graded
from cadre_tui.services.results.parts import summed
from cadre_tui.services.results.peers import Peers
from cadre_tui.services.results.reader import Reader

Progress = Callable[[int, int], None]
"""Told so many people of so many; what it raises ends the work."""


@dataclass(frozen=True)
class Figures:
    """What the figures alone say of one person."""

    subject: Person
    total: Decimal | None
    earned: Grade | None
    referred: tuple[Referral, ...]


def figures_of(reader: Reader, adopted: Mapping[str, str], progress: Progress) -> Iterator[Figures]:
    """Everybody's, with the shifts that are adopted."""
    rules, people = reader.held.rules, reader.circle.people
    for done, subject in enumerate(people):
        progress(done, len(people))
        found = reader.found(subject)
        shift = Fraction(adopted.get(subject.id, "0")) if rules.adopt == "adjusted" else None
        total = summed(rules, reader.uses, found, shift).total
        earned, _steps = graded(rules, reader.uses, total, found)
        shown = [each for each in found.peers.values() if each.withheld is None]
        ballots = [ballot for each in shown for ballot in _ballots(each)] if rules.refer else []
        yield Figures(subject, total, earned, tuple(each for each in rules.refer if refers(each, ballots)))


def _ballots(peers: Peers) -> Iterator[Ballot]:
    for each in peers.rated:
        for row in each.sheet.criteria:
            answer = each.response.answers.get(row.id)
            if answer is not None and answer.choice is not None:
                yield Ballot(answer.choice, row.score is not None)
