"""What an organiser reads first: each line whole, in both languages, with the key that leads on."""

import pytest

from cadre_tui import locale
from cadre_tui.model.filling.home import RoundLine
from cadre_tui.model.rounds.round import Phase
from cadre_tui.model.text import Text
from cadre_tui.tui.drawing.columns import width_of
from cadre_tui.tui.drawing.glyphs import UNICODE
from cadre_tui.tui.drawing.parts import plain
from cadre_tui.tui.home import organiser_page


@pytest.mark.parametrize("language", locale.LANGUAGES)
def test_what_an_organiser_reads_first_fits_a_small_terminal(language: str) -> None:
    locale.use(language)
    rounds = [
        RoundLine(round="r-1", title=Text("一轮"), phase=phase, handed_in={}, ballots=ballots)
        for phase in Phase
        for ballots in (False, True)
    ]
    for shown in ([], rounds):
        told = [plain(row.draw(78, False)) for row in organiser_page.rows(shown, UNICODE, list)]
        assert not [each for each in told if width_of(each) > 78]
    first = [plain(row.draw(78, False)) for row in organiser_page.rows([], UNICODE, list)]
    assert [each[-1] for each in first[-3:]] == ["i", "c", "n"], "a step a line, its key at the end"


def test_with_ballots_an_organiser_reads_what_comes_before_that_key() -> None:
    for phase, first in ((Phase.OPEN, "按 v 印票条"), (Phase.MODERATION, "两位监票人开箱")):
        line = RoundLine(round="r-1", title=Text("一轮"), phase=phase, handed_in={}, ballots=True)
        told = [plain(row.draw(80, False)) for row in organiser_page.rows([line], UNICODE, list)]
        assert any(first in row and "按 g" in row for row in told)
