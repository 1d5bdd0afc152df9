"""Looking at what a plugin answered before it is believed."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.text import Text


def exact(value: Any) -> Fraction:
    """A number of a plugin's.

    Raises:
        TypeError: it is none, or a ``float``, which is not what it looks like.
        ValueError: it is not finite.
    """
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        raise TypeError("an exact number is wanted")
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError("a finite number is wanted")
    return Fraction(value)


def steps(why: Iterable[Any]) -> tuple[Step, ...]:
    """A plugin's steps, each made by ``said``.

    Raises:
        TypeError: something else is among them.
    """
    found = tuple(why)
    for each in found:
        if not isinstance(each, Step) or each.code != "said" or not isinstance(each.values.get("text"), Text):
            raise TypeError("a step is made by said()")
        for value in each.values["values"].values():
            if not isinstance(value, str):
                exact(value)
    return found
