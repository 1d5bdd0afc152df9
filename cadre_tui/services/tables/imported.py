"""The sheets of a file: as the program reads them, or as a plugin does whose importer knows its ending."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from cadre_tui.files.told_name import told_name
from cadre_tui.model.fault import BadInput, CadreError
from cadre_tui.tables.sheets import MOST_ROWS, Cell, Sheet, read_content, read_sheets

if TYPE_CHECKING:
    from cadre_tui.plugins import Importer
    from cadre_tui.plugins.asking.host import Origin

OWN: Final = (".xlsx", ".csv", ".txt", ".tsv", ".xlsm", ".xls", "")
"""Endings for which no plugin is asked."""

Of = Literal["roster", "ratings"]


def sheets_of(path: Path | str, of: Of, most_rows: int | None = None) -> Sequence[Sheet]:
    """The sheets of a file.

    Raises:
        BadInput: it is not there, or a plugin cannot read it, or two would.
        Unreadable: it is damaged.
    """
    ending = Path(path).suffix.lower()
    mine = () if ending in OWN else _importers(ending, of)
    if not mine:
        return read_sheets(path, most_rows)
    if len(mine) > 1:
        first, second = (origin.name for origin, _importer in mine[:2])
        raise BadInput("importers-twice", first=first, second=second, ending=ending)
    ((origin, importer),) = mine
    from cadre_tui.plugins.asking.calling import call  # noqa: PLC0415 - the program's own endings need no plugins

    content, file = read_content(path), told_name(path)
    try:
        rows = call(origin.name, lambda: [dict(each) for each in importer.read(content)])
        return (_sheet(file, rows, most_rows or MOST_ROWS),)
    except (CadreError, TypeError, ValueError):
        raise BadInput("importer-failed", name=origin.name, file=file) from None


def _importers(ending: str, of: Of) -> "Sequence[tuple[Origin, Importer]]":
    """The plugins' importers of that ending, each with who brings it."""
    from cadre_tui.plugins import Importer  # noqa: PLC0415 - the program's own endings need no plugins
    from cadre_tui.plugins.allowed import running  # noqa: PLC0415 - the program's own endings need no plugins

    found = running.host().every("cadre_importers", Importer)
    return [each for each in found if each[1].of == of and each[1].ending.lower() == ending]


def _sheet(file: str, rows: Sequence[Mapping[str, str]], most: int) -> Sheet:
    """The rows under their headings; number 1 is the headings."""
    headings = tuple(dict.fromkeys(heading for row in rows for heading in row))
    texts = (*headings, *(value for row in rows for value in row.values()))
    if len(rows) > most or not all(isinstance(each, str) for each in texts):
        raise ValueError("rows of texts are wanted")
    cells: Iterable[tuple[Cell, ...]] = (tuple(row.get(each, "") for each in headings) for row in rows)
    return Sheet(file, None, tuple(enumerate((headings, *cells), start=1)))
