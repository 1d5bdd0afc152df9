"""A document as a Word file."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import _Footer, _Header

from cadre_tui.reports.document import (
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
from cadre_tui.reports.harmless import plain, told
from cadre_tui.reports.word import xml
from cadre_tui.reports.word.template import empty

GAP = xml.paragraph("", "cadre-seal")
"""Between a table and what follows: two tables without anything between them become one."""

TITLE_MOST = 255
"""Signs that a file's own title may have."""


def as_word(document: Document) -> bytes:
    """The whole file."""
    word = empty(document.language)
    said = [xml.paragraph(document.title, "cadre-title")]
    if document.subtitle:
        said.append(xml.paragraph(document.subtitle, "cadre-subtitle"))
    said += [_block(each) for each in document.blocks]
    said += [xml.paragraph(each, "cadre-seal") for each in document.seal]
    _put(word, "".join(said))
    _edges(word, document)
    word.core_properties.title = plain(document.title)[:TITLE_MOST]
    word.core_properties.author = word.core_properties.comments = ""
    word.core_properties.created = word.core_properties.modified = datetime.now(UTC)
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def _put(word: Word, said: str) -> None:
    """Before the section's own properties, which end the body."""
    body = word.element.body
    end = body.sectPr
    for each in list(parse_xml(f"<w:body {nsdecls('w')}>{said}</w:body>")):
        end.addprevious(each)


def _edges(word: Word, document: Document) -> None:
    """What stands on every page: the mark of a rehearsal, whose paper it is, and the page's number."""
    section = word.sections[0]
    above = [(document.mark, "cadre-mark"), (document.running, "cadre-foot")]
    _replace(section.header, "".join(xml.paragraph(text, style) for text, style in above if text))
    before, _page, rest = document.pages.partition("{page}")
    between, _pages, after = rest.partition("{pages}")
    runs = "".join((_run(before), xml.field("PAGE"), _run(between), xml.field("NUMPAGES"), _run(after)))
    _replace(section.footer, f'<w:p><w:pPr><w:pStyle w:val="cadre-foot"/></w:pPr>{runs}</w:p>')


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{told(text)}</w:t></w:r>' if text else ""


def _replace(edge: _Header | _Footer, said: str) -> None:
    edge.is_linked_to_previous = False
    held: Any = edge._element
    old = list(held)
    for each in list(parse_xml(f"<w:body {nsdecls('w')}>{said or '<w:p/>'}</w:body>")):
        held.append(each)
    for each in old:
        held.remove(each)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return xml.paragraph(block.text, "cadre-heading")
        case Paragraph():
            return xml.paragraph(block.text, f"cadre-{block.kind}")
        case Fields():
            return xml.fields(block) + GAP
        case Table():
            return xml.table(block) + GAP
        case Bars():
            return xml.bars(block) + GAP
        case Question():
            return xml.question(block) + GAP
        case Signatures():
            return xml.signatures(block)
