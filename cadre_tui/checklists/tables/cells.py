"""One cell -> the value that a TOML file would hold; what the spreadsheet made of it is told."""

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from cadre_tui.checklists.tables.columns import Column
from cadre_tui.checklists.tables.vocabulary import FLAGS
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.written import exact
from cadre_tui.tables.sheets import Cell, DateCell, ErrorCell, NumberCell

NUMBER: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?")
DAY: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
SEPARATORS: Final = re.compile(r"[、,;|\n]+")
FIRST_DAY: Final = date(1899, 12, 30)
"""Day 0 of a spreadsheet, for every day after February 1900."""

SERIALS: Final = range(20_000, 80_000)
"""Numbers that are days from 1954 to 2119."""

Told = tuple[str, dict[str, Any]]
"""A fault's code and its values."""


def value_of(cell: Cell, column: Column, like: str) -> tuple[Any, Told | None]:
    """The value and what is wrong with it. What cannot be read stands as it was written: the checks that every
    checklist goes through will tell. ``like`` is the kind of criterion that a ``value`` is compared with.
    """
    if isinstance(cell, ErrorCell):
        return cell.shown, (codes.CELL_ERROR, {"name": cell.shown})
    dates = column.holds == "day" or (column.holds in ("value", "values") and like == "date")
    if isinstance(cell, DateCell):
        day = _day(cell.shown) if dates else None
        if day is None:
            return cell.shown, (codes.CELL_DATE, {"name": cell.shown})
        return (day if column.holds != "values" else [day]), None
    written = unicodedata.normalize("NFKC", cell).strip()
    spoilt = _spoilt(cell, written, column, dates)
    match column.holds:
        case "text":
            return cell.strip(), spoilt
        case "list":
            return [column.words.get(each, each) for each in _list(written)], spoilt
        case "value":
            return _typed(written, like), spoilt
        case "values":
            return [_typed(each, like) for each in _list(written)], spoilt
        case "number":
            return _number(written), spoilt
        case "whole":
            number = _number(written)
            whole = isinstance(number, Decimal) and number.is_finite() and number == number.to_integral_value()
            return (int(number) if whole and abs(number) < 10**9 else number), spoilt
        case "flag":
            return FLAGS.get(written.lower(), written), spoilt
        case "day":
            return (_day(written) or written), spoilt
    return column.words.get(written, written), spoilt


def _spoilt(cell: str, written: str, column: Column, dates: bool) -> Told | None:
    """What is lost where the spreadsheet took a text for a number."""
    if not isinstance(cell, NumberCell):
        return None
    if column.holds == "version":
        return codes.VERSION_NUMBER, {"name": written}
    if column.holds == "name" and not written.isdecimal():
        return codes.CODE_NUMBER, {"name": written}
    if dates:
        serial = written.isdecimal() and int(written) in SERIALS
        day = FIRST_DAY + timedelta(days=int(written)) if serial else None
        return codes.DATE_NUMBER, {"name": written, "day": day.isoformat() if day else "2026-03-01"}
    return None


def _list(written: str) -> list[str]:
    return [each.strip() for each in SEPARATORS.split(written) if each.strip()]


def _number(written: str) -> Any:
    """A number as a spreadsheet shows it, to fifteen digits: 0.30000000000000004 is only how it adds."""
    written = written.replace(",", "").replace("−", "-")
    if not NUMBER.fullmatch(written):
        return written
    number = exact(written)
    digits = len(number.as_tuple().digits)
    return Decimal(f"{number:.15g}") if number.is_finite() and digits > 15 else number


def _day(written: str) -> date | None:
    found = DAY.fullmatch(written)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _typed(written: str, like: str) -> Any:
    """What a condition compares with, as the kind of criterion has it; a code where the kind is not known."""
    if like == "yes_no":
        return FLAGS.get(written.lower(), written)
    if like == "date":
        return _day(written) or written
    return written if like in ("rating", "choice", "text", "") else _number(written)
