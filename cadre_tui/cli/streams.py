"""Whatever a command prints, whoever wrote it: a terminal shows it, and obeys none of it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import TextIOBase
from typing import Any

from cadre_tui.words.printable import harmless


class Shown(TextIOBase):
    """A stream on which control characters and marks of direction give way to a mark."""

    def __init__(self, stream: Any) -> None:
        super().__init__()
        self.bare = stream

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """That of the stream."""
        return str(getattr(self.bare, "encoding", None) or "utf-8")

    @property
    def errors(self) -> str | None:  # type: ignore[override]
        """What the stream does with signs that it lacks."""
        found: str | None = getattr(self.bare, "errors", None)
        return found

    def write(self, text: str, /) -> int:
        """Write it, each line as it is."""
        self.bare.write(harmless(text))
        return len(text)

    def flush(self) -> None:
        """Let it be seen now."""
        self.bare.flush()

    def isatty(self) -> bool:
        """Whether a person reads it."""
        return bool(self.bare.isatty())

    def fileno(self) -> int:
        """The number that the system knows it by."""
        return int(self.bare.fileno())

    def writable(self) -> bool:
        """Always."""
        return True


@contextmanager
def shown() -> Iterator[None]:
    """Everything that is printed meanwhile goes through."""
    if sys.stdout is None or sys.stderr is None:  # begun without them
        yield
        return
    with redirect_stdout(Shown(sys.stdout)), redirect_stderr(Shown(sys.stderr)):
        yield


def over(line: str = "") -> None:
    """Write a line over the one that stands on the terminal of the standard errors; nothing wipes it."""
    stream = sys.stderr.bare if isinstance(sys.stderr, Shown) else sys.stderr
    stream.write(f"\r{harmless(line)}\x1b[K")
    stream.flush()
