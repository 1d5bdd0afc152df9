"""What the first screen tells somebody without being asked: encouragement, answers to appeals, what waits."""

from collections.abc import Iterable

from cadre_tui.model.oversight.voices import Message, MessageKind
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import SHOWN, Phase, Round
from cadre_tui.services.oversight import appeal_pages, appeals, encouragement
from cadre_tui.services.oversight.commendation_pages import commendation_lines
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session


def messages(session: Session, rounds: Iterable[Round]) -> tuple[Message, ...]:
    """By round, in the order of ``rounds``; an archived one has none any more."""
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    found: list[Message] = []
    for held in rounds:
        if held.phase in (Phase.SETUP, Phase.ARCHIVED):
            continue
        if session.role is Role.CADRE:
            found += [*_own_appeals(session, held), *_encouraged(session, held)]
        elif session.role in (Role.ORGANISER, Role.SUPERVISOR):
            found += _to_judge(session, held)
    return tuple(found)


def _own_appeals(session: Session, held: Round) -> Iterable[Message]:
    if held.phase not in SHOWN:
        return
    for each in appeal_pages.own_page(session, held.id).lines:
        yield _message(MessageKind.APPEAL, held, key=each.appeal.receipt, about=each.about, appeal=each.appeal)


def _encouraged(session: Session, held: Round) -> Iterable[Message]:
    for each in commendation_lines(session.county, held, encouragement.received(session, held.id)):
        told = each.commendation
        yield _message(MessageKind.COMMENDATION, held, key=told.id, about=each.about, name=told.name)


def _to_judge(session: Session, held: Round) -> Iterable[Message]:
    if held.phase in SHOWN:
        found = appeals.appeals(session, held.id)
        if found:
            waiting = sum(each.open for each in found)
            yield _message(MessageKind.APPEALS, held, count=len(found), waiting=waiting)
    if session.role is Role.ORGANISER:
        reported = encouragement.reported(session, held.id)
        if reported:
            waiting = sum(not each.hidden for each in reported)
            yield _message(MessageKind.REPORTED, held, count=len(reported), waiting=waiting)


def _message(kind: MessageKind, held: Round, **more: object) -> Message:
    known = {"kind": kind, "round": held.id, "title": held.rules.title, "mock": held.rules.mock, **more}
    return Message.model_validate(known)
