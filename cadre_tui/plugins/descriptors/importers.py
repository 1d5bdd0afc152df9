"""Readers of files that are neither workbooks nor CSV."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from cadre_tui.plugins.descriptors.saying import Words


@dataclass(frozen=True)
class Importer:
    """A reader of files with that ``ending``, such as ``.json``; of a ``roster``, or of ``ratings``.

    ``read`` gets the bytes and yields a row for each person or rating: texts by the headings of the tables that the
    program reads (``编号``, ``姓名`` …). The program checks every cell as if it stood in a table.
    """

    name: str
    title: Words
    of: Literal["roster", "ratings"]
    ending: str
    read: Callable[[bytes], Iterable[Mapping[str, str]]]
