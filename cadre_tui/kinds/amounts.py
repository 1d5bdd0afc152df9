"""Numbers in a response: read strictly, told precisely."""

from decimal import Decimal
from typing import Any

from cadre_tui.kinds.kind import Faults
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.written import usable


def number(written: Any, path: str, faults: Faults, *, below_zero: bool = False) -> Decimal | None:
    """The exact number, or None with the fault noted. ``below_zero`` allows negative ones."""
    if isinstance(written, bool) or not isinstance(written, int | float | Decimal):
        faults.add(codes.NOT_A_NUMBER, path)
        return None
    amount = Decimal(str(written)) if isinstance(written, float) else Decimal(written)
    if not usable(amount):
        faults.add(codes.NUMBER_TOO_LARGE, path)
        return None
    if amount < 0 and not below_zero:
        faults.add(codes.BELOW_ZERO, path)
        return None
    return amount or Decimal(0)
