"""On which line of a TOML text a field stands. tomllib does not tell, so headers and keys are looked up here."""

import re
from typing import Final

from cadre_tui.model.fault import Fault, Place

HEADER: Final = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\s-]+?)\s*\]\]?\s*(#.*)?")
KEY: Final = re.compile(r"\s*([A-Za-z0-9_-]+|\"[^\"]*\")(\s*\.\s*[A-Za-z0-9_-]+)*\s*=")
MARK: Final = re.compile(r"\"\"\"|'''|\"(?:[^\"\\]|\\.)*\"|'[^']*'|#.*|[\[\]{}]")
FENCES: Final = ('"""', "'''")


class InText:
    """Places in a text file, for whatever tells the line of a path."""

    def of(self, path: str) -> int | None:
        """The line (from 1) of the nearest known field at or above ``path``."""
        raise NotImplementedError

    def place(self, path: str, file: str | None) -> Place:
        """The line of that field."""
        return Place(file=file, line=self.of(path))

    def words(self, path: str) -> tuple[str, ...]:
        """In a text file only the codes of the format are written."""
        del path
        return ()

    def expected(self, name: str) -> str:
        """As the format says it."""
        return name

    def order(self, fault: Fault) -> int:
        """From top to bottom."""
        return fault.place.line or 0


class Lines(InText):
    """The lines of headers, of keys, and of the inline tables in a list that runs over several lines, by path."""

    def __init__(self, text: str) -> None:
        self._lines: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._table = ""
        self._key = ""
        self._open = ""  # the brackets that are open, such as "[{"
        self._fence = ""  # the fence of the text of several lines that we are in
        for number, line in enumerate(text.split("\n"), start=1):
            self._read(line, number)

    def of(self, path: str) -> int | None:
        """The line (from 1) of the nearest known field at or above ``path``; None for the file as a whole."""
        while path:
            if path in self._lines:
                return self._lines[path]
            path = path.rpartition(".")[0]
        return None

    def _read(self, line: str, number: int) -> None:
        header = None if self._open or self._fence else HEADER.fullmatch(line)
        if header:
            self._table = self._enter(header[2].replace(" ", ""), repeated=header[1] == "[[")
            self._lines.setdefault(self._table, number)
            if header[1] == "[[":
                self._lines.setdefault(self._table.rpartition(".")[0], number)  # the list as a whole
            return
        start = 0
        key = None if self._open or self._fence else KEY.match(line)
        if key:
            name = line[: key.end() - 1].strip().replace(" ", "").replace('"', "")
            self._key = f"{self._table}.{name}" if self._table else name
            self._lines.setdefault(self._key, number)
            start = key.end()
        for mark in MARK.finditer(line, start):
            self._follow(mark[0], number)

    def _follow(self, mark: str, number: int) -> None:
        """Keep count of what is open; each table right inside a list is one more entry of its key."""
        if self._fence or mark in FENCES:
            closes = mark == self._fence
            self._fence = "" if closes else self._fence or mark
        elif mark in "[{":
            if mark == "{" and self._open == "[":
                self._lines.setdefault(self._entry(self._key), number)
            self._open += mark
        elif mark in "]}":
            self._open = self._open[:-1]

    def _enter(self, written: str, *, repeated: bool) -> str:
        """The path of a header: each list of tables in it means its newest table."""
        path = ""
        steps = written.split(".")
        for position, step in enumerate(steps, start=1):
            path = f"{path}.{step}" if path else step
            if position == len(steps) and repeated:
                path = self._entry(path)
            elif path in self._counts:
                path = f"{path}.{self._counts[path]}"
        return path

    def _entry(self, path: str) -> str:
        """The path of the next entry of a list."""
        self._counts[path] = self._counts.get(path, -1) + 1
        return f"{path}.{self._counts[path]}"
