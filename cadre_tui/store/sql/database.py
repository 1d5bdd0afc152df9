"""What the engine asks of a database. A server's would be another class of these few methods, and its URL."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection

from cadre_tui.model.fault import StoreFailure
from cadre_tui.model.safekeeping import Flaw, Mended


class Database(Protocol):
    """Transactions, and locks that outlive none. All methods raise ``StoreFailure``."""

    @property
    def place(self) -> Path | None:
        """The folder on this machine in which it lies; None where it lies elsewhere."""
        ...

    @property
    def told(self) -> str:
        """What a person is told that it is called."""
        ...

    def make(self) -> None:
        """Make it with its tables, for the program's own account alone, if it is not there."""
        ...

    def fresh(self) -> AbstractContextManager["Database"]:
        """Another one, empty, beside it, that takes its place at the end; after an error it is gone.

        Raises:
            BadInput: there is one in its place.
        """
        ...

    def reading(self) -> AbstractContextManager[Connection]:
        """One moment of all rows. Never waits for who writes."""
        ...

    def writing(self) -> AbstractContextManager[Connection]:
        """All that is written within, on the disk at its end; nothing of it where it raises."""
        ...

    def alone(self, name: str) -> AbstractContextManager[None]:
        """Alone with the drawer of that name, among all processes; a process that dies lets go of it."""
        ...

    def forget(self) -> None:
        """See that what was overwritten is nowhere any more, as far as the medium allows."""
        ...

    def examine(self, stamp: Callable[[str], str]) -> Iterator[Flaw]:
        """What is wrong with the database as a whole. ``stamp`` tells whether a drawer is being written."""
        ...

    def mend(self, flaw: Flaw) -> Mended:
        """Put right what ``examine`` found."""
        ...

    def put_aside(self, name: str, content: bytes, when: str) -> str:
        """Keep what is replaced under the name ``when``; answers where."""
        ...

    def damaged(self, name: str) -> StoreFailure:
        """What a person is told of a row that is not as it was written."""
        ...

    def newer(self, schema: int, name: str = "") -> StoreFailure:
        """What a person is told of what a later program wrote: one row, or all."""
        ...
