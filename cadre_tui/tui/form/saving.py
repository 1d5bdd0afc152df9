"""How a form is saved while it is filled, and what happens where that is refused."""

from cadre_tui.locale import _
from cadre_tui.model.answer import Answer
from cadre_tui.model.fault import BadInput, CadreError, NotPermitted
from cadre_tui.model.form import Form
from cadre_tui.model.home import Task
from cadre_tui.model.response import State
from cadre_tui.services import responses
from cadre_tui.tui.autosave import Autosave, Changes
from cadre_tui.tui.form.notes_editor import NotesEditor
from cadre_tui.tui.form.view import FormView
from cadre_tui.words import refusals

FOR_GOOD = ("deadline-passed", "handed-in-already", "nothing-to-do")
"""Refusals after which nothing on this form can be saved any more."""


class FormSaving(FormView):
    """Every change is noted and written within a second; what cannot be written stays here."""

    def __init__(self, task: Task, at: str | None = None) -> None:
        super().__init__(task, at)
        self._refused: CadreError | None = None
        self._at_saved: str | None = None
        self._autosave = Autosave(self, self._write)

    def on_mount(self) -> None:
        """Save as soon as the person looks elsewhere."""
        self.watch(self.app, "app_focus", self._looked_away, init=False)

    def _looked_away(self, here: bool) -> None:
        if not here:
            self._autosave.begin()

    def on_screen_resume(self) -> None:
        """On the screen above something may have been handed in, taken back or changed."""
        if self._state is None:
            return
        self._refused = None
        if self.saved():
            self._read_again()

    def _opened(self, form: Form) -> None:
        self._at_saved = form.response.at
        super()._opened(form)

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed: handed in, past the deadline, or refused for good."""
        if self._state is None or self._refused is not None:
            return True
        return not self._asked.open or self._state.form.response.state is State.SUBMITTED

    def why_read_only(self) -> str:
        """The sentence that says so."""
        if self._refused is not None:
            return refusals.sentence(self._refused)
        if self._state is not None and self._state.form.response.state is State.SUBMITTED:
            return _("已经提交，只能看。按 s 看提交情况，期限以前还可以收回再改。")
        return _("这份表现在不能改，只能看。")

    def changed(self, criterion: str, answer: Answer | None) -> None:
        """Note it, and see that it is written."""
        self._autosave.note(self._asked, criterion, answer)

    def saving(self) -> str:
        """已保存 14:03:22, 未保存, 保存失败."""
        return _("只读") if self.read_only and self._state is not None else self._autosave.words()

    def flush(self) -> None:
        """Write what is left, and where one stopped."""
        if self._state is None or self._refused is not None:
            return
        for notes in self.query(NotesEditor):
            notes.take()
        self._autosave.flush()
        if self._state.answers and not self.read_only and self._state.cursor != self._at_saved:
            self._write({self._asked: {}})

    def saved(self) -> bool:
        """Save, and say so; where it fails, say why and go on trying."""
        done = super().saved()
        if not done and self._refused is None:
            self._autosave.retry_later()
        self.status(self.saving())
        return done

    def _write(self, changes: Changes) -> None:
        """On any thread. Only what changed is sent."""
        at = self._state.cursor if self._state else None
        try:
            for task, answers in changes.items():
                responses.save(self.session, task, answers, at)
        except CadreError as error:
            if isinstance(error, NotPermitted) or (isinstance(error, BadInput) and error.code in FOR_GOOD):
                self._refused = error
            raise
        self._at_saved = at

    def on_autosave_saved(self) -> None:
        """Say when."""
        self.status(self.saving())

    def on_autosave_save_failed(self, message: Autosave.SaveFailed) -> None:
        """Say why, and try again where that can help."""
        if self._refused is None:
            self.notice(
                _("没有保存成功：{reason}你填的都还在，程序会接着试。").format(reason=message.reason), wrong=True
            )
            self._autosave.retry_later()
        else:
            self.notice(
                _("没有保存成功：{reason}表还在屏幕上，可以看，不能再改。").format(reason=message.reason), wrong=True
            )
            self.show_keys()
        self.status(self.saving())
