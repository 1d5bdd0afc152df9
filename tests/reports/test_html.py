"""The page of HTML: whole, harmless, by itself, and telling what it draws."""

import re
from html.parser import HTMLParser

from cadre_tui.reports.html import as_html
from tests.reports.papers import paper

VOID = {"meta", "br", "col", "rect"}


class Reading(HTMLParser):
    """The text, and the tags that are open; a tag that closes another one is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(page: bytes) -> Reading:
    reading = Reading()
    reading.feed(page.decode())
    reading.close()
    assert reading.open == []
    return reading


def test_it_is_well_formed_and_needs_nothing_else() -> None:
    page = as_html(paper())
    reading = read(page)
    asked = {"src", "href", "srcset", "data", "action"}
    assert not [each for _tag, attributes in reading.seen for each in attributes if each in asked]
    assert not re.search(rb"https?:|url\(|@import|<script", page)
    assert {"table", "thead", "svg", "style"} <= {tag for tag, _attributes in reading.seen}


def test_what_is_from_elsewhere_is_text() -> None:
    reading = read(as_html(paper(title="<script>x</script>", mark="</style><b>")))
    assert "script" not in {tag for tag, _attributes in reading.seen}
    assert "小字 <b>&\"'\ufffd\ufffd=1+1" in reading.text


def test_the_numbers_stand_beside_the_bars() -> None:
    told = re.findall(r"<text[^>]*>([^<]*)", as_html(paper()).decode())
    assert told == ["学习计划", "5.00", "—"]
    widths = re.findall(r'<rect[^>]*width="([\d.]+)"', as_html(paper()).decode())
    assert widths == ["180.0", "0.0"]


def test_pages_are_numbered_in_print_and_a_rehearsal_is_marked() -> None:
    page = as_html(paper(mark="演练")).decode()
    assert re.search(r'content: "第 " counter\(page\) " 页 共 " counter\(pages\) " 页"', page)
    assert '<div class="mark">演练</div>' in page
    assert '@top-center { content: "演练"' in page
    assert 'class="mark' not in as_html(paper()).decode()
