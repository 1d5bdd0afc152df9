"""Whoever writes shares the gate; whoever wants one moment of all documents has it alone, however many write.

Before the gate is a door. A writer passes it and shuts it behind them; whoever wants the gate alone keeps it shut, so
that nobody new comes in, and waits for those inside. A writer inside who writes a second document while writing the
first does not pass again: they would wait for each other.
"""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from cadre_tui.store.locks import locked

DOOR: Final = ".door"
GATE: Final = ".gate"


class Gate:
    """The gate of the store whose lock files lie in ``locks``."""

    def __init__(self, locks: Path) -> None:
        self._door, self._gate = locks / DOOR, locks / GATE
        self._this_thread = threading.local()

    @property
    def inside(self) -> bool:
        """Whether this thread is."""
        return bool(getattr(self._this_thread, "inside", False))

    @contextmanager
    def shared(self, patience: float) -> Iterator[None]:
        """Inside with other writers.

        Raises:
            Busy: somebody had it alone for ``patience`` seconds.
        """
        if self.inside:
            yield
            return
        with ExitStack() as inside:
            with locked(self._door, patience, shared=True):
                inside.enter_context(locked(self._gate, patience, shared=True))
            self._this_thread.inside = True
            inside.callback(setattr, self._this_thread, "inside", False)
            yield

    @contextmanager
    def alone(self, patience: float) -> Iterator[None]:
        """Inside with nobody.

        Raises:
            Busy: a writer inside did not end within ``patience`` seconds.
        """
        with locked(self._door, patience), locked(self._gate, patience):
            yield
