"""The one sentence that a person is told when something is refused. A module a room; codes are unique."""

from cadre_tui.locale import _
from cadre_tui.model.fault import CadreError
from cadre_tui.words.refusals import checklists, plugins, services, store

SENTENCES = checklists.SENTENCES | plugins.SENTENCES | services.SENTENCES | store.SENTENCES


def sentence(error: CadreError) -> str:
    """What happened and what to do, in the language in use."""
    return _(SENTENCES[error.code]).format(**error.values)
