"""What is told of an error inside the program: where it happened, never what it happened with."""

from datetime import UTC, datetime
from pathlib import Path
from traceback import walk_tb

from cadre_tui import __version__
from cadre_tui.files.log_file import made_ready
from cadre_tui.model.refusal import CadreError


def note(error: BaseException, log: Path) -> bool:
    """Add the error's kind and its way through the program to the log; whether that could be done.

    Neither messages nor values are written: both may hold answers.
    """
    lines = [f"{datetime.now(UTC).isoformat(timespec='seconds')} cadre {__version__}", *told(error)]
    try:
        with made_ready(log).open("a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n\n")
    except OSError:
        return False
    return True


def told(error: BaseException | None) -> list[str]:
    """The error's kind and its way through the program, and those of what lay beneath it."""
    lines: list[str] = []
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        code_of_refusal = f" {error.code}" if isinstance(error, CadreError) else ""
        lines.append(f"{type(error).__module__}.{type(error).__qualname__}{code_of_refusal}")
        for frame, line in walk_tb(error.__traceback__):
            code = frame.f_code
            lines.append(f"  {code.co_filename}:{line} {code.co_qualname}")
        error = error.__cause__ or error.__context__
    return lines
