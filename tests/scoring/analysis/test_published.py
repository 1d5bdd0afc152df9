"""Published tables come out to the published digits."""

from fractions import Fraction

import pytest

from cadre_tui.model.results.analysis import Absent, Rating
from cadre_tui.scoring.analysis.agreement.alpha import alpha
from cadre_tui.scoring.analysis.agreement.icc import icc
from cadre_tui.scoring.analysis.agreement.kappa import fleiss_kappa
from cadre_tui.scoring.analysis.agreement.kendall import kendall_w
from cadre_tui.scoring.analysis.analysing import analyse
from cadre_tui.scoring.analysis.distributions import f_quantile, t_quantile
from cadre_tui.scoring.analysis.ratings import ratings_of
from tests.scoring.analysis.tables import (
    BLOCKS,
    EFFECTS,
    FLEISS_KAPPA,
    KRIPPENDORFF,
    KRIPPENDORFF_ALPHA,
    SHROUT_FLEISS,
    SHROUT_FLEISS_ICC,
    TIED,
    TIED_W,
    diagnoses,
    ratings,
)


def rounded(figures: dict[str, float | Absent], places: int) -> dict[str, float]:
    assert not any(isinstance(each, Absent) for each in figures.values())
    return {name: round(float(each), places) for name, each in figures.items()}  # type: ignore[arg-type]


def test_six_intraclass_correlations_of_shrout_and_fleiss() -> None:
    assert rounded(icc(ratings(SHROUT_FLEISS)), 2) == SHROUT_FLEISS_ICC


def test_four_alphas_of_krippendorff_with_missing_ratings() -> None:
    assert rounded(alpha(ratings(KRIPPENDORFF)), 3) == KRIPPENDORFF_ALPHA


def test_kappa_of_fleiss_thirty_patients() -> None:
    assert fleiss_kappa(ratings(diagnoses())) == pytest.approx(FLEISS_KAPPA, abs=0.0005)


def test_concordance_of_siegel_with_ties() -> None:
    assert kendall_w(ratings([list(each) for each in zip(*TIED, strict=True)])) == pytest.approx(TIED_W, abs=0.0005)


def test_intra_block_effects_of_a_balanced_incomplete_block_design() -> None:
    rows = [
        Rating(treatment, block, Fraction(score)) for block, row in BLOCKS.items() for treatment, score in row.items()
    ]
    found = analyse(ratings_of(rows), 0.0)
    adjusted = {name: each.adjusted for name, each in found.subjects.items()}
    middle = sum(adjusted.values()) / len(adjusted)  # type: ignore[arg-type, misc]
    for treatment, effect in EFFECTS.items():
        assert adjusted[treatment] - middle == pytest.approx(float(effect), abs=1e-9)  # type: ignore[operator]
    assert middle == pytest.approx(72.5)


@pytest.mark.parametrize(
    ("upper", "lower", "share", "value"),
    [(1, 1, 0.95, 161.4476), (4, 10, 0.95, 3.4780), (10, 30, 0.975, 2.5112)],
)
def test_quantiles_of_f_are_those_of_the_tables(upper: int, lower: int, share: float, value: float) -> None:
    assert f_quantile(share, upper, lower) == pytest.approx(value, rel=2e-4)


@pytest.mark.parametrize(("free", "value"), [(1, 12.7062), (10, 2.2281), (30, 2.0423), (1000, 1.9623)])
def test_quantiles_of_t_are_those_of_the_tables(free: int, value: float) -> None:
    assert t_quantile(0.975, free) == pytest.approx(value, abs=1e-4)


def test_quantiles_of_f_turn_over_with_their_degrees_of_freedom() -> None:
    assert f_quantile(0.025, 23, 73) == pytest.approx(1 / f_quantile(0.975, 73, 23))
