"""Amending: a checklist of a round that is being filled in becomes another, for whatever is more than wording.

It is one write, that of the round: all of it is done or nothing. Whatever had been handed in to the former checklist
is given back with it (see ``carrying``): answers to what means the same stand in the new form, the rest is asked
anew; the original is kept with the checklist that it answers, and never counts. Who rates whom stays.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from cadre_tui.checklists.changes import Change, changes
from cadre_tui.checklists.meaning import unlike
from cadre_tui.checklists.wording import reworded
from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.checklists.comparable import Unlike
from cadre_tui.model.fault import BadInput
from cadre_tui.model.rounds.round import Amendment, Pin, Round
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import hours, life
from cadre_tui.services.rounds.assignments import used_checklists
from cadre_tui.services.rounds.by_name import must_not_be_anonymous
from cadre_tui.services.rounds.criteria import option_codes
from cadre_tui.services.rounds.errata import pinned
from cadre_tui.services.rounds.extending import said
from cadre_tui.services.rounds.frozen import not_reused
from cadre_tui.services.rounds.known import fitting
from cadre_tui.services.rules_hash import rules_hash
from cadre_tui.services.session import Session
from cadre_tui.store import Document, keys


class Count(NamedTuple):
    """Responses of one purpose to the former checklist: handed in, and begun."""

    handed_in: int
    begun: int


class Preview(NamedTuple):
    """What an amendment would do. ``unlike`` are the criteria whose answers do not carry over, and why.

    ``deadlines`` are what they are now; ``needs_time``: nobody could hand in again, so a time must be given.
    """

    held: Round
    before: Checklist
    now: Checklist
    changes: tuple[Change, ...]
    unlike: Mapping[str, Unlike]
    counts: Mapping[Purpose, Count]
    deadlines: Mapping[Purpose, datetime]
    needs_time: tuple[Purpose, ...]

    @property
    def carried(self) -> tuple[str, ...]:
        """The criteria whose answers stand in the new form."""
        return tuple(each.id for each in self.now.criteria() if each.id not in self.unlike)

    @property
    def only_worded(self) -> bool:
        """Whether errata would do, which give nothing back."""
        return bool(self.changes) and not reworded(self.before, self.now)[1]

    @property
    def reopened(self) -> int:
        """How many responses would be given back."""
        return sum(each.handed_in for each in self.counts.values())


def considered(session: Session, round_id: str, checklist: Checklist) -> Preview:
    """What it would do; nothing is written.

    Raises:
        NotPermitted: the session is no organiser's, or the round is not being filled in.
        BadInput: the round uses no checklist of that id, it is the one that it has or had, its id and version are
            those of another content, it is for other people or purposes, or a rule names what it has not.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.AMEND, phase=held.phase)
    pin = _replaceable(county, held, checklist)
    before = county.frozen_checklist(held.id, pin.digest)
    purposes = _purposes(county, held, pin)
    if Purpose.PEER in purposes:
        must_not_be_anonymous(held, "ballots-not-amended")
    counts = _counts(county, held, pin, purposes)
    return Preview(
        held=held,
        before=before,
        now=checklist,
        changes=changes(before, checklist),
        unlike=unlike(before, checklist),
        counts=counts,
        deadlines={each: until for each, until in held.deadlines.items() if each in purposes},
        needs_time=tuple(each for each in purposes if counts[each].handed_in and not _in_time(county, held, each)),
    )


def candidates(session: Session, round_id: str) -> tuple[Checklist, ...]:
    """The checklists on offer that could take the place of one of the round's, by their ids; looked for anew."""
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.AMEND, phase=held.phase)
    county.look_again()
    had = {each.digest for each in (*held.pins, *(one.before for one in held.amendments))}
    ids = {each.id for each in held.pins}
    offers = [each for each in county.catalogue.offers() if each.id in ids and each.digest not in had]
    return tuple(county.catalogue.checklist(each.name) for each in offers if each.problem is None)


def possible(session: Session, preview: Preview, reason: str, until: datetime | None) -> None:
    """Whether it can be done with that reason and that time; nothing is written.

    Raises:
        NotPermitted, BadInput: as ``amend``.
    """
    permit(session, Act.AMEND, phase=preview.held.phase)
    said(reason)
    _must_be_time(session.county, preview, until)


def amend(
    session: Session, round_id: str, checklist: Checklist, reason: str, until: datetime | None = None
) -> Amendment:
    """Do it. ``until``, which carries its zone, is the time that everybody has for what is asked anew.

    Raises:
        NotPermitted, BadInput: as ``considered``; or there is no reason, or no time that is needed, or it is past or
            shorter than what people have.
    """
    county, why = session.county, said(reason)
    preview = considered(session, round_id, checklist)
    _must_be_time(county, preview, until)
    made: list[Amendment] = []

    def commit(found: Document | None) -> Document:
        newest = county.as_round(found or {})
        permit(session, Act.AMEND, phase=newest.phase)
        if (newest.pins, newest.phase) != (preview.held.pins, preview.held.phase):
            raise BadInput("round-amended-meanwhile", round=newest.id)
        amendment = _amendment(session, newest, preview, why, until)
        # Before the round names it: a copy that nothing names harms nobody.
        county.store.change(
            keys.frozen_checklist(newest.id, checklist.digest), lambda _found: {"canonical": checklist.canonical}
        )
        _note(session, newest, amendment, until)
        made.append(amendment)
        return {**(found or {}), **_amended(newest, found or {}, amendment)}

    county.store.change(keys.round_rules(round_id), commit)
    return made[-1]


