"""What a round's file says of how votes become a figure, how many get a grade, and which cases people decide."""

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, PlainSerializer, ValidationInfo
from pydantic_core import PydanticCustomError

from cadre_tui.model.base import Frozen
from cadre_tui.model.written import Writing


class Rule(StrEnum):
    """How what colleagues gave becomes one figure; see ``scoring.statutory``. One rule a round, at every level."""

    MEAN = "mean"
    VOTES = "votes"
    TRIMMED = "trimmed"
    MEDIAN = "median"


def _portion(value: Any, info: ValidationInfo) -> Any:
    """A share from 0 to 1: a number, or a text such as ``2/3``, since no decimal says two thirds."""
    wrong = PydanticCustomError("expected", "expected {expected}", {"expected": "share"})
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction | str):
        raise wrong
    from_file = isinstance(info.context, Writing) and not info.context.frozen
    if isinstance(value, str) and from_file and "/" not in value:
        raise wrong
    if isinstance(value, Decimal) and not value.is_finite():
        raise wrong
    try:
        found = Fraction(value)
    except (ValueError, ZeroDivisionError):
        raise wrong from None
    if not 0 <= found <= 1 or found.denominator > 10**9:
        raise PydanticCustomError("less_than_equal", "not a share from 0 to 1")
    return found


def _as_written(portion: Fraction) -> Decimal | str:
    """A decimal where one says the same, else ``2/3``."""
    left = portion.denominator
    for prime in (2, 5):
        while left % prime == 0:
            left //= prime
    exact = Decimal(portion.numerator) / Decimal(portion.denominator)
    return exact if left == 1 and Fraction(exact) == portion else f"{portion.numerator}/{portion.denominator}"


Portion = Annotated[Fraction, BeforeValidator(_portion), PlainSerializer(_as_written)]
"""A share from 0 to 1, exact. In a file a number, or a text such as ``"2/3"``."""


class Quota(Frozen):
    """How many at most may have a grade: ``share`` of the people rated ``within`` a unit, or in the county.

    ``grade`` is its code; left out, the best one. The product is rounded as ``rounding`` says. ``of``: who counts in
    the denominator, ``scored`` (whoever has a total) or ``all`` (all who take part). Equal totals tie: who of them
    gets the grade is decided by people.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    share: Portion
    grade: str | None = None
    rounding: Literal["floor", "half-up", "ceil"] = "floor"
    within: Literal["unit", "county"] = "unit"
    of: Literal["scored", "all"] = "scored"


class Referral(Frozen):
    """A case that people look at: the share of the colleagues' votes with these ``options`` is ``under`` or ``over``.

    All votes about a person are taken together, whatever the criterion. ``of``: the denominator, ``valid`` (answers
    that have a score) or ``all`` (also 不了解). Exactly one of ``under`` (below, not equal) and ``over`` (above, not
    equal) is said. It refers the case and decides nothing.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    options: tuple[str, ...]
    under: Portion | None = None
    over: Portion | None = None
    of: Literal["valid", "all"] = "valid"
