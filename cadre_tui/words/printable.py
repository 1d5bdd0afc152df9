"""Words from elsewhere on their way to a terminal."""

import re
from typing import Final

from cadre_tui.model.signs import TURNING

MARK: Final = "\ufffd"
"""What stands in the place of a sign that is not let through."""

OBEYED: Final = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{''.join(sorted(TURNING))}]")
"""What a terminal obeys: all control characters but the tabulator and the end of a line, and marks of direction."""


LONGEST: Final = 2_000
"""Signs of one value that a sentence tells."""


def shortened(text: str) -> str:
    """``text`` as a value in a sentence: whoever wrote a million signs is told which by its beginning."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def printable(text: str) -> str:
    """``text`` with a mark in place of whatever a terminal would obey, break a line at, or not be able to show."""
    return "".join(each if each.isprintable() or each == "\u3000" else MARK for each in text)


def harmless(text: str, instead: str = MARK) -> str:
    """Lines of text, with ``instead`` in place of whatever a terminal would obey."""
    return text if text.isprintable() else OBEYED.sub(instead, text)
