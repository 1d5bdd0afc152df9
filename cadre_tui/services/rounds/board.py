"""All that an organiser sees of one round at a glance: where it stands, and what the next phase wants."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Roster
from cadre_tui.model.rounds.round import FILLING, Phase, Round, Unmet
from cadre_tui.model.rounds.round_rules import PAIRED
from cadre_tui.model.text import Text
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import hours, life
from cadre_tui.services.rounds.asked_of_many import AskedOfMany, asked_of_many
from cadre_tui.services.rounds.assignments import used_checklists
from cadre_tui.services.rounds.ballot_conditions import UNSEALED
from cadre_tui.services.rounds.conditions import UNDECIDED, UNREAD, unmet
from cadre_tui.services.rounds.frozen import Drifted, drifted
from cadre_tui.services.rounds.outcome_asked import asks_outcome
from cadre_tui.services.session import Session

SAME: Final = {
    "allocation-unproved": "allocation-missing",
    "group-raters": "raters",
    "appeals-open": "appeals-until",
    "outcome-unread": "outcome-waiting",
}
"""Conditions that are two sides of one thing: where one of them is not met, the other is not said to be."""


class Board(NamedTuple):
    """A round, the phase that follows (None: it is at its end), what stands in its way, and what is settled.

    ``settled`` are the codes of the conditions that hold. ``roster`` is today's, by which people are named.
    ``titles`` are the checklists', by id: as frozen, or before the opening as they are on offer.
    ``outcome``: how the grades come about is looked at. ``drifted`` are the checklists of which
    the round has the only copy. ``many``: before the opening, that somebody would be asked about too many colleagues.
    """

    held: Round
    to: Phase | None
    unmet: tuple[Unmet, ...]
    settled: tuple[str, ...]
    roster: Roster
    titles: Mapping[str, Text] = MappingProxyType({})
    outcome: bool = False
    drifted: tuple[Drifted, ...] = ()
    many: AskedOfMany | None = None

    @property
    def undecided(self) -> bool:
        """Whether going on takes a decision: something was not handed in."""
        return any(each.code == UNDECIDED for each in self.unmet)

    @property
    def blocked(self) -> bool:
        """Whether something stands in the way about which nobody may decide."""
        return any(each.code != UNDECIDED for each in self.unmet)


def board_of(session: Session, round_id: str) -> Board:
    """The round as it stands now.

    Raises:
        BadInput: there is none.
    """
    permit(session, Act.RUN_ROUNDS)
    county = session.county
    held = life.find(county, round_id)
    to = hours.following(held)
    wanting = unmet(county, held, to) if to else ()
    outcome = asks_outcome(county, held)
    open_ones = {SAME.get(each.code, each.code) for each in wanting}
    settled = tuple(code for code in _asked_for(held, to, outcome) if code not in open_ones)
    if "allocation-missing" in open_ones:  # how many raters each has is not known before
        settled = tuple(code for code in settled if code != "raters")
    if "nobody" in open_ones or "people" in open_ones:  # then nothing is known of who rates whom
        settled = tuple(code for code in settled if code == "checklist")
    return Board(
        held,
        to,
        wanting,
        settled,
        county.roster(),
        _titles(county, held),
        outcome,
        drifted(county, held),
        asked_of_many(county, held),
    )


def _titles(county: County, held: Round) -> Mapping[str, Text]:
    if held.phase is Phase.SETUP:
        return {each.id: each.title for each in county.catalogue.offers() if each.title is not None}
    return {each.id: each.title for _purpose, each in used_checklists(county, held)}


def _asked_for(held: Round, to: Phase | None, outcome: bool) -> tuple[str, ...]:
    """The codes of the conditions of the next phase, by the rules."""
    rules = held.rules
    if held.phase is Phase.SETUP:
        found = ["checklist", "people", "nobody"]
        if Purpose.PEER in rules.purposes:
            found += ["allocation-missing"] if rules.colleagues in PAIRED else []
            found += ["groupless"] if rules.colleagues == "groups" else []
            found += ["raters"] if rules.confidential else []
        return tuple(found)
    if to is Phase.PUBLISHED:
        looked = rules.confidential and Purpose.PEER in rules.purposes
        return UNDECIDED, *((UNREAD,) if looked else ()), *(("outcome-waiting",) if outcome else ())
    if held.phase in FILLING:
        if not rules.anonymous:
            return (UNDECIDED,)
        signed = (UNDECIDED,) if {*rules.purposes} - {Purpose.PEER} else ()
        return *signed, *((UNSEALED,) if to is Phase.MODERATION else ())
    return ("appeals-until",) if to is Phase.ARCHIVED and rules.appeal_days else ()
