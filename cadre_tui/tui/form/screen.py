"""A form: one section a page, one row a criterion, answered with single keys."""

from collections.abc import Iterable
from typing import ClassVar

from cadre_tui.locale import _
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Choices, TextField
from cadre_tui.model.filling.home import Todo
from cadre_tui.services.filling import tasks
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, HELP, LEAVE, PALETTE, Action
from cadre_tui.tui.answers import typed as cells
from cadre_tui.tui.form.actions import CHANGING, FORM, HAND_IN, HANDED_IN, NEXT_CELL, NEXT_FIELD
from cadre_tui.tui.form.moving import FormMoving
from cadre_tui.tui.form.notes_editor import NotesEditor
from cadre_tui.tui.form.question_row import QuestionRow
from cadre_tui.tui.widgets.drawn import DrawnLines


class FormScreen(FormMoving):
    """Reads the keys. A digit answers and goes on."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (*FORM, BACK)

    # Answering

    def changed(self, criterion: str, answer: Answer | None) -> None:
        """Note it."""
        super().changed(criterion, answer)
        self._leaving_told = False

    def _heard(self, actions: Iterable[Action]) -> Iterable[Action]:
        """In a cell or a text most keys are text: the bottom line names those that are not."""
        if self.query_one(NotesEditor).is_open:
            return [NEXT_FIELD, BACK, HELP, PALETTE, LEAVE]
        if self._cell is not None:
            return [NEXT_CELL, BACK, HELP, PALETTE, LEAVE]
        idle = CHANGING if self.read_only else self._idle
        left = [each for each in actions if each.name.split("(")[0] not in idle]
        over = self.handed_in or not self._asked.open
        return super()._heard([HANDED_IN if each is HAND_IN and over else each for each in left])

    def action_answer(self, digit: int | None = None) -> None:
        """Choose an option and go on; or begin a number with this digit."""
        state = self._state
        if state is None or state.cursor is None or not self._may_change():
            return
        if digit is None:
            self.notice(_("直接按数字键：按几就选第几个。"))
            return
        drawing = state.drawing(state.cursor)
        if isinstance(drawing, Choices):
            if state.choose(digit):
                self._go_on(answered=True)
            else:
                self.notice(_("这一项只有 1 到 {last}。").format(last=len(drawing.options)), wrong=True)
        elif isinstance(drawing, TextField):
            self._write_notes()
        elif names := cells.cells(drawing):
            self._enter_cell(names[0])
            self.typed(str(digit))

    def action_other_option(self, step: int) -> None:
        """Choose the option beside the chosen one, and stay."""
        state = self._state
        if state is None or state.cursor is None or not isinstance(state.drawing(state.cursor), Choices):
            return
        if self._may_change():
            chosen = state.chosen(state.cursor)
            state.choose(max(chosen + step, 1) if chosen else 1)
            self._show()

    def action_not_applicable(self) -> None:
        """Not applicable, where that is allowed."""
        if self._state is None or not self._may_change():
            return
        before = self._state.cursor
        if not self._state.toggle_not_applicable():
            self.notice(_("这一项必须回答，不能填“不适用”。"), wrong=True)
        elif before and (answer := self._state.answers.get(before)) and answer.na:
            self._go_on(answered=True)
        self._show()

    def action_clear(self) -> None:
        """Take the value away."""
        if self._state is not None and self._may_change():
            self._state.clear()
            self._show()

    def action_undo(self) -> None:
        """One step back."""
        if self._state is None or not self._may_change():
            return
        if not self._state.undo():
            self.notice(_("没有可以撤销的了。"))
        self._show()

    def action_open(self) -> None:
        """Go into the cells, the next cell, or the notes."""
        state = self._state
        if state is None or state.cursor is None:
            return
        names = cells.cells(state.drawing(state.cursor))
        if self._cell is not None:
            if not self._step_cell(1):
                self._leave_cell()
                self._go_on()
        elif isinstance(state.drawing(state.cursor), TextField):
            self._write_notes()
        elif not names:
            self.action_notes()
        elif self._may_change():
            self._enter_cell(names[0])
            self._show()

    def on_drawn_lines_pressed(self, message: DrawnLines.Pressed) -> None:
        """The mouse may do what the keys do."""
        message.stop()
        what, _colon, which = message.target.partition(":")
        state = self._state
        if state is None:
            return
        if what == "section":
            self.go_to(state.rows(next(each for each in state.sections if each.id == which))[0].id)
        elif isinstance(message.widget, QuestionRow):
            self.go_to(message.widget.view.criterion.id)
            if what == "option":
                self.action_answer(int(which))
            elif what == "na":
                self.action_not_applicable()
            elif what == "cell" and self._may_change():
                self._enter_cell(which)
                self._show()

    # Leaving

    def action_back(self) -> None:
        """Out of what is being written, else back to the screen before."""
        if self.query_one(NotesEditor).is_open:
            self.left_notes(0)
        elif self._cell is not None:
            self._leave_cell()
        elif self.saved() or self._leaving_told:
            self.dismiss()
        else:
            self._leaving_told = True
            kept = _("没有保存成功，你填的都还在，程序会接着试。再按一次 Esc，就不保存离开。")
            self.notice(kept if self._refused is None else self.why_read_only(), wrong=True)

    def action_hand_in(self) -> None:
        """Save, and see what is missing."""
        if self._leave_all():
            navigation.open_hand_in(self.app, self._asked.round, self._asked.purpose)

    def action_next_form(self, step: int) -> None:
        """Save, and go to the next form of the same purpose, or the one before."""
        if self._leave_all():
            self.fetch(
                lambda: tasks.todo(self.session, self._asked.round, self._asked.purpose),
                lambda todo: self._go_to_form(todo, step),
            )

    def _go_to_form(self, todo: Todo, step: int) -> None:
        names = [(each.subject.id, each.checklist) for each in todo.tasks]
        here = names.index((self._asked.subject.id, self._asked.checklist))
        if 0 <= here + step < len(names):
            navigation.open_form(self.app, todo.tasks[here + step], instead=True)
        else:
            self.notice(_("这是最后一份。按 s 看还缺什么。") if step > 0 else _("这是第一份。"))

    def action_reload(self) -> None:
        """Read again what is stored."""
        if self._leave_all():
            self._read_again()

    def _leave_all(self) -> bool:
        """Out of every field, and saved; where saving fails it is told and False comes back."""
        if self.query_one(NotesEditor).is_open:
            self._close_notes()
        self._out_of_cell()
        return self.saved()
