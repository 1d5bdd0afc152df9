"""The bytes of a file that somebody named."""

from pathlib import Path
from typing import Final

MEGABYTE: Final = 1024 * 1024

PIECE: Final = 64 * 1024
"""Bytes asked for at first: room for as many as there may be takes longer to make than most files to read."""

LARGEST_CHECKLIST: Final = 2 * MEGABYTE
"""Bytes of a text. A checklist of a thousand criteria takes a third of it."""


def is_file(path: Path) -> bool:
    """Whether a file is there; no where nothing can have such a name, or nobody may look."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether a folder is there; no where nothing can have such a name, or nobody may look."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


class TooLarge(ValueError):
    """The file holds more than its reader takes."""


def content(path: Path | str, most: int) -> bytes:
    """All bytes of a file, or of a pipe, of which no more than ``most`` and one are ever held.

    Raises:
        TooLarge: there are more than ``most``.
        OSError: it is not there, or cannot be read.
        ValueError: no file can have such a name.
    """
    with Path(path).open("rb") as file:
        found = file.read(min(PIECE, most + 1))
        if len(found) == PIECE:
            found += file.read(most + 1 - PIECE)
    if len(found) > most:
        raise TooLarge(str(path))
    return found
