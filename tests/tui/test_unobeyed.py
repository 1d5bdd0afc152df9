"""Whatever is drawn, whoever wrote it, a terminal obeys none of it; and no cell moves for it."""

import asyncio

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.widgets import Input, Label, Static

from cadre_tui.tui.app import CadreApp
from cadre_tui.tui.drawing.glyphs import ASCII, UNICODE, Glyphs
from cadre_tui.tui.drawing.unobeyed import Unobeyed
from cadre_tui.tui.host import Host
from cadre_tui.words.printable import OBEYED
from tests.files.hostile import OBEYED as SIGNS


def no_county() -> None:
    raise AssertionError


def draw(app: Host) -> None:
    """What Textual itself draws, and would send as it is."""
    app.screen.mount(
        Static(f"静{SIGNS}态", markup=False), Label(f"标{SIGNS}签", markup=False), Input(value=f"字{SIGNS}段")
    )


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_every_line_goes_through(glyphs: Glyphs) -> None:
    async def drawn() -> str:
        app = CadreApp(no_county, glyphs=glyphs, idle=0, first=draw)
        async with app.run_test(size=(60, 12)) as pilot:
            await pilot.pause()
            lines = app.screen._compositor.render_strips()
            return "\n".join("".join(segment.text for segment in line) for line in lines)

    seen = asyncio.run(drawn())
    assert all(each in seen for each in ("静", "态", "标", "签", "字", "段"))
    assert not OBEYED.search(seen)


def test_the_cells_stay_where_they_were() -> None:
    segments = [Segment(f"学{SIGNS}习"), Segment("a\tb")]
    after = Unobeyed().apply(segments, Color(0, 0, 0))
    assert [each.cell_length for each in after] == [
        Segment(f"学{''.join(filter(str.isprintable, SIGNS))}习").cell_length,
        2,
    ]
