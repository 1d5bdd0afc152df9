"""A text as TOML, its numbers exact, or where it stops being any."""

import re
import tomllib
from typing import Any, Final

from cadre_tui.files.bounds import OutOfBounds, within_bounds
from cadre_tui.files.quick_toml import quick_toml
from cadre_tui.model.written import exact

STEPS: Final = 32
STEP: Final = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+"""
LONG_KEY: Final = re.compile(rf"(?<![\w-])(?:{STEP}\.[ \t]*+){{{STEPS}}}")
"""A key of more than so many steps: tomllib takes time and memory by the square of them."""

DOTTED: Final = re.compile(rf"\.(?:[^.\n]*+\.){{{STEPS - 1}}}")
"""A line that may hold one: to look for it closely takes as long as reading the whole."""

LONG_NUMBER: Final = re.compile(r"(?<![\w.])[+-]?(?:\d[\d_]{18,}+|0[xob][\da-fA-F_]{16,}+)(?![\w.])")
"""A whole number beyond 64 bits, or nearly."""


class NotToml(ValueError):
    """It is no TOML, or more than anybody writes.

    ``why`` is what the parser says, or the bound that was passed: ``depth``, ``amount`` or ``integer``. ``line`` and
    ``column`` count from 1; None where the text as a whole is meant, or its end.
    """

    def __init__(self, why: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.line = line
        self.column = column


def toml(text: str) -> dict[str, Any]:
    """The tables that a text says.

    Raises:
        NotToml: it breaks the syntax, or is deeper, larger or of longer whole numbers than is taken.
    """
    if DOTTED.search(text) and (long := LONG_KEY.search(text)):
        raise NotToml("depth", *_position(text, long.start()))
    try:
        tables = quick_toml(text) or tomllib.loads(text, parse_float=exact)
        within_bounds(tables)
    except tomllib.TOMLDecodeError as error:
        raise _told(error) from None
    except RecursionError:
        raise NotToml("depth") from None
    except OutOfBounds as error:
        raise NotToml(error.bound, *(_long_number(text) if error.bound == "integer" else ())) from None
    except ValueError:  # Python reads no whole number of more than 4,300 digits
        raise NotToml("integer", *_long_number(text)) from None
    return tables


def _told(error: tomllib.TOMLDecodeError) -> NotToml:
    """``Expected '=' after a key (at line 3, column 4)``, or at the end."""
    why, _, at = str(error).rpartition(" (at ")
    numbers = [int(part) for part in at.rstrip(")").replace(",", "").split() if part.isdecimal()]
    return NotToml(why or str(error), *numbers) if len(numbers) == 2 else NotToml(why or str(error))


def _long_number(text: str) -> tuple[int, int] | tuple[()]:
    found = LONG_NUMBER.search(text)
    return _position(text, found.start()) if found else ()


def _position(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1
