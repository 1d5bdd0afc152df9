"""Small workbooks that ask for much, written by hand."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

SHEET = "xl/worksheets/sheet1.xml"
TEXT = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'


def edited(edit: Callable[[str, str], str]) -> bytes:
    """A workbook of one sheet, each of whose parts was changed by its name and text."""
    plain, written = BytesIO(), BytesIO()
    Workbook().save(plain)
    with ZipFile(plain) as parts, ZipFile(written, "w", ZIP_DEFLATED) as changed:
        for name in parts.namelist():
            changed.writestr(name, edit(name, parts.read(name).decode()))
    return written.getvalue()


def sheet(rows: str, after: str = "") -> bytes:
    """One whose sheet holds these rows, and that behind them."""

    def edit(name: str, text: str) -> str:
        filled = f"<sheetData>{rows}</sheetData>{after}"
        return re.sub(r"<sheetData ?/>|<sheetData>.*</sheetData>", filled, text) if name == SHEET else text

    return edited(edit)


def with_doctype(definition: str, word: str) -> bytes:
    """One whose sheet defines words of its own, and says one of them."""

    def edit(name: str, text: str) -> str:
        if name != SHEET:
            return text
        row = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{word}</t></is></c></row>'
        told = re.sub(r"<sheetData ?/>", f"<sheetData>{row}</sheetData>", text)
        return told.replace("<worksheet", f"<!DOCTYPE worksheet [{definition}]><worksheet", 1)

    return edited(edit)


def laughs() -> bytes:
    """A thousand million of what is said once."""
    inner = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))
    return with_doctype(f'<!ENTITY a0 "ha">{inner}', "&a9;")


def sheet_read_often(times: int) -> bytes:
    """One part that is named as so many sheets."""

    def edit(name: str, text: str) -> str:
        if name != "xl/workbook.xml":
            return text
        (one,) = re.findall(r"<sheet .*?/>", text)
        more = "".join(one.replace('name="Sheet"', f'name="S{at}"') for at in range(times))
        return text.replace(one, more)

    return edited(edit)


DAMAGED = {
    "billion laughs": laughs(),
    "quadratic entities": with_doctype(f'<!ENTITY a "{"x" * 200_000}">', "&a;" * 1_000),
    "entity from a file": with_doctype('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"),
    "an encoding that nobody knows": edited(
        lambda name, text: f"<?xml version='1.0' encoding='UTF-9'?>{text}" if name == SHEET else text
    ),
    "nested without end": sheet("<row>" + "<a>" * 200_000 + "</a>" * 200_000 + "</row>"),
    "one part as many sheets": sheet_read_often(500),
    "a number of a million digits": sheet(f'<row r="1"><c r="A1"><v>{"9" * 1_000_000}</v></c></row>'),
    "a number beyond all bounds": sheet('<row r="1"><c r="A1"><v>1e999999999</v></c></row>'),
    "no archive": b"PK\x03\x04" + b"\0" * 1_000,
}
"""What is told as a damaged workbook."""

SHARED = f'<c r="A1"><f t="shared" ref="A1:A9" si="0">A1+{"1+" * 4_000}1</f><v>1</v></c>'

BEYOND = {
    "a row far below": sheet(TEXT + '<row r="99999999999"><c t="inlineStr"><is><t>x</t></is></c></row>'),
    "a row written as 1e9": sheet(TEXT + '<row r="1e9"><c t="inlineStr"><is><t>x</t></is></c></row>'),
    "cells far to the right": sheet(
        "".join(f'<row r="{at}"><c r="XFD{at}"><v>1</v></c></row>' for at in range(1, 1_000))
    ),
    "all cells merged": sheet(TEXT, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    "whole columns merged": sheet(TEXT, '<mergeCells><mergeCell ref="A:C"/></mergeCells>'),
    "a link on all cells": sheet(TEXT, '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'),
    "a long formula shared": sheet(
        f'<row r="1">{SHARED}</row>'
        + "".join(f'<row r="{at}"><c r="A{at}"><f t="shared" si="0"/></c></row>' for at in range(2, 2_000))
    ),
}
"""What is told as asking for too much."""
