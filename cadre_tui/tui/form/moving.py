"""The way through a form: to the next criterion, the one before, another section, whatever is not finished."""

from typing import Final

from cadre_tui.locale import N_, _
from cadre_tui.tui.form.notes import FormNotes
from cadre_tui.tui.form.notes_editor import NotesEditor
from cadre_tui.tui.form.page import FormPage

ALL_ANSWERED: Final = N_("这份表都答完了。按 s 提交，按 > 到下一份。")


class FormMoving(FormNotes):
    """Nothing that is wrong keeps one from going where one likes."""

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

    def left_notes(self, step: int) -> None:
        """Close what is written and go back to the rows; after the last field, on to the next."""
        self._close_notes()
        if step > 0:
            self._go_on()
