"""What was typed into a preview, carried over to the checklist as it reads now. Pure."""

from cadre_tui.kinds import draw
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Choices, TextField
from cadre_tui.model.checklists.checklist import Checklist, Criterion
from cadre_tui.tui.answers import typed as cells
from cadre_tui.tui.answers.row_view import position_of
from cadre_tui.tui.form.state import FormState, Typed


def carried(before: FormState, checklist: Checklist) -> tuple[dict[str, Answer], Typed]:
    """The answers and the unfinished texts of the criteria that are still there and of the same kind.

    An option that is gone is not chosen any more; a number that may not be so now is kept as it was typed, and is
    told to be wrong. Reasons and evidence stay in any case.
    """
    answers: dict[str, Answer] = {}
    typed: Typed = {}
    for criterion in checklist.criteria():
        former = before.criteria.get(criterion.id)
        if former is None or former.kind != criterion.kind:
            continue
        texts = {cell: text for cell, text in before.texts(criterion.id).items() if text}
        answer, wrong = _carried(before.answers.get(criterion.id), texts, criterion, checklist)
        if answer != Answer():
            answers[criterion.id] = answer
        typed |= {(criterion.id, cell): text for cell, text in wrong.items()}
    return answers, typed


def place(before: FormState, checklist: Checklist) -> str | None:
    """The criterion at the cursor; where it is gone, the nearest one before it that is still there."""
    there = {each.id for each in checklist.criteria()}
    known = list(before.criteria)
    upto = known[: known.index(before.cursor) + 1] if before.cursor else []
    return next((each for each in reversed(upto) if each in there), None)


def _carried(
    answer: Answer | None, texts: dict[str, str], criterion: Criterion, checklist: Checklist
) -> tuple[Answer, dict[str, str]]:
    """The answer as far as it can be given now, and what is typed and is no value."""
    written = answer or Answer()
    beside = {"reason": written.reason, "evidence": written.evidence}
    if written.na:
        return Answer(na=criterion.allow_na).model_copy(update=beside), {}
    drawing = draw(criterion, checklist)
    if isinstance(drawing, Choices):
        return (written if position_of(written, drawing) else Answer().model_copy(update=beside)), {}
    if isinstance(drawing, TextField):
        return written, {}
    there = {cell: texts.get(cell, "") for cell in cells.cells(drawing)}
    kept = Answer.model_validate(cells.values(there, drawing)).model_copy(update=beside)
    return kept, {cell: there[cell] for cell in cells.unsettled(there, drawing)}
