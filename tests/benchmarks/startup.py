"""How soon the first ink shows, and how much memory is held, beside a hello-world app."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.county import with_form
from tests.benchmarks.stopwatch import Stopwatch
from tests.benchmarks.table import Measured

RUNS = 7
PLAIN = Path(__file__).parent / "plain"


def plain(name: str) -> Stopwatch:
    """One of the plain apps that ours is measured against."""
    return Stopwatch(str(PLAIN / f"{name}.py"), program=(sys.executable,))


def measure(folder: Path) -> Iterator[Measured]:
    """Both, in turns, so that a busy moment of the machine meets both alike."""
    with_form(folder / "startup", 20)

    def ours() -> Stopwatch:
        return Stopwatch("--data", str(folder / "startup"))

    looks = [(_look(ours), _look(lambda: plain("hello"))) for _ in range(RUNS)]
    ink = [median(look[side][0] for look in looks) * 1000 for side in (0, 1)]
    memory = [median(look[side][1] for look in looks) for side in (0, 1)]
    yield Measured("first ink, beside a hello-world app", *ink, "ms", limit=2.0, goal=1.5)
    yield Measured("memory at the sign-in, beside a hello-world app", *memory, "MB", limit=1.8)


def _look(start: Callable[[], Stopwatch]) -> tuple[float, float]:
    with start() as terminal:
        ink = terminal.first_ink()
        terminal.settle(0.3)
        return ink, terminal.memory()
