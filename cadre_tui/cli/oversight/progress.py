"""How far a long work is, on a line of the terminal that is wiped afterwards."""

import sys
from time import monotonic

import click

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
            click.echo("\r\x1b[K", nl=False, err=True)

    def tell(self, done: int, of: int) -> None:
        """So many people of so many."""
        if sys.stderr.isatty() and monotonic() - self._since > PATIENCE:
            self._shown = True
            line = _(self._sentence).format(done=done, of=of)
            click.echo(f"\r{line}\x1b[K", nl=False, err=True)
