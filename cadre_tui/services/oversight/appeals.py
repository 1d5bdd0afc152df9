"""Appeals: a cadre objects, somebody looks into it, somebody else answers in writing. Voters are never opened."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from cadre_tui import scoring
from cadre_tui.model.answer import Answer
from cadre_tui.model.checklist import Checklist, Purpose
from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.oversight.appeal import Appeal, Correction, Reply, Verdict
from cadre_tui.model.response import Drawer, Original, Response, State
from cadre_tui.model.round import Round
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.drawers import change_drawer
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.assignments import used_checklists
from cadre_tui.services.rounds.hours import CHINA, appeals_until
from cadre_tui.services.session import Session
from cadre_tui.services.stored import stored
from cadre_tui.services.typed import receipt_code, written
from cadre_tui.store import Document, keys

LONGEST: Final = 2000
"""Characters of an appeal, a finding or an answer."""

CORRECTED: Final = frozenset({Purpose.SELF, Purpose.CHECK})
"""What can be put right. What colleagues gave is theirs: nobody opens it, nobody changes it."""

BESIDE: Final = ("reason", "evidence")
"""What an answer holds besides its value."""


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
    return _of(session.county, round_id, session.person)


def appeals(session: Session, round_id: str) -> tuple[Appeal, ...]:
    """All of a round, those that wait for an answer first, then by time."""
    held = life.find(session.county, round_id)
    permit(session, Act.SEE_APPEALS, phase=held.phase)
    county = session.county
    found = [each for key in county.store.below("appeals", round_id) for each in _of(county, round_id, key.of[-1])]
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
        _second(session, found)
        said = Reply(verdict=verdict, text=written(text, LONGEST), by=session.person, at=session.county.now())
        return found.model_copy(update={"reply": said})

    return _change(session, round_id, receipt, f"appeal-{verdict.value}", reply)


def correct(
    session: Session,
    round_id: str,
    receipt: str,
    purpose: Purpose,
    criterion: str,
    raw: Mapping[str, Any],
    *,
    rater: str | None = None,
) -> Appeal:
    """Put one answer right that an appeal has shown to be wrong; the original is kept beside it.

    Whoever looked into the appeal has written down what was found; putting it right is for somebody else, as the
    answer is. An appeal about a criterion opens that one alone; one about the sum any of the person's own and of the
    inspectors'. ``raw`` is the answer as a response file writes it; value, reason and evidence that it does not name
    stay. ``rater`` is the inspector whose answer it is, where several inspected.

    Raises:
        BadInput: nobody has looked into the appeal yet, it was answered, it is about another criterion, nothing was
            handed in, or the answer does not fit the criterion.
        NotPermitted: it is a colleague's answer, one's own result, or one handled the appeal first.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.CORRECT, phase=held.phase)
    if purpose not in CORRECTED:
        raise NotPermitted("voters-stay-closed")
    found = _to_be_corrected(session, round_id, receipt, criterion)
    checklist = _asked_checklist(county, held, found, purpose, criterion)
    by = found.person if purpose is Purpose.SELF else rater or next(iter(held.rules.inspectors), "")
    whole = {"checklist": checklist.name, "answers": {criterion: dict(raw)}}
    fresh = scoring.read_response(checklist, whole, draft=True)
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}

    def put(drawer: Drawer) -> tuple[Response, ...]:
        permit(session, Act.CORRECT, phase=life.find(county, round_id).phase)
        _to_be_corrected(session, round_id, receipt, criterion)  # it may have been answered meanwhile
        response = drawer.response(found.person, checklist.id, purpose)
        if response is None or response.state is not State.SUBMITTED:
            raise BadInput("nothing-to-correct", criterion=criterion)
        old = response.answers.get(criterion)
        before.update(scoring.write_answer(old) if old else {})
        right = _kept(old, fresh[criterion], raw)
        after.update(scoring.write_answer(right))
        audit.note(session, "result-corrected", round=round_id, of=found.person, criterion=criterion, receipt=receipt)
        return (_corrected(response, {criterion: right}, session, receipt),)

    change_drawer(county, round_id, by, put)
    done = Correction(
        purpose=purpose,
        rater=by,
        checklist=checklist.id,
        criterion=criterion,
        before=before,
        after=after,
        by=session.person,
        at=county.now(),
    )
    return _put(county, found, lambda each: each.model_copy(update={"corrections": (*each.corrections, done)}))


