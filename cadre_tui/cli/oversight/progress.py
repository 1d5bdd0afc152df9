"""How far a long work is, on a line of the terminal that is wiped afterwards."""

import sys
from time import monotonic

from cadre_tui.cli.streams import over
from cadre_tui.locale import N_, _

PATIENCE = 1.0
"""Seconds after which it is told how far the work is."""

ALLOCATED = N_("已分配 {done}/{of} 人，Ctrl+C 停下")


class Progress:
    """Told only at a terminal, and only if it takes long; ``sentence`` is a marked message."""

    def __init__(self, sentence: str = ALLOCATED) -> None:
        self._sentence = sentence
        self._since = monotonic()
        self._shown = False

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *how: object) -> None:
        if self._shown:
            over()

    def tell(self, done: int, of: int) -> None:
        """So many people of so many."""
        if sys.stderr.isatty() and monotonic() - self._since > PATIENCE:
            self._shown = True
            over(_(self._sentence).format(done=done, of=of))
