"""The tables of a checklist -> the workbook that reads as the same checklist, with drop-down lists to edit it by."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final

from cadre_tui.checklists.tables.columns import (
    CRITERIA,
    GRADES,
    HEAD,
    KINDS,
    LINES,
    OPTIONS,
    TIERS,
    Column,
    Kind,
    plain,
)
from cadre_tui.checklists.tables.vocabulary import FLAGS

EDITED_ROWS: Final = 300
"""How far down the drop-down lists reach."""

WIDE: Final = ("text", "guidance", "title", "section.title")

NAMES: Final = {"scale": OPTIONS, "criterion": CRITERIA}
"""Columns in which a name from another sheet stands."""

Flat = dict[tuple[str, str | None], Any]
"""What one row says, by the key and the language of a text."""


@dataclass
class _Sheet:
    kind: Kind
    rows: list[Flat] = field(default_factory=list)


def workbook(raw: Mapping[str, Any], *, english: bool = False, notes: tuple[str, str] | None = None) -> bytes:
    """The workbook of a checklist without faults; ``notes`` are the name and the text of a first sheet for people."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - a tenth of a second, for writing only

    content = io.BytesIO()
    book = Workbook(content, {"in_memory": True})
    bold, text = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "@"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    if notes:
        first = book.add_worksheet(notes[0])
        first.set_column(0, 0, 90)
        for at, line in enumerate(notes[1].split("\n")):
            first.write_string(at, 0, line, wrapped)
    head = book.add_worksheet(HEAD.title(english=english))
    head.set_column(0, 0, 18)
    head.set_column(1, 1, 60, text)
    for at, (column, language, value) in enumerate(_head(raw)):
        head.write_string(at, 0, _heading(column, language, english), bold)
        _write(head, at, 1, _cell(value, column, english), text)
        if column.words:
            _offer(head, at, 1, at, _choices(column, english), many=column.holds == "list")
    for each in _sheets(raw):
        sheet = book.add_worksheet(each.kind.title(english=english))
        sheet.freeze_panes(1, 0)
        for position, (column, language) in enumerate(_columns(each)):
            sheet.set_column(position, position, 40 if column.key in WIDE else 13, text)
            sheet.write_string(0, position, _heading(column, language, english), bold)
            choices = _choices(column, english)
            source = _names(column, each.kind, english) if column.key.rpartition(".")[2] in NAMES else choices
            if source:
                _offer(sheet, 1, position, EDITED_ROWS, source, many=column.holds == "list")
            for at, row in enumerate(each.rows, start=1):
                if (column.key, language) in row:
                    _write(sheet, at, position, _cell(row[column.key, language], column, english), text)
    book.close()
    return content.getvalue()


def _write(sheet: Any, row: int, column: int, value: str | Decimal, text: Any) -> None:
    if isinstance(value, Decimal):
        sheet.write_number(row, column, float(value))
    else:
        sheet.write_string(row, column, value, text)


def _offer(sheet: Any, top: int, column: int, bottom: int, source: Any, *, many: bool) -> None:
    """A drop-down list. Names that others have to know may be typed, too: a new one is told by the check."""
    stops = not many and not isinstance(source, str)
    rule = {"validate": "list", "source": source, "error_type": "stop" if stops else "information"}
    sheet.data_validation(top, column, bottom, column, rule)


def _names(column: Column, own: Kind, english: bool) -> str | None:
    """The cells of another sheet that hold the names for this column."""
    other = NAMES[column.key.rpartition(".")[2]]
    if other is own:
        return None
    at = [each.key for each in _shown(other)].index("id" if other is CRITERIA else "scale")
    letter = chr(ord("A") + at)
    return f"='{other.title(english=english)}'!${letter}$2:${letter}${EDITED_ROWS}"


def _shown(kind: Kind) -> tuple[Column, ...]:
    """The columns of names come first, so that they stand where other sheets look for them."""
    first = tuple(each for each in kind.columns if each.key in ("id", "section.id", "scale", "criterion", "code"))
    return (*first, *(each for each in kind.columns if each not in first))


