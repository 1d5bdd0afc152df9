"""The files among the checklists, as a backup takes them: which go with it under what name, and which do not."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Final

from cadre_tui.files.told_name import told_name
from cadre_tui.model.safekeeping import LeftOut
from cadre_tui.services.safekeeping.archive import is_plain, plain_part

FOLDER: Final = "checklists"
"""In the data folder."""

MOST_NAMED: Final = 10
"""Of what is left out; all of it is counted."""


class Dropped:
    """The files that were dropped into a folder. ``left_out`` is known once they have been gone through."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._left_out: list[str] = []

    @property
    def left_out(self) -> LeftOut:
        """Links, what is hidden, and what lies too deep: restored elsewhere, nobody knows where they would lead."""
        return LeftOut(count=len(self._left_out), named=tuple(self._left_out[:MOST_NAMED]))

    def paths(self) -> Iterator[tuple[Path, str]]:
        """Each file that goes with a backup, and what it is called there."""
        self._left_out.clear()
        if self._folder is None or not self._folder.is_dir():
            return
        taken: set[str] = set()
        for path in sorted(self._folder.rglob("*")):
            parts = path.relative_to(self._folder).parts
            name = "/".join(map(plain_part, parts))
            link = path.is_symlink()
            if not link and not path.is_file():
                continue
            if link or not is_plain(name):
                self._left_out.append("/".join(map(told_name, parts)))
                continue
            free = next(each for each in _names(path, name) if each not in taken)
            taken.add(free)
            yield path, free

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The same with their bytes, each read as it is asked for."""
        for path, name in self.paths():
            yield name, path.read_bytes()


def left_out_of(folder: Path | None) -> LeftOut:
    """What a backup would leave out; nothing is read but the names."""
    found = Dropped(folder)
    for _each in found.paths():
        pass
    return found.left_out


def _names(path: Path, name: str) -> Iterator[str]:
    """What a file may be called, without end, where two would have the same name."""
    yield name
    yield from (f"{name.removesuffix(path.suffix)}-{number}{path.suffix}" for number in count(2))
