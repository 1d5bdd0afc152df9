"""Mutual encouragement: a word to a colleague, tied to a criterion, counted for the unit, no part of any score."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Final, Literal

from cadre_tui.model.fault import BadInput
from cadre_tui.model.oversight.commendation import Commendation, Report
from cadre_tui.model.rounds.round import Round
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.people.accounts import who_is
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.assignments import used_checklists
from cadre_tui.services.session import Session
from cadre_tui.services.stored import stored
from cadre_tui.services.typed import receipt_code, written
from cadre_tui.store import Document, keys

LONGEST: Final = 100
"""Characters of a commendation."""

LONGEST_REASON: Final = 300
"""Characters of a reason for reporting or hiding one."""


def commend(
    session: Session, round_id: str, receiver: str, checklist: str, criterion: str, text: str
) -> Commendation:
    """Write a word of encouragement to somebody who takes part; signed, or not, as the round says.

    Raises:
        BadInput: the round has none, it is oneself, nobody of that id takes part, there is no such criterion, one has
            written to this person about it already, or nothing, or too much, is said.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.COMMEND, of=session.person, phase=held.phase)
    _must_be_for(session, held, receiver)
    _must_know(county, held, checklist, criterion)
    fresh = _fresh(session, held, receiver, checklist, criterion, text)

    def add(found: Document | None) -> Document:
        permit(session, Act.COMMEND, of=session.person, phase=life.find(county, round_id).phase)
        known = _all(found)
        same = (session.person, fresh.checklist, criterion)
        if any((each.writer, each.checklist, each.criterion) == same for each in known):
            raise BadInput("commended-already")
        document = found or {"round": round_id, "receiver": receiver, "commendations": {}}
        kept = {**document["commendations"], fresh.id: fresh.model_dump(mode="json")}
        return {**document, "commendations": dict(sorted(kept.items()))}  # their order tells no time

    county.store.change(keys.commendations(round_id, receiver), add)
    return fresh


def _must_be_for(session: Session, held: Round, receiver: str) -> None:
    """Refuse a word that the round does not offer, to oneself, or to somebody who takes no part."""
    if held.rules.commendations == "none":
        raise BadInput("commendations-not-offered", round=held.id)
    if receiver == session.person:
        raise BadInput("commendation-to-oneself")
    if not session.county.circle(held).takes_part(receiver):
        raise BadInput("not-in-round", who=receiver, round=held.id)


def _fresh(session: Session, held: Round, receiver: str, checklist: str, criterion: str, text: str) -> Commendation:
    """The word as it is kept: unsigned, it has no name and no hour."""
    county = session.county
    person = who_is(county, session.person)
    signed = held.rules.commendations == "signed"
    return Commendation(
        id=receipt_code(),
        round=held.id,
        receiver=receiver,
        checklist=checklist.split("|", maxsplit=1)[0],
        criterion=criterion,
        text=" ".join(written(text, LONGEST).split()),  # one line: nobody makes another's word up in it
        signed=signed,
        at=county.now() if signed else _day(county.now()),
        writer=session.person,
        name=person.name if person and signed else "",
    )


def received(session: Session, round_id: str) -> tuple[Commendation, ...]:
    """What colleagues wrote to oneself, without what is hidden."""
    held = life.find(session.county, round_id)
    permit(session, Act.SEE_COMMENDATIONS, of=session.person, phase=held.phase)
    found = _all(session.county.store.read(keys.commendations(round_id, session.person)))
    return tuple(each.shown() for each in found if not each.hidden)


def report(session: Session, round_id: str, commendation_id: str, reason: str) -> Commendation:
    """Tell the organiser that something received is abusive.

    Raises:
        BadInput: there is none of that id, or no reason is given.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.REPORT_COMMENDATION, of=session.person, phase=held.phase)
    told = Report(reason=written(reason, LONGEST_REASON), at=session.county.now())

    def complain(each: Commendation) -> Commendation:
        _list(session.county, round_id, session.person)  # first: a report that nobody finds would be lost
        return each if each.report else each.model_copy(update={"report": told})

    return _change(session.county, round_id, session.person, commendation_id, complain).shown()


def reported(session: Session, round_id: str) -> tuple[Commendation, ...]:
    """What was reported, for the organiser to judge: those not hidden yet first. Others' words stay unread."""
    held = life.find(session.county, round_id)
    permit(session, Act.JUDGE_COMMENDATION, phase=held.phase)
    store = session.county.store
    receivers = (store.read(keys.commendation_reports(round_id)) or {}).get("receivers", [])
    found = [each for receiver in receivers for each in _all(store.read(keys.commendations(round_id, receiver)))]
    found = [each for each in found if each.report is not None]
    return tuple(each.shown() for each in sorted(found, key=lambda each: (each.hidden, each.id)))


