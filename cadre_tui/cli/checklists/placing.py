"""Where something stands in a checklist's file, as editors and spreadsheets write it."""

from pathlib import Path

from cadre_tui.model.fault import Place
from cadre_tui.words.columns import column_letters


def placed(file: Path | str, place: Place) -> str:
    """``file:line:column``, or in a table ``file:sheet!cell``."""
    where = (cell(place),) if place.row or place.sheet else (place.line, place.column)
    return ":".join(str(each) for each in (file, *where) if each)


def cell(place: Place) -> str:
    """``sheet!C5``, ``C5`` in a CSV file; empty where it is no place in a table."""
    column = column_letters(place.column) if place.row and place.column else ""
    return "!".join(part for part in (place.sheet, f"{column}{place.row or ''}") if part)