def _amendment(session: Session, newest: Round, preview: Preview, reason: str, until: datetime | None) -> Amendment:
    """What is done, as the round keeps it.

    Raises:
        BadInput: the checklist cannot take the place of one of the round's any more.
    """
    checklist = preview.now
    return Amendment(
        before=_replaceable(session.county, newest, checklist),
        now=Pin(id=checklist.id, version=checklist.version, digest=checklist.digest),
        purposes=tuple(preview.counts),
        reason=reason,
        until={} if until is None else dict.fromkeys(preview.counts, until),
        reopened=preview.reopened,
        rules_hash=newest.rules_hash,
        by=session.person,
        at=session.county.now(),
    )


def _note(session: Session, newest: Round, amendment: Amendment, until: datetime | None) -> None:
    told = {
        "before": amendment.before.name,
        "now": amendment.now.name,
        "digest": amendment.now.digest,
        "count": amendment.reopened,
        "reason": amendment.reason,
    }
    code, longer = ("round-amended-longer", {"until": until.isoformat()}) if until else ("round-amended", {})
    audit.note(session, code, round=newest.id, **told, **longer)


def _amended(held: Round, found: Document, amendment: Amendment) -> dict[str, Any]:
    """What changes in the round's document."""
    before, now = amendment.before, amendment.now
    pins = tuple(now if each == before else each for each in held.pins)
    names = {before.name: now.name}
    use = [{**each, "checklist": names.get(each["checklist"], each["checklist"])} for each in found["rules"]["use"]]
    uses = tuple(
        each.model_copy(update={"checklist": names.get(each.checklist, each.checklist)}) for each in held.rules.use
    )
    rules = held.rules.model_copy(update={"use": uses})
    return {
        "rules": {**found["rules"], "use": use},
        "pins": [each.model_dump() for each in pins],
        "rules_hash": rules_hash(rules, pins, held.allocation, held.rule_by),
        "amendments": [*found.get("amendments", ()), amendment.model_dump(mode="json")],
    }


def _replaceable(county: County, held: Round, checklist: Checklist) -> Pin:
    """The pin that the checklist takes the place of.

    Raises:
        BadInput: it cannot.
    """
    pin = pinned(held, checklist.id)
    if pin.digest == checklist.digest:
        raise BadInput("amend-nothing", round=held.id, checklist=checklist.name)
    had = [pin, *(each.before for each in held.amendments)]
    if any(each.digest == checklist.digest for each in had):
        raise BadInput("amend-had-before", round=held.id, checklist=checklist.name)
    if any(each.name == checklist.name for each in had):
        raise BadInput("amend-version-reused", round=held.id, checklist=checklist.name)
    before = county.frozen_checklist(held.id, pin.digest)
    for purpose in _purposes(county, held, pin):
        fitting(checklist, purpose)
        people = county.circle(held).people
        if any(
            before.meant_for(each.level, purpose) is not checklist.meant_for(each.level, purpose) for each in people
        ):
            raise BadInput("amend-other-people", round=held.id, checklist=checklist.name)
    _options_known(county, held, pin, checklist)
    not_reused(county, checklist)
    return pin


def _options_known(county: County, held: Round, pin: Pin, checklist: Checklist) -> None:
    """Refuse to take away an option by whose share a rule refers people."""
    peers = [each for purpose, each in used_checklists(county, held) if purpose is Purpose.PEER]
    known = {code for each in peers for code in option_codes(checklist if each.digest == pin.digest else each)}
    strange = [code for each in held.rules.refer for code in each.options if code not in known]
    if strange:
        raise BadInput("amend-options", round=held.id, checklist=checklist.name, options="、".join(strange))


def _purposes(county: County, held: Round, pin: Pin) -> tuple[Purpose, ...]:
    """Those that fill the checklist, in the order of the rules."""
    return tuple(dict.fromkeys(by for by, each in used_checklists(county, held) if each.digest == pin.digest))


def _counts(county: County, held: Round, pin: Pin, purposes: tuple[Purpose, ...]) -> Mapping[Purpose, Count]:
    handed_in, begun = dict.fromkeys(purposes, 0), dict.fromkeys(purposes, 0)
    for rater in held.roster.people:
        for each in read_drawer(county, held.id, rater.id).responses:
            if each.digest == pin.digest and each.purpose in handed_in:
                handed_in[each.purpose] += each.state is State.SUBMITTED
                begun[each.purpose] += each.state is not State.SUBMITTED
    return {each: Count(handed_in[each], begun[each]) for each in purposes}


def _in_time(county: County, held: Round, purpose: Purpose) -> bool:
    """Whether whoever was given no time of their own can hand in now, and not late."""
    nobody, now = "", county.now()
    return hours.open_for(held, nobody, purpose, now) and not hours.is_late(held, nobody, purpose, now)


def _must_be_time(county: County, preview: Preview, until: datetime | None) -> None:
    if until is None:
        if preview.needs_time:
            raise BadInput("amend-needs-time", round=preview.held.id)
        return
    told = until.strftime("%Y-%m-%d %H:%M")
    if until <= county.now():
        raise BadInput("time-past", until=told)
    longest = max(preview.deadlines.values(), default=None)
    if longest is not None and until <= longest:
        raise BadInput("time-no-later", until=told, deadline=longest.strftime("%Y-%m-%d %H:%M"))
