"""WordprocessingML of the blocks, as text: python-docx's own tables take a search of the whole table a cell."""

from collections.abc import Iterable, Sequence
from typing import Final

from cadre_tui.reports.document import Bars, Column, Fields, Question, Signatures, Table
from cadre_tui.reports.harmless import told
from cadre_tui.reports.word.template import TEXT_WIDTH

TWIPS: Final = 1440 / 25.4
"""A millimetre in twentieths of a point."""

WIDTH: Final = round(TEXT_WIDTH * TWIPS)
"""Of a table, in twips: from margin to margin."""

BAR: Final = 52
"""En spaces of seven points in a full bar. A bar is a shaded run of them: it needs no picture, prints everywhere."""

SHADES: Final = ("595959", "BFBFBF")
"""Of the first series and of the second: to be told apart on a black and white printer."""

MANY: Final = 7
"""Columns that there is room for in letters of the usual size."""

LINE: Final = 35
"""Chinese characters in a line of a question; more options than that stand one beneath the other: none is torn."""

LAST_NARROW: Final = 0x2E7F
"""The last sign before those that are as wide as they are high."""

TICKED, UNTICKED = "☑", "☐"


def paragraph(text: str, style: str, *, side: str = "", breaks: bool = True) -> str:
    """One paragraph; line breaks in the text stay."""
    aligned = f'<w:jc w:val="{side}"/>' if side else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{aligned}</w:pPr>{_runs(text, breaks)}</w:p>'


def table(of: Table) -> str:
    """Its head repeated on every page, no row torn by the end of one; in smaller letters where it is wide."""
    widths = shared(of.columns)
    small = "-small" if len(of.columns) > MANY else ""
    head = _row([(each.heading, f"cadre-cell-head{small}", "center") for each in of.columns], widths, head=True)
    body = (
        _row(
            [(text, f"cadre-cell{small}", column.side) for text, column in zip(row, of.columns, strict=True)],
            widths,
        )
        for row in of.rows
    )
    return _table(widths, [head, *body])


def fields(of: Fields) -> str:
    """One pair a line or two; the last alone where they are odd."""
    widths = shared([Column("", width) for width in ((29, 71) if of.across == 1 else (17, 33, 17, 33))])
    rows = []
    for at in range(0, len(of.pairs), of.across):
        pairs = [*of.pairs[at : at + of.across], ("", "")][: of.across]
        cells: list[tuple[str, str, str]] = []
        for label, text in pairs:
            cells += [(label, "cadre-cell-head", "center"), (text, "cadre-cell", "left")]
        rows.append(_row(cells, widths))
    return _table(widths, rows)


def bars(of: Bars) -> str:
    """A table of three columns: what, the bars, their figures."""
    widths = shared([Column("", width) for width in (38, 46, 16)])
    rows = []
    for bar in of.bars:
        drawn, figures = [], []
        for at, (value, figure) in enumerate(zip(bar.values, bar.figures, strict=True)):
            length = 0 if value is None else round(BAR * bar.share(value))
            run = _shaded(length, SHADES[at % len(SHADES)])
            drawn.append(f'<w:p><w:pPr><w:pStyle w:val="cadre-cell"/><w:jc w:val="left"/></w:pPr>{run}</w:p>')
            figures.append(paragraph(figure, "cadre-cell", side="right"))
        cells = [paragraph(bar.label, "cadre-cell", side="left"), "".join(drawn), "".join(figures)]
        rows.append(_cells(cells, widths))
    legend = "".join(
        f"{_shaded(3, SHADES[at % len(SHADES)])}{_runs(f' {name}　', False)}" for at, name in enumerate(of.legend)
    )
    title = f"{_runs(of.title + '　', False)}{legend}"
    head = f'<w:p><w:pPr><w:pStyle w:val="cadre-note"/><w:keepNext/></w:pPr>{title}</w:p>'
    return head + _table(widths, rows)


def question(of: Question) -> str:
    """A frame of its own that no page's end tears."""
    said = [paragraph(f"{of.number}　{of.text}" + (f"　（{of.points}）" if of.points else ""), "cadre-question")]
    said += [paragraph(each, "cadre-seal") for each in of.notes]
    if of.options:
        options = [f"{TICKED if chosen else UNTICKED}\N{NO-BREAK SPACE}{text}" for text, chosen in of.options]
        fits = sum(len(each) + 2 for each in options) <= LINE
        said.append(paragraph(("　　" if fits else "\n").join(options), "cadre-question"))
    said += [
        paragraph(f"{label}　{text}", "cadre-question") if text else _to_write_on(label) for label, text in of.lines
    ]
    return _table([WIDTH], [_cells(["".join(said)], [WIDTH])])


def _to_write_on(label: str) -> str:
    """A line up to the edge of the frame: a low line is half as wide as a Chinese character."""
    used = sum(2 if ord(each) > LAST_NARROW else 1 for each in label) + 2
    return paragraph(f"{label}　{'_' * max(2 * LINE - used, 12)}", "cadre-question")


def signatures(of: Signatures) -> str:
    """One line, with room above to sign."""
    said = "　".join(f"{label}{'_' * 12}" for label in of.labels)
    look = '<w:pStyle w:val="cadre-body"/><w:keepNext/><w:spacing w:before="480" w:after="240"/>'
    look += '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    return f'<w:p><w:pPr>{look}<w:jc w:val="left"/></w:pPr>{_runs(said, False)}</w:p>'


def shared(columns: Sequence[Column]) -> list[int]:
    """The width of each column in twips; together they fill the page."""
    whole = sum(each.width for each in columns)
    widths = [WIDTH * each.width // whole for each in columns]
    return [*widths[:-1], WIDTH - sum(widths[:-1])]


def field(name: str) -> str:
    """A field that Word fills in, such as ``PAGE``."""
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _runs(text: str, breaks: bool) -> str:
    parts = text.split("\n") if breaks else [text.replace("\n", " ")]
    return "<w:r>" + "<w:br/>".join(f'<w:t xml:space="preserve">{told(part)}</w:t>' for part in parts) + "</w:r>"


def _shaded(length: int, shade: str) -> str:
    if not length:
        return ""
    look = f'<w:rPr><w:sz w:val="14"/><w:shd w:val="clear" w:color="auto" w:fill="{shade}"/></w:rPr>'
    return f'<w:r>{look}<w:t xml:space="preserve">{chr(0x2002) * length}</w:t></w:r>'


def _row(cells: Iterable[tuple[str, str, str]], widths: Sequence[int], *, head: bool = False) -> str:
    return _cells([paragraph(text, style, side=side) for text, style, side in cells], widths, head=head)


def _cells(cells: Iterable[str], widths: Sequence[int], *, head: bool = False) -> str:
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{made}</w:tr>"


def _table(widths: Sequence[int], rows: Iterable[str]) -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    shape = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
    )
    return f"<w:tbl>{shape}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
