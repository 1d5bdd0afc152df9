"""A disk of a test's own, that is filled up or can only be read, in earnest: the system itself refuses."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

import pytest

SIZE = 8_000_000


class Mounted:
    """A disk in memory, at ``path``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def only_read(self) -> None:
        """From now on nobody writes."""
        _run("mount", "-o", "remount,ro", str(self.path))

    def fill(self) -> None:
        """Up to the last byte."""
        with (self.path / "filled").open("wb", buffering=0) as file:
            try:
                while file.write(b"\0" * 65536):
                    pass
            except OSError:
                return

    def mend(self) -> None:
        """It can be written again."""
        _run("mount", "-o", "remount,rw", str(self.path))
        (self.path / "filled").unlink(missing_ok=True)


@contextmanager
def mounted(path: Path) -> Iterator[Mounted]:
    """The disk; skips the test where this account may mount none."""
    path.mkdir(parents=True)
    if (
        os.geteuid() != 0
        or not which("mount")
        or not _run("mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(path))
    ):
        pytest.skip("only an administrator may mount a disk, and not in every container")
    try:
        yield Mounted(path)
    finally:
        _run("umount", "-l", str(path))


def _run(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
