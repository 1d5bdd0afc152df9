"""What was typed into forms and is no value: it is not saved, but stays as long as the program runs."""

from typing import Any
from weakref import WeakKeyDictionary

from textual.app import App

from cadre_tui.model.filling.home import Task
from cadre_tui.services.session import Session
from cadre_tui.tui.form.state import Typed

FormName = tuple[str, str, str, str, str, str]
"""Who fills it, for whom, the round, the purpose, the subject, the checklist."""

_kept: WeakKeyDictionary[App[Any], dict[FormName, Typed]] = WeakKeyDictionary()


def unfinished(app: App[Any], session: Session, task: Task) -> Typed:
    """The texts of one form; what is put into it is there when the form is opened again."""
    name = (session.person, session.rater, task.round, task.purpose.value, task.subject.id, task.checklist)
    return _kept.setdefault(app, {}).setdefault(name, {})
