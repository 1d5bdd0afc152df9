"""The tables: a row a drawer, and one that says in which layout they lie."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    cast,
    literal,
    select,
    update,
)

from cadre_tui.store.kinds import kind_of
from cadre_tui.store.names import named

TABLES: Final = MetaData()

DRAWERS: Final = Table(
    "drawers",
    TABLES,
    Column("name", Text, primary_key=True),
    Column("generation", Integer, nullable=False),
    Column("seal", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("former", Text),
)
"""``content`` is the drawer in its envelope, ``former`` the one before it; ``generation`` counts them from 1.

What is short comes first: a database that keeps long texts apart need not fetch them to tell a stamp.
"""

LAYOUT: Final = Table("layout", TABLES, Column("schema", Integer, nullable=False))
"""One row, as the mark of a folder."""

AT_ONCE: Final = 500
"""Names asked for in one question; databases bound how many there may be."""


class Drawer(NamedTuple):
    """A row, as it was read. ``content`` and ``former`` are bytes, damaged ones, too."""

    name: str
    generation: int
    seal: str
    content: bytes
    former: bytes | None

    @property
    def sealed(self) -> bool:
        """Whether the row is as it was written: this content under this name."""
        return self.seal == seal_of(self.name, self.content)


def keeps_former(name: str) -> bool:
    """Whether the generation before may stay beside the present one: never of what is anonymous."""
    return kind_of(named(name.partition("/")[0])).keeps_former


def seal_of(name: str, content: bytes) -> str:
    """What ties a content to its name, in a file in which pages may get mixed up: a SHA-256 of both."""
    return sha256(b"%s\n%s" % (name.encode(), content)).hexdigest()


def row(name: str, content: bytes, generation: int = 1) -> dict[str, Any]:
    """The columns of a row; what is no text, and so nothing that a program of ours wrote, goes in as it is, too."""
    text: str | ColumnElement[str]
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = cast(literal(content, LargeBinary), Text)
    return {"name": name, "generation": generation, "seal": seal_of(name, content), "content": text}


def rewrite(connection: Connection, found: Drawer, content: bytes) -> None:
    """Say the same in the newest layout: no other generation, and the one before stays what it is."""
    same = DRAWERS.c.name == found.name, DRAWERS.c.generation == found.generation
    connection.execute(update(DRAWERS).where(*same).values(**row(found.name, content, found.generation)))


def drawer(connection: Connection, name: str) -> Drawer | None:
    """The row of that name."""
    found = connection.execute(select(DRAWERS).where(DRAWERS.c.name == name)).one_or_none()
    return None if found is None else _drawer(found)


def drawers(connection: Connection) -> Iterable[Drawer]:
    """All rows in the order of their names, one after the other."""
    return map(_drawer, connection.execute(select(DRAWERS).order_by(DRAWERS.c.name)))


def stamps(connection: Connection, names: list[str]) -> dict[str, str]:
    """The stamps of those that are there: a generation never comes twice, a seal tells two databases apart."""
    asked = select(DRAWERS.c.name, DRAWERS.c.generation, DRAWERS.c.seal)
    found = {}
    for at in range(0, len(names), AT_ONCE):
        for name, generation, seal in connection.execute(asked.where(DRAWERS.c.name.in_(names[at : at + AT_ONCE]))):
            found[name] = f"{generation}-{seal[:16]}"
    return found


def names(connection: Connection, above: str | None = None) -> list[str]:
    """The names of all rows, or of those below ``above``, in order."""
    asked = select(DRAWERS.c.name).order_by(DRAWERS.c.name)
    found = connection.scalars(asked if above is None else asked.where(_below(above)))
    return [name for name in found if isinstance(name, str)]  # a page that was zeroed holds rows without one


def _below(above: str) -> ColumnElement[bool]:
    """Between ``above/`` and what comes after all that begins so; no pattern, which would know no upper case."""
    return (DRAWERS.c.name > f"{above}/") & (DRAWERS.c.name < f"{above}{chr(ord('/') + 1)}")


def schema(connection: Connection) -> int | None:
    """The layout that the table says; None where it says none, or several: nothing that a program of ours wrote."""
    found = connection.scalars(select(LAYOUT.c.schema)).all()
    return found[0] if len(found) == 1 and isinstance(found[0], int) else None


def _drawer(row: Iterable[object]) -> Drawer:
    """One whose columns hold what no program of ours wrote has no seal, and so is told as damaged."""
    name, generation, seal, content, former = row
    right = isinstance(name, str) and isinstance(generation, int)
    return Drawer(
        name=str(name),
        generation=generation if isinstance(generation, int) else 0,
        seal=str(seal) if right else "",
        content=_raw(content),
        former=None if former is None else _raw(former),
    )


def _raw(text: object) -> bytes:
    """The very bytes: what is no text any more was read with ``surrogateescape``."""
    return str(text).encode(errors="surrogateescape")
