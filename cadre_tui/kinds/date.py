"""``date``: a day that earns nothing."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from cadre_tui.kinds.comparable import Comparable, Days
from cadre_tui.kinds.information import Information
from cadre_tui.kinds.kind import Faults, Setting
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import DateField, Drawing
from cadre_tui.model.checklists.checklist import Criterion
from cadre_tui.model.codes import checklists as codes

ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class DateKind(Information[Criterion]):
    """2026-11-01."""

    shapes = (frozenset({"date"}),)

    def read(
        self, criterion: Criterion, written: Mapping[str, Any], setting: Setting, faults: Faults
    ) -> Mapping[str, Any]:
        """A day of the calendar, as 2026-11-01 and in no other way."""
        del criterion, setting
        day = written["date"]
        if isinstance(day, str) and ISO.fullmatch(day):
            try:
                return {"date": date.fromisoformat(day)}
            except ValueError:
                pass
        faults.add(codes.NOT_A_DATE, "date")
        return {}

    def draw(self, criterion: Criterion, setting: Setting) -> Drawing:
        """A day."""
        del criterion, setting
        return DateField()

    def compared(self, criterion: Criterion, line: str | None, setting: Setting) -> Comparable:
        """Days."""
        del criterion, line, setting
        return Days()

    def value(self, criterion: Criterion, answer: Answer, line: str | None) -> date | None:
        """The day."""
        del criterion, line
        return answer.date


KIND = DateKind()
