"""The one sentence that a person is told when something is refused. A module a room; codes are unique."""

from datetime import timedelta
from typing import Any

from cadre_tui.locale import _
from cadre_tui.model.checklist import Purpose
from cadre_tui.model.fault import CadreError
from cadre_tui.model.round import Phase
from cadre_tui.words import terms
from cadre_tui.words.printable import printable
from cadre_tui.words.refusals import accounts, allocation, checklists, cli, filling, plugins, raters, services, store

SENTENCES = (
    accounts.SENTENCES
    | allocation.SENTENCES
    | checklists.SENTENCES
    | cli.SENTENCES
    | filling.SENTENCES
    | plugins.SENTENCES
    | raters.SENTENCES
    | services.SENTENCES
    | store.SENTENCES
)


def sentence(error: CadreError) -> str:
    """What happened and what to do, in the language in use."""
    return printable(
        _(SENTENCES[error.code]).format_map({key: _in_words(value) for key, value in error.values.items()})
    )


def _in_words(value: Any) -> Any:
    if isinstance(value, Purpose):
        return terms.purpose(value)
    if isinstance(value, timedelta):
        return terms.wait(value)
    return terms.phase(value) if isinstance(value, Phase) else value
