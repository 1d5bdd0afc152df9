"""Decisions that a rater's votes about colleagues do not count: with a reason, logged, the originals kept."""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.results.quality import Difference, Preview, Voided, Voids
from cadre_tui.model.rounds.round import Phase, Round
from cadre_tui.services import audit
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results.looking import settled
from cadre_tui.services.results.parts import summed
from cadre_tui.services.results.quality.adjusting import adjusted_total, counted, different, grade_of, shifts
from cadre_tui.services.results.quality.rated_totals import Progress, totals_of
from cadre_tui.services.results.quality.raters import may_decide
from cadre_tui.services.results.rater_codes import rater_codes
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.by_name import must_not_be_anonymous
from cadre_tui.services.rounds.voids import change_voids, close_voids, voids_of
from cadre_tui.services.session import Session
from cadre_tui.services.typed import sound_text

LONGEST: Final = 500
"""Characters of a reason."""


def preview(session: Session, round_id: str, code: str) -> Preview:
    """How many grades would be others, and how many figures withheld, if this rater's votes did not count.

    Raises:
        NotPermitted: the round is not between filling in and publication, what follows from the votes has been seen.
        BadInput: nobody has that code.
    """
    held, rater = _decidable(session, round_id, code)
    county = session.county
    held = settled(held, session)
    audit.note(session, "void-previewed", round=round_id, rater=code)
    before = voids_of(county, round_id).raters
    now, then = (Reader(county, held, voided) for voided in (before, {*before, rater}))
    moved = _adopted(now, then)
    grades = withheld = 0
    # One rater's severity stands in the adjusted figures of all who share raters.
    for subject in now.circle.people if any(moved) else now.circle.subjects(rater, Purpose.PEER):
        seen, without = now.found(subject), then.found(subject)
        one, other = (
            grade_of(reader, found, adjusted_total(held.rules, summed(held.rules, reader.uses, found), shift))
            for reader, found, shift in zip(
                (now, then), (seen, without), (each.get(subject.id, Fraction(0)) for each in moved), strict=True
            )
        )
        lost = any(seen.peers[key].withheld is None and each.withheld for key, each in without.peers.items())
        withheld += lost
        grades += one != other
    return Preview(code=code, grades=counted(grades, held.rules), withheld=counted(withheld, held.rules))


def void(session: Session, round_id: str, code: str, reason: str) -> None:
    """From now on the votes of whoever has that code do not count; the responses stay as they are.

    Raises:
        NotPermitted: as for ``preview``, or the code is one's own.
        BadInput: nobody has that code, it is void already, or there is no reason.
    """
    why = _reason(reason)
    held, rater = _decidable(session, round_id, code)
    if rater == session.person:
        raise NotPermitted("void-oneself")
    decided = Voided(reason=why, by=session.person, at=session.county.now())

    def add(found: Voids) -> Voids:
        if rater in found.raters:
            raise BadInput("void-already", who=code)
        audit.note(session, "votes-voided", round=round_id, rater=code, reason=why)
        return found.model_copy(update={"raters": {**found.raters, rater: decided}})

    _change(session, held, add)


def restore(session: Session, round_id: str, code: str, reason: str) -> None:
    """The votes of whoever has that code count again.

    Raises:
        NotPermitted: as for ``preview``, or the code is one's own.
        BadInput: nobody has that code, its votes count, or there is no reason.
    """
    why = _reason(reason)
    held, rater = _decidable(session, round_id, code)
    if rater == session.person:
        raise NotPermitted("void-oneself")

    def take(found: Voids) -> Voids:
        if rater not in found.raters:
            raise BadInput("void-not", who=code)
        audit.note(session, "votes-restored", round=round_id, rater=code, reason=why)
        return found.model_copy(update={"raters": {key: each for key, each in found.raters.items() if key != rater}})

    _change(session, held, take)


def differences(
    session: Session, round_id: str, progress: Progress = lambda _done, _all: None
) -> tuple[Difference, ...]:
    """Those whom the plain and the adjusted figure give different grades: a person decides.

    In a confidential round no votes can be made void from then on.

    Raises:
        NotPermitted: people still fill in.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.REVIEW_RATERS, phase=held.phase)
    must_not_be_anonymous(held)
    audit.note(session, "differences-read", round=round_id)
    held = settled(held, session)
    if held.phase is Phase.MODERATION and held.rules.confidential:
        close_voids(county, round_id)
    reader = Reader(county, held)
    units = {each.id: each.name for each in held.roster.units}
    return tuple(
        Difference(
            subject=each.subject,
            unit=units.get(each.subject.unit, ""),
            plain=each.plain.text if each.plain else None,
            adjusted=each.adjusted.text if each.adjusted else None,
        )
        for each in different(reader, totals_of(reader, progress))
    )


def _adopted(now: Reader, then: Reader) -> tuple[dict[str, Fraction], dict[str, Fraction]]:
    """By what the adjusted figures move colleagues', in both cases; by nothing where the rules do not adopt them."""
    if now.held.rules.adopt != "adjusted":
        return {}, {}
    totals = totals_of(now)
    return shifts(now, totals), shifts(then, totals)


def _decidable(session: Session, round_id: str, code: str) -> tuple[Round, str]:
    """The round and the rater of that code, where decisions may be made."""
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.VOID_VOTES, phase=held.phase)
    must_not_be_anonymous(held)
    if not may_decide(held, voids_of(county, round_id)):
        raise NotPermitted("voids-closed", round=round_id)
    codes = rater_codes(county, round_id, (each.id for each in held.roster.people))
    wanted = code.strip().upper()
    rater = next((each for each, own in codes.items() if own == wanted), None)
    if rater is None or not county.circle(held).subjects(rater, Purpose.PEER):
        raise BadInput("void-no-such-code", who=code)
    return held, rater


def _reason(reason: str) -> str:
    why = " ".join(sound_text(reason).split())
    if not why:
        raise BadInput("void-without-reason")
    if len(why) > LONGEST:
        raise BadInput("void-reason-long", most=LONGEST)
    return why


def _change(session: Session, held: Round, change: Callable[[Voids], Voids]) -> None:
    def checked(found: Voids) -> Voids:
        if not may_decide(held, found):
            raise NotPermitted("voids-closed", round=held.id)
        return change(found)

    change_voids(session.county, held.id, checked)
