"""Word files, read back: the faces and the spacing of official papers, heads that come again, numbered pages."""

from io import BytesIO

import docx
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from cadre_tui.reports.document import Document
from cadre_tui.reports.word.writing import as_word
from tests.reports.papers import paper


def read(document: Document) -> Word:
    return docx.Document(BytesIO(as_word(document)))


def face(word: Word, style: str) -> str | None:
    fonts = word.styles[style].element.rPr.rFonts
    return fonts.get(qn("w:eastAsia"))


def test_every_text_is_there_in_its_order() -> None:
    word = read(paper())
    told = [each.text for each in word.paragraphs if each.text]
    wanted = ["得分单", "上半年", "一、总分", "正文一段。"]
    assert [each for each in told if each in wanted] == wanted
    assert told[-1].startswith("操作记录末条指纹：")
    fields, table, bars, question = word.tables
    assert [cell.text for cell in fields.rows[0].cells] == ["姓名", "张建国", "单位", "城关镇"]
    assert [cell.text for cell in table.rows[60].cells] == ["第59项", "59"]
    assert bars.rows[0].cells[2].text == "5.00\n—"
    assert "☑\N{NO-BREAK SPACE}好　　☐\N{NO-BREAK SPACE}差" in question.rows[0].cells[0].text


def test_the_faces_and_the_spacing_are_those_of_official_papers() -> None:
    word = read(paper())
    assert [face(word, each) for each in ("cadre-title", "cadre-heading", "cadre-body")] == ["宋体", "黑体", "仿宋"]
    body = word.styles["cadre-body"]
    assert (body.font.size, body.paragraph_format.line_spacing) == (Pt(16), Pt(28))
    section = word.sections[0]
    margins = [section.page_width, section.top_margin, section.left_margin]
    assert [round((each or 0) / Mm(1)) for each in margins] == [210, 37, 28]


def test_a_table_has_its_head_on_every_page_and_no_torn_row() -> None:
    rows = read(paper()).tables[1].rows
    assert rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert sum(row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows) == 1


def test_pages_are_numbered_and_a_rehearsal_is_marked_on_each() -> None:
    section = read(paper(mark="演练材料，不作考评依据")).sections[0]
    footer = section.footer.paragraphs[0]._p
    assert "".join(each.text or "" for each in footer.iter(qn("w:t"))) == "第 1 页 共 1 页"
    assert [each.get(qn("w:instr")).strip() for each in footer.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert [each.text for each in section.header.paragraphs] == ["演练材料，不作考评依据", "张建国"]


def test_what_is_from_elsewhere_is_text_and_nothing_else() -> None:
    (told,) = [each.text for each in read(paper()).paragraphs if each.text.startswith("小字")]
    assert told == "小字 <b>&\"'\ufffd\ufffd=1+1"


def test_a_copy_takes_nothing_from_the_one_before() -> None:
    first = as_word(paper())
    as_word(paper(title="别的", running="李敏"))
    assert [each.text for each in docx.Document(BytesIO(as_word(paper()))).paragraphs] == [
        each.text for each in docx.Document(BytesIO(first)).paragraphs
    ]
