"""How far something has come, in a sign and a word, and how much time is left. Pure."""

from collections.abc import Iterable
from datetime import datetime
from enum import Enum

from cadre_tui.locale import N_, _, ngettext
from cadre_tui.model.answers.response import State
from cadre_tui.model.filling.home import Task, Todo
from cadre_tui.tui.drawing.glyphs import Glyphs


class Stage(Enum):
    """How far a task has come, by the word that says it."""

    NOT_BEGUN = N_("未开始")
    BEGUN = N_("填写中")
    FILLED = N_("待提交")
    HANDED_IN = N_("已提交")
    LATE = N_("迟交")
    REOPENED = N_("已退回")
    MISSED = N_("已截止")
    ANEW = N_("须重填")

    @property
    def word(self) -> str:
        """In the language in use."""
        return _(self.value)

    def sign(self, glyphs: Glyphs) -> str:
        """The sign that stands before the word."""
        return {
            Stage.NOT_BEGUN: glyphs.not_begun,
            Stage.HANDED_IN: glyphs.done,
            Stage.LATE: glyphs.done,
            Stage.REOPENED: glyphs.wrong,
            Stage.ANEW: glyphs.wrong,
            Stage.MISSED: glyphs.not_applicable,
        }.get(self, glyphs.begun)


def stage(task: Task) -> Stage:
    """How far one response has come."""
    if task.state is State.SUBMITTED:
        return Stage.LATE if task.late else Stage.HANDED_IN
    if not task.open:
        return Stage.MISSED
    if task.sealed:
        return Stage.FILLED if task.answered == task.asked else Stage.ANEW
    if task.state is State.REOPENED:
        return Stage.REOPENED
    if not task.answered:
        return Stage.NOT_BEGUN
    return Stage.FILLED if task.answered == task.asked else Stage.BEGUN


def stage_of_all(tasks: Iterable[Task]) -> Stage:
    """How far a person's tasks of one purpose have come together: the one that lags behind tells it."""
    found = {stage(task) for task in tasks}
    if len(found) == 1:
        return found.pop()
    for each in (Stage.ANEW, Stage.REOPENED, Stage.MISSED):
        if each in found:
            return each
    if found == {Stage.HANDED_IN, Stage.LATE}:
        return Stage.LATE
    return Stage.FILLED if found <= {Stage.FILLED, Stage.HANDED_IN, Stage.LATE} else Stage.BEGUN


def ready_to_hand_in(todo: Todo) -> bool:
    """Whether everything is answered and only the handing in is left, of what was given back as well."""
    waiting = [task for task in todo.tasks if task.state is not State.SUBMITTED]
    return todo.open and bool(waiting) and all(task.answered == task.asked for task in waiting)


def handed_in(todo: Todo) -> bool:
    """Whether all of it lies with the organisers."""
    return bool(todo.tasks) and all(task.state is State.SUBMITTED for task in todo.tasks)


def time_left(deadline: datetime | None, now: datetime, *, grace: bool = False) -> str:
    """How many days there are still, counted in the deadline's own zone; the hour on the last day.

    ``grace``: what is handed in after the deadline is taken still.
    """
    if deadline is None:
        return ""
    if now > deadline:
        return _("逾期可补交") if grace else _("已过期限")
    days = (deadline.date() - now.astimezone(deadline.tzinfo).date()).days
    if days == 0:
        return _("今天 {time} 截止").format(time=deadline.strftime("%H:%M"))
    return ngettext("还剩 {days} 天", "还剩 {days} 天", days).format(days=days)


def moment(time: datetime) -> str:
    """A day and an hour, in their own zone."""
    return _("{year}年{month}月{day}日 {time}").format(
        year=time.year, month=time.month, day=time.day, time=time.strftime("%H:%M")
    )
