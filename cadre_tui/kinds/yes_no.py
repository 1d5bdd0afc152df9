"""``yes_no``: points for yes, 0 for no. In a penalty section yes takes points."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from cadre_tui.kinds.comparable import Comparable, YesOrNo
from cadre_tui.kinds.kind import Earned, Faults, Kind, Setting
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Choices, Drawing, DrawnOption
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Criterion
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.text import Text

YES: Final = Text({"zh": "是", "en": "Yes"})
NO: Final = Text({"zh": "否", "en": "No"})


class YesNoKind(Kind[Criterion]):
    """是 or 否."""

    shapes = (frozenset({"yes"}),)

    def read(
        self, criterion: Criterion, written: Mapping[str, Any], setting: Setting, faults: Faults
    ) -> Mapping[str, Any]:
        """True or false."""
        del criterion, setting
        if not isinstance(written["yes"], bool):
            faults.add(codes.NOT_OF_TYPE, "yes", expected="true or false")
            return {}
        return {"yes": written["yes"]}

    def score(self, criterion: Criterion, answer: Answer, setting: Setting) -> Earned:
        """Points for yes."""
        del setting
        result = Fraction(criterion.points) if answer.yes else Fraction(0)
        code = "yes" if answer.yes else "no"
        return Earned(result, (Step(code=code, values={"criterion": criterion.id, "result": result}),))

    def draw(self, criterion: Criterion, setting: Setting) -> Drawing:
        """Two options."""
        del setting
        return Choices(
            options=(
                DrawnOption(text=YES, answer=Answer(yes=True), earns=criterion.points),
                DrawnOption(text=NO, answer=Answer(yes=False), earns=Decimal(0)),
            )
        )

    def compared(self, criterion: Criterion, line: str | None, setting: Setting) -> Comparable:
        """Yes or no."""
        del criterion, line, setting
        return YesOrNo()

    def value(self, criterion: Criterion, answer: Answer, line: str | None) -> bool | None:
        """What was said."""
        del criterion, line
        return answer.yes


KIND = YesNoKind()
