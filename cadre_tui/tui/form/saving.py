"""How a form is saved while it is filled, and what happens where that is refused."""

from collections.abc import Iterable, Mapping

from cadre_tui.locale import _
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import State
from cadre_tui.model.fault import CadreError
from cadre_tui.model.filling.form import Form
from cadre_tui.model.filling.home import Task
from cadre_tui.services.filling import responses
from cadre_tui.services.rounds.hours import zone_of
from cadre_tui.tui.autosave import Autosave, Changes, for_good
from cadre_tui.tui.form import words as form_words
from cadre_tui.tui.form.notes_editor import NotesEditor
from cadre_tui.tui.form.view import FormView
from cadre_tui.words import refusals

Elsewhere = dict[str, tuple[Answer | None, Answer | None]]
"""Answers that somebody gave to this form on another screen: what was stored before, and now, by criterion."""


def differing(one: Mapping[str, Answer], other: Mapping[str, Answer]) -> set[str]:
    """The criteria whose answers are not the same."""
    return {each for each in {*one, *other} if one.get(each) != other.get(each)}


class FormSaving(FormView):
    """Every change is noted and written within a second; what cannot be written stays here."""

    def __init__(self, task: Task, at: str | None = None) -> None:
        super().__init__(task, at)
        self._refused: CadreError | None = None
        self._at_saved: str | None = None
        self._autosave = Autosave(self, self._write)
        self._stored: Mapping[str, Answer] = {}
        self._elsewhere: Elsewhere = {}
        self._shown: dict[str, Answer | None] = {}
        self._joined: set[str] = set()

    def looked_away(self) -> None:
        """Save as soon as the person looks elsewhere."""
        self._autosave.begin()

    def on_screen_resume(self) -> None:
        """On the screen above something may have been handed in, taken back or changed."""
        if self._state is None or self.app.screen is not self:
            return
        self._refused = None
        if self.saved():
            self._read_again()

    def _opened(self, form: Form) -> None:
        self._at_saved = form.response.at
        self._stored, self._elsewhere = form.response.answers, {}
        self._shown, self._joined = dict(form.response.answers), set()
        self._autosave.zone = zone_of(form.deadline)
        super()._opened(form)

    def _opened_again(self, task: Task, form: Form) -> None:
        state = self._state
        if state is not None and (task.open, form.response.state) != (self._asked.open, state.form.response.state):
            self.notice("")
        elif state is not None:
            self._tell_elsewhere(state.numbers[each] for each in differing(state.answers, form.response.answers))
        super()._opened_again(task, form)

    def take_over(self) -> None:
        """Show what was answered elsewhere meanwhile, and say so; not while a text is written beside the rows."""
        if self._state is None or self.query_one(NotesEditor).is_open:
            return
        elsewhere, self._elsewhere = self._elsewhere, {}
        if elsewhere:
            taken = set(self._state.take_over(elsewhere))
            for each, (_was, now) in elsewhere.items():
                if self._state.numbers[each] in taken:
                    self._shown[each] = now
            joined = {self._state.numbers[each] for each in self._joined} & taken
            self._joined = set()
            self._tell_elsewhere(taken - joined, joined)
            self._show()

    def _tell_elsewhere(self, numbers: Iterable[int], joined: Iterable[int] = ()) -> None:
        told = {
            _("这份表刚才在别处也改过，已经换成那里填的：第 {numbers} 项。"): numbers,
            _("第 {numbers} 项在别处也写了，两处写的都留着，请看一遍。"): joined,
        }
        which = {said: _("、").join(map(str, sorted(of))) for said, of in told.items()}
        if any(which.values()):
            self.notice("".join(said.format(numbers=of) for said, of in which.items() if of))

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed: handed in, past the deadline, or refused for good."""
        if self._state is None or self._refused is not None:
            return True
        return self._state.form.sealed or not self._asked.open or self.handed_in

    @property
    def handed_in(self) -> bool:
        """Whether it lies with the organisers."""
        return self._state is not None and self._state.form.response.state is State.SUBMITTED

    def why_read_only(self) -> str:
        """The sentence that says so."""
        if self._refused is not None:
            return refusals.sentence(self._refused)
        if self._state is not None and self._state.form.sealed:
            return form_words.sealed_in_words(self._state.form)
        if self.handed_in:
            return _("已经提交，只能看。按 s 看提交情况，期限以前还可以收回再改。")
        return _("这份表现在不能改，只能看。")

    def _may_change(self) -> bool:
        """Whether it can be answered; where it cannot, that is said."""
        if self._state is None:
            return False
        if self.read_only:
            self.notice(self.why_read_only(), wrong=True)
            return False
        self.notice("")
        return True

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
        elif done:
            self.take_over()
        self.status(self.saving())
        return done

    def _write(self, changes: Changes) -> None:
        """On any thread. Only what changed is sent."""
        at = self._state.cursor if self._state else None
        try:
            for task, answers in changes.items():
                seen = {each: self._shown.get(each) for each in answers}
                kept = responses.save(self.session, task, answers, at, seen).answers
                self._shown.update(answers)
                self._note_stored(answers, kept)
        except CadreError as error:
            if for_good(error):
                self._refused = error
            raise
        self._at_saved = at

    def _note_stored(self, written: Mapping[str, Answer | None], stored: Mapping[str, Answer]) -> None:
        """Find what is stored now that was not written here, and what is not stored as it was written here.

        Where both wrote, what is stored holds both (``services.filling.both``).
        """
        before, self._stored = self._stored, stored
        changed = differing(before, stored) - set(written)
        first = {each: was for each, (was, _now) in self._elsewhere.items()}
        new = {each: (first.get(each, before.get(each)), stored.get(each)) for each in changed}
        both = {each: (was, stored.get(each)) for each, was in written.items() if stored.get(each) != was}
        self._joined |= set(both)
        self._elsewhere = {**self._elsewhere, **new, **both}

    def on_autosave_saved(self) -> None:
        """Say when."""
        self.take_over()
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
