"""A form while somebody fills it, without a screen: answers, undo, where one is, what is still owed. Pure."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from cadre_tui import scoring
from cadre_tui.kinds import draw
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Choices, Drawing, NumberLines
from cadre_tui.model.answers.score_sheet import CriterionScore
from cadre_tui.model.checklists.checklist import Checklist, Criterion, Section
from cadre_tui.model.filling.form import Form
from cadre_tui.tui.answers import typed as cells
from cadre_tui.tui.answers.row_view import RowView, position_of
from cadre_tui.tui.form.progress import Mark, Progress
from cadre_tui.tui.form.steps import AT_ONCE, Step, Steps
from cadre_tui.words.checklists.errata import beside_criterion

Typed = dict[tuple[str, str], str]
"""By criterion and cell, what is typed there and is not (yet) a value."""


class FormState:
    """The answers of one form. Every change is told to ``note``, which has them saved."""

    def __init__(
        self,
        form: Form,
        note: Callable[[str, Answer | None], None],
        unfinished: Typed | None = None,
    ) -> None:
        """``unfinished`` is kept by the caller and outlives the form: it holds what could not be saved."""
        self.form = form
        self.checklist: Checklist = form.checklist
        self.answers: dict[str, Answer] = dict(form.response.answers)
        self.typed: Typed = {} if unfinished is None else unfinished
        self._note = note
        self._steps = Steps()
        self._just: str | None = None
        self._drawings: dict[str, Drawing] = {}
        self._former_scores: dict[str, CriterionScore] = {}
        self._scores: dict[str, tuple[Answer | None, CriterionScore]] = {}
        self._look_again()
        self.cursor: str | None = form.response.at if form.response.at in self.order else self._first()

    def _first(self) -> str | None:
        """Where one begins who was never on this form: what was answered elsewhere, in the grid, is passed over."""
        begun = any(each.given for each in self.answers.values())
        owed = (each for each in self.order if each in self._owed) if begun else iter(())
        return next(owed, self.order[0] if self.order else None)

    # What is there

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each criterion on the form, from 1; hidden ones keep theirs."""
        return {criterion.id: number for number, criterion in enumerate(self.checklist.criteria(), 1)}

    @cached_property
    def criteria(self) -> Mapping[str, Criterion]:
        """The criteria by id."""
        return {criterion.id: criterion for criterion in self.checklist.criteria()}

    @cached_property
    def _section_of(self) -> Mapping[str, Section]:
        return {criterion.id: section for section in self.checklist.section for criterion in section.criterion}

    @cached_property
    def _conditional(self) -> bool:
        return any(criterion.show_when for criterion in self.checklist.criteria())

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of the criteria that are asked now, in order."""
        return self._order

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections in which something is asked now."""
        return tuple(section for section in self.checklist.section if self.rows(section))

    @property
    def section(self) -> Section | None:
        """The section that the cursor is in."""
        return self._section_of[self.cursor] if self.cursor else None

    def rows(self, section: Section) -> tuple[Criterion, ...]:
        """The criteria of a section that are asked now."""
        return tuple(criterion for criterion in section.criterion if criterion.id in self._shown)

    def drawing(self, criterion_id: str) -> Drawing:
        """How a criterion is asked."""
        if criterion_id not in self._drawings:
            self._drawings[criterion_id] = draw(self.criteria[criterion_id], self.checklist)
        return self._drawings[criterion_id]

    def text_in(self, criterion_id: str, cell: str) -> str:
        """What stands in a cell: what is being typed, else the value."""
        typed = self.typed.get((criterion_id, cell))
        if typed is not None:
            return typed
        return cells.written(self.answers.get(criterion_id), cell, self.drawing(criterion_id))

    def texts(self, criterion_id: str) -> dict[str, str]:
        """What stands in every cell of a criterion."""
        return {cell: self.text_in(criterion_id, cell) for cell in cells.cells(self.drawing(criterion_id))}

    def wrong(self, criterion_id: str) -> dict[str, str]:
        """By cell, the sentence that says why what is typed there is no value."""
        if not any(criterion == criterion_id for criterion, _cell in self.typed):
            return {}
        return cells.wrong(self.texts(criterion_id), self.drawing(criterion_id))

    def owed(self, criterion_id: str) -> tuple[str, ...]:
        """What handing in would miss of a criterion: ``answer``, ``evidence``, ``reason``."""
        return self._owed.get(criterion_id, ())

    def view(self, criterion_id: str, language: str, *, cell: str | None = None, touched: bool = False) -> RowView:
        """All that a row shows; ``cell`` is the one being typed in, ``touched`` since anything was typed there."""
        here, criterion = criterion_id == self.cursor, self.criteria[criterion_id]
        return RowView(
            number=self.numbers[criterion_id],
            criterion=criterion,
            drawing=self.drawing(criterion_id),
            language=language,
            answer=self.answers.get(criterion_id),
            former=self.form.former.get(criterion_id),
            former_score=self._former_score(criterion_id),
            score=self.running(criterion_id),
            texts=self.texts(criterion_id),
            wrong=self.wrong(criterion_id),
            owed=self.owed(criterion_id),
            errata=beside_criterion(self.form.errata, self.checklist, criterion, language),
            active=here,
            cell=cell if here else None,
            touched=touched and here,
            known=self.form.response.known.get(criterion_id),
        )

    def _former_score(self, criterion_id: str) -> CriterionScore | None:
        former = self.form.former.get(criterion_id)
        if former is None or not isinstance(self.drawing(criterion_id), NumberLines):
            return None
        if criterion_id not in self._former_scores:
            score = scoring.running(self.checklist, self.criteria[criterion_id], former)
            self._former_scores[criterion_id] = score
        return self._former_scores[criterion_id]

    def running(self, criterion_id: str) -> CriterionScore:
        """What the answer earns so far."""
        answer = self.answers.get(criterion_id)
        known = self._scores.get(criterion_id)
        if known is None or known[0] is not answer:
            known = (answer, scoring.running(self.checklist, self.criteria[criterion_id], answer))
            self._scores[criterion_id] = known
        return known[1]

    def progress(self, section: Section | None = None) -> Progress:
        """How far a section has come, or the whole form."""
        shown = [each.id for each in self.rows(section)] if section else list(self.order)
        asked = [each for each in shown if self.criteria[each].required]
        if self.form.sealed:
            return Progress(0, len(asked), Mark.SEALED)
        faulty = {each for each in shown if self.wrong(each)}
        given = [each for each in shown if each in self.answers and self.answers[each].given and each not in faulty]
        if faulty:
            mark = Mark.WRONG
        elif not any(each in self._owed for each in shown) and (asked or given):
            mark = Mark.DONE
        else:
            mark = Mark.BEGUN if given else Mark.NOT_BEGUN
        return Progress(len([each for each in given if self.criteria[each].required]), len(asked), mark)

    # Moving

    def go(self, criterion_id: str) -> bool:
        """Put the cursor on a criterion, if it is asked."""
        if criterion_id not in self._shown:
            return False
        self.settle()
        self._just = None
        self.cursor = criterion_id
        return True

    def move(self, step: int) -> bool:
        """Go ``step`` criteria on (or back), across sections; whether there was anywhere to go."""
        if self.cursor is None:
            return False
        to = self.order.index(self.cursor) + step
        return 0 <= to < len(self.order) and self.go(self.order[to])

    def go_on(self) -> bool:
        """Go to the next criterion after one was answered with a single key, and remember that one."""
        answered = self.cursor
        moved = self.move(1)
        self._just = answered if moved else None
        return moved

    @property
    def noted(self) -> str | None:
        """What notes belong to now: what was answered by the key before, else where the cursor is."""
        return self._just or self.cursor

    def back_to_notes(self) -> None:
        """Go to what notes belong to now."""
        if self._just is not None:
            self.go(self._just)

    def move_section(self, step: int) -> bool:
        """Go to the first criterion of the next section or the one before."""
        if self.section is None:
            return False
        ids = [section.id for section in self.sections]
        to = ids.index(self.section.id) + step
        return 0 <= to < len(ids) and self.go(self.rows(self.sections[to])[0].id)

    def move_to_unfinished(self) -> bool:
        """Go to the next criterion, round the whole form, of which something is still owed or wrong."""
        if self.cursor is None:
            return False
        here = self.order.index(self.cursor)
        for each in (*self.order[here + 1 :], *self.order[: here + 1]):
            if each in self._owed or self.wrong(each):
                return self.go(each)
        return False

    # Answering

    def choose(self, position: int) -> bool:
        """Take the option at ``position`` (from 1) for the criterion under the cursor; whether there is one."""
        drawing = self.drawing(self.cursor) if self.cursor else None
        if self.cursor is None or not isinstance(drawing, Choices) or not 1 <= position <= len(drawing.options):
            return False
        self._give(AT_ONCE, drawing.options[position - 1].answer)
        return True

    def chosen(self, criterion_id: str) -> int:
        """The position (from 1) of the chosen option, 0 where none is."""
        answer, drawing = self.answers.get(criterion_id), self.drawing(criterion_id)
        if answer is None or answer.na or not isinstance(drawing, Choices):
            return 0
        return position_of(answer, drawing)

    def toggle_not_applicable(self) -> bool:
        """Answer "not applicable", or take that back; whether the criterion allows it."""
        if self.cursor is None or not self.criteria[self.cursor].allow_na:
            return False
        before = self.answers.get(self.cursor)
        self._give(AT_ONCE, Answer(na=not (before and before.na)))
        return True

    def clear(self) -> None:
        """Take the value away; reason and evidence stay."""
        self._give(AT_ONCE, Answer())

    def type(self, cell: str, text: str) -> None:
        """Put ``text`` into a cell of the criterion under the cursor. What is no value is kept, but not saved."""
        if self.cursor is None:
            return
        texts = {**self.texts(self.cursor), cell: text[: cells.LONGEST]}
        fields = cells.values(texts, self.drawing(self.cursor))
        self._give(cell, Answer.model_validate(fields), {**self._typed_in(self.cursor), cell: texts[cell]})

    def write(self, field: str, value: str | tuple[str, ...], criterion_id: str | None = None) -> None:
        """Set ``reason`` (text), ``evidence`` (a tuple of texts) or ``text`` of a criterion, else of the cursor's."""
        criterion_id = criterion_id or self.cursor
        if criterion_id is None:
            return
        before = self.answers.get(criterion_id) or Answer()
        value = cells.clean(value) if isinstance(value, str) else tuple(map(cells.clean, value))
        change: dict[str, Any] = {field: value}
        if field == "text":
            change |= {"text": value or None, "na": False if value else before.na}
        self._set(criterion_id, field, before.model_copy(update=change), self._typed_in(criterion_id))

    def settle(self) -> None:
        """End the stay in a field: what is right is shown as the value that it is, the next key is a new step."""
        self._steps.leave()
        if self.cursor is None:
            return
        drawing = self.drawing(self.cursor)
        kept = cells.unsettled(self.texts(self.cursor), drawing)
        for criterion, cell in [key for key in self.typed if key[0] == self.cursor and key[1] not in kept]:
            del self.typed[criterion, cell]

    def take_over(self, elsewhere: Mapping[str, tuple[Answer | None, Answer | None]]) -> tuple[int, ...]:
        """Take answers that were given elsewhere meanwhile: what was stored before, and now, by criterion.

        What was changed here since then stays. The numbers of what was taken come back; it cannot be undone here.
        """
        taken = [each for each, (before, _now) in elsewhere.items() if self.answers.get(each) == before]
        self._steps.forget(taken)
        for each in taken:
            now = elsewhere[each][1]
            if now is None:
                self.answers.pop(each, None)
            else:
                self.answers[each] = now
        self._look_again()
        return tuple(sorted(self.numbers[each] for each in taken))

    def undo(self) -> bool:
        """Take the last change back and go to where it was made; whether there was one."""
        step = self._steps.take()
        if step is None:
            return False
        self._put(step.criterion, step.answer, step.typed)
        self.go(step.criterion)
        return True

    def _give(self, field: str, value: Answer, typed: Mapping[str, str] | None = None) -> None:
        """A new value with the reason and the evidence that were there."""
        if self.cursor is None:
            return
        before = self.answers.get(self.cursor) or Answer()
        beside = {"reason": before.reason, "evidence": before.evidence}
        self._set(self.cursor, field, value.model_copy(update=beside), typed or {})

    def _set(self, criterion_id: str, field: str, answer: Answer | None, typed: Mapping[str, str]) -> None:
        answer = None if answer == Answer() else answer
        before, typed_before = self.answers.get(criterion_id), self._typed_in(criterion_id)
        if (answer, typed) == (before, typed_before):
            return
        self._just = None
        self._steps.add(Step(criterion_id, field, before, typed_before))
        self._put(criterion_id, answer, typed)

    def _put(self, criterion_id: str, answer: Answer | None, typed: Mapping[str, str]) -> None:
        before = self.answers.get(criterion_id)
        for cell in self._typed_in(criterion_id):
            del self.typed[criterion_id, cell]
        self.typed |= {(criterion_id, cell): text for cell, text in typed.items()}
        if answer is None:
            self.answers.pop(criterion_id, None)
        else:
            self.answers[criterion_id] = answer
        if answer != before:
            self._note(criterion_id, answer)
            self._look_again()

    def _typed_in(self, criterion_id: str) -> dict[str, str]:
        return {cell: text for (criterion, cell), text in self.typed.items() if criterion == criterion_id}

    def _look_again(self) -> None:
        """What is asked and what is owed, after a change. A cursor on what is gone goes to its neighbour."""
        if self._conditional or not hasattr(self, "_shown"):
            self._shown = scoring.visible(self.checklist, self.answers)
            self._order = tuple(criterion_id for criterion_id in self.numbers if criterion_id in self._shown)
        owed: dict[str, tuple[str, ...]] = {}
        for each in scoring.missing(self.checklist, self.answers, self.form.response.known):
            owed[each.criterion] = (*owed.get(each.criterion, ()), each.what)
        self._owed = {} if self.form.sealed else owed
        cursor = getattr(self, "cursor", None)
        if cursor is not None and cursor not in self._shown:
            before = [each for each in self._order if self.numbers[each] < self.numbers[cursor]]
            self.cursor = before[-1] if before else (self._order[0] if self._order else None)
