"""What an export of another system would bring into the register: before it is agreed to."""

from enum import StrEnum

from cadre_tui.model.base import Frozen
from cadre_tui.model.people.person import Person
from cadre_tui.model.study.log import HoursEntry


class Doubt(StrEnum):
    """Why somebody is asked about a row."""

    SAME_IN_FILE = "same-in-file"
    """Another row of the file says the same."""
    ALIKE = "alike"
    """The register holds what looks like it, from elsewhere."""
    DAY_FULL = "day-full"
    """A day would hold more hours of study than is usual."""


class CourseRow(Frozen):
    """One row: its number in the file, whose it is, and the entry that it would become.

    ``doubt`` None: nothing speaks against it. ``beside`` is what it looks like, in words of the register or the file.
    """

    row: int
    person: Person
    entry: HoursEntry
    doubt: Doubt | None = None
    beside: str = ""


class CourseImport(Frozen):
    """A whole export. ``fresh`` is taken, ``doubtful`` only where somebody says so, ``again`` is there already.

    ``left_out`` are the rows that somebody said are not to be looked at.
    """

    source: str
    title: str
    file: str
    fresh: tuple[CourseRow, ...] = ()
    doubtful: tuple[CourseRow, ...] = ()
    again: tuple[CourseRow, ...] = ()
    left_out: tuple[int, ...] = ()
