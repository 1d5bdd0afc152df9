"""Errata: while a round is going on its checklists' wording is corrected beside the text, which stays as it is.

A corrected file is held against what the round froze. Whatever is more than other words is refused whole: that is an
amendment (see ``amending``). Drafts and what was handed in are not touched, nor is any figure.
"""

from collections.abc import Mapping

from cadre_tui.checklists.changes import Change, Class
from cadre_tui.checklists.wording import reworded, texts
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.checklists.erratum import Erratum, Field, in_force
from cadre_tui.model.fault import BadInput
from cadre_tui.model.rounds.round import Pin, Round
from cadre_tui.model.text import Text
from cadre_tui.services import audit
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.extending import said
from cadre_tui.services.session import Session
from cadre_tui.services.typed import written
from cadre_tui.store import Document, keys

LONGEST = 2000
"""Characters of a text."""

Told = Mapping[Field, Text | None]
"""What a checklist tells, by where it stands."""


def texts_of(session: Session, round_id: str) -> tuple[tuple[Checklist, Told], ...]:
    """Every frozen checklist of the round, with its texts as they are told today."""
    permit(session, Act.RUN_ROUNDS)
    held = life.find(session.county, round_id)
    frozen = (session.county.frozen_checklist(held.id, pin.digest) for pin in held.pins)
    return tuple((each, _told(each, held)) for each in frozen)


def considered(session: Session, round_id: str, corrected: Checklist) -> tuple[Erratum, ...]:
    """The errata that a corrected checklist comes to, without their reason; nothing is written.

    Raises:
        BadInput: the round has no such checklist, nothing differs, or more than the wording does (``fields`` names
            all of that).
        NotPermitted: the session is no organiser's, or the round is not going on.
    """
    held = life.find(session.county, round_id)
    return _errata(session, held, *_target(session, held, corrected), "")


def correct(session: Session, round_id: str, corrected: Checklist, reason: str) -> tuple[Erratum, ...]:
    """Record every text that a corrected checklist words otherwise.

    Raises:
        BadInput: as ``considered``; or there is no reason.
    """
    held = life.find(session.county, round_id)
    frozen, target = _target(session, held, corrected)
    return _record(session, round_id, frozen, target, reason)


def correct_text(
    session: Session, round_id: str, pin: Pin, field: Field, language: str, text: str, reason: str
) -> Erratum:
    """Record that one text is told otherwise in one language; in others it stays.

    Raises:
        BadInput: there is no such text, nothing differs, or there is no reason.
        NotPermitted: the session is no organiser's, or the round is not going on.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.CORRECT_WORDING, phase=held.phase)
    frozen = session.county.frozen_checklist(held.id, pin.digest)
    told = _told(frozen, held)
    begun = field[:1] == ("criterion",) and field[2:] == ("guidance",) and frozen.criterion(field[1]) is not None
    if field not in told and not begun:
        raise BadInput("erratum-no-text", checklist=frozen.name, field=" › ".join(field))
    before = told.get(field)
    now = Text({**(before.root if before else {}), language: written(text, LONGEST)})
    return _record(session, round_id, frozen, {field: now}, reason)[0]


def pinned(held: Round, checklist_id: str, version: str = "") -> Pin:
    """The round's checklist of that id; of several the one of that ``version``.

    Raises:
        BadInput: it has none such.
    """
    found = [each for each in held.pins if each.id == checklist_id]
    if len(found) > 1:
        found = [each for each in found if each.version == version]
    if not found:
        known = "、".join(each.name for each in held.pins)
        raise BadInput("round-no-checklist", round=held.id, checklist=checklist_id, known=known or "-")
    return found[0]


def _target(session: Session, held: Round, corrected: Checklist) -> tuple[Checklist, Told]:
    """The frozen checklist, and all that it is to tell."""
    permit(session, Act.CORRECT_WORDING, phase=held.phase)
    pin = pinned(held, corrected.id, corrected.version)
    frozen = session.county.frozen_checklist(held.id, pin.digest)
    found, others = reworded(frozen, corrected)
    if others:
        fields = "、".join(f"{each.where or each.field[-1]} ({_kind(each)})" for each in others)
        raise BadInput("erratum-not-wording", checklist=pin.name, fields=fields, round=held.id)
    return frozen, {**texts(frozen), **found}


def _kind(change: Change) -> str:
    """What a change is; another order is told apart, since it changes no meaning and yet is no wording."""
    return "order" if change.kind is Class.WORDING else change.kind.value


def _errata(session: Session, held: Round, frozen: Checklist, target: Told, reason: str) -> tuple[Erratum, ...]:
    told = _told(frozen, held)
    differ = {field: now for field, now in target.items() if told.get(field) != now}
    if not differ:
        raise BadInput("erratum-nothing", checklist=frozen.name, round=held.id)
    known = {"checklist": frozen.name, "digest": frozen.digest, "reason": reason, "by": session.person}
    at = session.county.now()
    return tuple(Erratum(**known, field=field, was=told.get(field), now=now, at=at) for field, now in differ.items())


def _record(session: Session, round_id: str, frozen: Checklist, target: Told, reason: str) -> tuple[Erratum, ...]:
    county, why = session.county, said(reason)
    made: tuple[Erratum, ...] = ()

    def add(found: Document | None) -> Document:
        nonlocal made
        newest = county.as_round(found or {})
        permit(session, Act.CORRECT_WORDING, phase=newest.phase)
        if frozen.digest not in {each.digest for each in newest.pins}:
            raise BadInput("round-amended-meanwhile", round=newest.id)
        made = _errata(session, newest, frozen, target, why)
        fields = [" › ".join(each.field) for each in made]
        audit.note(session, "wording-corrected", round=newest.id, checklist=frozen.name, fields=fields, reason=why)
        told = [each.model_dump(mode="json") for each in made]
        return {**(found or {}), "errata": [*(found or {}).get("errata", ()), *told]}

    county.store.change(keys.round_rules(round_id), add)
    return made


def _told(frozen: Checklist, held: Round) -> Told:
    """The texts as they are told today: those that stand there, with the errata over them."""
    newest = {field: each.now for field, each in in_force(held.errata, frozen.digest).items()}
    return {**texts(frozen), **newest}
