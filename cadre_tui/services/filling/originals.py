"""What one had handed in, or begun, before it was given back or its checklist amended: read, never counted."""

from typing import NamedTuple

from cadre_tui.model.answers.response import Original
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.people.person import Person
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling.sealed import as_read
from cadre_tui.services.filling.writer import may, seen
from cadre_tui.services.permission import Act
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session


class Kept(NamedTuple):
    """One original, about whom and for which purpose, with the checklist that it answers."""

    subject: Person
    purpose: Purpose
    original: Original
    checklist: Checklist


def originals(session: Session, round_id: str) -> tuple[Kept, ...]:
    """One's own of a round, the oldest first of each response. What is sealed has no answers.

    Raises:
        NotPermitted: the session's person fills in nothing, or the round is not open yet.
    """
    county = session.county
    held = life.find(county, round_id)
    may(session, Act.READ_RESPONSE, held)
    found = []
    for each in seen(read_drawer(county, held.id, session.rater), session).responses:
        subject = held.roster.person(each.subject)
        for original in as_read(each, session, held).originals:
            if subject is not None:
                checklist = county.frozen_checklist(held.id, original.digest or each.digest)
                found.append(Kept(subject, each.purpose, original, checklist))
    return tuple(found)
