"""Files that are their owner's alone, whatever the umask of whoever runs the program."""

import os
from pathlib import Path
from typing import Final

OWNERS: Final = 0o600
OWNERS_FOLDER: Final = 0o700


def write_private(path: Path, content: bytes, *, new: bool = False) -> None:
    """Write a file that nobody but its owner may read. One that is there is written over, unless it must be ``new``.

    Raises:
        FileExistsError: it must be new and is not.
        OSError: it cannot be written.
        ValueError: no file can have such a name.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | (os.O_EXCL if new else os.O_TRUNC), OWNERS)
    with os.fdopen(descriptor, "wb") as file:
        if not new and path.is_file():  # one that was there, and no pipe or device
            os.fchmod(descriptor, OWNERS)
        file.write(content)
