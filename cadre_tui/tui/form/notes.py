"""A form's notes: reason, evidence and long texts, written beside the rows."""

from cadre_tui import locale
from cadre_tui.locale import _
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import TextField
from cadre_tui.tui.answers.row_view import reason_label
from cadre_tui.tui.form.cells import FormCells
from cadre_tui.tui.form.notes_editor import NotesEditor, WrittenField
from cadre_tui.tui.form.page import FormPage


class FormNotes(FormCells):
    """Opened with what stands there, kept at every key, closed again."""

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

    def _close_notes(self) -> None:
        self.query_one(NotesEditor).close()
        if self._state is not None:
            self._state.settle()
        self.remove_class("-writing")
        self.set_focus(self.query_one(FormPage))
        self.take_over()
        self._show()
