"""How the scores are saved while they are given, and what happens where that is refused."""

from functools import partial

from textual import on

from cadre_tui.locale import _
from cadre_tui.model.fault import CadreError
from cadre_tui.model.filling.form import Form
from cadre_tui.model.filling.home import Todo
from cadre_tui.services.filling import responses
from cadre_tui.services.rounds.hours import zone_of
from cadre_tui.tui.autosave import Autosave, Changes, for_good
from cadre_tui.tui.colleagues.grid import Grid
from cadre_tui.tui.colleagues.sheet import Change
from cadre_tui.tui.colleagues.told import what_remains, why_given_back
from cadre_tui.tui.colleagues.view import ColleaguesView


class ColleaguesSaving(ColleaguesView):
    """What is answered is saved within a second, everybody's changes in one write."""

    def __init__(self, todo: Todo) -> None:
        super().__init__(todo)
        self._autosave = Autosave(self, self._write)
        self._autosave.zone = zone_of(todo.deadline)
        self._refused: CadreError | None = None
        self._changed = 0
        self._just_scored: tuple[int, int] | None = None
        """The place that the last key scored; none as soon as the cursor was moved by hand."""

    def fill(self) -> None:
        """Read what was answered so far, or draw it again in another language."""
        if self._grid is None:
            self.action_reload()
        else:
            self._draw()

    def looked_away(self) -> None:
        """Save as soon as the person looks elsewhere."""
        self._autosave.begin()

    def flush(self) -> None:
        """Save what is not saved yet; what was refused for good keeps nobody here."""
        if self._refused is None:
            self._autosave.flush()
            self._tell_saved()

    def action_reload(self) -> None:
        """Read everything anew."""
        if self.saved():
            self.fetch(self._read, partial(self._take, self._changed))

    def _read(self) -> tuple[Form, ...]:
        checklists = dict.fromkeys(task.checklist for task in self._todo.tasks)
        return tuple(
            form
            for checklist in checklists
            for form in responses.open_forms(self.session, self._todo.round, self._todo.purpose, checklist)
        )

    def _take(self, changed: int, forms: tuple[Form, ...]) -> None:
        """Show what was read, unless it is older than what was answered meanwhile, or nothing new."""
        before = self._grid
        if before is not None and changed != self._changed:
            self.action_reload()
            return
        if before is not None and before.holds(forms):
            return
        self._grid = Grid(forms)
        self._form = forms[0] if forms else None
        if before is not None:
            self._grid.go(before.row, before.column)
        elif self._grid.people and self._grid.columns:
            self._grid.begin()
        self._just_scored = None
        self.notice(what_remains(self._grid))
        if told := why_given_back(forms):
            self.notice(told, wrong=True)
        self._draw()
        self.query_one("#people").focus()

    def _write(self, changes: Changes) -> None:
        """On any thread: everybody's changes in one write."""
        try:
            responses.save_many(self.session, changes)
        except CadreError as error:
            if for_good(error):
                self._refused = error
            raise

    def saving(self) -> str:
        """已保存 14:03:22, 未保存, 保存失败."""
        closed = self._grid is not None and self._grid.all_closed
        return _("只读") if closed else self._autosave.words()

    @on(Autosave.Saved)
    def _tell_saved(self) -> None:
        self.status(self.saving())

    @on(Autosave.SaveFailed)
    def _tell_failure(self, message: Autosave.SaveFailed) -> None:
        self._tell_saved()
        if self._refused is None:
            told = _("没有保存成功：{reason}你填的都还在，程序会接着试。")
            self._autosave.retry_later()
        else:
            told = _("没有保存成功：{reason}表还在屏幕上，可以看，不能再改。")
        self.notice(told.format(reason=message.reason), wrong=True)

    def on_screen_resume(self) -> None:
        """A form may have been changed, or everything handed in."""
        if self._grid is not None:
            self.action_reload()

    def _may_change(self) -> bool:
        return self._refused is None and self._grid is not None

    def _note(self, change: Change) -> None:
        self._changed += 1
        self._autosave.note(change.task, change.criterion, change.answer)
        self._tell_saved()
