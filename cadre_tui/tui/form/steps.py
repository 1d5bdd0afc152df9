"""What can be taken back of a form while somebody fills it. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from cadre_tui.model.answers.answer import Answer

UNDO_STEPS: Final = 200
"""Changes that can be taken back; a whole stay in one field is one change."""

AT_ONCE: Final = ""
"""The field of a change that is one step by itself, such as choosing an option."""


@dataclass(frozen=True)
class Step:
    """What a criterion held before a change. Changes with the same ``field`` in one stay are one step."""

    criterion: str
    field: str
    answer: Answer | None
    typed: Mapping[str, str]


class Steps:
    """The changes of one form, the newest last."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._staying = ""

    def add(self, step: Step) -> None:
        """Remember what was there before a change, unless the stay in its field has begun before."""
        stay = f"{step.criterion} {step.field}"
        if stay != self._staying or step.field == AT_ONCE:
            self._steps.append(step)
            del self._steps[:-UNDO_STEPS]
        self._staying = stay

    def leave(self) -> None:
        """End the stay in a field: the next change is a step of its own."""
        self._staying = ""

    def forget(self, criteria: Collection[str]) -> None:
        """What was changed of these cannot be taken back any more."""
        self._steps = [each for each in self._steps if each.criterion not in criteria]

    def take(self) -> Step | None:
        """The last one, which is none any more; None where there is none."""
        self.leave()
        return self._steps.pop() if self._steps else None
