"""The residual degrees of freedom that who rated whom can leave."""

import hypothesis.strategies as st
from hypothesis import given

from cadre_tui.model.results.analysis import Rating
from cadre_tui.scoring.analysis.free import most_free
from cadre_tui.scoring.analysis.pieces import pieces_of
from cadre_tui.scoring.analysis.ratings import ratings_of
from cadre_tui.scoring.analysis.variance import free_of

PAIRS = st.sets(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), min_size=1)


@given(PAIRS)
def test_it_is_what_the_fit_has(pairs: set[tuple[str, str]]) -> None:
    table = ratings_of([Rating(subject, rater, 1) for rater, subject in sorted(pairs)])
    assert most_free(pairs) == free_of(table, pieces_of(table))


@given(PAIRS, st.data())
def test_fewer_ratings_never_leave_more(pairs: set[tuple[str, str]], data: st.DataObject) -> None:
    assert most_free(data.draw(st.sets(st.sampled_from(sorted(pairs))))) <= most_free(pairs)


def test_who_answers_twice_counts_once() -> None:
    assert most_free([("a", "b"), ("a", "b"), ("a", "c")]) == 0
