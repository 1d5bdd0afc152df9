"""When a rater's set of responses is taken: how much of it may stay blank, how many may be given the best grade."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cadre_tui.kinds import draw
from cadre_tui.kinds.kind import setting_of
from cadre_tui.kinds.registry import kind_of
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Choices
from cadre_tui.model.answers.response import Known
from cadre_tui.model.answers.score_sheet import Missing, ScoreSheet
from cadre_tui.model.checklists.checklist import Checklist, Criterion, Grade
from cadre_tui.model.rounding import round_half_up
from cadre_tui.scoring.missing import NOTHING_KNOWN, missing
from cadre_tui.scoring.sheet import Scorer
from cadre_tui.scoring.visibility import visible


@dataclass(frozen=True)
class Filled:
    """A response with its blanks filled in as 不了解.

    ``blank`` are the criteria that were filled; ``owed`` is what nobody but the rater can give; ``asked`` is how many
    criteria must be answered.
    """

    answers: Mapping[str, Answer]
    blank: tuple[str, ...]
    owed: tuple[Missing, ...]
    asked: int


@dataclass(frozen=True)
class Rated:
    """What one rater answered about one subject to one checklist, and its weight in the round.

    ``scorer`` is the checklist's, the same one for all whom the rater rates by it.
    """

    scorer: Scorer
    answers: Mapping[str, Answer]
    weight: Decimal


def fill(checklist: Checklist, answers: Mapping[str, Answer]) -> Filled:
    """Answer what is blank with the scale's option without a score; what has none stays owed.

    An option that would owe a reason or evidence is nobody's to fill in but the rater's.
    """
    filled, blank = dict(answers), list[str]()
    while True:  # an answer may bring further criteria into sight; each is filled once
        shown = visible(checklist, filled)
        fresh = [
            (each.id, unknown)
            for each in checklist.criteria()
            if each.id in shown and each.required and not _given(filled.get(each.id))
            if (unknown := _unknown(checklist, each, filled)) is not None
        ]
        if not fresh:
            break
        blank += [criterion for criterion, _answer in fresh]
        filled.update(fresh)
    asked = sum(each.required for each in checklist.criteria() if each.id in shown)
    return Filled(filled, tuple(blank), missing(checklist, filled), asked)


def taken(checklist: Checklist, answers: Mapping[str, Answer], share: Decimal | None) -> Mapping[str, Answer]:
    """The answers as they count: blanks filled in where no more are blank than ``share`` of what is asked."""
    if share is None:
        return answers
    filled = fill(checklist, answers)
    return filled.answers if 0 < len(filled.blank) <= most(share, filled.asked) else answers


def owed(
    checklist: Checklist,
    answers: Mapping[str, Answer],
    share: Decimal | None,
    known: Mapping[str, Known] = NOTHING_KNOWN,
) -> tuple[Missing, ...]:
    """What must still be there before handing in, where ``share`` of what is asked may stay blank.

    ``known`` are the numbers that were proposed: another answer owes its reason.
    """
    return missing(checklist, taken(checklist, answers, share), known)


def most(share: Decimal, whole: int) -> int:
    """How many of ``whole`` a share of them is at most: exact, and never rounded up."""
    return int(Fraction(share) * whole)


def most_best(share: Decimal, subjects: int) -> int:
    """How many of the subjects may be given the best grade; one always may."""
    return max(most(share, subjects), 1)


def best(rated: Sequence[Rated], grade: Grade | None, places: int) -> bool:
    """Whether one rater gives one subject the best grade.

    ``grade`` is the round's first one: the mean of the sheets' totals by weight, rounded to ``places``, reaches it.
    Without one, each sheet must have its checklist's first grade, or where that has none, the best on all it scores.
    """
    sheets = [(each, each.scorer.score(each.answers)) for each in rated]
    if not sheets:
        return False
    if grade is None:
        return all(_at_its_best(each.scorer.checklist, sheet) for each, sheet in sheets)
    weighed = [(each, sheet) for each, sheet in sheets if each.weight] or sheets
    whole = sum((Fraction(each.weight or 1) for each, _sheet in weighed), Fraction(0))
    earned = Fraction(0)
    for each, sheet in weighed:
        if sheet.total is None:
            return False
        earned += Fraction(each.weight or 1) * Fraction(sheet.total)
    return round_half_up(earned / whole, places) >= grade.min


def _at_its_best(checklist: Checklist, sheet: ScoreSheet) -> bool:
    if checklist.grade:
        return sheet.grade == checklist.grade[0].code
    criteria = {each.id: each for each in checklist.criteria()}
    scores = [(criteria[row.id], row.score) for row in sheet.criteria if row.score is not None]
    return bool(scores) and all(
        earned == kind_of(criterion).most(criterion, setting_of(criterion, checklist)) for criterion, earned in scores
    )


def _given(answer: Answer | None) -> bool:
    return answer is not None and answer.given


def _unknown(checklist: Checklist, criterion: Criterion, answers: Mapping[str, Answer]) -> Answer | None:
    """The answer 不了解 to a criterion, with what was written beside it; None where there is none to be filled in."""
    drawing = draw(criterion, checklist)
    if not isinstance(drawing, Choices):
        return None
    option = next((each.answer for each in drawing.options if each.earns is None), None)
    if option is None:
        return None
    written = answers.get(criterion.id)
    beside = {"reason": written.reason, "evidence": written.evidence} if written else {}
    answer = option.model_copy(update=beside)
    owes = missing(checklist, {**answers, criterion.id: answer})
    return None if any(each.criterion == criterion.id for each in owes) else answer
