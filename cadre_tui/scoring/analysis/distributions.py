"""Quantiles of the t and F distributions, by the incomplete beta function.

The continued fraction is that of Abramowitz & Stegun, *Handbook of Mathematical Functions*, 26.5.8, evaluated by
Lentz's method; quantiles are found by halving.
"""

from collections.abc import Callable
from functools import cache
from math import exp, lgamma, log, log1p, sqrt
from typing import Final

SURE: Final = 0.95
"""How sure every interval is."""

TINY = 1e-300


def beta_share(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b), for a and b above 0."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_share(b, a, 1 - x)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    upper, lower, value = 1.0, 0.0, 1.0
    for step in range(1000):
        m = step // 2
        if step == 0:
            term = 1.0
        elif step % 2 == 0:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        else:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        lower = 1 / (1 + term * lower or TINY)
        upper = 1 + term / upper or TINY
        value *= lower * upper
        if abs(1 - lower * upper) < 1e-14:
            break
    return front * (value - 1)


def f_share(x: float, upper: float, lower: float) -> float:
    """How much of the F distribution with ``upper`` and ``lower`` degrees of freedom is at most ``x``."""
    return beta_share(upper / 2, lower / 2, upper * x / (upper * x + lower)) if x > 0 else 0.0


@cache
def f_quantile(share: float, upper: float, lower: float) -> float:
    """The value that ``share`` (above 0, below 1) of the F distribution is at most."""
    return _where(lambda x: f_share(x, upper, lower), share)


@cache
def t_quantile(share: float, free: float) -> float:
    """The value that ``share`` (0.5 to below 1) of the t distribution with ``free`` degrees of freedom is at most."""
    return sqrt(_where(lambda x: f_share(x, 1, free), 2 * share - 1)) if share > 0.5 else 0.0


def _where(rises: Callable[[float], float], share: float) -> float:
    low, high = 0.0, 1.0
    while rises(high) < share and high < 1e12:
        low, high = high, high * 2
    for _ in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if rises(middle) < share else (low, middle)
    return (low + high) / 2
