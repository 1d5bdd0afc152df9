"""The bytes of a document's file, from a disk of which some spot may not be readable any more: that is damage."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import Final

from cadre_tui.store.envelope import Damaged

SPOILT: Final = {errno.EIO, errno.EBADMSG, errno.EUCLEAN}
"""What the system answers that gets nothing, or not what was written, from the medium."""


def content_of(path: Path | str) -> bytes:
    """All of them.

    Raises:
        Damaged: the medium does not give them.
        OSError: there is no such file, or it may not be read.
    """
    with opened(path) as file:
        return file.read()


@contextmanager
def opened(path: Path | str) -> Iterator[FileIO]:
    """The file, to be read; raises as ``content_of``."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - by the dozen at every look
            yield file
    except OSError as error:
        if error.errno not in SPOILT:
            raise
        raise Damaged from None
