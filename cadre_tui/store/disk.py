"""The one door through which the store changes what lies on the disk."""

import os
from pathlib import Path

FRESH = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC


class Disk:
    """One method a system call; all raise ``OSError``.

    Tests put another disk in its place: one that fails at a call of their choice, one that forgets at a loss of power
    what was not synced.
    """

    def create(self, path: Path) -> int:
        """An empty file for its owner alone, to be written; what was there is cut off."""
        return os.open(path, FRESH, 0o600)

    def open_folder(self, path: Path) -> int:
        """A folder, to be synced."""
        return os.open(path, FOLDER)

    def write(self, file: int, content: memoryview) -> int:
        """Write some of the content; answers how many bytes."""
        return os.write(file, content)

    def set_time(self, file: int, moment: int) -> None:
        """Say when the file was last changed, in nanoseconds."""
        os.utime(file, ns=(moment, moment))

    def sync(self, file: int) -> None:
        """Wait until what was written into the file, or the names in the folder, are on the disk."""
        os.fsync(file)

    def settle(self) -> None:
        """Wait until everything that was written by anybody is on the disk."""
        os.sync()

    def close(self, file: int) -> None:
        """Let go of a file or folder."""
        os.close(file)

    def link(self, path: Path, other: Path) -> None:
        """Give the file another name, too."""
        os.link(path, other)

    def rename(self, path: Path, to: Path) -> None:
        """Give the file that name, which another may have had."""
        os.replace(path, to)  # noqa: PTH105 - one system call, not a method of its own

    def remove(self, path: Path) -> None:
        """Take the name away; nothing is wrong where it is not there."""
        path.unlink(missing_ok=True)

    def make_folder(self, path: Path) -> None:
        """A folder for its owner alone; nothing is wrong where it is there."""
        path.mkdir(mode=0o700, exist_ok=True)


DISK = Disk()
