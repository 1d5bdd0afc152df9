"""Solving score = subject − severity by weighted least squares, with or without a ridge on the severities.

The subjects are eliminated, since each stands in few ratings; what is left is one equation a rater. Few raters are
solved at once, many by conjugate gradients (Hestenes & Stiefel 1952), which never build the matrix.
"""

from dataclasses import dataclass

import numpy as np

from cadre_tui.scoring.analysis.pieces import Pieces
from cadre_tui.scoring.analysis.ratings import Numbers, Ratings

AT_ONCE = 250
"""So many raters are solved with a matrix."""

TOLERANCE = 1e-12
"""The residual of the equations, beside their right-hand side, at which conjugate gradients end."""


@dataclass(frozen=True, eq=False)
class Solution:
    """In points; as they are solved, severities have the sum 0 within each piece."""

    subject: Numbers
    severity: Numbers

    def residuals(self, ratings: Ratings) -> Numbers:
        """What the model leaves of each score."""
        return ratings.score - self.subject[ratings.subject] + self.severity[ratings.rater]


class System:
    """The equations of the raters for one set of weights and one ridge λ (0: plain; infinite: no severities)."""

    def __init__(self, ratings: Ratings, pieces: Pieces, weights: Numbers, ridge: float) -> None:
        self._ratings, self._pieces, self._weights, self._ridge = ratings, pieces, weights, ridge
        self._of_subject = np.bincount(ratings.subject, weights, len(ratings.subjects))
        self._of_rater = np.bincount(ratings.rater, weights, len(ratings.raters))

    def solve(self, start: Numbers | None = None) -> Solution:
        """The severities and the subjects that go with them; ``start`` is a guess that saves steps."""
        ratings = self._ratings
        means = self._subject_means(ratings.score)
        if np.isinf(self._ridge):
            return Solution(means, np.zeros(len(ratings.raters)))
        right = self._by_rater(means[ratings.subject] - ratings.score)
        solved = self._at_once(right) if len(ratings.raters) <= AT_ONCE else self._step_by_step(right, start)
        severity = self._pieces.centred(solved)
        return Solution(self._subject_means(ratings.score + severity[ratings.rater]), severity)

    def matrix(self) -> Numbers:
        """The matrix of the equations, without the ridge; for few raters."""
        ratings = self._ratings
        table = np.zeros((len(ratings.raters), len(ratings.subjects)))
        table[ratings.rater, ratings.subject] = self._weights
        return np.diag(self._of_rater) - (table / self._of_subject) @ table.T

    def _subject_means(self, values: Numbers) -> Numbers:
        return np.bincount(self._ratings.subject, self._weights * values, len(self._of_subject)) / self._of_subject

    def _by_rater(self, values: Numbers) -> Numbers:
        return np.bincount(self._ratings.rater, self._weights * values, len(self._of_rater)).astype(float)

    def _times(self, severity: Numbers) -> Numbers:
        spread = severity[self._ratings.rater]
        return self._by_rater(spread - self._subject_means(spread)[self._ratings.subject]) + self._ridge * severity

    def _at_once(self, right: Numbers) -> Numbers:
        # A piece's severities are known up to a constant: the sum 0 is asked for beside the equations.
        same = self._pieces.of_rater[:, None] == self._pieces.of_rater[None, :]
        whole = self.matrix() + self._ridge * np.eye(len(right)) + same
        return np.asarray(np.linalg.solve(whole, right))

    def _step_by_step(self, right: Numbers, start: Numbers | None) -> Numbers:
        scale = 1 / (self._of_rater + self._ridge)
        found = np.zeros_like(right) if start is None else start.copy()
        left = right - self._times(found)
        enough = TOLERANCE * float(np.linalg.norm(right))
        towards = scale * left
        direction, strength = towards, float(left @ towards)
        for _ in range(10 * len(right)):
            if float(np.linalg.norm(left)) <= enough:
                break
            times = self._times(direction)
            step = strength / float(direction @ times)
            found += step * direction
            left -= step * times
            towards = scale * left
            stronger = float(left @ towards)
            direction = towards + (stronger / strength) * direction
            strength = stronger
        return found
