"""The bytes of a document's file, from a disk of which some spot may not be readable any more: that is damage."""

import errno
import os
from pathlib import Path
from typing import Final

from cadre_tui.store.envelope import Damaged
from cadre_tui.store.whole_file import stamp_of

SPOILT: Final = {errno.EIO, errno.EBADMSG, errno.EUCLEAN}
"""What the system answers that gets nothing, or not what was written, from the medium."""


def content_of(path: Path | str) -> bytes:
    """All of them.

    Raises:
        Damaged: the medium does not give them.
        OSError: there is no such file, or it may not be read.
    """
    return stamped_content_of(path)[1]


def stamped_content_of(path: Path | str) -> tuple[str, bytes]:
    """The same, after the stamp of the very file that they were read from."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - by the dozen at every look
            return stamp_of(os.fstat(file.fileno())), file.read()
    except OSError as error:
        if error.errno not in SPOILT:
            raise
        raise Damaged from None
