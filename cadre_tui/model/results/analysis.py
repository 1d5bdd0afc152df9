"""What a table of ratings tells: figures of those who were rated, of those who rated, and how far they agree."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple


class Rating(NamedTuple):
    """One score that one rater gave one subject; ``group`` is the rater group, empty where the table names none."""

    subject: str
    rater: str
    score: Fraction
    group: str = ""


@dataclass(frozen=True)
class Absent:
    """A figure that cannot be had from the data; ``code`` says why, ``values`` fill its sentence."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


Exact = Fraction | Absent
Number = float | Absent


class Interval(NamedTuple):
    """From ``low`` to ``high``, both inside."""

    low: float
    high: float


@dataclass(frozen=True)
class SubjectFigures:
    """One who was rated. Everything is in points; ``piece`` counts from 1, and pieces are never compared.

    ``sensitivity`` is the most by which the mean changes when any one vote is taken out. ``error`` is the standard
    error of the mean from the residuals of all, ``band`` its interval of 95 %; ``adjusted_error`` the same of
    ``adjusted``.
    """

    n: int
    mean: Fraction
    median: Fraction
    trimmed: Exact
    adjusted: Number
    sensitivity: Exact
    error: Number
    band: Interval | Absent
    adjusted_error: Number
    piece: int


@dataclass(frozen=True)
class Flag:
    """Something to ask a rater about, never a verdict.

    ``chance`` is how often a table of this size has at least one such flag though everybody rates honestly, 0 to 1.
    """

    code: str
    chance: float
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class RaterFigures:
    """One who rated. ``severity`` is the points by which this rater scores below the others: positive is strict."""

    n: int
    mean: Fraction
    severity: Number
    severity_error: Number
    flags: tuple[Flag, ...]
    piece: int


@dataclass(frozen=True)
class GroupFigures:
    """One rater group: ratings, their mean, and the mean severity of those who gave them."""

    n: int
    mean: Fraction
    severity: Number


@dataclass(frozen=True)
class Fitted:
    """How the additive model was fitted: score = cadre − severity + residual.

    ``shrink`` is λ = σ²ₑ/σ²ᵣ (0: plain least squares; absent where raters do not differ beyond chance, and every
    severity is 0), ``shrink_interval`` its interval of 95 %; ``free`` the residual degrees of freedom; variances
    in points squared, negative estimates told as 0; ``threshold`` is the residual in points beyond which a rating
    counts for less, absent where none does.
    """

    given: bool
    robust: bool
    shrink: Number
    shrink_interval: tuple[Number, Number] | Absent
    free: int
    residual_variance: Number
    rater_variance: Number
    subject_variance: Number
    threshold: Number
    weighted_down: int


@dataclass(frozen=True)
class Agreement:
    """How far raters agree. ICCs by their names; α by its level of measurement.

    ``generalisability`` is the share of the variance of the means that is due to the subjects; ``raters_needed`` how
    many raters a subject would bring the reliability of the mean to ``TARGET``, from the figure ``needed_from``.
    """

    icc: Mapping[str, Number]
    alpha: Mapping[str, Number]
    kendall_w: Number
    fleiss_kappa: Number
    generalisability: Number
    raters_needed: int | Absent
    needed_from: str
    all_alike: float
    """The share of the ratings that are the commonest score: where it is high, agreement falls by itself."""


TARGET = Fraction(4, 5)
"""The reliability that ``raters_needed`` asks for, and that a ranking must have."""


@dataclass(frozen=True)
class Analysis:
    """Everything. Mappings keep the order of the table; ``ranking`` holds ids, best first, where the data carry one.

    ``not_judged`` are the kinds of flags that this table cannot show, and why.
    """

    subjects: Mapping[str, SubjectFigures]
    raters: Mapping[str, RaterFigures]
    groups: Mapping[str, GroupFigures]
    agreement: Agreement
    fitted: Fitted
    components: int
    ranking: tuple[str, ...] | Absent
    not_judged: Mapping[str, Absent]
