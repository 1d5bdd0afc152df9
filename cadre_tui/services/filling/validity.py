"""Whether a rater's set of responses is taken, by the rules of the round."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.filling.form import Bounds
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.round import Round
from cadre_tui.scoring import validity


class Sheet(NamedTuple):
    """What is answered to one checklist about one subject."""

    subject: Person
    purpose: Purpose
    checklist: Checklist
    answers: Mapping[str, Answer]


def bounds(held: Round, purpose: Purpose, checklist_id: str) -> Bounds:
    """The round's rules as they concern one form; about oneself there is no best grade to be shared out."""
    rules = held.rules
    weights = (use.weight for use in rules.use if use.by is purpose and use.checklist.split("|")[0] == checklist_id)
    return Bounds(
        blanks=rules.validity.blanks,
        best=None if purpose is Purpose.SELF else rules.validity.best,
        grade=rules.grade[0] if rules.grade else None,
        places=rules.rounding.places,
        weight=next(weights, Decimal(0)),
    )


def is_judged(held: Round, purpose: Purpose) -> bool:
    """Whether anything is asked of answers but that none is missing: by the round's rules, or by a plugin."""
    rule = held.rules.validity
    private = held.rules.confidential and purpose is Purpose.PEER  # no plugin sees these
    return not private or rule.blanks is not None or rule.best is not None


def must_not_be_blank(held: Round, sheet: Sheet) -> None:
    """Refuse a response of which more is blank than the round lets be.

    Raises:
        BadInput: ``too-many-blank``, with how many are and how many may be.
    """
    share = held.rules.validity.blanks
    if share is None:
        return
    filled = validity.fill(sheet.checklist, sheet.answers)
    most = validity.most(share, filled.asked)
    if len(filled.blank) > most:
        who, title = sheet.subject.name, sheet.checklist.title
        raise BadInput("too-many-blank", who=who, checklist=title, count=len(filled.blank), most=most)


def must_be_spread(held: Round, purpose: Purpose, sheets: Sequence[Sheet], subjects: int) -> None:
    """Send a set back in which more of the ``subjects`` have the best grade than the round lets have it.

    Raises:
        BadInput: ``too-many-best``, with whom it concerns: those whom this rater gave it.
    """
    share = None if purpose is Purpose.SELF else held.rules.validity.best
    if share is None:
        return
    by_subject: dict[Person, list[Sheet]] = {}
    for sheet in sheets:
        by_subject.setdefault(sheet.subject, []).append(sheet)
    best = [subject.name for subject, found in by_subject.items() if _best(held, purpose, found)]
    most = validity.most_best(share, subjects)
    if len(best) > most:
        raise BadInput("too-many-best", who="、".join(best), count=len(best), most=most, subjects=subjects)


def _best(held: Round, purpose: Purpose, sheets: Sequence[Sheet]) -> bool:
    rated = []
    for each in sheets:
        rule = bounds(held, purpose, each.checklist.id)
        answers = validity.taken(each.checklist, each.answers, rule.blanks)
        rated.append(validity.Rated(each.checklist, answers, rule.weight))
    grade = held.rules.grade[0] if held.rules.grade else None
    return validity.best(rated, grade, held.rules.rounding.places)
