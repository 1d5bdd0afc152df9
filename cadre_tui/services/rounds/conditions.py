"""What must hold before a round goes on to its next phase, each told where it does not."""

from collections.abc import Iterator
from typing import Final

from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import CadreError
from cadre_tui.model.rounds.round import ASKED, FILLING, Phase, Round, Unmet
from cadre_tui.scoring.brought_rules import at_hand
from cadre_tui.services.county import County
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.rounds.assignments import assignments_of
from cadre_tui.services.rounds.ballot_conditions import ballots_unmet, boxes_unopened, boxes_unsealed
from cadre_tui.services.rounds.criteria import option_codes
from cadre_tui.services.rounds.frozen import not_reused
from cadre_tui.services.rounds.handed_in import state_of
from cadre_tui.services.rounds.hours import CHINA, appeals_until
from cadre_tui.services.rounds.known import fitting, known_people, pinned_rule
from cadre_tui.services.rounds.outcome_asked import asks_outcome
from cadre_tui.services.rounds.rater_conditions import raters_unmet
from cadre_tui.services.rounds.settled import settled_of

UNDECIDED: Final = "not-handed-in"
"""The one condition that an organiser may go on without, by a decision that is written down."""

UNREAD: Final = "disclosure-unread"
"""Nobody has looked at what a confidential round's figures could tell (see ``services.results.disclosure``)."""


def unmet(county: County, held: Round, to: Phase) -> tuple[Unmet, ...]:
    """The conditions of going on to ``to`` that do not hold now."""
    if held.phase is Phase.SETUP:
        return tuple(_before_opening(county, held))
    if held.phase in FILLING:
        sealed = boxes_unsealed(county, held) if to is Phase.MODERATION else ()
        return (*_handed_in(county, held, ASKED[held.phase]), *sealed)
    if to is Phase.PUBLISHED:
        unopened = tuple(boxes_unopened(county, held))
        if unopened:
            return (*_handed_in(county, held, frozenset(Purpose)), *unopened)
        return (
            *_handed_in(county, held, frozenset(Purpose)),
            *_rule_at_hand(held),
            *_looked_at(county, held),
            *_decided(county, held),
        )
    if to is Phase.ARCHIVED:
        return tuple(_appeals_over(county, held))
    return ()


def _looked_at(county: County, held: Round) -> Iterator[Unmet]:
    """Before colleagues' figures are shown somebody looks at what they could tell, as everything stands now."""
    if not held.rules.confidential or Purpose.PEER not in held.rules.purposes:
        return
    if held.disclosure is None or held.disclosure.state != state_of(county, held):
        yield Unmet(UNREAD, {"round": held.id})


def _decided(county: County, held: Round) -> Iterator[Unmet]:
    """Where more than one's own figures makes the grades, somebody works the outcome out as everything stands now."""
    if not asks_outcome(county, held):
        return
    settled = settled_of(county, held.id)
    if settled.state != state_of(county, held, frozenset(Purpose)):
        yield Unmet("outcome-unread", {"round": held.id})
    elif settled.waiting:
        yield Unmet("outcome-waiting", {"round": held.id, "count": len(settled.waiting)})


def _rule_at_hand(held: Round) -> Iterator[Unmet]:
    """A plugin's rule must be able to answer before what it answers is kept for good."""
    pinned = held.rule_by
    if pinned is not None and at_hand(pinned) is None:
        yield Unmet("rule", {"rule": pinned.title, "plugin": pinned.plugin, "version": pinned.version})


def _before_opening(county: County, held: Round) -> Iterator[Unmet]:
    rules = held.rules
    for use in rules.use:
        try:
            checklist = county.catalogue.checklist(use.checklist)
            fitting(checklist, use.by)
            not_reused(county, checklist)
        except CadreError as error:
            yield Unmet("checklist", {"checklist": use.checklist, "why": error})
    try:
        pinned_rule(rules)
    except CadreError as error:
        yield Unmet("rule-unknown", {"why": error})
    roster = county.roster()
    try:
        known_people(rules, roster)
    except CadreError as error:
        yield Unmet("people", {"why": error})
        return
    circle = county.circle_with(held, roster)
    if not circle.people:
        yield Unmet("nobody", {})
        return
    if Purpose.PEER in rules.purposes:
        yield from _options_known(county, held)
        if rules.anonymous:
            yield from ballots_unmet(county, held)
        yield from raters_unmet(held, roster, county.allocation(held.id), circle)


def _options_known(county: County, held: Round) -> Iterator[Unmet]:
    """A case that is referred by the share of an option that no checklist has would never be referred."""
    asked = [each.checklist for each in held.rules.use if each.by is Purpose.PEER]
    try:
        known = {code for name in asked for code in option_codes(county.catalogue.checklist(name))}
    except CadreError:
        return  # told already
    strange = [code for each in held.rules.refer for code in each.options if code not in known]
    if strange:
        yield Unmet("options", {"options": strange, "known": sorted(known)})


def _handed_in(county: County, held: Round, purposes: frozenset[Purpose]) -> Iterator[Unmet]:
    count = _open(county, held, purposes)
    if count and (held.decision is None or held.decision.open < count):
        yield Unmet(UNDECIDED, {"count": count})


def _open(county: County, held: Round, purposes: frozenset[Purpose]) -> int:
    """How many of the responses that were asked for have not been handed in."""
    count = 0
    for rater in held.roster.people:
        asked = [each for each in assignments_of(county, held, rater.id) if each.purpose in purposes]
        drawer = read_drawer(county, held.id, rater.id) if asked else None
        for each in asked:
            response = drawer.response(each.subject, each.checklist, each.purpose) if drawer else None
            count += response is None or response.state is not State.SUBMITTED
    return count


def _appeals_over(county: County, held: Round) -> Iterator[Unmet]:
    until = appeals_until(held)
    if held.rules.appeal_days and until is not None and county.now() <= until:
        yield Unmet("appeals-until", {"until": f"{until.astimezone(CHINA):%Y-%m-%d %H:%M}"})
    waiting = sum(
        each.get("reply") is None
        for key in county.store.below("appeals", held.id)
        for each in (county.store.read(key) or {}).get("appeals", {}).values()
    )
    if waiting:
        yield Unmet("appeals-open", {"count": waiting, "round": held.id})
