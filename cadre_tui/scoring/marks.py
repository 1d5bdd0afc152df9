"""What a figure tells about single votes where it stays on one side of a bound without any one of them."""

from collections.abc import Iterator
from fractions import Fraction

from cadre_tui.model.rounds.counting_rules import Rule
from cadre_tui.scoring.statutory import TRIM_FROM


def marks(rule: Rule, figure: Fraction, count: int, spare: Fraction) -> Iterator[Fraction]:
    """Where a vote lies with which the figure would just reach the bound, by the rule exactly; of two votes or more.

    ``figure`` is that of ``count`` votes, ``spare`` by how much it is above the bound (below: negative). That no vote
    carries the grade says that certain votes all lie on one side of the mark, so its place is all that it tells:

    - the mean without v is (n·f − v) ÷ (n − 1): it is at the bound where v = f + (n − 1)·spare;
    - trimmed, of n > 5, it is ((n − 2)·f − v) ÷ (n − 3) for every v that is counted: v = f + (n − 3)·spare; of five
      the four that are left are all counted, so that an extreme one comes in: (3·f + v) ÷ 4, v = f − 4·spare, and
      without a counted one the sum of four, which lies at four times the bound;
    - the median of an odd number becomes the middle of it and its neighbour: v = f − 2·spare; of an even number one
      of the two in the middle itself: v = f − spare.
    """
    if rule is Rule.MEDIAN:
        yield figure - (2 if count % 2 else 1) * spare
    elif rule is Rule.TRIMMED and count > TRIM_FROM:
        yield figure + (count - 3) * spare
    elif rule is Rule.TRIMMED and count == TRIM_FROM:
        yield figure - 4 * spare
        yield figure - spare
    else:
        yield figure + (count - 1) * spare
