"""The numbered lines of ``count`` and ``deduct``: a rate each, or for a deduction an amount that the rater picks."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cadre_tui.kinds.amounts import number
from cadre_tui.kinds.comparable import Comparable, Numbers
from cadre_tui.kinds.kind import Faults, Setting
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import DrawnLine
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.base import Frozen
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.nearest import nearest
from cadre_tui.model.text import Text
from cadre_tui.model.written import Number


class Line(Frozen):
    """Points ``per`` piece, or an amount ``between`` two; never more than ``cap``."""

    id: str
    text: Text
    per: Number | None = None
    between: tuple[Number, Number] | None = None
    cap: Number | None = None


def line_faults(lines: tuple[Line, ...], points: Decimal, setting: Setting, faults: Faults) -> None:
    """What count and deduct ask alike of their lines: one rate or range each, and caps that can be reached."""
    for position, line in enumerate(lines):
        path = f"line.{position}"
        if (line.per is None) == (line.between is None):
            faults.add(codes.RATE_OR_RANGE, path)
        if line.between and not 0 <= line.between[0] <= line.between[1]:
            faults.add(codes.RANGE_ORDER, f"{path}.between")
        if line.cap is None:
            continue
        cap_faults(line.cap, most_of(line, capped=False), points, f"{path}.cap", setting, faults)


def cap_faults(
    cap: Decimal, most: Fraction | None, points: Decimal, path: str, setting: Setting, faults: Faults
) -> None:
    """A cap is not below zero, can be reached, and in the base is not above the criterion's points."""
    if cap < 0:
        faults.add(codes.CAP_BELOW_ZERO, path, cap=cap)
    elif setting.base and cap > points:
        faults.add(codes.CAP_ABOVE_POINTS, path, cap=cap, points=points)
    elif most is not None and most < cap:
        faults.add(codes.CAP_UNREACHABLE, path, cap=cap, most=most)


def most_of(line: Line, *, capped: bool = True) -> Fraction | None:
    """The most points, without their sign, that a line can come to; None if without limit."""
    if line.between is not None:
        most: Fraction | None = Fraction(line.between[1])
    else:
        most = None if line.per else Fraction(0)
    if not capped or line.cap is None:
        return most
    return Fraction(line.cap) if most is None else min(most, Fraction(line.cap))


def most_together(lines: tuple[Line, ...]) -> Fraction | None:
    """The most that all lines can come to; None if one of them is without limit."""
    each = [most_of(line) for line in lines]
    return None if None in each else sum((most for most in each if most is not None), Fraction(0))


def read_lines(lines: tuple[Line, ...], written: Any, faults: Faults) -> Mapping[str, Decimal]:
    """The number of each line that is named; a line left out counts 0."""
    if not isinstance(written, Mapping):
        faults.add(codes.NOT_OF_TYPE, "lines", expected="table")
        return {}
    known = {line.id: line for line in lines}
    numbers: dict[str, Decimal] = {}
    for line_id, amount in written.items():
        path = f"lines.{line_id}"
        if line_id not in known:
            faults.add(codes.NO_SUCH_LINE, path, line=line_id, known=tuple(known), meant=nearest(line_id, known))
            continue
        value = number(amount, path, faults)
        if value is None:
            continue
        between = known[line_id].between
        if between and value and not between[0] <= value <= between[1]:
            faults.add(codes.OUTSIDE_RANGE, path, low=between[0], high=between[1])
        numbers[line_id] = value
    return numbers


def clamp(amount: Fraction, cap: Decimal | Fraction | None) -> Fraction:
    """``amount`` cut at ``cap``, whichever sign it has; a cap is written without one."""
    if cap is None:
        return amount
    limit = Fraction(cap)
    return max(-limit, min(limit, amount))


def tally(criterion_id: str, lines: tuple[Line, ...], answer: Answer) -> Iterator[tuple[Fraction, Step]]:
    """What each line comes to, up to its cap, with the step that says so."""
    for line in lines:
        amount = Fraction((answer.lines or {}).get(line.id, Decimal(0)))
        raw = amount if line.per is None else amount * Fraction(line.per)
        comes_to = clamp(raw, line.cap)
        yield (
            comes_to,
            Step(
                code="line-amount" if line.per is None else "line-count",
                values={
                    "criterion": criterion_id,
                    "line": line.id,
                    "amount": amount,
                    "per": line.per,
                    "raw": raw,
                    "cap": line.cap if raw != comes_to else None,
                    "result": comes_to,
                },
            ),
        )


def compared_line(lines: tuple[Line, ...], line_id: str | None) -> Comparable:
    """The numbers that a line can have: an amount picked by the rater is 0 or in its range."""
    line = next((each for each in lines if each.id == line_id), None)
    if line is None or line.between is None:
        return Numbers()
    return Numbers(low=line.between[0], high=line.between[1], or_zero=True)


def line_value(answer: Answer, line_id: str | None) -> Decimal | None:
    """The number of a line; 0 where it was left out."""
    return None if answer.lines is None or line_id is None else answer.lines.get(line_id, Decimal(0))


def drawn(lines: tuple[Line, ...]) -> tuple[DrawnLine, ...]:
    """The lines as data for a form."""
    return tuple(
        DrawnLine(id=each.id, text=each.text, per=each.per, between=each.between, cap=each.cap) for each in lines
    )
