"""What a condition can be held against: codes, yes or no, numbers, days, words."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from cadre_tui.model.written import LARGEST


class Comparable(ABC):
    """The values that an answer can have, as far as a condition cares. ``ordered`` ones know at least and at most."""

    name: str
    ordered: bool = False

    @abstractmethod
    def like(self, value: Any) -> bool:
        """Whether it is the same sort of thing."""

    def possible(self, value: Any) -> bool:
        """Whether an answer could be this value."""
        return self.like(value)

    def span(self, least: Any, most: Any) -> bool:
        """Whether an answer could lie from ``least`` to ``most`` (None: open). Ordered ones only."""
        del least, most
        return True

    def known(self) -> tuple[str, ...]:
        """The codes that one could have meant."""
        return ()

    def thawed(self, text: str) -> Any:
        """A value as it was before a frozen copy turned it into text."""
        return text


@dataclass(frozen=True)
class Codes(Comparable):
    """The codes of options."""

    codes: tuple[str, ...]
    name: str = "code"

    def like(self, value: Any) -> bool:
        """A code is a text."""
        return isinstance(value, str)

    def possible(self, value: Any) -> bool:
        """One of the options."""
        return value in self.codes

    def known(self) -> tuple[str, ...]:
        """The options."""
        return self.codes


@dataclass(frozen=True)
class YesOrNo(Comparable):
    """True or false."""

    name: str = "yes_no"

    def like(self, value: Any) -> bool:
        """Nothing but true and false: 1 is a number."""
        return isinstance(value, bool)


@dataclass(frozen=True)
class Numbers(Comparable):
    """Numbers from ``low`` to ``high``; with ``or_zero`` 0 as well, below a range that does not hold it."""

    low: Decimal = Decimal(0)
    high: Decimal = LARGEST
    or_zero: bool = False
    name: str = "number"
    ordered: bool = True

    def like(self, value: Any) -> bool:
        """Decimal numbers."""
        return isinstance(value, Decimal)

    def possible(self, value: Any) -> bool:
        """Inside the range."""
        return bool(self.low <= value <= self.high or (self.or_zero and value == 0))

    def span(self, least: Any, most: Any) -> bool:
        """Whether some number of the range lies between."""
        low = self.low if least is None else max(self.low, least)
        high = self.high if most is None else min(self.high, most)
        zero = self.or_zero and (least is None or least <= 0) and (most is None or most >= 0)
        return bool(low <= high or zero)

    def thawed(self, text: str) -> Any:
        """The number."""
        try:
            return Decimal(text)
        except InvalidOperation:
            return text


@dataclass(frozen=True)
class Days(Comparable):
    """Calendar days."""

    name: str = "date"
    ordered: bool = True

    def like(self, value: Any) -> bool:
        """Dates without a time."""
        return isinstance(value, date)

    def span(self, least: Any, most: Any) -> bool:
        """Whether there is a day between."""
        return least is None or most is None or bool(least <= most)

    def thawed(self, text: str) -> Any:
        """The day."""
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text


@dataclass(frozen=True)
class Words(Comparable):
    """Free text."""

    name: str = "text"

    def like(self, value: Any) -> bool:
        """Text."""
        return isinstance(value, str)

    def possible(self, value: Any) -> bool:
        """An empty text is no answer."""
        return bool(value.strip())


@dataclass(frozen=True)
class Anything(Comparable):
    """Nothing is known of the values: whatever is compared may be right."""

    name: str = "text"
    ordered: bool = True

    def like(self, value: Any) -> bool:
        """It may be."""
        del value
        return True


def any_possible(comparable: Comparable, values: Iterable[Any], least: Any, most: Any) -> bool:
    """Whether one of ``values`` is a possible answer within the bounds."""
    return any(
        comparable.possible(value) and (least is None or value >= least) and (most is None or value <= most)
        for value in values
    )