def hide(session: Session, round_id: str, receiver: str, commendation_id: str, reason: str) -> Commendation:
    """Hide what was reported: its receiver does not see it any more, and it is not counted.

    Raises:
        BadInput: there is none of that id that was reported, or no reason is given.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.JUDGE_COMMENDATION, phase=held.phase)
    because = written(reason, LONGEST_REASON)

    def judge(each: Commendation) -> Commendation:
        if each.report is None:
            raise BadInput("commendation-not-reported")
        audit.note(session, "commendation-hidden", round=round_id, of=receiver, id=each.id, why=because)
        judged = each.report.model_copy(update={"hidden_by": session.person, "hidden_because": because})
        return each.model_copy(update={"report": judged})

    return _change(session.county, round_id, receiver, commendation_id, judge).shown()


def restore(session: Session, round_id: str, receiver: str, commendation_id: str, reason: str) -> Commendation:
    """Show what was hidden again: the report stays, and what was decided about it before stands in the audit log.

    Raises:
        BadInput: there is none of that id that is hidden, or no reason is given.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.JUDGE_COMMENDATION, phase=held.phase)
    because = written(reason, LONGEST_REASON)

    def judge(each: Commendation) -> Commendation:
        if each.report is None or not each.hidden:
            raise BadInput("commendation-not-hidden")
        audit.note(session, "commendation-restored", round=round_id, of=receiver, id=each.id, why=because)
        judged = each.report.model_copy(update={"hidden_by": None, "hidden_because": ""})
        return each.model_copy(update={"report": judged})

    return _change(session.county, round_id, receiver, commendation_id, judge).shown()


def counted(session: Session, round_id: str) -> dict[str, int]:
    """How many each unit received, by the unit's id; units without any are left out."""
    held = life.find(session.county, round_id)
    permit(session, Act.COUNT_COMMENDATIONS, phase=held.phase)
    units = {each.id: each.unit for each in held.roster.people}
    found = Counter(units.get(each.receiver, "") for each in _of_round(session.county, held) if not each.hidden)
    return dict(sorted(found.items()))


def offered(session: Session, round_id: str) -> Literal["signed", "unsigned"]:
    """Whether what one writes in the round bears one's name.

    Raises:
        BadInput: the round has no words of encouragement.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.COMMEND, of=session.person, phase=held.phase)
    if held.rules.commendations == "none":
        raise BadInput("commendations-not-offered", round=round_id)
    return held.rules.commendations


def _list(county: County, round_id: str, receiver: str) -> None:
    """Remember that this receiver reported something: an organiser need not look through everybody's."""

    def add(found: Document | None) -> Document:
        document = found or {"round": round_id, "receivers": []}
        return {**document, "receivers": sorted({*document["receivers"], receiver})}

    county.store.change(keys.commendation_reports(round_id), add)


def _day(moment: datetime) -> datetime:
    """The day alone: when exactly an unsigned word was written could tell who wrote it."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _of_round(county: County, held: Round) -> list[Commendation]:
    return [each for key in county.store.below("commendations", held.id) for each in _all(county.store.read(key))]


def _all(document: Document | None) -> tuple[Commendation, ...]:
    held = (document or {}).get("commendations", {})
    return tuple(stored(Commendation, each, "commendations") for each in held.values())


def _change(
    county: County, round_id: str, receiver: str, commendation_id: str, change: Callable[[Commendation], Commendation]
) -> Commendation:
    changed: list[Commendation] = []

    def edit(found: Document | None) -> Document:
        known = (found or {}).get("commendations", {})
        wanted = commendation_id.strip().upper()
        if found is None or wanted not in known:
            raise BadInput("commendation-unknown", id=commendation_id)
        changed.append(change(stored(Commendation, known[wanted], "commendations")))
        return {
            **found,
            "commendations": {**known, wanted: {**known[wanted], **changed[-1].model_dump(mode="json")}},
        }

    county.store.change(keys.commendations(round_id, receiver), edit)
    return changed[-1]


def _must_know(county: County, held: Round, checklist: str, criterion: str) -> None:
    for _purpose, each in used_checklists(county, held):
        if each.id == checklist.split("|", maxsplit=1)[0] and each.criterion(criterion) is not None:
            return
    raise BadInput("appeal-no-criterion", criterion=criterion, checklist=checklist or "-")
