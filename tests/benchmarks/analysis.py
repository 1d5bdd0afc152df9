"""The additive model on 60,000 ratings: in one piece of 10,000 raters, and in a hundred units."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from time import process_time

import numpy as np

from cadre_tui.model.results.analysis import Rating
from cadre_tui.scoring.analysis.fit import fit
from cadre_tui.scoring.analysis.pieces import pieces_of
from cadre_tui.scoring.analysis.ratings import Ratings, ratings_of
from tests.benchmarks.table import Measured

CADRES = 10_000
EACH = 6
MAY_TAKE = 2.0
"""Seconds."""


def county(units: int) -> Ratings:
    """Everybody rated by six others of their unit, with raters who differ and some scores that are wild."""
    chance = np.random.default_rng(units)
    size = CADRES // units
    merit, strict = chance.normal(78, 8, CADRES), chance.normal(0, 3, CADRES)
    rows = []
    for cadre in range(CADRES):
        first = cadre // size * size
        for rater in first + (cadre - first + 1 + chance.choice(size - 1, EACH, replace=False)) % size:
            score = merit[cadre] - strict[rater] + chance.normal(0, 4) + (25 if chance.random() < 0.03 else 0)
            rows.append(Rating(f"c{cadre}", f"r{rater}", Fraction(int(min(max(score, 0), 100)))))
    return ratings_of(rows)


def taken(ratings: Ratings) -> float:
    """Seconds for pieces, variances, ridge and weights; the answer must be of sense."""
    started = process_time()
    found = fit(ratings, pieces_of(ratings))
    seconds = process_time() - started
    assert found.enough
    assert 1.5 < found.shrink < 3, "16 ÷ 9 in truth"
    return seconds


def of_mean(ratings: Ratings) -> float:
    """Seconds for numpy's mean of the same scores by subject."""
    started = process_time()
    means = np.bincount(ratings.subject, ratings.score) / np.bincount(ratings.subject)
    assert len(means) == CADRES
    return process_time() - started


def measure(folder: Path) -> Iterator[Measured]:
    """All rows; nothing is written."""
    del folder
    for units, told in ((1, "one piece"), (100, "100 units")):
        ratings = county(units)
        assert len(ratings) == CADRES * EACH
        seconds = taken(ratings)
        yield Measured(f"the additive model on 60,000 ratings, {told}, of 2 s", seconds, MAY_TAKE, "s", 1)
        yield Measured("the same, beside numpy's mean", seconds * 1000, of_mean(ratings) * 1000, "ms", None)
