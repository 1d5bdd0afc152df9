"""Every form and every document says who publishes its checklist, under which number, version and digest."""

from dataclasses import replace
from pathlib import Path

import pytest

from cadre_tui import checklists
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.reports.html import as_html
from cadre_tui.tui.drawing.columns import width_of
from cadre_tui.tui.drawing.glyphs import ASCII, UNICODE
from cadre_tui.tui.drawing.imprint import end_of_rule, fitting
from cadre_tui.words import documents
from cadre_tui.words.checklists.imprint import imprint
from tests.tui.results_made import WHOLE
from tests.words.test_documents import issue

QINGHE = checklists.read(Path(__file__).parents[2] / "plugins" / "qinghe" / "qinghe.agency.toml")
BARE = QINGHE.model_copy(update={"publisher": None, "document": None})
ISSUE = replace(issue(), checklists=(QINGHE,))


def test_the_four_are_told_and_what_is_not_named_is_left_out() -> None:
    told = imprint(QINGHE, "zh")
    assert told.publisher == "中共清河县委组织部"
    assert "号" in told.document
    assert (told.version, told.digest) == (QINGHE.version, QINGHE.digest[:8])
    assert str(imprint(BARE, "zh")) == f"{QINGHE.version} {QINGHE.digest[:8]}"


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_where_there_is_little_room_the_publisher_is_cut_first(glyphs) -> None:
    whole = imprint(QINGHE, "zh")
    assert fitting(whole, 99, glyphs.ellipsis) == str(whole)
    for room in range(60):
        told = fitting(whole, room, glyphs.ellipsis)
        assert width_of(told) <= room
        assert not told or told.endswith(whole.digest)
        assert width_of(end_of_rule(whole, room, glyphs)) == room
    assert whole.document in fitting(whole, width_of(str(whole)) - 9, glyphs.ellipsis)


def test_every_document_bears_them_at_its_end() -> None:
    of = imprint(QINGHE, "zh")
    wanted = (of.publisher, of.document, QINGHE.name, QINGHE.digest)
    blank = documents.blank_form(QINGHE, Purpose.SELF, ISSUE)
    for paper in (documents.score_sheet(WHOLE, ISSUE), blank):
        seal = "\n".join(paper.seal)
        assert all(each in seal for each in wanted)
        page = as_html(paper).decode()
        assert all(each in page for each in wanted)
    notes = "\n".join(documents.workbook([WHOLE], ISSUE).sheets[0].notes)
    assert all(each in notes for each in wanted)
