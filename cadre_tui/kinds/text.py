"""``text``: words that earn nothing, such as the summary of a year's study."""

from collections.abc import Mapping
from typing import Any

from cadre_tui.kinds.comparable import Comparable, Words
from cadre_tui.kinds.information import Information
from cadre_tui.kinds.kind import Faults, Setting
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Drawing, TextField
from cadre_tui.model.checklists.checklist import Criterion
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.text import sound


class TextKind(Information[Criterion]):
    """学习小结."""

    shapes = (frozenset({"text"}),)

    def read(
        self, criterion: Criterion, written: Mapping[str, Any], setting: Setting, faults: Faults
    ) -> Mapping[str, Any]:
        """A text; an empty one is no answer yet."""
        del criterion, setting
        if not sound(written["text"]):
            faults.add(codes.NOT_OF_TYPE, "text", expected="text")
            return {}
        return {"text": written["text"]}

    def draw(self, criterion: Criterion, setting: Setting) -> Drawing:
        """A field of several lines."""
        del criterion, setting
        return TextField()

    def compared(self, criterion: Criterion, line: str | None, setting: Setting) -> Comparable:
        """The very words."""
        del criterion, line, setting
        return Words()

    def value(self, criterion: Criterion, answer: Answer, line: str | None) -> str | None:
        """The text."""
        del criterion, line
        return answer.text


KIND = TextKind()
