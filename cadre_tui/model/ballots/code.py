"""A ballot code: sixteen signs in groups of four, the last of which finds mistakes in typing.

The signs are 31, no two of which look alike. That is a prime number, so the weighted sum of ISBN-10 (there modulo 11)
finds every single wrong sign and every two signs that changed places.
"""

from collections.abc import Sequence
from typing import Final
from unicodedata import normalize

from cadre_tui.model.refusal import BadInput

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Neither 0 and O, nor 1, I and L."""

LENGTH: Final = 16
"""Signs, the check character included: 15 of them by chance are 74 bits."""

GROUP: Final = 4

PRIME: Final = len(ALPHABET)
INVERSE_OF_LAST_WEIGHT: Final = pow(LENGTH, -1, PRIME)


def with_check(body: Sequence[str]) -> str:
    """The whole code of its first fifteen signs."""
    rest = sum(weight * ALPHABET.index(sign) for weight, sign in enumerate(body, start=1))
    return "".join(body) + ALPHABET[-rest * INVERSE_OF_LAST_WEIGHT % PRIME]


def grouped(code: str) -> str:
    """A code as it is printed: ``7KMX-3Q2W-….``"""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def read_code(typed: str) -> str:
    """The code that somebody typed, however they wrote the groups, in half or in full width, in small letters or not.

    Raises:
        BadInput: it cannot be a code; what was typed is not told, since it may nearly be one.
    """
    code = "".join(sign for sign in normalize("NFKC", typed).upper() if sign.isalnum())
    strange = next((sign for sign in code if sign not in ALPHABET), None)
    if strange is not None:
        raise BadInput("ballot-code-sign", sign=strange)
    if len(code) != LENGTH:
        raise BadInput("ballot-code-length", count=len(code), length=LENGTH)
    if with_check(code[:-1]) != code:
        raise BadInput("ballot-code-mistyped")
    return code
