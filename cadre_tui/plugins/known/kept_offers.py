"""What sound files told of themselves when they were last read, kept so that a list need not read them all again.

One file in the user's cache folder. Whatever is wrong with it, it is as if there were none: nothing is ever refused
for it, and whoever uses a checklist reads the checklist's own file.
"""

import json
import os
import stat
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from cadre_tui import __version__
from cadre_tui.plugins.known.offer import Told

FILE: Final = "offers.json"

FORMAT: Final = 1
"""Another number wherever other things are kept, or the same things mean something else."""

MOST: Final = 4_000
"""Files."""

LARGEST_ENTRY: Final = 4 * 1024
"""Characters that one file may tell of itself; one that tells more is read each time."""

LARGEST: Final = 32 * 1024**2
"""Bytes. What is larger was not written here."""

AT_REST: Final = 2_000_000_000
"""Nanoseconds. A file changed more recently may change once more within the same tick of its time stamp."""

Stamp = tuple[int, ...]
"""Another one once a file is another: its size, when it and its entry were last changed, its inode."""


class KeptOffers:
    """What is kept in ``folder``; where there is no folder, nothing is. ``now`` is in nanoseconds. Nothing raises."""

    def __init__(self, folder: Path | None = None, now: Callable[[], int] = time.time_ns) -> None:
        self._path = folder / FILE if folder else None
        self._now = now
        self._fresh: dict[str, Any] = {}

    @cached_property
    def _known(self) -> Mapping[str, Any]:
        return self._read()

    def of(self, file: Path) -> Told | None:
        """What the file told, where it is still the same file."""
        entry = self._known.get(os.path.realpath(file)) if self._known else None
        if not isinstance(entry, dict) or entry.get("stamp") != list(_stamp(file) or ()):
            return None
        try:
            return Told.model_validate(entry.get("told"))
        except ValidationError:
            return None

    def before(self, file: Path) -> Stamp | None:
        """To be taken before a file is read; None where nothing that is read now is to be kept."""
        stamp = _stamp(file) if self._path else None
        return stamp if stamp and self._now() - max(stamp[1:3]) > AT_REST else None

    def note(self, file: Path, before: Stamp, told: Told) -> None:
        """Keep what a file told, unless it has changed since ``before``."""
        if before == _stamp(file):
            entry = {"stamp": before, "told": told.model_dump(mode="json")}
            if len(json.dumps(entry)) <= LARGEST_ENTRY:
                self._fresh[os.path.realpath(file)] = entry

    def keep(self) -> None:
        """Write what was noted beside what others have written meanwhile; files that have gone are left out."""
        if not self._fresh or self._path is None:
            return
        others = ((file, entry) for file, entry in self._read().items() if file not in self._fresh)
        together = self._fresh | {file: entry for file, entry in others if Path(file).exists()}
        kept = {"format": FORMAT, "program": __version__, "offers": dict(list(together.items())[:MOST])}
        with suppress(OSError):
            _write(self._path, json.dumps(kept))
        self._fresh = {}

    def _read(self) -> Mapping[str, Any]:
        try:
            kept = json.loads(_own(self._path)) if self._path else None
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(kept, dict) or (kept.get("format"), kept.get("program")) != (FORMAT, __version__):
            return {}
        offers = kept.get("offers")
        return offers if isinstance(offers, dict) else {}


def _stamp(file: Path) -> Stamp | None:
    try:
        about = file.stat()
    except (OSError, ValueError):
        return None
    return about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino


def _own(path: Path) -> bytes:
    """The bytes of a file that nobody else can have written. Raises ``OSError``."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        about = os.fstat(descriptor)
        foreign = about.st_uid != os.geteuid() or about.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        if foreign or not stat.S_ISREG(about.st_mode) or about.st_size > LARGEST:
            raise PermissionError
        return file.read()


def _write(path: Path, text: str) -> None:
    """Replace the file whole; only its owner may read it. Nothing is synced: what is lost is read again."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, fresh = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        Path(fresh).replace(path)
    except OSError:
        Path(fresh).unlink(missing_ok=True)
        raise
