"""A page of HTML that needs nothing else, to be looked at and printed; what is from elsewhere is made harmless."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from cadre_tui.locale import language
from cadre_tui.words.printable import printable

STYLE: Final = """
@page { size: A4; margin: 22mm 20mm; }
body { font: 16px/1.7 "FangSong", "仿宋", "Songti SC", "Noto Serif CJK SC", serif; }
body { max-width: 44em; margin: 2em auto; }
h1 { font-size: 26px; text-align: center; font-weight: bold; line-height: 1.4; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; }
th, td { border: 1px solid #000; padding: 3px 8px; text-align: center; }
td:first-child, th:first-child { text-align: left; }
.mark { text-align: center; font-weight: bold; border: 2px solid #000; padding: 4px; }
.right { text-align: right; }
.seal { font: 11px/1.5 monospace; margin-top: 3em; word-break: break-all; border-top: 1px solid #000; }
.slip { border-bottom: 1px dashed #000; padding: 12px 0; break-inside: avoid; }
@media print { body { margin: 0; max-width: none; } }
"""


def page(title: str, body: Iterable[str]) -> str:
    """The whole file."""
    tongue = {"zh": "zh-CN"}.get(language(), language())
    head = f'<meta charset="utf-8"><title>{told(title)}</title><style>{STYLE}</style>'
    whole = "\n".join(body)
    return f'<!DOCTYPE html>\n<html lang="{tongue}"><head>{head}</head>\n<body>\n{whole}\n</body></html>\n'


def told(text: str) -> str:
    """A text in which nothing is markup."""
    return escape(printable(text))


def element(name: str, text: str, kind: str = "") -> str:
    """A paragraph, a heading or the like, of plain text."""
    return f'<{name} class="{kind}">{told(text)}</{name}>' if kind else f"<{name}>{told(text)}</{name}>"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of plain texts."""
    head = "".join(element("th", each) for each in headings)
    body = "\n".join("<tr>" + "".join(element("td", each) for each in row) + "</tr>" for row in rows)
    return f"<table>\n<tr>{head}</tr>\n{body}\n</table>"


def seal(lines: Iterable[str]) -> str:
    """The hashes at the foot."""
    return '<div class="seal">' + "<br>".join(map(told, lines)) + "</div>"
