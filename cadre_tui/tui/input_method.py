"""Keys as an input method or a caps lock sends them: which key was meant, and what was composed of several."""

from typing import Final
from unicodedata import category, normalize

from textual import events

NAMES: Final = {
    "[": "left_square_bracket",
    "【": "left_square_bracket",
    "]": "right_square_bracket",
    "】": "right_square_bracket",
    ">": "greater_than_sign",
    "》": "greater_than_sign",
    "<": "less_than_sign",
    "《": "less_than_sign",
}
"""Marks that an input method puts in the place of those on the keys."""


def key_of(event: events.Key) -> str:
    """The name of the key; a full-width character counts as the plain one, a capital letter as the small one."""
    character = event.character
    if not character:
        return event.key
    plain = normalize("NFKC", character)
    if len(plain) == 1 and plain.isascii() and plain.isalnum():
        return plain.lower()
    return NAMES.get(plain, event.key)


def composed(event: events.Key) -> bool:
    """Whether it is a hanzi: several keys were pressed for it, and none of them was heard."""
    return bool(event.character) and all(category(each) == "Lo" for each in event.character or "")
