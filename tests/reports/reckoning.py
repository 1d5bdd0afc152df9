"""Works the formulas of a workbook out again, in binary floating point as Excel does."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token
from openpyxl.utils import range_boundaries

SIGNS = 15
"""Significant digits of a number in Excel."""


class Reckoner:
    """One workbook, read with its formulas."""

    def __init__(self, book: Workbook) -> None:
        self._book = book

    def value(self, sheet: str, cell: str) -> Any:
        """What the cell comes to."""
        held = self._book[sheet][cell].value
        return self._reckon(held, sheet) if isinstance(held, str) and held.startswith("=") else held

    def _reckon(self, formula: str, sheet: str) -> Any:
        said = "".join(self._python(each, sheet) for each in Tokenizer(formula).items)
        names = {"ROUND": rounded, "SUM": summed, "SUMPRODUCT": product_sum, "COUNTIF": counted}
        return eval(said, {"__builtins__": {}}, {**names, "span": self._span})

    def _python(self, token: Token, sheet: str) -> str:
        if token.type == Token.OPERAND and token.subtype == Token.RANGE:
            return self._reference(token.value, sheet)
        return token.value

    def _reference(self, written: str, sheet: str) -> str:
        where, _bang, cells = written.rpartition("!")
        where = where.strip("'") or sheet
        found = f"span({where!r}, {cells.replace('$', '')!r})"
        return found if ":" in cells else f"{found}[0]"

    def _span(self, sheet: str, cells: str) -> list[Any]:
        assert re.fullmatch(r"[A-Z]+\d+(:[A-Z]+\d+)?", cells)
        left, top, right, bottom = range_boundaries(cells)
        page = self._book[sheet]
        return [
            self.value(sheet, page.cell(row, column).coordinate)
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        ]


def rounded(number: float, places: int) -> float:
    """Half away from zero, on the digits that Excel has."""
    shown = Decimal(f"{number:.{SIGNS}g}")
    return float(shown.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def summed(*spans: list[Any]) -> float:
    return float(sum(each for span in spans for each in span if isinstance(each, int | float)))


def product_sum(one: list[Any], other: list[Any]) -> float:
    """A text counts nothing, as in Excel."""
    pairs = [each for each in zip(one, other, strict=True) if not any(isinstance(value, str) for value in each)]
    return float(sum(a * b for a, b in pairs))


def counted(span: list[Any], wanted: Any) -> int:
    return span.count(wanted)
