"""Passwords are kept as argon2id hashes and nowhere else."""

from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from argon2 import PasswordHasher


@cache
def _hasher(quick: bool) -> "PasswordHasher":
    from argon2 import PasswordHasher  # noqa: PLC0415 - only where somebody signs in

    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1) if quick else PasswordHasher()


@cache
def _nobodys() -> str:
    """A hash of nothing at all: to refuse an unknown name takes as long as to refuse a wrong password."""
    from base64 import b64encode  # noqa: PLC0415
    from secrets import token_bytes  # noqa: PLC0415

    like = _hasher(quick=False)
    salt, digest = (b64encode(token_bytes(each)).decode().rstrip("=") for each in (like.salt_len, like.hash_len))
    return f"$argon2id$v=19$m={like.memory_cost},t={like.time_cost},p={like.parallelism}${salt}${digest}"


def hashed(password: str, *, quick: bool = False) -> str:
    """The argon2id hash. ``quick`` is for made-up counties, whose passwords everybody knows."""
    return _hasher(quick).hash(_typed(password))


def _typed(password: str) -> bytes:
    """The same password whether an input method wrote it in full or in half width."""
    return normalize("NFKC", password).encode(errors="surrogatepass")


def matches(known: str, password: str) -> bool:
    """Whether ``password`` is the one of the hash ``known``; an empty hash is nobody's."""
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415

    try:
        _hasher(quick=False).verify(known or _nobodys(), _typed(password))
    except (VerificationError, InvalidHashError):
        return False
    return bool(known)
