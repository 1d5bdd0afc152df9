"""Saving while somebody answers: at most half a second after a key, on a thread, and at once when it must be.

A screen notes every change here. What is noted lives in memory until the store has it; what the store refuses
comes back here, unless a newer answer has taken its place.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo
from enum import Enum, auto
from threading import Lock, RLock
from typing import Any, Final

from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from cadre_tui.locale import _
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.fault import CadreError, NotPermitted
from cadre_tui.model.filling.home import Task
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.words import refusals

DELAY: Final = 0.5
"""Seconds from a key to the beginning of the write; further keys do not push it back."""

RETRY: Final = 5.0
"""Seconds after a failed write until it is tried again."""

FOR_GOOD: Final = ("deadline-passed", "handed-in-already", "nothing-to-do", "form-amended")
"""Codes of refusals after which trying again cannot help."""

Changes = Mapping[Task, Mapping[str, Answer | None]]
"""By task and criterion; None takes an answer away."""


def for_good(error: CadreError) -> bool:
    """Whether nothing can be saved any more, however often it is tried."""
    return error.code in FOR_GOOD or (isinstance(error, NotPermitted) and error.code != "session-over")


class SaveState(Enum):
    """How far what was typed has come."""

    SAVED = auto()
    UNSAVED = auto()
    FAILED = auto()


class Unsaved:
    """The changes that the store does not have yet. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._changes: dict[Task, dict[str, Answer | None]] = {}

    def __bool__(self) -> bool:
        with self._lock:
            return bool(self._changes)

    def note(self, task: Task, criterion: str, answer: Answer | None) -> None:
        """Keep the newest answer of each criterion."""
        with self._lock:
            self._changes.setdefault(task, {})[criterion] = answer

    def take(self) -> dict[Task, dict[str, Answer | None]]:
        """All changes, to be written now; none are left here."""
        with self._lock:
            taken, self._changes = self._changes, {}
            return taken

    def put_back(self, refused: Changes) -> None:
        """Keep what could not be written, except where something newer was noted meanwhile."""
        with self._lock:
            for task, answers in refused.items():
                self._changes[task] = {**answers, **self._changes.get(task, {})}


class Autosave:
    """Writes a screen's changes with ``write`` and tells the screen with ``Saved`` or ``SaveFailed``.

    ``write`` is called from a thread, one call at a time, in the order in which things were noted.
    """

    class Saved(Message):
        """Everything noted before this moment is in the store."""

    class SaveFailed(Message):
        """Nothing is lost, but the store does not have it; ``reason`` is a sentence for the person."""

        def __init__(self, reason: str) -> None:
            self.reason = reason
            super().__init__()

    def __init__(self, screen: Screen[Any], write: Callable[[Changes], object]) -> None:
        self._screen = screen
        self._write = write
        self._unsaved = Unsaved()
        self._writing = RLock()
        self._timer: Timer | None = None
        self._failed = ""
        self._saved_at: datetime | None = None
        self.zone: tzinfo = CHINA
        """The zone whose clock the words tell: that of the round's deadline, where it has one."""

    @property
    def state(self) -> SaveState:
        """Whether the store has everything."""
        if self._failed:
            return SaveState.FAILED
        return SaveState.UNSAVED if self._unsaved else SaveState.SAVED

    def words(self) -> str:
        """The state as the footer tells it: 已保存 14:03:22, 未保存, or 保存失败 and why."""
        if self.state is SaveState.FAILED:
            return _("保存失败：{reason}").format(reason=self._failed)
        if self.state is SaveState.UNSAVED:
            return _("未保存")
        if self._saved_at is None:
            return ""
        return _("已保存 {time}").format(time=self._saved_at.astimezone(self.zone).strftime("%H:%M:%S"))

    def note(self, task: Task, criterion: str, answer: Answer | None) -> None:
        """Keep a change and see that it is written within a second."""
        self._unsaved.note(task, criterion, answer)
        if self._failed:
            self._stop_timer()
        self._write_in(DELAY)

    def flush(self) -> None:
        """Write what is left, now, and wait for it: on leaving, on losing the focus, on a signal.

        Raises:
            CadreError: where the store refuses it; the changes are kept.
        """
        self._stop_timer()
        self._write_left()

    def begin(self) -> None:
        """Write what is left in a thread; the screen hears of it by a message."""
        self._stop_timer()
        self._screen.run_worker(self._write_and_tell, group="autosave", thread=True)

    def retry_later(self) -> None:
        """Try again in a while; called by the screen that was told of a failure."""
        self._write_in(RETRY)

    def _write_left(self) -> None:
        with self._writing:
            changes = self._unsaved.take()
            if not changes:
                return
            try:
                self._write(changes)
            except BaseException as error:
                self._unsaved.put_back(changes)
                self._failed = refusals.sentence(error) if isinstance(error, CadreError) else str(error)
                raise
            self._failed = ""
            self._saved_at = datetime.now().astimezone()

    def _write_and_tell(self) -> None:
        try:
            self._write_left()
        except CadreError as error:
            self._screen.post_message(self.SaveFailed(refusals.sentence(error)))
        else:
            self._screen.post_message(self.Saved())

    def _write_in(self, seconds: float) -> None:
        if self._timer is None:
            self._timer = self._screen.set_timer(seconds, self.begin)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
