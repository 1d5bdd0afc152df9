"""Appeals: a cadre appeals, somebody looks into it, somebody else answers in writing. Voters are never opened."""

from collections.abc import Callable
from typing import Final

from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import BadInput
from cadre_tui.model.oversight.appeal import Appeal, Reply, Verdict
from cadre_tui.model.rounds.round import Round
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.oversight import appeal_records
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.assignments import used_checklists
from cadre_tui.services.rounds.hours import CHINA, appeals_until
from cadre_tui.services.session import Session
from cadre_tui.services.typed import receipt_code, written
from cadre_tui.store import Document, keys

LONGEST: Final = 2000
"""Characters of an appeal, a finding or an answer."""


def appeal(session: Session, round_id: str, text: str, checklist: str = "", criterion: str = "") -> Appeal:
    """Object to one criterion of one's own result, or to the sum where none is named; what comes back is the receipt.

    Raises:
        BadInput: the days for it are over, the round knows none, nothing is said, or there is no such criterion.
        NotPermitted: the round is not published, or one took no part.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.APPEAL, of=session.person, phase=held.phase)
    if not county.circle(held).takes_part(session.person):
        raise BadInput("not-in-round", who=session.person, round=round_id)
    _in_time(county, held)
    if criterion:
        _criterion(county, held, checklist, criterion)
    fresh = Appeal(
        receipt=receipt_code(),
        round=round_id,
        person=session.person,
        checklist=checklist.split("|", maxsplit=1)[0] if criterion else "",
        criterion=criterion,
        text=written(text, LONGEST),
        at=county.now(),
    )

    def add(found: Document | None) -> Document:
        permit(session, Act.APPEAL, of=session.person, phase=life.find(county, round_id).phase)
        document = found or {"round": round_id, "person": session.person, "appeals": {}}
        return {**document, "appeals": {**document["appeals"], fresh.receipt: fresh.model_dump(mode="json")}}

    county.store.change(keys.appeals(round_id, session.person), add)
    return fresh


def own(session: Session, round_id: str) -> tuple[Appeal, ...]:
    """What one objected to, with the answers, the oldest first."""
    held = life.find(session.county, round_id)
    permit(session, Act.SEE_APPEALS, of=session.person, phase=held.phase)
    return appeal_records.of(session.county, round_id, session.person)


def appeals(session: Session, round_id: str) -> tuple[Appeal, ...]:
    """All of a round, those that wait for an answer first, then by time."""
    held = life.find(session.county, round_id)
    permit(session, Act.SEE_APPEALS, phase=held.phase)
    county = session.county
    found = [
        each
        for key in county.store.below("appeals", round_id)
        for each in appeal_records.of(county, round_id, key.of[-1])
    ]
    return tuple(sorted(found, key=lambda each: (not each.open, each.at)))


def take(session: Session, round_id: str, receipt: str, finding: str) -> Appeal:
    """Look into an appeal as its first handler, and write down what was found.

    Raises:
        BadInput: there is no such appeal, it was answered, or somebody else handles it.
        NotPermitted: it is one's own.
    """

    def handle(found: Appeal) -> Appeal:
        if found.handler not in (None, session.person):
            raise BadInput("appeal-handled", receipt=receipt)
        return found.model_copy(update={"handler": session.person, "finding": written(finding, LONGEST)})

    return _change(session, round_id, receipt, "appeal-taken", handle)


def answer(session: Session, round_id: str, receipt: str, verdict: Verdict, text: str) -> Appeal:
    """Answer in writing: by somebody other than the first handler.

    Raises:
        BadInput: there is no such appeal, nobody has looked into it yet, or it was answered.
        NotPermitted: it is one's own, or one handled it first.
    """

    def reply(found: Appeal) -> Appeal:
        appeal_records.second(session.person, found)
        said = Reply(verdict=verdict, text=written(text, LONGEST), by=session.person, at=session.county.now())
        return found.model_copy(update={"reply": said})

    return _change(session, round_id, receipt, f"appeal-{verdict.value}", reply)


def _change(session: Session, round_id: str, receipt: str, code: str, change: Callable[[Appeal], Appeal]) -> Appeal:
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.HANDLE_APPEAL, phase=held.phase)
    found = appeal_records.find(county, round_id, receipt)
    appeal_records.not_own(session.person, found)

    def handle(each: Appeal) -> Appeal:
        permit(session, Act.HANDLE_APPEAL, phase=life.find(county, round_id).phase)
        if not each.open:
            raise BadInput("appeal-answered", receipt=receipt)
        changed = change(each)
        audit.note(session, code, round=round_id, receipt=receipt)
        return changed

    return appeal_records.put(county, found, handle)


def _in_time(county: County, held: Round) -> None:
    if not held.rules.appeal_days:
        raise BadInput("appeals-not-offered", round=held.id)
    until = appeals_until(held)
    if until is not None and county.now() > until:
        raise BadInput("appeals-over", until=f"{until.astimezone(CHINA):%Y-%m-%d %H:%M}")


def _criterion(county: County, held: Round, checklist: str, criterion: str) -> Checklist:
    for _purpose, each in used_checklists(county, held):
        if each.id == checklist.split("|", maxsplit=1)[0] and each.criterion(criterion) is not None:
            return each
    raise BadInput("appeal-no-criterion", criterion=criterion, checklist=checklist or "-")
