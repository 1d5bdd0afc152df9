"""What is kept of an error that nobody foresaw: where it happened, never what it happened with."""

import os
from datetime import UTC, datetime
from pathlib import Path
from traceback import walk_tb

from cadre_tui import __version__


def note(error: BaseException, log: Path) -> bool:
    """Add the error's kind and its way through the program to the log; whether that could be done.

    Neither messages nor values are written: both may hold answers.
    """
    lines = [f"{datetime.now(UTC).isoformat(timespec='seconds')} cadre {__version__}", *_told(error)]
    try:
        descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n\n")
    except OSError:
        return False
    return True


def _told(error: BaseException | None) -> list[str]:
    lines: list[str] = []
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
        for frame, line in walk_tb(error.__traceback__):
            code = frame.f_code
            lines.append(f"  {code.co_filename}:{line} {code.co_qualname}")
        error = error.__cause__ or error.__context__
    return lines
