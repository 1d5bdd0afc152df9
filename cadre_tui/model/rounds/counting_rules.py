"""What a round's file says of how votes become a figure, how many get a grade, and which cases people decide."""

import re
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, ConfigDict, PlainSerializer, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError, PydanticKnownError

from cadre_tui.model.base import Frozen
from cadre_tui.model.text import Text
from cadre_tui.model.written import Writing


class Rule(StrEnum):
    """How what colleagues gave becomes one figure; see ``scoring.statutory``. One rule a round, at every level."""

    MEAN = "mean"
    VOTES = "votes"
    TRIMMED = "trimmed"
    MEDIAN = "median"


BROUGHT: Final = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)+")
"""How a rule that a plugin brings is named: dotted, the plugin's name first."""


def _named(value: Any) -> Rule | str:
    """One of the program's rules, or the name of a plugin's."""
    if isinstance(value, Rule):
        return value
    if isinstance(value, str) and BROUGHT.fullmatch(value):
        return str(value)
    try:
        return Rule(value)
    except ValueError:
        known = ", ".join(repr(each.value) for each in Rule)
        raise PydanticKnownError("enum", {"expected": known}) from None


RuleName = Annotated[Rule | str, PlainValidator(_named)]
"""A ``Rule``, or the name of one that a plugin brings (``linshan.middle_half``)."""


class PinnedRule(Frozen):
    """The rule of a plugin with which a round opened: its ``name``, and the plugin with its ``version``.

    Another version may count otherwise, so none but this one is asked for the round's figures.
    """

    name: str
    title: Text
    plugin: str
    version: str


def adds_up(rule: Rule | str | PinnedRule) -> bool:
    """Whether the rule makes a figure of a criterion alone, so that sections and totals are the sums of these."""
    return rule is Rule.VOTES or not isinstance(rule, Rule)


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
