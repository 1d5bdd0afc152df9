"""Telling plugins that something has happened: after it was written, in counts, never who; nothing can come of it."""

from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round import Round
from cadre_tui.plugins import ResponseSubmitted, RoundOpened
from cadre_tui.plugins.allowed import running
from cadre_tui.services.county import County
from cadre_tui.services.drawers import read_drawer


def round_opened(held: Round) -> None:
    """A round has been opened."""
    checklists = tuple(f"{pin.id}|{pin.version}" for pin in held.pins)
    event = RoundOpened(held.id, held.rules.title, len(held.roster.people), checklists)
    running.host().tell("cadre_round_opened", opened=event)


def response_submitted(county: County, held: Round, purpose: Purpose) -> None:
    """Something was handed in; the round is read for the count only where somebody listens."""
    host = running.host()
    if not host.listening("cadre_response_submitted"):
        return
    handed_in = sum(
        each.purpose is purpose and each.state is State.SUBMITTED
        for rater in held.roster.people
        for each in read_drawer(county, held.id, rater.id).responses
    )
    event = ResponseSubmitted(held.id, purpose.value, handed_in)
    host.tell("cadre_response_submitted", submitted=event)
