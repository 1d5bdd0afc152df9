"""Random tables: what we reckon agrees with independent packages and with other ways of reckoning it."""

from fractions import Fraction
from itertools import product

import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from cadre_tui.model.results.analysis import Absent
from cadre_tui.scoring.analysis.agreement.alpha import LEVELS, alpha
from cadre_tui.scoring.analysis.agreement.icc import icc
from cadre_tui.scoring.analysis.agreement.kappa import fleiss_kappa
from cadre_tui.scoring.analysis.agreement.kendall import kendall_w
from cadre_tui.scoring.analysis.fit import fit
from cadre_tui.scoring.analysis.pieces import pieces_of
from cadre_tui.scoring.analysis.plain import mean, sensitivity
from tests.scoring.analysis.tables import Cell, ratings

scores = some.integers(0, 6)
complete = some.tuples(some.integers(2, 7), some.integers(2, 6)).flatmap(
    lambda size: some.lists(
        some.lists(scores, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)
gaps = some.tuples(some.integers(2, 7), some.integers(2, 6)).flatmap(
    lambda size: some.lists(
        some.lists(some.none() | scores, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)


@given(gaps)
def test_alpha_is_that_of_the_package_for_it(table: list[list[Cell]]) -> None:
    pairs = [row for row in table if sum(each is not None for each in row) > 1]
    if not pairs:
        return
    values = {each for row in pairs for each in row if each is not None}
    found = alpha(ratings(pairs))
    if len(values) == 1:
        assert all(isinstance(each, Absent) for each in found.values())
        return
    data = np.array([[np.nan if each is None else each for each in row] for row in pairs], dtype=float).T
    for level in LEVELS:
        oracle = krippendorff.alpha(reliability_data=data, level_of_measurement=level)
        assert found[level] == pytest.approx(oracle, abs=1e-9), level


@given(complete)
def test_intraclass_correlations_follow_from_the_mean_squares(table: list[list[Cell]]) -> None:
    data = np.array(table, dtype=float)
    n, k = data.shape
    found = icc(ratings(table))
    if np.ptp(data) == 0:
        assert all(isinstance(each, Absent) for each in found.values())
        return
    rows, columns = data.mean(1, keepdims=True), data.mean(0, keepdims=True)
    msr = k * rows.var() * n / (n - 1)
    msc = n * columns.var() * k / (k - 1)
    msw = ((data - rows) ** 2).sum() / (n * (k - 1))
    mse = ((data - rows - columns + data.mean()) ** 2).sum() / ((n - 1) * (k - 1))
    oracle = {
        "ICC(1,1)": (msr - msw, msr + (k - 1) * msw),
        "ICC(A,1)": (msr - mse, msr + (k - 1) * mse + k * (msc - mse) / n),
        "ICC(C,1)": (msr - mse, msr + (k - 1) * mse),
        "ICC(1,k)": (msr - msw, msr),
        "ICC(A,k)": (msr - mse, msr + (msc - mse) / n),
        "ICC(C,k)": (msr - mse, msr),
    }
    for name, (part, whole) in oracle.items():
        if whole > 1e-9:
            assert found[name] == pytest.approx(part / whole, abs=1e-6), name
        else:
            assert isinstance(found[name], Absent), name


@given(complete)
def test_concordance_is_the_mean_rank_correlation_of_all_pairs(table: list[list[Cell]]) -> None:
    """W = (1 + (m − 1) r) / m, r the mean of Spearman's correlations: another way where no rater ties all."""
    data = np.array(table, dtype=float)
    m = data.shape[1]
    found = kendall_w(ratings(table))
    if any(np.ptp(column) == 0 for column in data.T):
        assert isinstance(found, Absent) or 0 <= found <= 1
        return
    ranks = [np.array([(column < each).sum() + (column == each).sum() / 2 for each in column]) for column in data.T]
    spreads = [rank.std() for rank in ranks]
    if np.ptp(spreads) > 1e-9:
        return  # the two are the same only where all raters tie alike
    mean_r = np.mean([np.corrcoef(a, b)[0, 1] for i, a in enumerate(ranks) for b in ranks[:i]])
    assert found == pytest.approx((1 + (m - 1) * mean_r) / m, abs=1e-9)


@given(complete)
def test_kappa_counts_the_pairs_of_raters_that_agree(table: list[list[Cell]]) -> None:
    found = fleiss_kappa(ratings(table))
    pairs = [row[a] == row[b] for row in table for a, b in product(range(len(row)), repeat=2) if a != b]
    everything = [each for row in table for each in row]
    by_chance = np.mean([a == b for a, b in product(everything, repeat=2)])
    if by_chance == 1:
        assert isinstance(found, Absent)
    else:
        assert found == pytest.approx((np.mean(pairs) - by_chance) / (1 - by_chance), abs=1e-9)


@given(gaps, some.sampled_from([0.0, 0.5, 3.0]))
def test_the_fit_is_that_of_the_whole_equations(table: list[list[Cell]], ridge: float) -> None:
    if not any(each is not None for row in table for each in row):
        return
    own = ratings(table)
    pieces = pieces_of(own)
    found = fit(own, pieces, ridge, robust=False).solution
    subjects, raters = len(own.subjects), len(own.raters)
    design = np.zeros((len(own), subjects + raters))
    design[np.arange(len(own)), own.subject] = 1
    design[np.arange(len(own)), subjects + own.rater] = -1
    sums = np.zeros((pieces.count, subjects + raters))
    sums[pieces.of_rater, subjects + np.arange(raters)] = 1
    penalty = np.sqrt(ridge) * np.eye(subjects + raters)[subjects:]
    zeros = np.zeros(pieces.count + raters)
    whole = np.vstack([design, sums, penalty])
    oracle = np.linalg.lstsq(whole, np.concatenate([own.score, zeros]), rcond=None)[0]
    assert found.subject == pytest.approx(oracle[:subjects], abs=1e-7)
    assert found.severity == pytest.approx(oracle[subjects:], abs=1e-7)


@given(some.lists(some.fractions(-100, 100, max_denominator=8), min_size=2, max_size=9))
def test_sensitivity_is_what_taking_any_one_vote_out_does(votes: list[Fraction]) -> None:
    without = [mean(votes[:at] + votes[at + 1 :]) for at in range(len(votes))]
    assert sensitivity(votes) == max(abs(each - mean(votes)) for each in without)
