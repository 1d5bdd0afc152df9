"""Known numbers beside answers: whoever answers another one says why. Pure."""

from collections.abc import Mapping

from cadre_tui.kinds.registry import kind_of
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Known
from cadre_tui.model.checklists.checklist import Criterion


def objected(criterion: Criterion, answer: Answer | None, known: Known | None) -> bool:
    """Whether an answer is another number than the one that was proposed; not applicable is none."""
    return _the_same(criterion, answer, known) is False


def confirmed(criterion: Criterion, answer: Answer | None, known: Known | None) -> bool:
    """Whether an answer is the very number that was proposed."""
    return _the_same(criterion, answer, known) is True


def unexplained(criterion: Criterion, answer: Answer | None, known: Mapping[str, Known]) -> bool:
    """Whether it is an objection without a reason."""
    return objected(criterion, answer, known.get(criterion.id)) and not (answer and answer.reason.strip())


def _the_same(criterion: Criterion, answer: Answer | None, known: Known | None) -> bool | None:
    """None where there is no number on either side."""
    if answer is None or known is None or not answer.given or answer.na:
        return None
    proposed = kind_of(criterion).from_fact(criterion, known.value, known.of)
    return None if proposed is None else answer.model_copy(update={"reason": "", "evidence": ()}) == proposed
