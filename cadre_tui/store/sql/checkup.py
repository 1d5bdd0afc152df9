"""A look at the database and every row. Changes nothing, and does not mind people at work."""

from collections.abc import Callable, Iterator

from cadre_tui.model.fault import StoreFailure
from cadre_tui.model.safekeeping import Flaw
from cadre_tui.store.envelope import SCHEMA, Damaged, Newer, later, unpacked
from cadre_tui.store.sql import table
from cadre_tui.store.sql.database import Database
from cadre_tui.store.sql.table import Drawer

Tell = Callable[[int, int], object]
"""Told from time to time: how many are done, of how many."""

DAMAGED = "store-damaged"
DATABASE = "database-damaged"


def examine(database: Database, tell: Tell) -> Iterator[Flaw]:
    """All that is wrong.

    Raises:
        StoreFailure: the database is not there, or cannot be read at all.
    """

    def stamp(name: str) -> str:
        with database.reading() as connection:
            return table.stamps(connection, [name]).get(name, "")

    older = 0
    try:
        broken = list(database.examine(stamp))
        yield from broken
        with database.reading() as connection:
            if table.schema(connection) is None and DATABASE not in {each.code for each in broken}:
                yield Flaw(code=DATABASE, path=database.told)
            count = len(table.names(connection))
            for done, row in enumerate(table.drawers(connection)):
                tell(done, count)
                for flaw in of_row(row):
                    older += flaw.code == "drawer-older"
                    if flaw.code != "drawer-older":
                        yield flaw
    except StoreFailure as error:
        if error.code != DAMAGED:
            raise
        yield Flaw(code=DATABASE, path=database.told)
    if older:
        yield Flaw(code="drawers-older", values={"count": older}, mendable=True, harmless=True)


def sound(content: bytes | None, name: str) -> bool:
    """Whether it is there, whole, of the document of that name, and can be read by this program."""
    try:
        return content is not None and bool(unpacked(content, name))
    except (Damaged, Newer):
        return False


def of_row(row: Drawer) -> Iterator[Flaw]:
    """What is wrong with one row: its present generation first."""
    keeps = table.keeps_former(row.name)
    try:
        schema = unpacked(row.content, row.name)["schema"]
        if not row.sealed:
            raise Damaged
        if schema < SCHEMA:
            yield Flaw(code="drawer-older", path=row.name)
    except Newer as newer:
        yield Flaw(code="drawer-newer", path=row.name, values={"schema": newer.schema})
    except Damaged:
        if keeps and sound(row.former, row.name):
            yield Flaw(code="drawer-damaged", path=row.name, mendable=True)
        elif keeps and later(row.former):
            yield Flaw(code="drawer-newer", path=row.name, values={"schema": later(row.former)})
        else:
            yield Flaw(code="drawer-lost", path=row.name)
        return
    if row.former is not None and not keeps:
        yield Flaw(code="former-kept", path=row.name, mendable=True)
    elif row.former is not None and not sound(row.former, row.name) and not later(row.former):
        yield Flaw(code="former-damaged", path=row.name, mendable=True)
