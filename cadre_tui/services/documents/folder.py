"""A folder that documents are put into: each file is there whole or not at all, for its owner alone."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from cadre_tui.model.fault import BadInput
from cadre_tui.services.oversight.putting_out import place_for

PRIVATE, SHARED = (0o700, 0o600), (0o750, 0o640)
"""The modes of a folder and of a file in it: for the owner alone, or for the folder's group to read."""

UNWANTED: Final = frozenset('\\/:*?"<>|')
"""What some system does not take in a file's name."""

LONGEST: Final = 180
"""Bytes of a file's name; systems take 255, the ending and our own among them."""

LONGEST_ENDING: Final = 5


class Folder:
    """A folder for documents; made, with what it lies in, when the first file is put into it."""

    def __init__(self, path: Path, modes: tuple[int, int] = PRIVATE) -> None:
        self.path = path
        self._modes = modes

    @classmethod
    def new(cls, path: Path) -> "Folder":
        """A folder that somebody at a screen named: it must not be there yet, so that nothing is written over.

        Raises:
            BadInput: it is there, the folder that it is to lie in is not, or is the program's own.
        """
        place = place_for(path)
        if os.path.lexists(place):
            raise BadInput("out-file-there", file=str(place))
        return cls(place)

    def below(self, *names: str, shared: bool) -> "Folder":
        """A folder in this one, whose group may read what is in it where it is ``shared``."""
        return Folder(self.path.joinpath(*map(file_name, names)), SHARED if shared else PRIVATE)

    def put(self, folders: Sequence[str], name: str, content: bytes) -> Path:
        """Write one file: first beside its place, then into it, in one step. One that was there is replaced.

        Raises:
            BadInput: it cannot be written.
        """
        place = self.path.joinpath(*map(file_name, folders))
        whole = place / file_name(name)
        part = place / f".{os.getpid()}.part"
        try:
            folder_mode, file_mode = self._modes
            for each in reversed([place, *place.parents]):
                if not each.exists():
                    each.mkdir(mode=folder_mode, exist_ok=True)
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, file_mode)
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(content)
                part.replace(whole)
            except BaseException:  # stopped, too: no half file is left
                part.unlink(missing_ok=True)
                raise
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", "") or "-"
            raise BadInput("out-not-written", file=str(whole), why=why) from None
        return whole


def file_name(wanted: str) -> str:
    """``wanted`` as every system takes it in a name: no sign that parts folders, none that cannot be seen."""
    told = "".join("_" if each in UNWANTED or not each.isprintable() else each for each in wanted)
    stem, dot, ending = told.rpartition(".")
    named = dot and ending.isalnum() and ending.isascii() and len(ending) <= LONGEST_ENDING
    stem, ending = (stem, dot + ending) if named else (told, "")
    short = stem.encode(errors="replace")[:LONGEST].decode(errors="ignore").strip(" .")
    return (short or "_") + ending
