"""The one sentence that a person is told when something is refused. A module a room; codes are unique."""

from datetime import timedelta
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Final

from cadre_tui.locale import _, by_count, language
from cadre_tui.model.answers.score_sheet import Missing
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import CadreError
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import Phase
from cadre_tui.model.text import Text
from cadre_tui.words import terms
from cadre_tui.words.people.accounts import role
from cadre_tui.words.printable import printable, shortened

SENTENCES: Final[dict[str, str]] = {
    code: said
    for room in iter_modules(__path__)
    for code, said in import_module(f"{__name__}.{room.name}").SENTENCES.items()
}
"""Of every module of this folder: a new one need not be named here."""


def sentence(error: CadreError) -> str:
    """What happened and what to do, in the language in use."""
    told = by_count(SENTENCES[error.code], error.values.get("count"))
    return printable(told.format_map({key: _in_words(value) for key, value in error.values.items()}))


def _in_words(value: Any) -> Any:
    if isinstance(value, Text):
        return value.say(language())
    if isinstance(value, tuple):
        return _("、").join(str(_in_words(each)) for each in value)
    if isinstance(value, Role):
        return role(value)
    if isinstance(value, Missing):
        return _missing(value)
    if isinstance(value, Purpose):
        return terms.purpose(value)
    if isinstance(value, timedelta):
        return terms.wait(value)
    if isinstance(value, Phase):
        return terms.phase(value)
    return shortened(value) if isinstance(value, str) else value


def _missing(owed: Missing) -> str:
    """What a response from a file lacks: the answer itself, or what belongs to an answer that is there."""
    if owed.what == "answer":
        return owed.criterion
    what = _("缺佐证") if owed.what == "evidence" else _("缺理由")
    return _("{criterion}（{what}）").format(criterion=owed.criterion, what=what)
