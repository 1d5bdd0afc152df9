"""``count``: earns points by the piece, up to a cap; in a penalty section it takes them by the piece."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cadre_tui.kinds.amounts import number
from cadre_tui.kinds.comparable import Comparable, Numbers
from cadre_tui.kinds.earnings import check_sign
from cadre_tui.kinds.kind import Earned, Faults, Kind, Setting
from cadre_tui.kinds.line import (
    Line,
    cap_faults,
    clamp,
    compared_line,
    drawn,
    line_faults,
    line_value,
    most_together,
    read_lines,
    tally,
)
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Drawing, NumberField, NumberLines
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Criterion
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.text import Text
from cadre_tui.model.written import Number, fraction


class Count(Criterion):
    """Pieces at one rate, or lines with a rate each."""

    unit: Text | None = None
    per: Number | None = None
    cap: Number | None = None
    line: tuple[Line, ...] = ()


class CountKind(Kind[Count]):
    """每次 1.5 分，30 分封顶."""

    model = Count
    shapes = (frozenset({"number"}), frozenset({"lines"}))

    def faults(self, criterion: Count, setting: Setting, faults: Faults) -> None:
        """A rate or lines; the section's sign; caps within what can be earned; points in the base only."""
        if (criterion.per is None) == (not criterion.line):
            faults.add(codes.RATE_OR_LINES)
        if not setting.base and criterion.points:
            faults.add(codes.POINTLESS_COUNT, "points")
        rates = [("per", criterion.per), *((f"line.{at}.per", line.per) for at, line in enumerate(criterion.line))]
        for path, per in rates:
            if per is not None:
                check_sign(per, path, setting, faults)
        for position, line in enumerate(criterion.line):
            if line.between is not None:
                faults.add(codes.UNKNOWN_KEY, f"line.{position}.between", name="between", known=("per",))
        line_faults(criterion.line, criterion.points, setting, faults)
        if criterion.cap is not None:
            cap_faults(criterion.cap, self._uncapped(criterion), criterion.points, "cap", setting, faults)

    def read(
        self, criterion: Count, written: Mapping[str, Any], setting: Setting, faults: Faults
    ) -> Mapping[str, Any]:
        """A number, or one for each line where there are lines."""
        del setting
        if criterion.line:
            if "lines" not in written:
                faults.add(codes.WRONG_SHAPE, expected=("lines",))
                return {}
            return {"lines": read_lines(criterion.line, written["lines"], faults)}
        if "number" not in written:
            faults.add(codes.WRONG_SHAPE, expected=("number",))
            return {}
        return {"number": number(written["number"], "number", faults)}

    def score(self, criterion: Count, answer: Answer, setting: Setting) -> Earned:
        """Σ per × count, up to the line's cap, then the criterion's."""
        cap = self._cap(criterion, setting)
        values: dict[str, Any] = {"criterion": criterion.id}
        if criterion.line:
            lines = tuple(tally(criterion.id, criterion.line, answer))
            raw = sum((amount for amount, _ in lines), Fraction(0))
            steps = [step for _, step in lines]
            code = "count-sum"
        else:
            raw = Fraction(answer.number or 0) * Fraction(criterion.per or 0)
            steps = []
            code = "count"
            values |= {"number": answer.number, "per": criterion.per}
        result = clamp(raw, cap)
        values |= {"raw": raw, "cap": cap if raw != result else None, "result": result}
        return Earned(result, (*steps, Step(code=code, values=values)))

    def draw(self, criterion: Count, setting: Setting) -> Drawing:
        """A number, or one for each line."""
        if criterion.line:
            return NumberLines(lines=drawn(criterion.line), deducts=setting.penalty)
        return NumberField(unit=criterion.unit, per=criterion.per, cap=self._cap(criterion, setting))

    def compared(self, criterion: Count, line: str | None, setting: Setting) -> Comparable:
        """Numbers."""
        del setting
        return compared_line(criterion.line, line) if criterion.line else Numbers()

    def value(self, criterion: Count, answer: Answer, line: str | None) -> Decimal | None:
        """The number, or that of a line."""
        return line_value(answer, line) if criterion.line else answer.number

    def most(self, criterion: Count, setting: Setting) -> Fraction | None:
        """Its cap, or what its lines can come to if that is less."""
        most, cap = self._uncapped(criterion), self._cap(criterion, setting)
        if cap is None:
            return most
        return fraction(cap) if most is None else min(most, fraction(cap))

    def lines(self, criterion: Count) -> tuple[str, ...]:
        """Its lines."""
        return tuple(line.id for line in criterion.line)

    def takes_fact(self, criterion: Count) -> bool:
        """One known number can fill it, unless it asks for several."""
        return not criterion.line

    def _cap(self, criterion: Count, setting: Setting) -> Decimal | None:
        """In the base, nothing earns more than its points."""
        return criterion.points if criterion.cap is None and setting.base else criterion.cap

    def _uncapped(self, criterion: Count) -> Fraction | None:
        """What it could come to without its own cap; None if without limit."""
        if criterion.line:
            return most_together(criterion.line)
        return None if criterion.per else Fraction(0)


KIND = CountKind()
