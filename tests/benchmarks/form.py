"""How a form answers: opening, turning a page, a digit."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.county import PASSWORD, PERSON, with_form
from tests.benchmarks.startup import plain
from tests.benchmarks.stopwatch import Stopwatch
from tests.benchmarks.table import Measured
from tests.terminal.steps import cursor, go_home, sign_in

PAGES = 10
OPENINGS = 5
KEYS = 18
SHORT, LONG = 20, 300


def measure(folder: Path) -> Iterator[Measured]:
    """A form of 300 criteria on fifteen pages, beside one of 20, plain rows and a key echo."""
    with_form(folder / "short", SHORT)
    with_form(folder / "long", LONG)
    with signed_in(folder / "short") as fresh, plain("hello") as hello:
        fresh.paint("enter")
        hello.first_ink()
        held = [fresh.memory(), hello.memory()]
    with signed_in(folder / "short") as short, signed_in(folder / "long") as long:
        opened = [_opening(short), _opening(long)]
        page = median(long.paint("]").last for _ in range(PAGES)) * 1000
        key = median(long.paint("1").first for _ in range(KEYS)) * 1000
        memory = [long.memory(), short.memory()]
    with plain("rows") as rows:
        rows.first_ink()
        plain_page = median(rows.paint("]").last for _ in range(PAGES)) * 1000
    with plain("echo") as echo:
        echo.first_ink()
        plain_key = median(echo.paint("1").first for _ in range(KEYS)) * 1000
    yield Measured("a section page, beside a page of 20 plain rows", page, plain_page, "ms", limit=2.0)
    yield Measured("opening a form of 300 criteria, beside one of 20", opened[1], opened[0], "ms", limit=1.5)
    yield Measured("memory with a form open, beside a hello-world app", *held, "MB", limit=None)
    yield Measured("memory with 300 criteria open, beside 20", *memory, "MB", limit=None)
    yield Measured("an answer painted, beside a bare key echo (median)", key, plain_key, "ms", limit=None)


def signed_in(folder: Path) -> Stopwatch:
    """The app at home, as the person whose form it is."""
    terminal = Stopwatch("--data", str(folder))
    sign_in(terminal, PERSON, PASSWORD)
    terminal.settle()
    return terminal


def _opening(terminal: Stopwatch) -> float:
    """Milliseconds from Enter at home until the form is drawn (median); the form is left open."""
    taken = []
    for last in (False,) * OPENINGS + (True,):
        taken.append(terminal.paint("enter").last * 1000)
        terminal.wait_until(lambda: cursor(terminal) > 0, "the form")
        if not last:
            go_home(terminal)
    return median(taken[1:])
