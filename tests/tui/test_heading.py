"""The top line: however long a round's title, the page's own name can be read."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_tui.tui.drawing.columns import width_of
from cadre_tui.tui.widgets.heading import DOT, LEAST, fitting

WORDS = st.text("ab 考评·", min_size=1, max_size=60)
LONG = "The study of cadres of the whole county in the second half of the year"


@given(st.lists(WORDS, min_size=1, max_size=3), st.one_of(st.just(""), WORDS), st.integers(20, 120))
@settings(max_examples=150, deadline=None)
def test_both_sides_fit(parts: list[str], right: str, width: int) -> None:
    left, end = fitting(DOT.join(parts), right, width)
    assert width_of(left) + width_of(end) + (2 if end else 0) <= width


def test_a_long_title_gives_way_to_the_name_of_the_page() -> None:
    for left in (f"{LONG} · Results", f"Reminders · {LONG}", f"Hand in · Self-check · {LONG}"):
        told, right = fitting(left, "张建国 · 城关镇 副镇长", 78)
        assert right == "张建国 · 城关镇 副镇长"
        for part in left.split(DOT):
            assert part in told or (part == LONG and LONG[: LEAST - 1] in told)
    assert fitting("Disclosure check", LONG, 78)[0] == "Disclosure check"
    assert fitting("Grades · r1", "", 78) == ("Grades · r1", "")
