"""A plugin's kind that is not at hand: what every kind has is known of it, and nothing else.

A checklist that uses it can be listed, checked and drawn, and what was answered is kept; nothing is answered anew,
and an answer earns no score.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import ConfigDict

from cadre_tui.kinds.comparable import Anything, Comparable
from cadre_tui.kinds.kind import Earned, Faults, Kind, Setting
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import AbsentField, Drawing
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Criterion


class AbsentCriterion(Criterion):
    """A criterion of a kind that is not at hand; the kind's own keys are kept as they were written."""

    model_config = ConfigDict(extra="allow")


class AbsentKind(Kind[AbsentCriterion]):
    """Nothing is concluded from it."""

    model = AbsentCriterion
    shapes = ()

    def read(
        self, criterion: AbsentCriterion, written: Mapping[str, Any], setting: Setting, faults: Faults
    ) -> Mapping[str, Any]:
        """It has no shape, so nothing comes here."""
        raise NotImplementedError

    def score(self, criterion: AbsentCriterion, answer: Answer, setting: Setting) -> Earned:
        """No score, and why."""
        del answer, setting
        why = Step(code="kind-absent", values={"criterion": criterion.id, "kind": criterion.kind})
        return Earned(None, (why,), unscored=True)

    def draw(self, criterion: AbsentCriterion, setting: Setting) -> Drawing:
        """Nothing that can be filled in."""
        del setting
        return AbsentField(kind=criterion.kind)

    def compared(self, criterion: AbsentCriterion, line: str | None, setting: Setting) -> Comparable:
        """Whatever a condition says may be right."""
        del criterion, line, setting
        return Anything()

    def value(self, criterion: AbsentCriterion, answer: Answer, line: str | None) -> None:
        """A condition on it does not hold."""
        del criterion, answer, line

    def takes_fact(self, criterion: AbsentCriterion) -> bool:
        """It may."""
        del criterion
        return True

    def can_be_left_out(self, criterion: AbsentCriterion, setting: Setting) -> bool:
        """It may."""
        del criterion, setting
        return True


ABSENT = AbsentKind()
