from time import perf_counter

import pytest

from cadre_tui import locale
from cadre_tui.tui.colleagues.grid import Grid
from cadre_tui.tui.colleagues.page import PROGRESS, GridPage
from cadre_tui.tui.colleagues.words import criterion_lines, guidance, tally_line
from cadre_tui.tui.drawing.glyphs import UNICODE
from cadre_tui.tui.drawing.parts import line_width, plain
from tests.tui.colleague_forms import forms, mixed, mutual


def drawn(grid: Grid, width: int) -> list[str]:
    page = GridPage(grid, UNICODE, "zh")
    return [plain(each) for each in (*page.head(width), *(page.line(row, width) for row in range(len(page))))]


@pytest.mark.parametrize("width", [58, 70, 78, 118, 200])
def test_no_line_of_the_grid_is_wider_than_it_may_be(width: int) -> None:
    grid = Grid(forms(12, mutual(), mixed()))
    page = GridPage(grid, UNICODE, "zh")
    assert all(line_width(page.line(row, width)) <= width for row in range(len(page)))
    assert line_width(page.head(width)[0]) <= width


def test_with_many_criteria_the_one_at_the_cursor_is_in_sight() -> None:
    grid = Grid(forms(3, mutual(), mixed()))
    grid.go(0, 11)
    head = drawn(grid, 58)[0]
    assert "12" in head
    assert "<" in head
    assert " 1 " not in head


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [58, 78, 118])
def test_no_column_moves_while_one_scores(width: int, language: str) -> None:
    """The head, which stands over every column, is the same from the first key to the last."""
    for checklist, criteria in ((mutual(), 8), (mixed(), 2)):
        grid = Grid(forms(3, checklist))
        before = plain(GridPage(grid, UNICODE, language).head(width)[0])
        for column in range(criteria):
            for row in range(3):
                grid.go(row, column)
                grid.choose(2)
                grid.go(0, 0)
                assert plain(GridPage(grid, UNICODE, language).head(width)[0]) == before


def test_a_word_beside_the_sign_says_what_is_owed() -> None:
    grid = Grid(forms(1, mixed()))
    grid.choose(2)
    grid.go(0, 2)
    row = drawn(grid, 78)[1]
    grid.go(0, 0)
    assert "! 差 缺理由" in drawn(grid, 78)[1]
    assert "◐ 1/2 在评" in row


def test_a_criterion_that_is_no_choice_says_how_it_is_filled_in() -> None:
    grid = Grid(forms(1, mixed()))
    grid.go(0, 2)
    told = "".join(plain(each) for each in criterion_lines(grid, "zh", UNICODE, 78, 2))
    assert "按 Enter 打开这位同事的评价表来填" in told
    assert line_width(tally_line(grid, "zh", UNICODE, 78)) <= 78


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 58, 78])
def test_long_guidance_is_cut_to_its_lines_and_names_the_key_that_shows_it(language: str, width: int) -> None:
    grid = Grid(forms(1))
    whole = guidance(grid.columns[0], language, UNICODE, width, 99)
    cut = guidance(grid.columns[0], language, UNICODE, width, 2)
    assert all(line_width(each) <= width for each in [*whole, *cut])
    assert len(cut) == 2
    assert plain(cut[-1]).endswith("… F1") == (len(whole) > 2)
    assert guidance(grid.columns[0], language, UNICODE, width, 0) == []


def test_a_unit_of_sixty_is_drawn_in_a_few_milliseconds() -> None:
    grid = Grid(forms(60))
    page = GridPage(grid, UNICODE, "zh")
    page.line(0, 78)
    began = perf_counter()
    for key in range(20):
        grid.go(key, 3)
        grid.choose(1 + key % 5)
        page = GridPage(grid, UNICODE, "zh")
        assert len([page.line(row, 78) for row in range(15)]) == 15
    assert (perf_counter() - began) / 20 < 0.03


def test_english_states_begin_alike() -> None:
    """They stand below each other: 已提交 is written as 在评 and 未评 are."""
    assert all(locale.said_in("en", each)[:1].isupper() for each in (*PROGRESS, "不问", "已填"))
