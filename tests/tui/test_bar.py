from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_tui.tui.drawing.bar import bar, pair
from cadre_tui.tui.drawing.columns import width_of
from cadre_tui.tui.drawing.glyphs import ASCII, SETS, UNICODE, Glyphs
from cadre_tui.tui.drawing.spark import spark

AMOUNTS = st.decimals(-20, 120, places=2)
SIGNS = st.sampled_from(list(SETS.values()))


@given(AMOUNTS, st.decimals(0, 100, places=1), st.integers(0, 40), SIGNS)
@settings(max_examples=150, deadline=None)
def test_a_bar_takes_exactly_its_cells(value: Decimal, maximum: Decimal, width: int, glyphs: Glyphs) -> None:
    assert width_of(bar(value, maximum, width, glyphs)) == width


@given(AMOUNTS, AMOUNTS, st.integers(1, 40), SIGNS)
@settings(max_examples=150, deadline=None)
def test_two_bars_in_one_row_take_exactly_its_cells(
    upper: Decimal, lower: Decimal, width: int, glyphs: Glyphs
) -> None:
    assert width_of(pair(upper, lower, 100, width, glyphs)) == width


@given(st.lists(AMOUNTS, min_size=2, max_size=2, unique=True), st.integers(2, 30))
@settings(max_examples=150, deadline=None)
def test_more_is_never_drawn_shorter(values: list[Decimal], width: int) -> None:
    less, more = (bar(value, 100, width, UNICODE) for value in sorted(values))
    assert filled(less) <= filled(more)


def filled(text: str) -> int:
    return sum(UNICODE.blocks.index(sign) for sign in text)


def test_only_all_fills_a_bar_and_only_nothing_leaves_it_empty() -> None:
    assert bar(100, 100, 4, UNICODE) == "████"
    assert bar(Decimal("99.9"), 100, 4, UNICODE) == "███▉"
    assert bar(0, 100, 4, UNICODE) == "    "
    assert bar(Decimal("0.1"), 100, 4, UNICODE) == "▏   "
    assert bar(50, 100, 4, ASCII) == "##  "


def test_a_bar_of_nothing_possible_is_empty() -> None:
    assert bar(3, 0, 4, UNICODE) == "    "


def test_what_stands_out_belongs_to_the_longer_one() -> None:
    assert pair(90, 70, 100, 10, UNICODE) == "███████▀▀ "
    assert pair(70, 90, 100, 10, UNICODE) == "███████▄▄ "
    assert pair(90, 70, 100, 10, ASCII) == '#######"" '
    assert pair(None, 50, 100, 10, UNICODE) == "▄▄▄▄▄     "
    assert pair(50, None, 100, 10, UNICODE) == "▀▀▀▀▀     "
    assert pair(None, None, 100, 3, UNICODE) == "   "


@given(st.lists(st.none() | AMOUNTS, max_size=12), SIGNS)
@settings(max_examples=100, deadline=None)
def test_a_spark_has_one_cell_a_value(values: list[Decimal | None], glyphs: Glyphs) -> None:
    assert width_of(spark(values, glyphs)) == len(values)


@pytest.mark.parametrize(
    ("values", "drawn"),
    [
        (["70", "80", "90"], "▁▅█"),
        (["84", "84.1"], "▄▅"),
        (["80", None, "90"], "▁ █"),
        ([None], " "),
        (["86.5"], "▅"),
    ],
)
def test_a_trifle_does_not_look_like_a_leap(values: list[str | None], drawn: str) -> None:
    assert spark([None if value is None else Decimal(value) for value in values], UNICODE) == drawn


@pytest.mark.parametrize("share", [-1, 0, 0.01, 1 / 3, 0.999, 1, 7])
def test_a_bar_is_as_wide_as_it_is_asked_to_be(share: float) -> None:
    for glyphs in (UNICODE, ASCII):
        for width in (1, 7, 24):
            for track in (False, True):
                assert width_of(glyphs.bar(share, width, track=track)) == width
    assert UNICODE.bar(0.5, 4, track=True) == "██░░"
    assert UNICODE.bar(5 / 16, 2) == "▋ "