def _columns(sheet: _Sheet) -> list[tuple[Column, str | None]]:
    """Every column that there is; texts once for each language that is written."""
    languages: dict[str, list[str | None]] = {}
    for row in sheet.rows:
        for key, language in row:
            if language not in languages.setdefault(key, [None]):
                languages[key].append(language)
    return [(column, language) for column in _shown(sheet.kind) for language in languages.get(column.key, [None])]


def _heading(column: Column, language: str | None, english: bool) -> str:
    own = column.key if plain(column.key) in column.headings else column.headings[1]
    return (own if english else column.headings[0]) + (f"({language})" if language else "")


def _choices(column: Column, english: bool) -> list[str]:
    if column.holds == "flag":
        return ["yes", "no"] if english else ["是", "否"]
    return list(dict.fromkeys(column.words.values() if english else _spoken(column).values()))


def _spoken(column: Column) -> dict[str, str]:
    """The Chinese word of each code: the first, where there are several."""
    spoken: dict[str, str] = {}
    for word, code in column.words.items():
        if not word.isascii():
            spoken.setdefault(code, word)
    return spoken


def _cell(value: Any, column: Column, english: bool) -> str | Decimal:
    if isinstance(value, list):
        return ("," if english else "、").join(str(_cell(each, column, english)) for each in value)
    if isinstance(value, bool):
        return next(word for word, flag in FLAGS.items() if flag is value and word.isascii() is english)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | Decimal):
        return Decimal(value) if column.holds != "values" else f"{value:f}"
    return value if english else _spoken(column).get(value, str(value))


def _head(raw: Mapping[str, Any]) -> Iterator[tuple[Column, str | None, Any]]:
    lang = raw.get("lang", "zh")
    flat = _flat(raw, HEAD, lang)
    for column in HEAD.columns:
        if column.key != "schema":
            yield from ((column, language, value) for (key, language), value in flat.items() if key == column.key)


def _flat(table: Mapping[str, Any], kind: Kind, lang: str, prefix: str = "") -> Flat:
    """What a table says in the columns of that kind of sheet."""
    flat: Flat = {}
    for column in kind.columns:
        if not column.key.startswith(prefix):
            continue
        value: Any = table
        for step in column.key.removeprefix(prefix).split("."):
            if isinstance(value, list) and step.isdecimal():
                value = value[int(step)] if int(step) < len(value) else None
            else:
                value = value.get(step) if isinstance(value, Mapping) else None
        if isinstance(value, Mapping) and column.holds == "text":
            flat |= {(column.key, None if each == lang else each): said for each, said in value.items()}
        elif value is not None:
            flat[column.key, None] = value
    return flat


def _sheets(raw: Mapping[str, Any]) -> tuple[_Sheet, ...]:
    sheets = {kind.name: _Sheet(kind) for kind in KINDS[1:]}
    lang = raw.get("lang", "zh")
    for scale in raw.get("scale", ()):
        for option in scale["option"]:
            sheets["options"].rows.append({("scale", None): scale["id"], **_flat(option, OPTIONS, lang)})
    for section in raw.get("section", ()):
        told = _flat(section, CRITERIA, lang, "section.")
        for criterion in section["criterion"]:
            sheets["criteria"].rows.append(told | _flat(_spelt_out(criterion), CRITERIA, lang))
            told = {("section.id", None): section["id"]}
            for kind, key in ((OPTIONS, "option"), (LINES, "line"), (TIERS, "tier")):
                for each in criterion.get(key, ()):
                    row: Flat = {("criterion", None): criterion["id"]}
                    sheets[kind.name].rows.append(row | _flat(each, kind, lang))
    for grade in raw.get("grade", ()):
        first, *others = grade.get("require") or [{}]
        sheets["grades"].rows.append(_flat({**grade, "require": first}, GRADES, lang))
        sheets["grades"].rows += [_flat({"require": each}, GRADES, lang) for each in others]
    return tuple(sheets.values())


def _spelt_out(criterion: Mapping[str, Any]) -> Mapping[str, Any]:
    veto = criterion.get("veto")
    if not veto or isinstance(veto["when"], Mapping):
        return criterion
    return {**criterion, "veto": {**veto, "when": {"is": veto["when"]}}}
