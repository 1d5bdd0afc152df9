"""Passwords are kept as argon2id hashes and nowhere else."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher


@cache
def _hasher(quick: bool) -> "PasswordHasher":
    from argon2 import PasswordHasher  # noqa: PLC0415 - only where somebody signs in

    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1) if quick else PasswordHasher()


@cache
def _nobodys() -> str:
    """A hash of nothing that anybody knows: an unknown name takes as long as a wrong password."""
    from secrets import token_hex  # noqa: PLC0415

    return _hasher(quick=False).hash(token_hex())


def hashed(password: str, *, quick: bool = False) -> str:
    """The argon2id hash. ``quick`` is for made-up counties, whose passwords everybody knows."""
    return _hasher(quick).hash(password)


def matches(known: str, password: str) -> bool:
    """Whether ``password`` is the one of the hash ``known``; an empty hash is nobody's."""
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415

    try:
        _hasher(quick=False).verify(known or _nobodys(), password)
    except (VerificationError, InvalidHashError):
        return False
    return bool(known)
