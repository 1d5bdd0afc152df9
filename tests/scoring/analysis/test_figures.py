"""Plain figures, uncertainty, agreement: what is told, and why something is not."""

from fractions import Fraction

import numpy as np
import pytest

from cadre_tui.model.results.analysis import Absent, Rating
from cadre_tui.scoring.analysis.agreement.icc import icc
from cadre_tui.scoring.analysis.agreement.spearman_brown import raters_needed
from cadre_tui.scoring.analysis.analysing import analyse
from cadre_tui.scoring.analysis.ratings import ratings_of
from tests.scoring.analysis.tables import SHROUT_FLEISS, ratings
from tests.scoring.analysis.test_fit import made


def code(figure: object) -> str:
    assert isinstance(figure, Absent), figure
    return figure.code


def test_means_are_exact_and_trimming_begins_at_five() -> None:
    found = analyse(ratings([[85.1, 85.2, 85.3, 99, 10], [1, 2, 4, 5, None]]))
    five, four = found.subjects.values()
    assert (five.mean, five.median, five.trimmed) == (Fraction("72.92"), Fraction("85.2"), Fraction("85.2"))
    assert (four.mean, four.median) == (3, 3)
    assert code(four.trimmed) == "few-to-trim"
    assert five.sensitivity == (Fraction("72.92") - 10) / 4


def test_five_equal_votes_are_no_certainty() -> None:
    found = analyse(ratings([[80, 80, 80, 80, 80], [70, 90, 60, 85, 75], [95, 85, 65, 90, 80]]))
    sure, other, _ = found.subjects.values()
    assert sure.error == other.error
    assert sure.error > 3  # type: ignore[operator]
    assert sure.band.low < 80 < sure.band.high  # type: ignore[union-attr]


def test_the_errors_that_are_told_are_those_that_occur() -> None:
    misses, told = [], []
    for seed in range(30):
        own = made(24, 5, 4, 4, seed)
        found = analyse(own, robust=False)
        merit = dict(zip(own.subjects, truth(seed), strict=True))
        misses += [float(each.adjusted) - merit[name] for name, each in found.subjects.items()]  # type: ignore[arg-type]
        told += [float(each.adjusted_error) for each in found.subjects.values()]  # type: ignore[arg-type]
    seen = (sum(each**2 for each in misses) / len(misses)) ** 0.5
    assert sum(told) / len(told) == pytest.approx(seen, rel=0.15)


def truth(seed: int) -> list[float]:
    return list(np.random.default_rng(seed).normal(75, 8, 24))


def test_an_order_is_told_only_where_the_data_carry_one() -> None:
    assert code(analyse(ratings(SHROUT_FLEISS)).ranking) == "unreliable"
    clear = analyse(made(24, 5, 2, 1))
    assert not isinstance(clear.ranking, Absent)
    figures = [clear.subjects[name].adjusted for name in clear.ranking]
    assert figures == sorted(figures, reverse=True)  # type: ignore[type-var]


def test_incomplete_tables_keep_what_needs_no_completeness() -> None:
    found = analyse(made(24, 5, 4, 4)).agreement
    assert {name for name, each in found.icc.items() if not isinstance(each, Absent)} == {"ICC(1,1)", "ICC(1,k)"}
    assert code(found.icc["ICC(C,k)"]) == code(found.kendall_w) == "not-complete"
    assert 0.5 < found.generalisability < 1  # type: ignore[operator]
    assert found.needed_from == "ICC(1,1)"


def test_a_table_where_everybody_is_good_says_why_nothing_can_be_had() -> None:
    found = analyse(ratings([[90] * 4] * 5))
    figures = [*found.agreement.icc.values(), *found.agreement.alpha.values(), found.agreement.fleiss_kappa]
    assert {code(each) for each in [*figures, found.agreement.kendall_w]} == {"all-the-same"}
    assert found.agreement.all_alike == 1
    nearly = analyse(ratings([[90] * 4] * 9 + [[90, 90, 90, 85]])).agreement
    assert nearly.icc["ICC(A,1)"] == pytest.approx(0, abs=0.05)
    assert nearly.all_alike > 0.9


def test_one_subject_one_rater_and_one_vote_each_are_told_apart() -> None:
    assert {code(each) for each in icc(ratings([[1, 2, 3]])).values()} == {"one-subject"}
    assert {code(each) for each in icc(ratings([[1], [2], [3]])).values()} == {"one-vote-each"}
    assert code(analyse(ratings([[1], [2], [3]])).agreement.kendall_w) == "one-rater"
    alone = analyse(ratings([[7]]))
    assert code(alone.subjects["c1"].sensitivity) == "one-vote"
    assert alone.components == 1


def test_negative_scores_have_no_ratio_scale() -> None:
    found = analyse(ratings([[-1, 2], [3, 4]])).agreement.alpha
    assert code(found["ratio"]) == "negative-scores"
    assert isinstance(found["interval"], float)


@pytest.mark.parametrize(("one", "needed"), [(0.5, 4), (0.8, 1), (0.2, 16), (1.0, 1), (0.4445, 5)])
def test_raters_needed_follow_spearman_and_brown(one: float, needed: int) -> None:
    assert raters_needed(one) == needed


def test_raters_without_agreement_are_never_enough() -> None:
    assert code(raters_needed(-0.1)) == "no-agreement"


def test_doubled_ratings_are_refused_before_anything_is_reckoned() -> None:
    with pytest.raises(ValueError, match="once"):
        ratings_of([Rating("a", "r", Fraction(1)), Rating("a", "r", Fraction(2))])
