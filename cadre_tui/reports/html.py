"""A document as one page of HTML: it needs no network and no other file, and prints on A4."""

from typing import Final

from cadre_tui.reports.document import (
    Bar,
    Bars,
    Block,
    Document,
    Fields,
    Heading,
    Paragraph,
    Question,
    Signatures,
    Table,
)
from cadre_tui.reports.harmless import told

STYLE: Final = """
@page { size: A4; margin: 25mm 20mm 22mm; @bottom-center { content: PAGES; font: 12pt "SimSun", "宋体", serif; }
  @top-center { content: MARK; font: bold 12pt "SimHei", "黑体", sans-serif; } }
* { box-sizing: border-box; }
body { font: 16px/1.75 "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", serif; color: #000; background: #fff;
  max-width: 52em; margin: 2em auto; padding: 0 1em; }
h1 { font: bold 28px/1.4 "SimSun", "宋体", "Noto Serif CJK SC", serif; text-align: center; margin: .5em 0; }
h2 { font: 20px/1.5 "SimHei", "黑体", "Noto Sans CJK SC", sans-serif; margin: 1.4em 0 .4em; break-after: avoid; }
p { margin: .3em 0; text-indent: 2em; overflow-wrap: anywhere; }
p.subtitle { text-align: center; text-indent: 0; }
p.right { text-align: right; text-indent: 0; }
p.strong { font-family: "SimHei", "黑体", sans-serif; text-indent: 0; }
p.note { font-size: 14px; }
table { border-collapse: collapse; width: 100%; margin: .8em 0; font-size: 14px; line-height: 1.45; }
table.many { font-size: 12px; } .many th, .many td { padding: 3px 2px; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 1px solid #000; padding: 3px 6px; overflow-wrap: anywhere; }
th { font-family: "SimHei", "黑体", "Noto Sans CJK SC", sans-serif; font-weight: normal; background: #f2f2f2; }
.a1 th { width: 28%; } .a2 th { width: 15%; } .a2 td { width: 35%; }
.signatures { margin: 2.5em 0 1.5em; text-indent: 0; }
.left { text-align: left; } .center { text-align: center; } .right { text-align: right; }
.mark { border: 2px solid #000; font: bold 16px/1.6 "SimHei", "黑体", sans-serif; text-align: center; }
.question { border: 1px solid #000; padding: 6px 10px; margin: .5em 0; break-inside: avoid; }
.question p { text-indent: 0; } .question .hint { font-size: 13px; } .question .options span { margin-right: 2em; }
.line { display: inline-block; min-width: 10em; border-bottom: 1px solid #000; }
figure { margin: .8em 0; break-inside: avoid; } figcaption { font-size: 14px; }
svg { width: 100%; height: auto; font-family: "FangSong", "仿宋", "Noto Serif CJK SC", serif; }
.seal { margin-top: 2.5em; border-top: 1px solid #000; font: 11px/1.5 monospace; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; padding: 0; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""

LABEL, LONGEST, ROW, SMALL = 230, 360, 34, 22
"""Of a chart, in its own units: how wide labels and a full bar are, how high a row of two bars and one of one."""

MANY: Final = 7
"""Columns that there is room for in letters of the usual size."""

SHADES: Final = ("#595959", "#bfbfbf")


def as_html(document: Document) -> bytes:
    """The whole file, in UTF-8."""
    body = []
    if document.mark:
        body.append(f'<div class="mark">{told(document.mark)}</div>')
    body.append(f"<h1>{told(document.title)}</h1>")
    if document.subtitle:
        body.append(f'<p class="subtitle">{told(document.subtitle)}</p>')
    body += [_block(each) for each in document.blocks]
    if document.seal:
        body.append(f'<div class="seal">{"<br>".join(map(told, document.seal))}</div>')
    head = f'<meta charset="utf-8"><title>{told(document.title)}</title><style>{_style(document)}</style>'
    tongue, whole = told(document.language), "\n".join(body)
    return (
        f'<!DOCTYPE html>\n<html lang="{tongue}">\n<head>{head}</head>\n<body>\n{whole}\n</body>\n</html>\n'.encode()
    )


def _style(document: Document) -> str:
    """With what stands on every printed page: the number as the document words it, and the mark."""
    said = document.pages.replace("{page}", "\0counter(page)\0").replace("{pages}", "\0counter(pages)\0")
    parts = [part if at % 2 else _quoted(part) for at, part in enumerate(said.split("\0")) if part]
    return STYLE.replace("PAGES", " ".join(parts)).replace("MARK", _quoted(document.mark))


def _quoted(text: str) -> str:
    """A text in a style sheet, in which nothing ends the text or the sheet."""
    return '"' + "".join(each if each.isalnum() or each == " " else f"\\{ord(each):x} " for each in text) + '"'


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h2>{told(block.text)}</h2>"
        case Paragraph():
            return f'<p class="{block.kind}">{told(block.text).replace(chr(10), "<br>")}</p>'
        case Fields():
            return _fields(block)
        case Table():
            return _table(block)
        case Bars():
            return _bars(block)
        case Question():
            return _question(block)
        case Signatures():
            lines = "　".join(f'{told(each)}<span class="line">&nbsp;</span>' for each in block.labels)
            return f'<p class="signatures">{lines}</p>'


def _fields(of: Fields) -> str:
    rows = []
    for at in range(0, len(of.pairs), of.across):
        pairs = of.pairs[at : at + of.across]
        cells = "".join(f"<th>{told(label)}</th><td>{told(text)}</td>" for label, text in pairs)
        rows.append(f"<tr>{cells}{'<th></th><td></td>' * (of.across - len(pairs))}</tr>")
    return f'<table class="fields a{of.across}">{"".join(rows)}</table>'


def _table(of: Table) -> str:
    whole = sum(each.width for each in of.columns)
    widths = "".join(f'<col style="width:{100 * each.width / whole:.1f}%">' for each in of.columns)
    head = "".join(f'<th scope="col">{told(each.heading)}</th>' for each in of.columns)
    body = "\n".join(
        "<tr>"
        + "".join(
            f'<td class="{column.side}">{told(text)}</td>' for text, column in zip(row, of.columns, strict=True)
        )
        + "</tr>"
        for row in of.rows
    )
    many = ' class="many"' if len(of.columns) > MANY else ""
    top = f"<colgroup>{widths}</colgroup><thead><tr>{head}</tr></thead>"
    return f"<table{many}>{top}\n<tbody>\n{body}\n</tbody></table>"


def _bars(of: Bars) -> str:
    """An inline picture; its numbers are text in it."""
    series = max((len(each.values) for each in of.bars), default=1)
    height, drawn = (ROW if series > 1 else SMALL), []
    for at, bar in enumerate(of.bars):
        drawn.append(_bar(bar, at * height, height))
    legend = "　".join(
        f'<span style="color:{SHADES[at % 2]}" aria-hidden="true">■</span> {told(name)}'
        for at, name in enumerate(of.legend)
    )
    width = LABEL + LONGEST + 70
    picture = (
        f'<svg viewBox="0 0 {width} {max(height * len(of.bars), 1)}" role="img" aria-label="{told(of.title)}">'
        f"{''.join(drawn)}</svg>"
    )
    return f"<figure><figcaption>{told(of.title)}　{legend}</figcaption>{picture}</figure>"


def _bar(bar: Bar, top: int, height: int) -> str:
    each = (height - 6) / len(bar.values)
    label = (
        f'<text x="{LABEL - 8}" y="{top + height / 2 + 5}" text-anchor="end" font-size="14">{told(_fit(bar.label))}'
    )
    parts = [f"{label}<title>{told(bar.label)}</title></text>"]
    for at, (value, figure) in enumerate(zip(bar.values, bar.figures, strict=True)):
        length = 0.0 if value is None else float(LONGEST * bar.share(value))
        y = top + 3 + at * each
        parts.append(
            f'<rect x="{LABEL}" y="{y:.1f}" width="{length:.1f}" height="{each - 1:.1f}" fill="{SHADES[at % 2]}"/>'
        )
        parts.append(
            f'<text x="{LABEL + length + 5:.1f}" y="{y + each / 2 + 4.5:.1f}" font-size="12">{told(figure)}</text>'
        )
    return "".join(parts)


def _fit(label: str, room: int = LABEL - 12) -> str:
    """As much of the label as there is room for; the whole of it is told beside the pointer, and in the table."""
    used = 0
    for at, sign in enumerate(label):
        used += 14 if ord(sign) > 0x2E7F else 8
        if used > room:
            return label[: max(at - 1, 1)] + "…"
    return label


def _question(of: Question) -> str:
    points = f"　（{told(of.points)}）" if of.points else ""
    parts = [f"<p>{told(of.number)}　{told(of.text)}{points}</p>"]
    parts += [f'<p class="hint">{told(each)}</p>' for each in of.notes]
    if of.options:
        options = "".join(f"<span>{'☑' if chosen else '☐'} {told(text)}</span>" for text, chosen in of.options)
        parts.append(f'<p class="options">{options}</p>')
    parts += [f'<p>{told(label)}　<span class="line">{told(text) or "&nbsp;"}</span></p>' for label, text in of.lines]
    return f'<div class="question">{"".join(parts)}</div>'
