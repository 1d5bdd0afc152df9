"""A file for activation slips, which its owner alone may read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from cadre_tui.model.fault import BadInput


@contextmanager
def new_file(path: Path) -> Iterator[TextIO]:
    """A new file (mode 0600) to be written: made before codes are issued, so that none is lost for want of a place.

    What fails meanwhile takes the file away again.

    Raises:
        BadInput: there is a file of that name, or none can be made there.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    except FileExistsError:
        raise BadInput("slips-exist", file=str(path)) from None
    except OSError as error:
        raise BadInput("slips-not-written", file=str(path), why=error.strerror or str(error)) from None
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
