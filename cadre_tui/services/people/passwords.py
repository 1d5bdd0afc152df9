"""Passwords are kept as argon2id hashes and nowhere else."""

from functools import cache
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from cadre_tui.model.fault import BadInput

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST_PASSWORD: Final = 8
"""Characters."""

PASSES, KIBIBYTES, LANES = 3, 64 * 1024, 4
"""Of argon2id: the second of the two ways that RFC 9106, section 4, recommends (t=3, m=64 MiB, p=4)."""

SALT, DIGEST = 16, 32
"""Bytes."""

LEAST_PASSES, LEAST_KIBIBYTES = 2, 19 * 1024
"""What OWASP's cheat sheet of password storage asks for at the least, with one lane."""


def long_enough(password: str, *, quick: bool = False) -> None:
    """Let a password to be go on.

    Raises:
        BadInput: it is too short. A ``quick`` one, which everybody knows, may be.
    """
    if len(password) < SHORTEST_PASSWORD and not quick:
        raise BadInput("password-too-short", least=SHORTEST_PASSWORD)


@cache
def _hasher(quick: bool) -> "PasswordHasher":
    from argon2 import PasswordHasher  # noqa: PLC0415 - only where somebody signs in

    if quick:
        return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return PasswordHasher(PASSES, KIBIBYTES, LANES, hash_len=DIGEST, salt_len=SALT)


@cache
def _nobodys(quick: bool) -> str:
    """A hash of nothing at all: to refuse an unknown name takes as long as to refuse a wrong password."""
    from base64 import b64encode  # noqa: PLC0415
    from secrets import token_bytes  # noqa: PLC0415

    like = _hasher(quick)
    salt, digest = (b64encode(token_bytes(each)).decode().rstrip("=") for each in (like.salt_len, like.hash_len))
    return f"$argon2id$v=19$m={like.memory_cost},t={like.time_cost},p={like.parallelism}${salt}${digest}"


def hashed(password: str, *, quick: bool = False) -> str:
    """The argon2id hash. ``quick`` is for made-up counties, whose passwords everybody knows."""
    return _hasher(quick).hash(_typed(password))


def digest_of(text: str, salt: bytes, *, quick: bool = False) -> str:
    """By which a text that may be a password is known again, and can hardly be found out; in hexadecimal."""
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - only where somebody signs in

    passes, memory = (1, 8) if quick else (LEAST_PASSES, LEAST_KIBIBYTES)
    return hash_secret_raw(_typed(text), salt, passes, memory, 1, SALT, Type.ID).hex()


def _typed(password: str) -> bytes:
    """The same password whether an input method wrote it in full or in half width."""
    return normalize("NFKC", password).encode(errors="surrogatepass")


def outdated(known: str, *, quick: bool = False) -> bool:
    """Whether a hash was made with other parameters than those of today."""
    return bool(known) and _hasher(quick).check_needs_rehash(known)


def matches(known: str, password: str, *, quick: bool = False) -> bool:
    """Whether ``password`` is the one of the hash ``known``; an empty hash is nobody's."""
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415

    try:
        _hasher(quick).verify(known or _nobodys(quick), _typed(password))
    except (VerificationError, InvalidHashError):
        return False
    return bool(known)
