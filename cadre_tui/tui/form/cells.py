"""A form's cells: numbers, dates and the like, typed into the rows themselves."""

from cadre_tui.locale import _
from cadre_tui.tui.answers import typed as cells
from cadre_tui.tui.form.page import FormPage
from cadre_tui.tui.form.renewing import FormRenewing


class FormCells(FormRenewing):
    """Into a cell, out of it, on to the one beside it."""

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

    def _out_of_cell(self) -> None:
        if self._cell is not None:
            self._leave_cell()
