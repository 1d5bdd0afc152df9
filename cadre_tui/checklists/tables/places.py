"""In which cell each field of a table stands."""

from collections.abc import Iterable
from typing import Final

from cadre_tui.model.fault import Fault, Place

EXPECTED: Final = {"text": "words", "date": "day", "true or false": "yes or no", "two numbers": "least and most"}
"""What is asked for, as it is written in a cell: without a text file's quotes and brackets."""


class Places:
    """Places by path. A field without a cell of its own stands where the row does that it belongs to."""

    def __init__(self) -> None:
        self._places: dict[str, Place] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        self._order: dict[str | None, int] = {}

    def stands(self, path: str, place: Place, words: Iterable[str] = ()) -> None:
        """Where that field stands, and the words that its cell takes for codes; the last that is noted holds."""
        self._places[path] = place
        self._words[path] = tuple(words)
        self._order.setdefault(place.sheet, len(self._order))

    def of(self, path: str) -> int | None:
        """The row."""
        return self.place(path, None).row

    def place(self, path: str, file: str | None, *, key: bool = False) -> Place:
        """The cell, or the row around it, or only the file."""
        del key
        return self._places.get(self._nearest(path), Place(file=file)).model_copy(update={"file": file})

    def words(self, path: str) -> tuple[str, ...]:
        """The words that may stand there for codes."""
        return self._words.get(self._nearest(path), ())

    def expected(self, name: str) -> str:
        """What is asked for there."""
        return EXPECTED.get(name, name)

    def order(self, fault: Fault) -> tuple[int, int, int]:
        """Faults in the order of the sheets, and there from top to bottom."""
        place = fault.place
        return self._order.get(place.sheet, -1 if place.sheet is None else 99), place.row or 0, place.column or 0

    def _nearest(self, path: str) -> str:
        while path and path not in self._places:
            path = path.rpartition(".")[0]
        return path
