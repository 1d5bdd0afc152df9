"""Where agreement figures end: signs, tables that hold too little, and what must not change them."""

from collections.abc import Callable, Sequence
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from cadre_tui.model.results.analysis import Absent, Number
from cadre_tui.scoring.analysis.agreement.alpha import LEVELS, alpha
from cadre_tui.scoring.analysis.agreement.icc import NAMES, icc
from cadre_tui.scoring.analysis.agreement.kappa import fleiss_kappa
from cadre_tui.scoring.analysis.agreement.kendall import kendall_w
from cadre_tui.scoring.analysis.ratings import Ratings, ratings_of
from tests.scoring.analysis.tables import Cell, ratings, rows

Table = Sequence[Sequence[Cell]]

OPPOSITE: Table = [[1, 4], [2, 3], [3, 2], [4, 1]]
"""Two raters who order four the other way round: mean squares between 0, within 10/3 and error 10/3 by hand."""

scores = some.integers(-3, 6)
complete = some.tuples(some.integers(2, 6), some.integers(2, 5)).flatmap(
    lambda size: some.lists(
        some.lists(scores, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)
gaps = some.lists(some.lists(some.none() | scores, min_size=4, max_size=4), min_size=2, max_size=6)


def figures(found: Ratings) -> dict[str, Number]:
    return {**icc(found), **alpha(found), "w": kendall_w(found), "kappa": fleiss_kappa(found)}


def alike(one: dict[str, Number], other: dict[str, Number], *names: str) -> None:
    for name in names or one:
        a, b = one[name], other[name]
        if isinstance(a, Absent) or isinstance(b, Absent):
            assert a == b, name
        else:
            assert a == pytest.approx(b, abs=1e-9), name


def changed(table: Table, change: Callable[[int], int]) -> list[list[Cell]]:
    return [[None if each is None else change(int(each)) for each in row] for row in table]


def test_raters_of_opposite_minds_have_negative_correlations() -> None:
    """BMS = 0, WMS = 10 ÷ 4, JMS = 0, EMS = 10 ÷ 3 (Shrout & Fleiss' formulas, worked on paper)."""
    found = icc(ratings(OPPOSITE))
    assert found["ICC(1,1)"] == -1
    assert found["ICC(C,1)"] == -1
    assert found["ICC(A,1)"] == pytest.approx(-10 / 3 / (10 / 3 + 2 * (0 - 10 / 3) / 4))
    assert isinstance(found["ICC(1,k)"], Absent), "nothing between the subjects to divide by"
    assert isinstance(found["ICC(C,k)"], Absent)


def test_alpha_is_negative_below_chance_at_every_level() -> None:
    """Units 1 4, 2 3, 3 2, 4 1: D_o = 5, D_e = 8 × 20 ÷ (8 × 7) × … worked on paper: α = 1 − 7 × 20 ÷ 80."""
    found = alpha(ratings(OPPOSITE))
    assert found["nominal"] == pytest.approx(1 - 7 * 8 / 48)
    assert found["interval"] == pytest.approx(1 - 7 * 40 / 160)
    assert all(isinstance(each, float) and each < 0 for each in found.values())


def test_kappa_is_negative_and_concordance_nought_where_two_never_agree() -> None:
    """No pair agrees; each of four scores is a quarter: κ = (0 − 1/4) ÷ (3/4). Rank sums are all 5: W = 0."""
    assert fleiss_kappa(ratings(OPPOSITE)) == pytest.approx(-1 / 3)
    assert kendall_w(ratings(OPPOSITE)) == 0


def test_whoever_all_give_one_order_agree_wholly_but_for_their_severity() -> None:
    table = [[1, 3, 4], [2, 4, 5], [5, 7, 8]]
    found = figures(ratings(table))
    assert (found["ICC(C,1)"], found["ICC(C,k)"], found["w"]) == (1, 1, 1)
    assert 0 < found["ICC(A,1)"] < 1  # type: ignore[operator]


def test_a_rater_who_makes_no_difference_has_a_figure_all_the_same() -> None:
    """A constant column: its ranks are all tied, and no figure breaks."""
    found = figures(ratings([[1, 5], [2, 5], [3, 5], [4, 5]]))
    assert found["ICC(C,1)"] == 0
    assert not any(isinstance(each, Absent) for each in found.values())
    assert 0 < found["w"] < 1  # type: ignore[operator]


def test_one_subject_seen_by_many_has_no_figure_but_says_why() -> None:
    found = figures(ratings([[1, 2, 3, 4]]))
    assert {each.code for each in found.values() if isinstance(each, Absent)} == {"one-subject"}
    assert found["kappa"] == pytest.approx(-1 / 3), "four raters, four categories: no pair agrees"


def test_subjects_with_one_rating_count_for_nothing_in_alpha() -> None:
    table = [[1, 2, None], [3, 3, 4], [2, None, 2]]
    alike(dict(alpha(ratings(table))), dict(alpha(ratings([*table, [None, 9, None]]))))


@given(complete, some.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_changes_nothing(table: list[list[Cell]], chance) -> None:
    subjects, raters = list(range(len(table))), list(range(len(table[0])))
    chance.shuffle(subjects)
    chance.shuffle(raters)
    alike(figures(ratings(table)), figures(ratings([[table[s][r] for r in raters] for s in subjects])))


@given(gaps, some.randoms(use_true_random=False))
def test_the_order_of_the_file_s_rows_changes_nothing(table: list[list[Cell]], chance) -> None:
    listed = rows(table)
    assume(listed)
    mixed = list(listed)
    chance.shuffle(mixed)
    alike(figures(ratings_of(listed)), figures(ratings_of(mixed)))


@given(gaps)
def test_another_scale_with_the_same_distances_changes_only_ratios(table: list[list[Cell]]) -> None:
    """Three times the score and seven more; turned round, all but the ratio stays, too."""
    assume(rows(table))
    plain = figures(ratings(table))
    names = [name for name in plain if name != "ratio"]
    alike(plain, figures(ratings(changed(table, lambda each: 3 * each + 7))), *names)
    alike(plain, figures(ratings(changed(table, lambda each: -each))), *names)


@given(gaps)
def test_nominal_and_kappa_know_no_order_and_ordinal_no_distance(table: list[list[Cell]]) -> None:
    assume(rows(table))
    plain = figures(ratings(table))
    swapped = figures(ratings(changed(table, lambda each: {0: 6, 6: 0}.get(each, each))))
    alike(plain, swapped, "nominal", "kappa")
    cubed = figures(ratings(changed(table, lambda each: each**3)))
    alike(plain, cubed, "nominal", "kappa", "ordinal", "w")


@given(complete, some.lists(some.integers(-9, 9), min_size=5, max_size=5))
def test_severity_touches_agreement_but_not_consistency(table: list[list[Cell]], strict: list[int]) -> None:
    moved = [[int(each or 0) - strict[rater] for rater, each in enumerate(row)] for row in table]
    one, other = icc(ratings(table)), icc(ratings(moved))
    assume(not any(isinstance(each, Absent) for each in (*one.values(), *other.values())))
    alike(dict(one), dict(other), "ICC(C,1)", "ICC(C,k)")
    alike(figures(ratings(table)), figures(ratings(moved)), "w")


@given(gaps)
def test_no_figure_is_above_1_and_shares_stay_in_their_bounds(table: list[list[Cell]]) -> None:
    assume(rows(table))
    found = ratings(table)
    everything = figures(found)
    assert everything.keys() == {*NAMES, *LEVELS, "w", "kappa"}
    for name, each in everything.items():
        assert isinstance(each, Absent) or each <= 1 + 1e-9, name
    w = everything["w"]
    assert isinstance(w, Absent) or w >= 0
    one = everything["ICC(C,1)"]
    assert isinstance(one, Absent) or one >= -1 / (len(found.raters) - 1) - 1e-9


def test_exactness_holds_for_tenths() -> None:
    """0.1 + 0.2 is 0.3 here: columns that differ by a constant are one in consistency."""
    table = [[Fraction(at, 10), Fraction(at + 2, 10)] for at in range(1, 8)]
    assert icc(ratings(table))["ICC(C,1)"] == 1  # type: ignore[arg-type]
