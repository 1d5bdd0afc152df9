"""The program's log: its owner's alone, and never much more than a megabyte."""

import os
from pathlib import Path
from typing import Final

LARGEST: Final = 1_000_000
"""Bytes; a longer log is set aside once, as ``.1``, before more is added to it."""


def made_ready(path: Path) -> Path:
    """The log's file, there and with room for more, whoever writes it.

    Raises:
        OSError: it cannot be had.
    """
    if path.is_file() and path.stat().st_size > LARGEST:
        path.replace(path.with_name(path.name + ".1"))
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    return path
