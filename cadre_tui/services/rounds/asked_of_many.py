"""Who would be asked about more colleagues than anybody rates in earnest: told in preparation, and never refused.

A colleague takes about a minute: half an hour's attention is what one may count on.
"""

from typing import Final, NamedTuple

from cadre_tui.allocation.circle import Circle
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.fault import CadreError
from cadre_tui.model.people.person import Person, Roster
from cadre_tui.model.rounds.round import Phase, Round
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session

MANY: Final = 30
"""More colleagues than so many are told."""


class AskedOfMany(NamedTuple):
    """``people`` are asked about more than ``MANY``; one of them, of ``unit``, about ``most``.

    ``colleagues`` is the rule by which they are, ``reviewers`` how many raters each has where it deals them out.
    """

    people: int
    most: int
    unit: str
    colleagues: str
    reviewers: int | None = None


def asked_of_many(county: County, held: Round) -> AskedOfMany | None:
    """Whether somebody is asked about too many, with today's roster; None where nobody is, or it has been opened."""
    rules = held.rules
    if held.phase is not Phase.SETUP or Purpose.PEER not in rules.purposes:
        return None
    roster = county.roster()
    circle = county.circle_with(held, roster)
    asked = _checklists(county, rules)
    counts = {each.id: _count(circle, each.id, asked) for each in roster.people}
    found = [each for each in roster.people if counts[each.id] > MANY]
    if found:
        first = max(found, key=lambda each: counts[each.id])
        return AskedOfMany(len(found), counts[first.id], _unit(roster, first), rules.colleagues, rules.reviewers)
    if rules.colleagues == "balanced" and (rules.reviewers or 0) > MANY and not any(counts.values()):
        # Nothing is dealt out yet: everybody will be asked about as many as rate them.
        return AskedOfMany(len(circle.people), rules.reviewers or 0, "", rules.colleagues, rules.reviewers)
    return None


def would_ask_many(session: Session, rules: RoundRules) -> AskedOfMany | None:
    """The same of rules of which there is no round yet, or which a round is to be given."""
    permit(session, Act.RUN_ROUNDS)
    return asked_of_many(session.county, Round(rules=rules))


def asks_many(session: Session, round_id: str) -> AskedOfMany | None:
    """The same of a round.

    Raises:
        BadInput: there is none.
    """
    permit(session, Act.RUN_ROUNDS)
    return asked_of_many(session.county, life.find(session.county, round_id))


def _checklists(county: County, rules: RoundRules) -> tuple[Checklist, ...]:
    """What is filled in about colleagues, as far as it is at hand."""
    found = []
    for use in rules.use:
        if use.by is Purpose.PEER:
            try:
                found.append(county.catalogue.checklist(use.checklist))
            except CadreError:
                continue  # told among what stands in the way
    return tuple(found)


def _count(circle: Circle, rater: str, asked: tuple[Checklist, ...]) -> int:
    subjects = circle.subjects(rater, Purpose.PEER)
    if len(subjects) <= MANY:
        return len(subjects)
    return sum(any(each.meant_for(one.level, Purpose.PEER) for each in asked) for one in subjects)


def _unit(roster: Roster, person: Person) -> str:
    unit = roster.unit(person.unit)
    return unit.name if unit else person.unit
