"""Further kinds of documents, made of a score sheet's data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from cadre_tui.plugins.descriptors.saying import Words


@dataclass(frozen=True)
class ReportFormat:
    """A kind of document, named by ``cadre report --format NAME``; one for each person.

    ``make`` gets one person's score sheet, as ``cadre results --json`` tells it (mappings and tuples that cannot be
    changed), and answers the bytes of a file with that ``ending``, such as ``.txt``.
    """

    name: str
    title: Words
    ending: str
    make: Callable[[Mapping[str, Any]], bytes]
