"""Putting right what a look has found in a row. What is replaced is kept beside the database."""

from collections.abc import Callable
from typing import Any, Final

from sqlalchemy import update

from cadre_tui.model.safekeeping import Flaw, Mended
from cadre_tui.store.envelope import newest, packed, unpacked
from cadre_tui.store.sql import table
from cadre_tui.store.sql.checkup import of_row
from cadre_tui.store.sql.database import Database
from cadre_tui.store.sql.table import DRAWERS, Drawer


def mend(database: Database, flaw: Flaw, when: str) -> Mended:
    """Put it right, if it is still so.

    Raises:
        StoreFailure: that did not succeed; nothing is lost.
    """
    if flaw.code == "drawers-older":
        _renew(database)
        return Mended(flaw=flaw)
    if flaw.code not in _MENDERS:
        return database.mend(flaw)
    with database.alone(flaw.path):
        with database.reading() as connection:
            row = table.drawer(connection, flaw.path)
        if row is None or flaw.code not in {each.code for each in of_row(row)}:
            return Mended(flaw=flaw)
        replaced, values = _MENDERS[flaw.code](row)
        kept = database.put_aside(row.name, replaced, when) if replaced is not None else ""
        with database.writing() as connection:
            connection.execute(update(DRAWERS).where(DRAWERS.c.name == row.name).values(**values))
    if flaw.code == "former-kept":
        database.forget()
    return Mended(flaw=flaw, kept=kept)


def _from_former(row: Drawer) -> tuple[bytes | None, dict[str, Any]]:
    """The former generation becomes the present one."""
    assert row.former is not None  # noqa: S101 - a row is found damaged only where it is sound
    return row.content, table.row(row.name, row.former, row.generation + 1)


def _without_former(row: Drawer) -> tuple[bytes | None, dict[str, Any]]:
    """A spoilt former generation goes, and is kept."""
    return row.former, {"former": None}


def _for_good(row: Drawer) -> tuple[bytes | None, dict[str, Any]]:
    """What is anonymous is kept nowhere."""
    del row
    return None, {"former": None}


def _renew(database: Database) -> None:
    """Every drawer of an earlier layout in the newest; what it was stays as its former generation."""
    with database.reading() as connection:
        older = [row.name for row in table.drawers(connection) if _is_older(row)]
    for name in older:
        with database.alone(name), database.writing() as connection:
            row = table.drawer(connection, name)
            if row is not None and _is_older(row):
                fresh = table.row(name, packed(newest(unpacked(row.content))), row.generation + 1)
                former = DRAWERS.c.content if table.keeps_former(name) else None
                connection.execute(update(DRAWERS).where(DRAWERS.c.name == name).values(**fresh, former=former))


def _is_older(row: Drawer) -> bool:
    return "drawer-older" in {each.code for each in of_row(row)}


_MENDERS: Final[dict[str, Callable[[Drawer], tuple[bytes | None, dict[str, Any]]]]] = {
    "drawer-damaged": _from_former,
    "former-damaged": _without_former,
    "former-kept": _for_good,
}
"""What puts a row right, by the flaw's code: what is replaced, and the columns' new values."""
