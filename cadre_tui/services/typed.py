"""What a person typed to be read by others, and codes that are read to a person."""

import secrets
from typing import Final

from cadre_tui.model.fault import BadInput
from cadre_tui.model.text import sound

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No look-alikes: neither 0 and O, nor 1, I and L."""


def receipt_code() -> str:
    """Eight random characters in two groups, such as ``7KMX-3Q2W``: 39 bits, enough to name one of a county's."""
    letters = "".join(secrets.choice(ALPHABET) for _each in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def written(text: str, longest: int) -> str:
    """The text without space around it; ``longest`` in characters.

    Raises:
        BadInput: it is empty, too long, or holds what no text holds.
    """
    cleaned = text.strip().replace("\r\n", "\n").replace("\r", "\n")  # a terminal writes over a line at the latter
    if not cleaned:
        raise BadInput("nothing-written")
    if len(cleaned) > longest:
        raise BadInput("too-much-written", longest=longest, count=len(cleaned))
    return sound_text(cleaned)


def sound_text(text: str) -> str:
    """The text without space around it; it may be empty.

    Raises:
        BadInput: it holds what no text holds.
    """
    if not sound(text):
        raise BadInput("unsound-text")
    return text.strip()
