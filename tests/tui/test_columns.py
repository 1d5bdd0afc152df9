from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_tui.tui.drawing.columns import cut, fit, width_of, wrap

MIXED = st.text(alphabet="学习计划abc 12，。（）[/]", max_size=40)


@given(MIXED, st.integers(0, 50), st.sampled_from(["left", "right", "middle"]))
@settings(max_examples=200, deadline=None)
def test_a_fitted_text_takes_exactly_its_cells(text: str, width: int, side: str) -> None:
    assert width_of(fit(text, width, side)) == width  # type: ignore[arg-type]


@given(MIXED, st.integers(2, 30))
@settings(max_examples=200, deadline=None)
def test_wrapping_keeps_every_letter_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(width_of(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_hanzi_is_not_cut_in_half() -> None:
    assert cut("学习计划", 5) == "学习…"
    assert cut("学习计划", 8) == "学习计划"
    assert cut("学习计划", 4, "..") == "学.."
    assert fit("学习", 3) == "学…"
    assert cut("学习 计划", 6) == "学习 …"


def test_what_would_move_the_cursor_is_drawn_as_a_space() -> None:
    assert fit("张\t三\n\x1b[2J", 12) == "张 三  [2J  "


def test_a_line_does_not_begin_with_a_closing_mark() -> None:
    assert wrap("认真学习，按时完成。", 8) == ["认真学", "习，按时", "完成。"]


def test_words_are_not_torn_where_there_are_spaces() -> None:
    assert wrap("Judge by daily conduct", 11) == ["Judge by", "daily", "conduct"]
    assert wrap("abcdefgh", 3) == ["abc", "def", "gh"]
