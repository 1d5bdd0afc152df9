"""How checklists and plugins come into the program. What a plugin's author imports from here:

``hookimpl`` marks an implementation of a hook; the rest are descriptors, which hooks give, and what they are made of.
"""

from cadre_tui.kinds.kind import Earned
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import (
    Choices,
    DateField,
    DrawnLine,
    DrawnOption,
    NumberField,
    NumberLines,
    RatioField,
    TextField,
)
from cadre_tui.model.base import Frozen
from cadre_tui.model.checklists.checklist import Checklist, Criterion, ScaleOption
from cadre_tui.model.text import Text
from cadre_tui.model.written import Day, Flag, Number, Whole
from cadre_tui.plugins.descriptors.aggregates import Aggregate
from cadre_tui.plugins.descriptors.checks import ResponseCheck
from cadre_tui.plugins.descriptors.events import ResponseSubmitted, RoundOpened
from cadre_tui.plugins.descriptors.facts import Fact, FactSource
from cadre_tui.plugins.descriptors.importers import Importer
from cadre_tui.plugins.descriptors.kinds import CriterionKind, Shape
from cadre_tui.plugins.descriptors.reports import ReportFormat
from cadre_tui.plugins.descriptors.saying import Wrong, said
from cadre_tui.plugins.descriptors.scales import SharedScale
from cadre_tui.plugins.descriptors.scorers import Row, Scored, Scorer, Total
from cadre_tui.plugins.hookspecs import ChecklistSource, OverlaySource, hookimpl

__all__ = [
    "Aggregate",
    "Answer",
    "Checklist",
    "ChecklistSource",
    "Choices",
    "Criterion",
    "CriterionKind",
    "DateField",
    "Day",
    "DrawnLine",
    "DrawnOption",
    "Earned",
    "Fact",
    "FactSource",
    "Flag",
    "Frozen",
    "Importer",
    "Number",
    "NumberField",
    "NumberLines",
    "OverlaySource",
    "RatioField",
    "ReportFormat",
    "ResponseCheck",
    "ResponseSubmitted",
    "RoundOpened",
    "Row",
    "ScaleOption",
    "Scored",
    "Scorer",
    "Shape",
    "SharedScale",
    "Text",
    "TextField",
    "Total",
    "Whole",
    "Wrong",
    "hookimpl",
    "said",
]
