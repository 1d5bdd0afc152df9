"""Who is asked about whom in a round, for the organiser who answers for it: names, and nothing of what they say."""

from cadre_tui.allocation.of_round import open_violations, participants, proof_of
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.round import FILLING, Phase
from cadre_tui.model.rounds.round_allocation import Asked, AskedCount, WhoRatesWhom
from cadre_tui.model.rounds.round_rules import PAIRED
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.raters.allocation import roster_for
from cadre_tui.services.session import Session


def who_rates_whom(session: Session, round_id: str) -> WhoRatesWhom:
    """Everybody who rates or is rated, in counts, with the proof of the stored pairs."""
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.SEE_RATERS, phase=held.phase)
    roster = roster_for(county, held)
    circle = county.circle_with(held, roster)
    counts = (
        AskedCount(each, len(circle.raters(each.id, Purpose.PEER)), len(circle.subjects(each.id, Purpose.PEER)))
        for each in roster.people
    )
    told = WhoRatesWhom(
        round=held.id,
        title=held.rules.title,
        phase=held.phase,
        secrecy=held.rules.secrecy,
        colleagues=held.rules.colleagues,
        mock=held.rules.mock,
        people=tuple(each for each in counts if each.raters or each.subjects or circle.takes_part(each.person.id)),
    )
    found = county.allocation(held.id)
    if found is None or held.rules.colleagues not in PAIRED:
        return told
    proof = proof_of(held.rules, roster, found.pairs, found.conflicts)
    return told.model_copy(
        update={
            "proof": proof,
            "problems": open_violations(proof, found.accepted),
            "accepted": found.accepted,
            "changes": found.changes,
            "digest": found.digest,
        }
    )


def asked_about(session: Session, round_id: str, person_id: str) -> Asked:
    """Who is asked about one person, and about whom that person is asked, each with the rater's group.

    Raises:
        BadInput: nobody of that id is on the roster.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.SEE_RATERS, phase=held.phase)
    circle = county.circle_with(held, roster_for(county, held))
    person = circle.person(person_id)
    if person is None:
        raise BadInput("not-in-round", who=person_id, round=round_id)
    raters = circle.raters(person_id, Purpose.PEER)
    groups = {each.id: circle.group_of(each.id, person_id) for each in raters}
    return Asked(
        person=person,
        raters=raters,
        subjects=circle.subjects(person_id, Purpose.PEER),
        groups={rater: group.title for rater, group in groups.items() if group is not None},
        changeable=held.rules.colleagues in PAIRED
        and held.phase in FILLING | {Phase.SETUP}
        and county.allocation(held.id) is not None,
    )


def pairable(session: Session, round_id: str) -> tuple[Person, ...]:
    """Who can be put into a pair by hand."""
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.SEE_RATERS, phase=held.phase)
    roster = roster_for(county, held)
    there = {each.id for each in participants(held.rules, roster)}
    by_list = held.rules.colleagues == "list"
    return tuple(each for each in roster.people if by_list or each.id in there)
