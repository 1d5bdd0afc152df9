"""Where something stands in a checklist's file, as editors and spreadsheets write it."""

from pathlib import Path

from cadre_tui.model.fault import Place
from cadre_tui.words.columns import column_letters


def placed(file: Path | str, place: Place) -> str:
    """``file:line:column``, or in a table ``file:sheet!cell``."""
    if place.row or place.sheet:
        column = column_letters(place.column) if place.column else ""
        cell = f"{column}{place.row or ''}"
        return f"{file}:" + "!".join(part for part in (place.sheet, cell) if part)
    return ":".join(str(each) for each in (file, place.line, place.column) if each)
