"""A workbook's parts, looked through before anything is made of them: a few bytes of it can ask for a million cells.

Whatever reads workbooks fills up the rows between two, makes every cell of a merged range, and puts entities in their
places. What is asked for is counted here by the same parser, which makes nothing of it.
"""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as broken

MOST_PARTS: Final = 2_000
MOST_ELEMENTS: Final = 5_000_000
DEEPEST: Final = 100
"""Elements within one another; a workbook has about twenty."""

MOST_ROWS: Final = 2 * 1_048_576
"""Of all sheets together, empty ones above the last included; Excel's sheets have half as many at most."""

MOST_CELLS: Final = 5_000_000
"""Of all sheets together, empty ones left of the last included."""

MOST_MERGED: Final = 200_000
"""Cells in merged ranges, and in ranges that lead elsewhere."""

MOST_SHARED: Final = 5_000_000
"""Characters of formulas that cells share, once for each of these cells: so often they are read."""

CHUNK: Final = 64 * 1024
CELL: Final = re.compile(r"\s*\$?([A-Za-z]{1,3})\$?([0-9]+)\s*")
LONGEST_NUMBER: Final = 20
"""Characters of a row's number."""

NO_ARCHIVE: Final = (
    BadZipFile,
    NotImplementedError,
    ValueError,
    LookupError,
    OSError,
    EOFError,
    RuntimeError,
    broken,
)
"""How zipfile answers what is no archive, or a damaged one; one byte asks it for a way of packing that it lacks.
And how expat answers an encoding that nobody knows."""


class Damaged(Exception):
    """It is no workbook, or holds what none holds."""


class Beyond(Exception):
    """It asks for more rows, cells, merged ranges or parts than anybody writes."""


def unpacked_size(file: BytesIO) -> int:
    """Bytes of all parts together, as the archive says: no reader takes more of a part than that.

    Raises:
        Damaged: it is no archive.
    """
    try:
        with ZipFile(file) as parts:
            return sum(part.file_size for part in parts.infolist())
    except NO_ARCHIVE:
        raise Damaged from None


def look_through(content: bytes) -> None:
    """Let a workbook go on that does not ask for too much.

    Raises:
        Damaged: it is no archive, a part defines words of its own (a DTD), or is nested without end.
        Beyond: it asks for too much.
    """
    looking = _Looking()
    try:
        with ZipFile(BytesIO(content)) as parts:
            if len(parts.infolist()) > MOST_PARTS:
                raise Beyond
            for part in parts.infolist():
                _look_at(parts, part, looking)
    except NO_ARCHIVE:
        raise Damaged from None


def _look_at(parts: ZipFile, part: ZipInfo, looking: "_Looking") -> None:
    """Any part may be called a sheet elsewhere, so all are looked at; a picture ends it at its first byte."""
    parser = looking.parser()
    with parts.open(part) as stream:
        try:
            while chunk := stream.read(CHUNK):
                parser.Parse(chunk, False)
        except expat.ExpatError:
            return  # who reads the part comes no further


class _Looking:
    """What has been asked for so far, in all parts."""

    def __init__(self) -> None:
        self._elements = self._rows = self._cells = self._merged = self._shared = self._longest = 0
        self._depth = self._row = self._column = self._formula = 0
        self._sheets: set[str] = set()
        self._targets: set[str] = set()
        self._parser: Any = None

    def parser(self) -> Any:
        """A parser of one part that counts here."""
        self._depth = self._row = self._column = 0
        self._targets.clear()
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        return self._parser

    def _doctype(self, *_said: Any) -> None:
        raise Damaged

    def _begin(self, name: str, said: Mapping[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > DEEPEST:
            raise Damaged
        match name.rpartition(":")[2]:
            case "c":
                self._begin_cell(said.get("r", ""))
            case "row":
                self._to_row(_row(said["r"]) if "r" in said else self._row + 1)
            case "mergeCell" | "hyperlink":
                self._merged += _area(said.get("ref", ""))
            case "f":
                self._formula = 0
                self._parser.CharacterDataHandler = self._of_formula
                if said.get("t") == "shared":
                    self._shared += self._longest
            case "sheet":
                self._once(next((each for key, each in said.items() if key.endswith(":id")), ""), self._sheets)
            case "Relationship" if said.get("Type", "").endswith("/worksheet"):
                self._once(said.get("Target", "").rpartition("/")[2], self._targets)
        asked = (
            (self._elements, MOST_ELEMENTS),
            (self._rows, MOST_ROWS),
            (self._cells, MOST_CELLS),
            (self._merged, MOST_MERGED),
            (self._shared, MOST_SHARED),
        )
        if any(count > most for count, most in asked):
            raise Beyond

    def _end(self, name: str) -> None:
        self._depth -= 1
        if name.rpartition(":")[2] == "f":
            self._parser.CharacterDataHandler = None

    def _of_formula(self, text: str) -> None:
        self._formula += len(text)
        self._longest = max(self._longest, self._formula)

    def _to_row(self, at: int) -> None:
        self._rows += max(at - self._row, 1)
        self._row, self._column = max(at, self._row), 0

    def _begin_cell(self, name: str) -> None:
        found = CELL.fullmatch(name)
        at = _column(found[1]) if found else self._column + 1
        self._cells += max(at - self._column, 1)
        self._column = max(at, self._column)

    def _once(self, name: str, seen: set[str]) -> None:
        """One part may be read as one sheet: read as a thousand, it would take a thousand times as long."""
        if name and name in seen:
            raise Damaged
        seen.add(name)


def _row(written: str) -> int:
    """The number of a row, as whatever reads workbooks takes it: also ``5.0`` and ``1e3``; 0 where it is none."""
    try:
        at = float(written[:LONGEST_NUMBER])
    except ValueError:
        return 0
    return int(at) if abs(at) <= MOST_ROWS and len(written) <= LONGEST_NUMBER else MOST_ROWS + 1


def _column(letters: str) -> int:
    at = 0
    for letter in letters.upper():
        at = at * 26 + ord(letter) - ord("A") + 1
    return at


def _area(reference: str) -> int:
    """The cells of a range; more than may be for one of whole rows or columns, which no workbook merges."""
    if ":" not in reference:
        return 1
    corners = [CELL.fullmatch(each) for each in reference.split(":")]
    first, last = corners[0], corners[-1]
    if first is None or last is None:
        return MOST_MERGED + 1
    wide = abs(_column(last[1]) - _column(first[1])) + 1
    return wide * (abs(_row(last[2]) - _row(first[2])) + 1)
