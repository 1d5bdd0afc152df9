"""The authors' test kit: what a county's plugin is tested with. The extra ``testing`` brings pytest and hypothesis.

Suites to subclass, strategies that make sound responses from any checklist, and, as fixtures that pytest finds by
itself, a checklist, a county and a form being filled in (see ``fixtures``). Each name is loaded when it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cadre_tui.testing.county import TemporaryCounty
    from cadre_tui.testing.form import FilledForm
    from cadre_tui.testing.reading import read_checklist
    from cadre_tui.testing.scoring import score
    from cadre_tui.testing.strategies import answers, responses
    from cadre_tui.testing.suites.checklist import ChecklistSuite

__all__ = [
    "ChecklistSuite",
    "FilledForm",
    "TemporaryCounty",
    "answers",
    "read_checklist",
    "responses",
    "score",
]

_PLACES = {
    "ChecklistSuite": "suites.checklist",
    "FilledForm": "form",
    "TemporaryCounty": "county",
    "answers": "strategies",
    "read_checklist": "reading",
    "responses": "strategies",
    "score": "scoring",
}


def __getattr__(name: str) -> Any:
    """The public name, from its module."""
    if name not in _PLACES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
