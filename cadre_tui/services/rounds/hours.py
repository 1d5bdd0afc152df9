"""When a round may be filled in, and when its phases change by themselves. Pure: the moment is handed in."""

from datetime import datetime, timedelta, timezone, tzinfo
from typing import Final

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round import ASKED, FILLING, Extension, Phase, Round

CHINA: Final = timezone(timedelta(hours=8))
"""The zone in which moments are told that carry none of their own."""

SELF_FIRST = "self-first"


def zone_of(deadline: datetime | None) -> tzinfo:
    """The zone whose clock is told to whoever has this deadline, wherever the machine stands."""
    return CHINA if deadline is None or deadline.tzinfo is None else deadline.tzinfo


def extension_of(held: Round, person: str, purpose: Purpose) -> Extension | None:
    """The longest time that one person was given for one purpose."""
    given = (each for each in held.extensions if (each.person, each.purpose) == (person, purpose))
    return max(given, key=lambda each: each.until, default=None)


def longer_until(held: Round, person: str, purpose: Purpose) -> datetime | None:
    """Until when this person has longer than the rules say: by an extension of their own, or by an amendment."""
    given = extension_of(held, person, purpose)
    times = [given.until] if given else []
    times += [each.until[purpose] for each in held.amendments if purpose in each.until]
    return max(times, default=None)


def deadline_of(held: Round, person: str, purpose: Purpose) -> datetime | None:
    """By when this person is asked to hand in: the round's deadline, or the later one that they were given."""
    deadline = held.rules.deadlines.get(purpose)
    until = longer_until(held, person, purpose)
    if until is None:
        return deadline
    if purpose not in ASKED.get(held.phase, ()):
        return until  # the phase is over, perhaps before its deadline: only time given counts from there on
    return None if deadline is None else max(deadline, until)


def settled(held: Round, purpose: Purpose) -> bool:
    """Whether what was answered stands: somebody has looked at what a confidential round's figures could tell.

    Could one response still come or go, a second look would tell by the difference what was in it.
    """
    return purpose is Purpose.PEER and held.disclosure is not None


def open_for(held: Round, person: str, purpose: Purpose, now: datetime) -> bool:
    """Whether this person's answers of that purpose may be changed now."""
    if settled(held, purpose) or now < held.rules.opens.get(purpose, now):
        return False
    until = longer_until(held, person, purpose)
    if until is not None and now <= until and _begun(held, purpose):
        return True
    if purpose not in ASKED.get(held.phase, ()):
        return False
    deadline = held.rules.deadlines.get(purpose)
    return deadline is None or now <= deadline + timedelta(hours=held.rules.grace)


def _begun(held: Round, purpose: Purpose) -> bool:
    """Whether a purpose's phase has begun and nothing is published yet: time given lengthens and opens nothing."""
    if held.phase is Phase.SELF:
        return purpose is Purpose.SELF
    return held.phase in FILLING | {Phase.MODERATION}


def is_late(held: Round, person: str, purpose: Purpose, now: datetime) -> bool:
    """Whether what is handed in now comes after this person's deadline: within the time of grace."""
    deadline = deadline_of(held, person, purpose)
    return deadline is not None and now > deadline


def appeals_until(held: Round) -> datetime | None:
    """The moment until which a cadre may object to a published result; None where it is not published."""
    return None if held.published is None else held.published + timedelta(days=held.rules.appeal_days)


def first_phase(held: Round) -> Phase:
    """The phase that follows the preparation."""
    if held.rules.sequence == SELF_FIRST and Purpose.SELF in held.rules.purposes:
        return Phase.SELF
    return Phase.OPEN


def following(held: Round) -> Phase | None:
    """The phase that follows the one a round is in: nothing is left out and nothing turned back."""
    others = set(held.rules.purposes) - {Purpose.SELF}
    return {
        Phase.SETUP: first_phase(held),
        Phase.SELF: Phase.PEER if others else Phase.MODERATION,
        Phase.PEER: Phase.MODERATION,
        Phase.OPEN: Phase.MODERATION,
        Phase.MODERATION: Phase.PUBLISHED,
        Phase.PUBLISHED: Phase.ARCHIVED,
        Phase.ARCHIVED: None,
    }[held.phase]


def due(held: Round, now: datetime) -> Phase | None:
    """The phase that the round should be in by its own times, where that is the next one; else None.

    Publication and archive never come by themselves: a person answers for them.
    """
    if held.phase is Phase.SETUP:
        set_for = [held.rules.opens[each] for each in _asked(held, first_phase(held)) if each in held.rules.opens]
        return following(held) if set_for and now >= min(set_for) else None
    return following(held) if held.phase in FILLING and _over(held, now) else None


def _asked(held: Round, phase: Phase) -> tuple[Purpose, ...]:
    return tuple(each for each in held.rules.purposes if each in ASKED[phase])


def _over(held: Round, now: datetime) -> bool:
    """Whether nobody can hand in any more: every deadline with its grace, and every extension, has passed."""
    for purpose in _asked(held, held.phase):
        deadline = held.rules.deadlines.get(purpose)
        if deadline is None:
            return False
        given = [each.until for each in held.extensions if each.purpose is purpose]
        given += [each.until[purpose] for each in held.amendments if purpose in each.until]
        if now <= max((deadline + timedelta(hours=held.rules.grace), *given)):
            return False
    return True
