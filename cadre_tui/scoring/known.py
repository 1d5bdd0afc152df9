"""Known numbers beside answers: whoever answers another one says why. Pure."""

from collections.abc import Mapping

from cadre_tui.kinds.registry import kind_of
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Known
from cadre_tui.model.checklists.checklist import Criterion


def objected(criterion: Criterion, answer: Answer | None, known: Known | None) -> bool:
    """Whether an answer is another number than the one that was proposed; not applicable is none."""
    if answer is None or known is None or not answer.given or answer.na:
        return False
    proposed = kind_of(criterion).from_fact(criterion, known.value, known.of)
    return proposed is not None and answer.model_copy(update={"reason": "", "evidence": ()}) != proposed


def unexplained(criterion: Criterion, answer: Answer | None, known: Mapping[str, Known]) -> bool:
    """Whether it is an objection without a reason."""
    return objected(criterion, answer, known.get(criterion.id)) and not (answer and answer.reason.strip())
