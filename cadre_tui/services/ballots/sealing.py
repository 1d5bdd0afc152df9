"""Ballot codes by chance, their slow hashes, and unfinished ballots that only the code and a word open.

Each box has a salt of its own, so one hash finds the slip in it. A code is 74 bits of chance: to try them all is
hopeless at any speed, and the slowness is for whoever knows most of one. What is sealed is XSalsa20-Poly1305 of
libsodium under a key that argon2id makes of code and word; it looks like chance, so nobody sees whether a ballot was
begun.
"""

import secrets
from base64 import b64decode, b64encode
from hashlib import sha256
from typing import Final
from unicodedata import normalize

from cadre_tui.model.ballots.box import Box, HashCost
from cadre_tui.model.ballots.code import ALPHABET, LENGTH, with_check
from cadre_tui.model.fault import BadInput

COST: Final = HashCost(passes=2, memory=19_456, lanes=1)
"""What OWASP's cheat sheet of password storage asks for at the least."""

QUICK: Final = HashCost(passes=1, memory=8, lanes=1)
"""Of made-up counties."""

SALT_BYTES: Final = 16
NONCE_AND_MAC: Final = 24 + 16
"""Bytes by which what is sealed is longer than what is in it."""

SHORTEST_WORD: Final = 2
"""Signs of the word; two hanzi."""


def fresh_code() -> str:
    """A code by chance."""
    return with_check([secrets.choice(ALPHABET) for _each in range(LENGTH - 1)])


def fresh_salt() -> str:
    """A salt, in hexadecimal."""
    return secrets.token_hex(SALT_BYTES)


def hashed(code: str, salt: str, cost: HashCost) -> str:
    """The slow hash of a code, in hexadecimal."""
    return _slow(code.encode(), bytes.fromhex(salt), cost, 16).hex()


def draft_key(code: str, word: str, box: Box) -> bytes:
    """The key that opens what this voter left unfinished.

    Raises:
        BadInput: the word is too short.
    """
    typed = "".join(normalize("NFKC", word).split()).casefold()
    if len(typed) < SHORTEST_WORD:
        raise BadInput("ballot-word-short", least=SHORTEST_WORD)
    salt = sha256(b"draft" + bytes.fromhex(box.salt)).digest()[:SALT_BYTES]
    return _slow(f"{code}\n{typed}".encode(errors="surrogatepass"), salt, box.cost, 32)


def chance(length: int) -> str:
    """What lies beside a slip where nothing is sealed: as long as what is, and no different to look at."""
    return b64encode(secrets.token_bytes(length + NONCE_AND_MAC)).decode()


def sealed(content: str, key: bytes) -> str:
    """What was marked and written, in ASCII, as only the key opens it."""
    from nacl.secret import SecretBox  # noqa: PLC0415 - only where somebody votes

    return b64encode(bytes(SecretBox(key).encrypt(content.encode()))).decode()


def unsealed(draft: str, key: bytes) -> str | None:
    """What was sealed; None where the key opens nothing: another word, or nothing was left."""
    from nacl.exceptions import CryptoError  # noqa: PLC0415
    from nacl.secret import SecretBox  # noqa: PLC0415

    try:
        return SecretBox(key).decrypt(b64decode(draft)).decode()
    except (CryptoError, ValueError):
        return None


def _slow(secret: bytes, salt: bytes, cost: HashCost, length: int) -> bytes:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - only where somebody votes

    return hash_secret_raw(secret, salt, cost.passes, cost.memory, cost.lanes, length, Type.ID)
