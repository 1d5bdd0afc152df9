"""A form: one section a page, one row a criterion, answered with single keys."""

from collections.abc import Iterable
from typing import ClassVar, Final

from cadre_tui import locale
from cadre_tui.locale import N_, _
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Choices, TextField
from cadre_tui.model.filling.home import Todo
from cadre_tui.services.filling import tasks
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, HELP, LEAVE, PALETTE, Action
from cadre_tui.tui.answers import typed as cells
from cadre_tui.tui.answers.row_view import reason_label
from cadre_tui.tui.form.actions import CHANGING, FORM, HAND_IN, HANDED_IN, NEXT_CELL, NEXT_FIELD
from cadre_tui.tui.form.notes_editor import NotesEditor, WrittenField
from cadre_tui.tui.form.page import FormPage
from cadre_tui.tui.form.question_row import QuestionRow
from cadre_tui.tui.form.renewing import FormRenewing
from cadre_tui.tui.widgets.drawn import DrawnLines

ALL_ANSWERED: Final = N_("这份表都答完了。按 s 提交，按 > 到下一份。")


class FormScreen(FormRenewing):
    """Reads the keys. A digit answers and goes on; nothing that is wrong keeps one from going where one likes."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (*FORM, BACK)

    # Answering

    def changed(self, criterion: str, answer: Answer | None) -> None:
        """Note it."""
        super().changed(criterion, answer)
        self._leaving_told = False

    def _may_change(self) -> bool:
        if self._state is None:
            return False
        if self.read_only:
            self.notice(self.why_read_only(), wrong=True)
            return False
        self.notice("")
        return True

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

    # Typing into cells

    def _enter_cell(self, cell: str | None) -> None:
        self._cell = cell
        self._touched = False
        self.query_one(FormPage).typing = cell is not None
        self.call_after_refresh(self.show_keys)

    def typed(self, text: str) -> None:
        """Put a character into the cell, or erase one; the first one after coming in begins anew."""
        state, cell = self._state, self._cell
        if state is None or cell is None or state.cursor is None:
            return
        before = state.text_in(state.cursor, cell)
        state.type(cell, (before if self._touched else "") + text if text else before[:-1])
        self._touched = True
        self._show()

    def _settle_cell(self) -> None:
        """End the stay in the cell; what is no value there is told."""
        state, cell = self._state, self._cell
        if state is None or state.cursor is None or cell is None:
            return
        state.settle()
        reason = state.wrong(state.cursor).get(cell)
        number = state.numbers[state.cursor]
        told = _("第 {number} 项没有存：{reason}").format(number=number, reason=reason) if reason else ""
        self.notice(told, wrong=bool(told))

    def _leave_cell(self) -> None:
        self._settle_cell()
        self._enter_cell(None)
        self._show()

    def _step_cell(self, step: int) -> bool:
        """To the cell after or before; whether there is one."""
        state = self._state
        if state is None or state.cursor is None or self._cell is None:
            return False
        names = cells.cells(state.drawing(state.cursor))
        at = names.index(self._cell) + step
        if not 0 <= at < len(names):
            return False
        self._settle_cell()
        self._enter_cell(names[at])
        self._show()
        return True

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

    # Writing notes

    def action_notes(self) -> None:
        """Write reason and evidence, or the long text; from a cell, go to the next one first.

        Right after a key answered, it is about what was answered, though the cursor has gone on.
        """
        state = self._state
        if state is None or state.cursor is None or self._step_cell(1):
            return
        if self._cell is not None:
            self._leave_cell()
        if not self.read_only:
            state.back_to_notes()
        self._write_notes()

    def _write_notes(self) -> None:
        state = self._state
        if state is None or state.cursor is None or not self._may_change():
            return
        answer = state.answers.get(state.cursor) or Answer()
        drawing = state.drawing(state.cursor)
        number = state.numbers[state.cursor]
        about = f"{number} {state.criteria[state.cursor].text.say(locale.language())}"
        if isinstance(drawing, TextField):
            fields = [WrittenField("text", "", answer.text or "", about)]
        else:
            evidence = WrittenField("evidence", _("佐证：一行写一件"), "\n".join(answer.evidence))
            fields = [WrittenField("reason", reason_label(drawing), answer.reason, about), evidence]
        self.add_class("-writing")
        self.query_one(NotesEditor).open(state.cursor, fields)
        self._show()

    def written(self, criterion: str, field: str, text: str) -> None:
        """Keep what is written; one line of evidence is one piece."""
        if self._state is None or self.read_only:
            return
        value: str | tuple[str, ...] = text
        if field == "evidence":
            value = tuple(each.strip() for each in text.split("\n") if each.strip())
        self._state.write(field, value, criterion)
        self._show()

    def left_notes(self, step: int) -> None:
        """Close what is written and go back to the rows; after the last field, on to the next."""
        self._close_notes()
        if step > 0:
            self._go_on()

    def _close_notes(self) -> None:
        self.query_one(NotesEditor).close()
        if self._state is not None:
            self._state.settle()
        self.remove_class("-writing")
        self.set_focus(self.query_one(FormPage))
        self.take_over()
        self._show()

    # Moving

    def go_to(self, criterion: str) -> None:
        """Put the cursor on a criterion."""
        if self._state is not None:
            if self.query_one(NotesEditor).is_open:
                self._close_notes()
            self._out_of_cell()
            self._state.go(criterion)
            self._show()

    def _go_on(self, *, answered: bool = False) -> None:
        """To the next criterion; ``answered`` with the key just now: what Tab writes then is about that one."""
        state = self._state
        if state is not None and not (state.go_on() if answered else state.move(1)):
            state.settle()
            if state.cursor and not state.wrong(state.cursor):
                self.notice(self._after_the_last())
        self._show()

    def _after_the_last(self) -> str:
        state = self._state
        if state is not None and any(state.owed(each) or state.wrong(each) for each in state.order):
            return _("这是最后一项。按 n 到还没有答完的一项。")
        return self.all_answered()

    def all_answered(self) -> str:
        """What one does next."""
        return _(ALL_ANSWERED)

    def action_go_up(self) -> None:
        """To the criterion before; in a tall row or a table, within it first."""
        self._go_by(-1)

    def action_go_down(self) -> None:
        """To the next criterion; in a tall row or a table, within it first."""
        self._go_by(1)

    def _go_by(self, step: int) -> None:
        state = self._state
        if state is None or state.section is None or self._step_cell(step):
            return
        self.notice("")
        self._out_of_cell()
        place = [each.id for each in state.rows(state.section)].index(state.cursor or "")
        if not self.query_one(FormPage).scroll_within(place, step):
            state.move(step)
        self._show()

    def action_section(self, step: int) -> None:
        """To another section."""
        if self._state is not None:
            self.notice("")
            self._out_of_cell()
            if not self._state.move_section(step):
                self.notice(_("已经是最后一节。") if step > 0 else _("已经是第一节。"))
            self._show()

    def action_next_unfinished(self) -> None:
        """To the next criterion that something is missing of."""
        if self._state is not None:
            self.notice("")
            self._out_of_cell()
            if not self._state.move_to_unfinished():
                self.notice(self.why_read_only() if self.read_only else self.all_answered())
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

    def _out_of_cell(self) -> None:
        if self._cell is not None:
            self._leave_cell()
