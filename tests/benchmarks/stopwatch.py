"""A terminal that measures: when the first ink shows, when a key's effect is painted, what memory is held."""

import os
import select
import time
from dataclasses import dataclass
from pathlib import Path

from tests.terminal.driver import DEADLINE, KEYS, Terminal
from tests.terminal.emulator import ALTERNATE_SCREEN


@dataclass(frozen=True)
class Painted:
    """Seconds from a key to the first byte that it brought about, and to the last."""

    first: float
    last: float


class Stopwatch(Terminal):
    """A terminal that notes times as bytes arrive and draws them afterwards, so that drawing costs nothing."""

    def first_ink(self) -> float:
        """Seconds from the start of the process until something stands on the app's screen."""
        while True:
            now = self._take(DEADLINE)
            assert now, "nothing was drawn"
            if ALTERNATE_SCREEN in self.screen.private_modes and self.text.strip():
                return now - self.started

    def paint(self, key: str, quiet: float = 0.15) -> Painted:
        """Press a key and wait until nothing has been written for ``quiet`` seconds."""
        self.settle(quiet)
        pressed = time.perf_counter()
        self.send(KEYS.get(key, key))
        moments, written = [], []
        wait = DEADLINE
        while select.select([self._line], [], [], wait)[0]:
            written.append(os.read(self._line, 65536))
            moments.append(time.perf_counter())
            wait = quiet
        assert moments, f"{key} painted nothing; the screen:\n{self.text}"
        for part in written:
            self.screen.feed(self._decode(part))
        return Painted(moments[0] - pressed, moments[-1] - pressed)

    def settle(self, quiet: float = 0.15) -> None:
        """Wait until nothing has been written for ``quiet`` seconds."""
        while self._take(quiet):
            pass

    def memory(self) -> float:
        """Megabytes of memory that the process holds of its own and shares (resident)."""
        status = Path(f"/proc/{self._process}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def _take(self, wait: float) -> float:
        """Show the next bytes; answers when they came, 0 where none did within ``wait`` seconds."""
        if not select.select([self._line], [], [], wait)[0]:
            return 0.0
        now = time.monotonic()
        self.screen.feed(self._decode(os.read(self._line, 65536)))
        return now
