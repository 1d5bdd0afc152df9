"""A file that only a passphrase opens, in the age format: any program that knows age can open it, too."""

from typing import Final

from cadre_tui.model.fault import BadInput, NotRight

SHORTEST: Final = 12
"""Characters: whoever has the file can try passphrases as fast as their machine allows."""

MOST: Final = 1_000_000_000
"""Bytes of a file that was closed all at once, as backups were at first: age's library has all of it in memory."""

BEGINNING: Final = b"age-encryption.org/"


def is_closed(beginning: bytes) -> bool:
    """Whether a file that begins like this is closed by a passphrase or a key."""
    return beginning.startswith(BEGINNING)


def must_be_openable(size: int, told: str) -> None:
    """Whether a closed file of so many bytes is one that this program can have made.

    Raises:
        NotRight: it is larger.
    """
    if size > MOST + MOST // 100:  # closing adds 16 bytes to each 65,536
        raise NotRight("backup-too-large", file=told)


def close(content: bytes, passphrase: str) -> bytes:
    """``content`` as only the passphrase opens it.

    Raises:
        BadInput: the passphrase is too short.
    """
    if len(passphrase) < SHORTEST:
        raise BadInput("passphrase-short", least=SHORTEST)
    from pyrage import passphrase as age  # noqa: PLC0415 - only where a backup is closed

    closed: bytes = age.encrypt(content, passphrase)
    return closed


def opened(content: bytes, passphrase: str, told: str) -> bytes:
    """What the passphrase opens.

    Raises:
        BadInput: it does not, or the file was changed, which cannot be told apart.
    """
    from pyrage import DecryptError  # noqa: PLC0415
    from pyrage import passphrase as age  # noqa: PLC0415 - only where a backup is opened

    try:
        found: bytes = age.decrypt(content, passphrase)
    except DecryptError:
        raise BadInput("passphrase-wrong", file=told) from None
    return found
