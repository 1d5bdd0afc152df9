"""A table in words: for the command line, for documents, and for whoever cannot see the bars."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

NOTHING: Final = "·"
"""Where there is no figure."""


class Table(NamedTuple):
    """A heading, the columns' names and the rows."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]


def without_empty(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """The table without the columns in which nothing stands; the first column always stays."""
    every = list(rows)
    kept = [at for at in range(len(headings)) if at == 0 or any(row[at] not in ("", NOTHING) for row in every)]
    return Table(title, [headings[at] for at in kept], [[row[at] for at in kept] for row in every])
