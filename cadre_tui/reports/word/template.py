"""The empty paper: its page, its styles, its header and footer. Made once, then copied for every document."""

from functools import cache
from io import BytesIO
from typing import Any, Final

import docx
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

SONG, HEI, FANG = "宋体", "黑体", "仿宋"
"""The faces of official papers; a machine without them takes its own in their place."""

LATIN: Final = "Times New Roman"

TEXT_WIDTH: Final = 156
"""Millimetres between the margins of the standard's page."""

STYLES: Final = (
    # name, face, size in points, line spacing in points, bold, centred, first line indented by two characters
    ("cadre-title", SONG, 22, 32, True, "center", False),
    ("cadre-subtitle", SONG, 14, 24, False, "center", False),
    ("cadre-heading", HEI, 16, 28, False, "left", True),
    ("cadre-body", FANG, 16, 28, False, "both", True),
    ("cadre-strong", HEI, 16, 28, False, "left", False),
    ("cadre-right", FANG, 16, 28, False, "right", False),
    ("cadre-note", FANG, 12, 20, False, "both", True),
    ("cadre-cell", FANG, 11, 16, False, "center", False),
    ("cadre-cell-head", HEI, 11, 16, False, "center", False),
    ("cadre-cell-small", FANG, 9, 13, False, "center", False),
    ("cadre-cell-head-small", HEI, 9, 13, False, "center", False),
    ("cadre-question", FANG, 12, 20, False, "left", False),
    ("cadre-mark", HEI, 12, 16, True, "center", False),
    ("cadre-foot", SONG, 12, 16, False, "center", False),
    ("cadre-seal", FANG, 9, 13, False, "left", False),
)

ALIGNED: Final = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def empty(language: str) -> Word:
    """A new copy of the empty paper."""
    return docx.Document(BytesIO(_template(language)))


@cache
def _template(language: str) -> bytes:
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(210 - 28 - TEXT_WIDTH)
    section.header_distance, section.footer_distance = Mm(18), Mm(24)
    _face(word.styles["Normal"], FANG, 16, language)
    for name, face, size, spacing, bold, side, indented in STYLES:
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)  # noqa: S101 - a style of that type was asked for
        style.base_style = word.styles["Normal"]
        _face(style, face, size, language)
        style.font.bold = bold
        shape = style.paragraph_format
        shape.alignment = ALIGNED[side]
        shape.space_before = shape.space_after = Pt(0)
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(spacing)
        if indented:
            _indent(style)
        if name in ("cadre-heading", "cadre-right"):
            shape.keep_with_next = True
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def _face(style: Any, face: str, size: int, language: str) -> None:
    """The face for Chinese, another for Latin letters and digits, as official papers have it."""
    style.font.name = LATIN
    style.font.size = Pt(size)
    properties = style.element.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), face)
    tongue = parse_xml(f'<w:lang {nsdecls("w")} w:val="en-US" w:eastAsia="zh-CN"/>')
    if language != "zh-CN":
        tongue.set(qn("w:val"), language)
    properties.append(tongue)


def _indent(style: ParagraphStyle) -> None:
    """Two characters, whatever their size."""
    properties: Any = style.element.get_or_add_pPr()
    indent = properties.get_or_add_ind()
    indent.set(qn("w:firstLineChars"), "200")
    indent.set(qn("w:firstLine"), str(round(2 * 20 * style.font.size.pt)))  # for programs that know no characters
