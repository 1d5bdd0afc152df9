"""An organiser decides about a case: the grade, with the reason, noted in the log and kept with the outcome."""

from collections.abc import Collection
from typing import Final

from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.outcome import Cause, Ruling, Settled
from cadre_tui.model.rounds.round import Phase, Round
from cadre_tui.services import audit
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results.grades import quota_code
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.settled import change_settled, settled_of
from cadre_tui.services.session import Session
from cadre_tui.services.typed import written

LONGEST: Final = 500
"""Characters of a reason."""


def choices(session: Session, round_id: str, subject: str) -> tuple[str, ...]:
    """The codes of the grades that may be decided on for somebody, the best first.

    Never above what was earned, by the plain or by the adjusted figure.

    Raises:
        NotPermitted: the round is not between filling in and publication, nor was this person corrected since.
        BadInput: nothing is to be decided about this person.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.DECIDE, phase=held.phase)
    return _choices(held, settled_of(session.county, round_id), subject)


def closed(held: Round, session: Session, subject: str, causes: Collection[Cause]) -> str:
    """The code with which ``decide`` would refuse whatever this session decides about somebody now; else empty."""
    if not (held.phase is Phase.MODERATION or (held.phase is Phase.PUBLISHED and Cause.CORRECTED in causes)):
        return "not-in-moderation"
    return _not_ones_to_decide(session, subject)


def decide(session: Session, round_id: str, subject: str, grade: str, reason: str) -> Settled:
    """Settle somebody's grade, told by its code or its name. What was decided before is replaced; the log keeps both.

    Nobody decides about themself: about an organiser another one does, or a supervisor, who decides about none else.

    Raises:
        NotPermitted: it is about oneself, a supervisor decides about somebody who is no organiser, or the round is
            not between filling in and publication.
        BadInput: no reason or one that cannot be kept, nothing is to be decided about this person, no such grade, a
            grade above what the figures earned, or all places of the quota are given.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.DECIDE, phase=held.phase)
    if refusal := _not_ones_to_decide(session, subject):
        raise NotPermitted(refusal)
    if not reason.strip():
        raise BadInput("decide-without-reason")
    why = written(reason, LONGEST)

    grade = next((each.code for each in held.rules.grade if grade in each.text.root.values()), grade)

    def change(before: Settled) -> Settled:
        allowed = _choices(held, before, subject)
        if grade not in allowed:
            named = {each.code: each.text for each in held.rules.grade}
            known = tuple(named[each] for each in allowed)
            raise BadInput("decide-no-such-grade", grade=named.get(grade, grade), known=known)
        _room(held, before, subject, grade)
        ruling = Ruling(
            grade=grade, total=before.cases[subject].total, reason=why, by=session.person, at=county.now()
        )
        audit.note(session, "outcome-decided", round=round_id, of=subject, grade=grade, reason=why)
        return before.model_copy(update={"rulings": {**before.rulings, subject: ruling}})

    return change_settled(county, round_id, change)


def _not_ones_to_decide(session: Session, subject: str) -> str:
    """The code of the refusal where this session decides nothing about somebody; else empty."""
    if subject == session.person:
        return "decide-about-oneself"
    if session.role is Role.SUPERVISOR and Role.ORGANISER not in session.county.held(subject).roles:
        return "decide-by-supervisor"
    return ""


def _choices(held: Round, settled: Settled, subject: str) -> tuple[str, ...]:
    case = settled.cases.get(subject)
    if case is None:
        raise BadInput("decide-nothing", who=subject, round=held.id)
    if held.phase is Phase.PUBLISHED and Cause.CORRECTED not in case.causes:
        raise NotPermitted("not-in-moderation")
    codes = [each.code for each in held.rules.grade]
    best = [codes.index(each) for each in (case.earned, case.adjusted) if each in codes]
    if not best:
        return tuple(codes[-1:])
    allowed = codes[min(best) :]
    if allowed[0] == quota_code(held.rules) and not _may_be_inside(held, settled, subject):
        allowed = allowed[1:]
    # Where only the place among equals, or at the line that stands, is open, it is this grade or the next.
    return tuple(allowed[:2] if {*case.causes} <= {Cause.TIE, Cause.CORRECTED} else allowed)


def _may_be_inside(held: Round, settled: Settled, subject: str) -> bool:
    """Whether the quota leaves the grade open to somebody: on the line, or above it."""
    person = held.roster.person(subject)
    line = settled.line(person.unit) if person else None
    total = settled.cases[subject].total
    if line is None or line.cut is None or total is None:
        return line is None or line.places > 0
    return total >= line.cut


def _room(held: Round, settled: Settled, subject: str, grade: str) -> None:
    """Refuse a place that is not left among those who tie."""
    line = next((each for each in settled.lines if subject in each.tied), None)
    if line is None or grade != quota_code(held.rules):
        return
    others = [each for each in line.tied if each != subject]
    given = sum(
        ruling.grade == grade
        for each in others
        if (ruling := settled.ruling(each, settled.cases[each].total)) is not None
    )
    if given >= line.left:
        raise BadInput("decide-no-place", left=line.left, grade=grade)
