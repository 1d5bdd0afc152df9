"""``number``: a number that earns nothing. The only one that may be below zero."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from cadre_tui.kinds.amounts import number
from cadre_tui.kinds.comparable import Comparable, Numbers
from cadre_tui.kinds.information import Information
from cadre_tui.kinds.kind import Faults, Setting
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Drawing, NumberField
from cadre_tui.model.checklists.checklist import Criterion
from cadre_tui.model.text import Text
from cadre_tui.model.written import LARGEST


class NumberAsked(Criterion):
    """A number with its unit."""

    unit: Text | None = None


class NumberKind(Information[NumberAsked]):
    """学时 96."""

    model = NumberAsked
    shapes = (frozenset({"number"}),)

    def read(
        self, criterion: NumberAsked, written: Mapping[str, Any], setting: Setting, faults: Faults
    ) -> Mapping[str, Any]:
        """Any number."""
        del criterion, setting
        return {"number": number(written["number"], "number", faults, below_zero=True)}

    def draw(self, criterion: NumberAsked, setting: Setting) -> Drawing:
        """A number without a lower bound."""
        del setting
        return NumberField(unit=criterion.unit, minimum=None)

    def compared(self, criterion: NumberAsked, line: str | None, setting: Setting) -> Comparable:
        """Numbers of either sign."""
        del criterion, line, setting
        return Numbers(low=-LARGEST)

    def value(self, criterion: NumberAsked, answer: Answer, line: str | None) -> Decimal | None:
        """The number."""
        del criterion, line
        return answer.number

    def takes_fact(self, criterion: NumberAsked) -> bool:
        """A known number can fill it."""
        del criterion
        return True


KIND = NumberKind()
