"""Texts from elsewhere on their way into a file of markup."""

from typing import Final
from xml.sax.saxutils import escape

REPLACED: Final = {
    **{code: 0xFFFD for code in range(0x20) if code not in (0x09, 0x0A)},
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
    0xFFFE: 0xFFFD,
    0xFFFF: 0xFFFD,
}
"""What no XML may hold, and what stands in its place."""


def plain(text: str) -> str:
    """``text`` without what no file of ours may hold."""
    return text.translate(REPLACED)


def told(text: str) -> str:
    """``text`` in which nothing is markup."""
    return escape(plain(text), {'"': "&quot;"})
