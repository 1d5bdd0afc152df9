"""Values as somebody wrote them in a file, and how strictly they are taken.

The nouns are made in three ways: by the program itself, from a county's file, and from a frozen copy in which
numbers and dates are text. A file is taken strictly, so that ``points = "20"`` or ``points = true`` is told and
never guessed; which of the three it is stands in pydantic's validation context as a ``Writing``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Context, Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache, reduce
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Strict, ValidationInfo
from pydantic_core import PydanticCustomError

LARGEST: Final = Decimal(10) ** 12
"""No number in a checklist or a response is larger."""

WHOLE: Final = int(LARGEST)
"""The same, to hold whole numbers against."""

FINEST: Final = 400
"""No number has more decimal places: enough for any double, and it keeps exact fractions small."""


LONGEST: Final = 1_000
"""Digits of a number, or places that its exponent moves the point, beyond which nobody reads it."""

INFINITE: Final = Decimal("Infinity")


@dataclass(frozen=True)
class Writing:
    """How a value was written: plain texts are in ``lang``; in a ``frozen`` copy numbers and dates are text."""

    lang: str = "zh"
    frozen: bool = False


def usable(number: Decimal) -> bool:
    """Whether exact arithmetic with it is safe: finite, not above 10¹² and not absurdly fine."""
    if not number.is_finite():
        return False
    # copy_abs and not abs: arithmetic would round, and fail on an exponent of a thousand million.
    return not number or (number.copy_abs() <= LARGEST and -int(number.as_tuple().exponent) <= FINEST)


def exact(text: str) -> Decimal:
    """The number that ``text`` writes, exactly; infinity where no person could read it: nothing takes that, and
    whatever tells of it need not write out a million digits.
    """
    try:
        number = Decimal(text) if len(text) <= LONGEST else INFINITE
    except ArithmeticError:
        return INFINITE
    return number if not number.is_finite() or abs(number.adjusted()) <= LONGEST else INFINITE


EXACTLY: Final = Context(prec=FINEST + 100)
"""Enough digits for any sum of numbers that are ``usable``."""


def exact_sum(numbers: Iterable[Decimal]) -> Decimal:
    """The sum without any rounding, for numbers that are ``usable``."""
    return reduce(EXACTLY.add, numbers, Decimal(0))


@lru_cache(10_000)
def fraction(number: Decimal) -> Fraction:
    """The number as a fraction. Checklists have few figures, often, and Python takes its time over each."""
    return Fraction(number)


def _wrong(expected: str) -> PydanticCustomError:
    return PydanticCustomError("expected", "expected {expected}", {"expected": expected})


def _number(value: Any, info: ValidationInfo) -> Any:
    writing = info.context
    if not isinstance(writing, Writing):
        return value
    if writing.frozen and isinstance(value, str):
        try:
            value = Decimal(value)
        except InvalidOperation:
            raise _wrong("number") from None
    if type(value) is int and -WHOLE < value < WHOLE:  # as most are
        return Decimal(value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise _wrong("number")
    number = Decimal(value)
    if not usable(number):
        raise PydanticCustomError("unusable_number", "not finite or too large")
    return number or Decimal(0)


def _integer(value: Any, info: ValidationInfo) -> Any:
    writing = info.context
    if isinstance(writing, Writing) and writing.frozen and isinstance(value, str) and value.isdecimal():
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong("integer")
    return value


def _day(value: Any, info: ValidationInfo) -> Any:
    writing = info.context
    if not isinstance(writing, Writing):
        return value
    if writing.frozen and isinstance(value, str):
        return value
    if isinstance(value, datetime) or not isinstance(value, date):
        raise _wrong("date")
    return value


def _bound(value: Any, info: ValidationInfo) -> Any:
    """A number or a day; in a frozen copy both are text, and only a day has its hyphens."""
    frozen = isinstance(info.context, Writing) and info.context.frozen
    if frozen and isinstance(value, str) and value.count("-") == 2:
        return date.fromisoformat(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    return _decimal(value, info, "number or date")


def _value(value: Any, info: ValidationInfo) -> Any:
    if isinstance(value, bool | str) or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    return _decimal(value, info, "value")


def _decimal(value: Any, info: ValidationInfo, expected: str) -> Any:
    """A number that pydantic cannot take for something else: 1 is neither true nor a time stamp."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise _wrong(expected)
    if isinstance(value, str) and isinstance(info.context, Writing) and not info.context.frozen:
        raise _wrong(expected)
    return _number(Decimal(str(value)), info)


Number = Annotated[Decimal, BeforeValidator(_number)]
"""A decimal number."""

Whole = Annotated[int, BeforeValidator(_integer)]
"""A whole number."""

Flag = Annotated[bool, Strict()]
"""True or false, and nothing that merely looks like it."""

Day = Annotated[date, BeforeValidator(_day)]
"""A calendar day."""

Bound = Annotated[Decimal | date, BeforeValidator(_bound)]
"""The least or the most that an answer may be: a number or a day."""

Value = Annotated[bool | Decimal | date | str, BeforeValidator(_value)]
"""What a condition compares an answer with. In a frozen copy a number or a day is still text: only the kind of
the criterion that it is compared with can tell it from a code."""
