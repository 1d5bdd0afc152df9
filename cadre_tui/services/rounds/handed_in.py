"""What has been handed in, as a digest: whether anything has changed since somebody looked."""

import hashlib

from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round import Round
from cadre_tui.services.county import County
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.rounds.voids import voids_of


def state_of(county: County, held: Round, purposes: frozenset[Purpose] = frozenset({Purpose.PEER})) -> str:
    """The SHA-256 of who handed in what for these ``purposes``, and whose votes do not count; of no answer."""
    told = hashlib.sha256()
    for rater in held.roster.people:
        for each in read_drawer(county, held.id, rater.id).responses:
            if each.purpose in purposes and each.state is State.SUBMITTED:
                told.update(f"{rater.id} {each.subject} {each.checklist} {each.submitted}\n".encode())
    for voided in sorted(voids_of(county, held.id).raters):
        told.update(f"void {voided}\n".encode())
    return told.hexdigest()
