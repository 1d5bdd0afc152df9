"""Huber's weights: Huber (1981), *Robust Statistics*. What lies far off pulls no more than what lies less far."""

from typing import Final

import numpy as np

from cadre_tui.scoring.analysis.ratings import Numbers

HUBER: Final = 1.5
"""Robust standard deviations beyond which something counts for less."""

NORMAL: Final = 1.4826
"""The standard deviation of a normal distribution, beside its median absolute deviation."""

FEWEST_RATERS: Final = 4
"""Raters under whom each keeps the full weight."""


def weights_of(distances: Numbers, threshold: Numbers | float) -> Numbers:
    """1 up to the threshold (above 0), beyond it the threshold by the distance."""
    return np.asarray(threshold / np.maximum(np.abs(distances), threshold))
