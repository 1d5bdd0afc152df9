"""What a store engine must do."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Final, Protocol

from cadre_tui.model.safekeeping import Flaw, Mended
from cadre_tui.store.keys import Key

Document = dict[str, Any]
"""JSON-ready. Engines put an envelope of their own around it (``envelope``)."""

TABLE: Final = "document"
ROW: Final = 1
"""Where in an envelope's tables the document is, on every engine: so that each holds the same bytes."""


class Store(Protocol):
    """Documents by key. All methods raise ``StoreFailure`` where the store is damaged or out of reach.

    A place that is not there is out of reach and not empty: a folder that is not mounted must not look like a
    county without people. Only ``make`` makes it.
    """

    @property
    def place(self) -> Path | None:
        """The folder on this machine in which the documents lie; None where they lie in none."""
        ...

    def make(self) -> None:
        """Make the place where the documents will lie, for the program's own account alone, if it is not there."""
        ...

    def read(self, key: Key) -> Document | None:
        """The document as last written whole, None if there is none. Never waits for a writer."""
        ...

    def stamp(self, key: Key) -> str:
        """Another one whenever the document has changed, and cheap to ask for; empty where there is none.

        So that a large document need not be read again to know that it is still the same.
        """
        ...

    def stamps(self, keys: Iterable[Key]) -> list[str]:
        """The stamps of many documents, in their order: all that lie together are asked for at once."""
        ...

    def change(self, key: Key, edit: Callable[[Document | None], Document]) -> Document:
        """Replace one document by what ``edit`` makes of it, under its lock: all of it, on disk, or nothing.

        ``edit`` gets the newest document (None: there is none yet) and answers another one. It may put parts of the
        first into it, and changes none (``kinds.DrawerKind.remembered``). What it raises leaves all as it was.
        """
        ...

    def below(self, kind: str, *of: str) -> Iterator[Key]:
        """The keys of that kind whose names begin with ``of``, in the order of their names (``names.name_of``)."""
        ...

    def all_keys(self) -> Iterator[Key]:
        """The keys of all documents, of whatever kind, in the order of their names."""
        ...

    def snapshot(self) -> AbstractContextManager[Iterator[tuple[Key, bytes]]]:
        """All documents as they are at one moment, each in its envelope; writers wait only while it is taken."""
        ...

    def fill(self, documents: Iterable[tuple[Key, bytes]]) -> None:
        """Make the place with these documents, each in its envelope: all of them, on disk and read back, or nothing.

        Raises:
            BadInput: something lies there already.
        """
        ...

    def examine(self, tell: Callable[[int, int], object]) -> Iterator[Flaw]:
        """All that is wrong with how the documents lie. ``tell`` hears how many were looked at, of how many."""
        ...

    def mend(self, flaw: Flaw, when: str) -> Mended:
        """Put right what was found, if it is still so; what it replaces is kept under the name ``when``."""
        ...
