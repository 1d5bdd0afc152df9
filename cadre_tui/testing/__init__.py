"""The authors' test kit: what a county's plugin is tested with. The extra ``testing`` brings pytest and hypothesis.

Suites to subclass, strategies that make sound responses from any checklist, and, as fixtures that pytest finds by
itself, a checklist, a county and a form being filled in (see ``fixtures``). Each name is loaded when it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cadre_tui.testing.county import TemporaryCounty
    from cadre_tui.testing.form import FilledForm
    from cadre_tui.testing.plugin import with_plugin
    from cadre_tui.testing.reading import read_checklist
    from cadre_tui.testing.scoring import score
    from cadre_tui.testing.strategies import answers, responses
    from cadre_tui.testing.suites.aggregate import AggregateSuite
    from cadre_tui.testing.suites.checklist import ChecklistSuite
    from cadre_tui.testing.suites.fact import FactSuite
    from cadre_tui.testing.suites.importer import ImporterSuite
    from cadre_tui.testing.suites.kind import KindSuite
    from cadre_tui.testing.suites.observer import ObserverSuite
    from cadre_tui.testing.suites.overlay import OverlaySuite
    from cadre_tui.testing.suites.report import ReportSuite
    from cadre_tui.testing.suites.response_check import ResponseCheckSuite
    from cadre_tui.testing.suites.scale import ScaleSuite
    from cadre_tui.testing.suites.scorer import ScorerSuite

__all__ = [
    "AggregateSuite",
    "ChecklistSuite",
    "FactSuite",
    "FilledForm",
    "ImporterSuite",
    "KindSuite",
    "ObserverSuite",
    "OverlaySuite",
    "ReportSuite",
    "ResponseCheckSuite",
    "ScaleSuite",
    "ScorerSuite",
    "TemporaryCounty",
    "answers",
    "read_checklist",
    "responses",
    "score",
    "with_plugin",
]

_PLACES = {
    "AggregateSuite": "suites.aggregate",
    "ChecklistSuite": "suites.checklist",
    "FactSuite": "suites.fact",
    "FilledForm": "form",
    "ImporterSuite": "suites.importer",
    "KindSuite": "suites.kind",
    "ObserverSuite": "suites.observer",
    "OverlaySuite": "suites.overlay",
    "ReportSuite": "suites.report",
    "ResponseCheckSuite": "suites.response_check",
    "ScaleSuite": "suites.scale",
    "ScorerSuite": "suites.scorer",
    "TemporaryCounty": "county",
    "answers": "strategies",
    "read_checklist": "reading",
    "responses": "strategies",
    "score": "scoring",
    "with_plugin": "plugin",
}


def __getattr__(name: str) -> Any:
    """The public name, from its module."""
    if name not in _PLACES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
