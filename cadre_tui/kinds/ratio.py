"""``ratio``: a share from 0 to 1, or done of planned. Points × share."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cadre_tui.kinds.amounts import number
from cadre_tui.kinds.comparable import Comparable, Numbers
from cadre_tui.kinds.kind import Earned, Faults, Kind, Setting
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Drawing, RatioField
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Criterion
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.text import Text


class Ratio(Criterion):
    """A share of something planned."""

    unit: Text | None = None


class RatioKind(Kind[Ratio]):
    """计划 8 次，完成 7 次."""

    model = Ratio
    shapes = (frozenset({"number"}), frozenset({"done", "planned"}))

    def read(
        self, criterion: Ratio, written: Mapping[str, Any], setting: Setting, faults: Faults
    ) -> Mapping[str, Any]:
        """A share not above 1, or two numbers of which ``planned`` is not 0; more done than planned is no fault."""
        del criterion, setting
        if "number" in written:
            share = number(written["number"], "number", faults)
            if share is not None and share > 1:
                faults.add(codes.SHARE_ABOVE_ONE, "number")
            return {"number": share}
        done = number(written["done"], "done", faults)
        planned = number(written["planned"], "planned", faults)
        if planned is not None and planned == 0:
            faults.add(codes.NOTHING_PLANNED, "planned")
        return {"done": done, "planned": planned}

    def score(self, criterion: Ratio, answer: Answer, setting: Setting) -> Earned:
        """Points × share."""
        del setting
        share = self._share(answer)
        result = Fraction(criterion.points) * share
        values: dict[str, Any] = {"criterion": criterion.id, "points": criterion.points, "share": share}
        values |= {"done": answer.done, "planned": answer.planned, "result": result}
        code = "done" if answer.number is None else "share"
        return Earned(result, (Step(code=code, values=values),))

    def draw(self, criterion: Ratio, setting: Setting) -> Drawing:
        """Two numbers."""
        del setting
        return RatioField(unit=criterion.unit)

    def compared(self, criterion: Ratio, line: str | None, setting: Setting) -> Comparable:
        """Shares from 0 to 1."""
        del criterion, line, setting
        return Numbers(high=Decimal(1))

    def value(self, criterion: Ratio, answer: Answer, line: str | None) -> Fraction | None:
        """The share."""
        del criterion, line
        return self._share(answer)

    def takes_fact(self, criterion: Ratio) -> bool:
        """What was done of what was planned, or the share itself."""
        del criterion
        return True

    def from_fact(self, criterion: Ratio, value: Decimal, of: Decimal | None) -> Answer | None:
        """Two numbers where both are known; else a number up to 1 is the share, and a larger one none."""
        del criterion
        if of is not None and of > 0:
            return Answer(done=value, planned=of)
        return Answer(number=value) if value <= 1 else None

    def _share(self, answer: Answer) -> Fraction:
        if answer.number is not None:
            return Fraction(answer.number)
        return min(Fraction(1), Fraction(answer.done or 0) / Fraction(answer.planned or 1))


KIND = RatioKind()
