"""The bytes of a response's file, as commands are given it."""

from pathlib import Path
from typing import Final

from cadre_tui.files.content import MEGABYTE, TooLarge, content
from cadre_tui.model.fault import BadInput

MOST_BYTES: Final = 8 * MEGABYTE
"""A thousand criteria with a page of reasons each take half of it."""


def response_bytes(file: Path) -> bytes:
    """What the file holds.

    Raises:
        BadInput: it is not there, cannot be read, or holds more than any response.
    """
    try:
        return content(file, MOST_BYTES)
    except TooLarge:
        raise BadInput("response-beyond", file=file.name) from None
    except FileNotFoundError:
        raise BadInput("response-not-found", file=str(file)) from None
    except (OSError, ValueError):
        raise BadInput("response-unreadable", file=str(file)) from None
