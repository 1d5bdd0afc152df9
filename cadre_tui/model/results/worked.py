"""What a figure is worked out from, so that anybody can do it again."""

from fractions import Fraction

from cadre_tui.model.rounds.counting_rules import PinnedRule, Rule
from cadre_tui.model.value import value


@value
class Worked:
    """``sum`` ÷ ``counted``, of ``valid`` values.

    ``applied`` is the rule as it was applied: of too few values nothing is left out (``mean``). For the median the
    middle one or two are counted. ``sum`` is of what was counted alone, in points, exact. What a plugin's rule made
    of the values is no sum of theirs: then ``sum`` is its answer, and ``counted`` 1.
    """

    applied: Rule | PinnedRule
    valid: int
    counted: int
    sum: Fraction

    @property
    def figure(self) -> Fraction:
        """The figure itself, in points, exact."""
        return Fraction(self.sum.numerator, self.sum.denominator * self.counted)
