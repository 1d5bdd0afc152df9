"""Disks that are not to be trusted: one fails, one dies, one forgets what was not synced."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from cadre_tui.store.disk import Disk

CALLS = [name for name in vars(Disk) if not name.startswith("_")]
"""Every system call by which the store changes anything."""


class PowerCut(BaseException):
    """Nothing of the process goes on from here, not even what tidies up."""


class Watched(Disk):
    """Every call passes ``before`` first, with its number from 1 and its name."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def before(self, call: str) -> None:
        """A subclass may raise here."""

    def after(self, call: str, arguments: tuple[Any, ...], answer: Any) -> None:
        """A subclass may remember here."""


def _watched(name: str) -> Callable[..., Any]:
    def call(self: Watched, *arguments: Any) -> Any:
        self.calls.append(name)
        self.before(name)
        answer = getattr(Disk, name)(self, *arguments)
        self.after(name, arguments, answer)
        return answer

    return call


for _name in CALLS:
    setattr(Watched, _name, _watched(_name))


class Failing(Watched):
    """Answers an error of the system at one call: at the first of that name, or at the one of that number."""

    def __init__(self) -> None:
        super().__init__()
        self._at: str | int | None = None
        self._trouble = errno.EIO

    def fail_at(self, at: str | int | None, trouble: int = errno.EIO) -> None:
        """From now on; counts from 1; None: no more."""
        self._at, self._trouble, self.calls = at, trouble, []

    def before(self, call: str) -> None:
        """Fail, once."""
        if self._at in (call, len(self.calls)):
            self._at = None
            raise OSError(self._trouble, os.strerror(self._trouble))

    def close(self, file: int) -> None:
        """Closes also where it fails, as Linux does."""
        try:
            super().close(file)
        except OSError:
            os.close(file)
            raise


class Dying(Watched):
    """The process is gone at the call of that number, as by ``kill -9``: nothing after it happens."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at

    def before(self, call: str) -> None:
        """Let nothing more through."""
        if len(self.calls) >= self.at:
            raise PowerCut


class Forgetful(Dying):
    """Loses the power at the call of that number; ``lose`` then leaves what such a disk may hold.

    It remembers of each file what was synced, and of each folder which names were synced. Everything under ``root``
    that is not among them may be there afterwards, or not, or with nothing in it.
    """

    def __init__(self, root: Path, at: int) -> None:
        super().__init__(at)
        self._root = root
        self._content: dict[int, bytes] = {}
        self._names: dict[Path, dict[str, int]] = {}
        for path in (root, *root.rglob("*")):
            self._remember(path)

    def after(self, call: str, arguments: tuple[Any, ...], answer: Any) -> None:
        """What was synced is on the disk."""
        if call == "sync":
            self._remember(Path(f"/proc/self/fd/{arguments[0]}").readlink())
        elif call == "settle":
            for path in (self._root, *self._root.rglob("*")):
                self._remember(path)

    def lose(self, chance: Random | None = None) -> None:
        """Cut the power. Without ``chance`` nothing outlives it that was not synced; with it, a part does.

        Names may reach the disk before the content of their files: then these are empty.
        """
        now = {path: path.stat().st_ino for path in self._root.rglob("*")}
        contents = {number: self._content.get(number, b"") for number in now.values()}
        kinds = {path.stat().st_ino: path.is_dir() for path in now}
        kept: dict[Path, dict[str, int]] = {}
        for folder in {self._root, *(path for path in now if path.is_dir()), *self._names}:
            synced = self._names.get(folder, {})
            present = {path.name: number for path, number in now.items() if path.parent == folder}
            kept[folder] = {
                name: number
                for name in {**synced, **present}
                if (number := (present if chance and chance.random() < 0.5 else synced).get(name)) is not None
            }
        for path in sorted(now, reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        self._put(self._root, kept, contents, kinds)

    def _put(
        self, folder: Path, kept: dict[Path, dict[str, int]], contents: dict[int, bytes], kinds: dict[int, bool]
    ) -> None:
        for name, number in kept.get(folder, {}).items():
            path = folder / name
            if kinds.get(number, path in self._names):
                path.mkdir(0o700)
                self._put(path, kept, contents, kinds)
            else:
                path.write_bytes(contents.get(number, self._content.get(number, b"")))

    def _remember(self, path: Path) -> None:
        file = path.stat()
        if stat.S_ISDIR(file.st_mode):
            self._names[path] = {each.name: each.stat().st_ino for each in path.iterdir()}
        else:
            self._content[file.st_ino] = path.read_bytes()
