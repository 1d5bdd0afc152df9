"""``deduct``: starts full and loses points line by line, never below zero."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any

from pydantic import Field

from cadre_tui.kinds.comparable import Comparable
from cadre_tui.kinds.kind import Earned, Faults, Kind, Setting
from cadre_tui.kinds.line import Line, compared_line, drawn, line_faults, line_value, read_lines, tally
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Drawing, NumberLines
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Criterion
from cadre_tui.model.codes import checklists as codes


class Deduct(Criterion):
    """A criterion from which points are taken."""

    line: Annotated[tuple[Line, ...], Field(min_length=1)]


class DeductKind(Kind[Deduct]):
    """缺调研报告 1 篇扣 5 分."""

    model = Deduct
    shapes = (frozenset({"lines"}),)

    def faults(self, criterion: Deduct, setting: Setting, faults: Faults) -> None:
        """Not in a penalty section; what a line takes is written without a minus."""
        if setting.penalty:
            faults.add(codes.DEDUCT_IN_PENALTY, "kind")
        for position, line in enumerate(criterion.line):
            if line.per is not None and line.per < 0:
                faults.add(codes.MINUS_REFUSED, f"line.{position}.per", number=line.per)
        line_faults(criterion.line, criterion.points, setting, faults)

    def read(
        self, criterion: Deduct, written: Mapping[str, Any], setting: Setting, faults: Faults
    ) -> Mapping[str, Any]:
        """A number for each line."""
        del setting
        return {"lines": read_lines(criterion.line, written["lines"], faults)}

    def score(self, criterion: Deduct, answer: Answer, setting: Setting) -> Earned:
        """Points − Σ lines, floored at 0."""
        del setting
        lines = tuple(tally(criterion.id, criterion.line, answer))
        taken = sum((amount for amount, _ in lines), Fraction(0))
        left = Fraction(criterion.points) - taken
        result = max(Fraction(0), left)
        values = {
            "criterion": criterion.id,
            "points": criterion.points,
            "taken": taken,
            "raw": left,
            "result": result,
        }
        return Earned(result, (*(step for _, step in lines), Step(code="deduct", values=values)))

    def draw(self, criterion: Deduct, setting: Setting) -> Drawing:
        """A number for each line."""
        del setting
        return NumberLines(lines=drawn(criterion.line), deducts=True)

    def compared(self, criterion: Deduct, line: str | None, setting: Setting) -> Comparable:
        """The numbers of a line."""
        del setting
        return compared_line(criterion.line, line)

    def value(self, criterion: Deduct, answer: Answer, line: str | None) -> Any:
        """The number of a line."""
        del criterion
        return line_value(answer, line)

    def lines(self, criterion: Deduct) -> tuple[str, ...]:
        """Its lines."""
        return tuple(line.id for line in criterion.line)


KIND = DeductKind()
