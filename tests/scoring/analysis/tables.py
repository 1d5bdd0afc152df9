"""Tables of ratings: published ones, and how a test writes one."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from cadre_tui.model.results.analysis import Rating
from cadre_tui.scoring.analysis.ratings import Ratings, ratings_of

Cell = int | float | None


def rows(table: Sequence[Sequence[Cell]]) -> list[Rating]:
    """A row a subject (c1, c2, …), a column a rater (r1, r2, …)."""
    return [
        Rating(f"c{subject}", f"r{rater}", Fraction(str(score)))
        for subject, row in enumerate(table, 1)
        for rater, score in enumerate(row, 1)
        if score is not None
    ]


def ratings(table: Sequence[Sequence[Cell]]) -> Ratings:
    return ratings_of(rows(table))


SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
"""Shrout & Fleiss (1979), table 2: six targets, four judges."""

SHROUT_FLEISS_ICC = {
    "ICC(1,1)": 0.17,
    "ICC(A,1)": 0.29,
    "ICC(C,1)": 0.71,
    "ICC(1,k)": 0.44,
    "ICC(A,k)": 0.62,
    "ICC(C,k)": 0.91,
}

_OBSERVERS: list[list[Cell]] = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]
KRIPPENDORFF = [list(unit) for unit in zip(*_OBSERVERS, strict=True)]
"""Krippendorff (2011), *Computing Krippendorff's Alpha-Reliability*: four observers, twelve units."""

KRIPPENDORFF_ALPHA = {"nominal": 0.743, "ordinal": 0.815, "interval": 0.849, "ratio": 0.797}


DIAGNOSES = [
    (0, 0, 0, 6, 0), (0, 3, 0, 0, 3), (0, 1, 4, 0, 1), (0, 0, 0, 0, 6), (0, 3, 0, 3, 0),
    (2, 0, 4, 0, 0), (0, 0, 4, 0, 2), (2, 0, 3, 1, 0), (2, 0, 0, 4, 0), (0, 0, 0, 0, 6),
    (1, 0, 0, 5, 0), (1, 1, 0, 4, 0), (0, 3, 3, 0, 0), (1, 0, 0, 5, 0), (0, 2, 0, 3, 1),
    (0, 0, 5, 0, 1), (3, 0, 0, 1, 2), (5, 1, 0, 0, 0), (0, 2, 0, 4, 0), (1, 0, 2, 0, 3),
    (0, 0, 0, 0, 6), (0, 1, 0, 5, 0), (0, 2, 0, 1, 3), (2, 0, 0, 4, 0), (1, 0, 0, 4, 1),
    (0, 5, 0, 1, 0), (4, 0, 0, 0, 2), (0, 2, 0, 4, 0), (1, 0, 5, 0, 0), (0, 0, 0, 0, 6),
]  # fmt: skip
"""Fleiss (1971), table 1: of six psychiatrists, how many gave each of five diagnoses to thirty patients."""
FLEISS_KAPPA = 0.430


def diagnoses() -> list[list[Cell]]:
    return [[category for category, count in enumerate(row, 1) for _ in range(count)] for row in DIAGNOSES]


BLOCKS: Mapping[str, Mapping[str, int]] = {
    "1": {"1": 73, "3": 73, "4": 75},
    "2": {"1": 74, "2": 75, "3": 75},
    "3": {"2": 67, "3": 68, "4": 72},
    "4": {"1": 71, "2": 72, "4": 75},
}
"""Montgomery, *Design and Analysis of Experiments*: reaction time by catalyst in four batches of raw material."""

EFFECTS = {"1": Fraction(-9, 8), "2": Fraction(-7, 8), "3": Fraction(-4, 8), "4": Fraction(20, 8)}
"""The intra-block effects of the catalysts that the book gives."""

TIED = [
    [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
    [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
    [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
]
"""Siegel, *Nonparametric Statistics* (1956), chapter 9: ten things ranked by three judges, with ties."""
TIED_W = 0.828
