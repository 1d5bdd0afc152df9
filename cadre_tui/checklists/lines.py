"""On which line of a TOML text a field stands. tomllib does not tell, so headers and keys are looked up here."""

import re
from typing import Final

HEADER: Final = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\s-]+?)\s*\]\]?\s*(#.*)?")
KEY: Final = re.compile(r"\s*([A-Za-z0-9_-]+|\"[^\"]*\")(\s*\.\s*[A-Za-z0-9_-]+)*\s*=")
FENCES: Final = ('"""', "'''")


class Lines:
    """The lines of headers and keys, by path. What stands inside an inline table is on the line of its key."""

    def __init__(self, text: str) -> None:
        self._lines: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._scan(text)

    def of(self, path: str) -> int | None:
        """The line (from 1) of the nearest known field at or above ``path``; None for the file as a whole."""
        while path:
            if path in self._lines:
                return self._lines[path]
            path = path.rpartition(".")[0]
        return None

    def _scan(self, text: str) -> None:
        table, fence = "", ""
        for number, line in enumerate(text.splitlines(), start=1):
            if fence:
                fence = "" if fence in line else fence
                continue
            header = HEADER.fullmatch(line)
            if header:
                table = self._open(header[2].replace(" ", ""), repeated=header[1] == "[[")
                self._lines.setdefault(table, number)
                continue
            key = KEY.match(line)
            if key:
                name = line[: key.end() - 1].strip().replace(" ", "").replace('"', "")
                self._lines.setdefault(f"{table}.{name}" if table else name, number)
            fence = next((each for each in FENCES if line.count(each) % 2), "")

    def _open(self, written: str, *, repeated: bool) -> str:
        """The path of a header: each list of tables in it means its newest table."""
        path = ""
        steps = written.split(".")
        for position, step in enumerate(steps, start=1):
            path = f"{path}.{step}" if path else step
            if position == len(steps) and repeated:
                self._counts[path] = self._counts.get(path, -1) + 1
            if path in self._counts:
                path = f"{path}.{self._counts[path]}"
        return path
