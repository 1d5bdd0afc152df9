"""What ``number``, ``text`` and ``date`` share: they tell something, and never earn points."""

from typing import TypeVar

from cadre_tui.kinds.kind import Earned, Faults, Kind, Setting
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Criterion
from cadre_tui.model.codes import checklists as codes

C = TypeVar("C", bound=Criterion)


class Information(Kind[C]):
    """A value without a score: the ground for a ``require`` or a ``show_when``, or simply good to know."""

    scored = False

    def faults(self, criterion: C, setting: Setting, faults: Faults) -> None:
        """No points."""
        del setting
        if criterion.points:
            faults.add(codes.POINTLESS_KIND, "points")

    def score(self, criterion: C, answer: Answer, setting: Setting) -> Earned:
        """None."""
        del answer, setting
        return Earned(None, (Step(code="information", values={"criterion": criterion.id}),))
