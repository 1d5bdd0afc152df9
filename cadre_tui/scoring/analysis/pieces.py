"""The connected pieces of the graph of raters and subjects: only within a piece can severity be told from merit."""

from dataclasses import dataclass

import numpy as np

from cadre_tui.scoring.analysis.ratings import Numbers, Positions, Ratings


@dataclass(frozen=True, eq=False)
class Pieces:
    """Which piece everybody is in, counted from 0 as the table names them. Who rates and is rated is two."""

    count: int
    of_subject: Positions
    of_rater: Positions

    def raters(self) -> Positions:
        """By piece: how many raters."""
        return np.bincount(self.of_rater, minlength=self.count).astype(np.intp)

    def centred(self, severity: Numbers) -> Numbers:
        """The same severities with the sum 0 within each piece."""
        means = np.bincount(self.of_rater, severity, self.count) / self.raters()
        return severity - means[self.of_rater]


def pieces_of(ratings: Ratings) -> Pieces:
    """All pieces."""
    offset = len(ratings.subjects)
    above = list(range(offset + len(ratings.raters)))

    def root(node: int) -> int:
        while above[node] != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    for subject, rater in zip(ratings.subject.tolist(), ratings.rater.tolist(), strict=True):
        one, other = root(subject), root(offset + rater)
        above[max(one, other)] = min(one, other)
    numbers: dict[int, int] = {}
    piece = np.array([numbers.setdefault(root(node), len(numbers)) for node in range(len(above))], dtype=np.intp)
    return Pieces(len(numbers), piece[:offset], piece[offset:])