def _kept(old: Answer | None, fresh: Answer, raw: Mapping[str, Any]) -> Answer:
    """The right answer, with what nobody put right as it was."""
    if old is None:
        return fresh
    if not fresh.given:
        return old.model_copy(update={each: getattr(fresh, each) for each in BESIDE if each in raw})
    return fresh.model_copy(update={each: getattr(old, each) for each in BESIDE if each not in raw})


def _corrected(response: Response, fresh: Mapping[str, Answer], session: Session, receipt: str) -> Response:
    original = Original(
        answers=response.answers,
        submitted=response.submitted,
        late=response.late,
        reason=receipt,
        by=session.person,
        at=session.county.now(),
    )
    answers = {**response.answers, **fresh}
    return response.model_copy(update={"answers": answers, "originals": (*response.originals, original)})


def _change(session: Session, round_id: str, receipt: str, code: str, change: Callable[[Appeal], Appeal]) -> Appeal:
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.HANDLE_APPEAL, phase=held.phase)
    found = find(county, round_id, receipt)
    _not_own(session, found)

    def handle(each: Appeal) -> Appeal:
        permit(session, Act.HANDLE_APPEAL, phase=life.find(county, round_id).phase)
        if not each.open:
            raise BadInput("appeal-answered", receipt=receipt)
        changed = change(each)
        audit.note(session, code, round=round_id, receipt=receipt)
        return changed

    return _put(county, found, handle)


def _put(county: County, found: Appeal, change: Callable[[Appeal], Appeal]) -> Appeal:
    changed: list[Appeal] = []

    def edit(document: Document | None) -> Document:
        held = document or {"appeals": {}}
        fresh = change(stored(Appeal, held["appeals"].get(found.receipt), "appeals"))
        changed.append(fresh)
        known = {**held["appeals"][found.receipt], **fresh.model_dump(mode="json")}
        return {**held, "appeals": {**held["appeals"], found.receipt: known}}

    county.store.change(keys.appeals(found.round, found.person), edit)
    return changed[-1]


def _of(county: County, round_id: str, person: str) -> tuple[Appeal, ...]:
    document = county.store.read(keys.appeals(round_id, person)) or {"appeals": {}}
    found = (stored(Appeal, each, "appeals") for each in document["appeals"].values())
    return tuple(sorted(found, key=lambda each: each.at))


def find(county: County, round_id: str, receipt: str) -> Appeal:
    """The appeal of that receipt.

    Raises:
        BadInput: there is none.
    """
    for key in county.store.below("appeals", round_id):
        for each in _of(county, round_id, key.of[-1]):
            if each.receipt == receipt.strip().upper():
                return each
    raise BadInput("appeal-unknown", receipt=receipt, round=round_id)


def _to_be_corrected(session: Session, round_id: str, receipt: str, criterion: str) -> Appeal:
    """The appeal as it stands now, if this criterion may be put right for it by who acts."""
    found = find(session.county, round_id, receipt)
    _not_own(session, found)
    if not found.open:
        raise BadInput("appeal-answered", receipt=receipt)
    _second(session, found)
    if not found.names(criterion):
        raise BadInput("appeal-other-criterion", criterion=criterion, named=found.criterion)
    return found


def _second(session: Session, found: Appeal) -> None:
    """Somebody has looked into it, and it is not who acts now.

    Raises:
        BadInput: nobody has.
        NotPermitted: it was oneself.
    """
    if found.handler is None:
        raise BadInput("appeal-not-taken", receipt=found.receipt)
    if found.handler == session.person:
        raise NotPermitted("appeal-same-handler")


def _not_own(session: Session, found: Appeal) -> None:
    if found.person == session.person:
        raise NotPermitted("appeal-own")


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


def _asked_checklist(county: County, held: Round, found: Appeal, purpose: Purpose, criterion: str) -> Checklist:
    """The checklist that was filled for that purpose about the person, in which the criterion stands."""
    for by, each in used_checklists(county, held):
        if by is purpose and each.criterion(criterion) is not None and found.checklist in ("", each.id):
            return each
    raise BadInput("appeal-no-criterion", criterion=criterion, checklist=found.checklist or "-")
