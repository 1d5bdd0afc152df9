"""Raters who are counted together: what they gave to each criterion, and the figure that it becomes."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property

from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.results.worked import Worked
from cadre_tui.model.rounds.counting_rules import Rule
from cadre_tui.scoring.brought_rules import CountedByPlugin, Unfigured
from cadre_tui.scoring.statutory import worked
from cadre_tui.services.results.sheets import Rated


class Column:
    """Valid answers to one checklist; each sheet lists all criteria in the same order.

    ``scores`` are by criterion, in the checklist's order and of each the raters' own; empty where nobody scored it.
    """

    def __init__(self, rule: Rule | CountedByPlugin, rated: Sequence[Rated]) -> None:
        self._rule = rule
        self.rated = rated
        self.unfigured: tuple[Step, ...] = ()
        """Why some criterion has no figure though it has scores: the plugin by whose rule it is counted failed."""
        rows = zip(*(each.sheet.criteria for each in rated), strict=True)
        self.scores: Mapping[str, Sequence[Fraction]] = {
            row[0].id: [each.score for each in row if each.score is not None] for row in rows
        }

    @cached_property
    def worked(self) -> Mapping[str, Worked]:
        """How the figure of each criterion that somebody scored comes about, whether or not it may be shown."""
        return {key: found for key, given in self.scores.items() if (found := self._worked(given))}

    def _worked(self, given: Sequence[Fraction]) -> Worked | None:
        try:
            return worked(self._rule, given)
        except Unfigured as error:
            self.unfigured = self.unfigured or (error.why,)
            return None

    @cached_property
    def figures(self) -> Mapping[str, Fraction]:
        """The figures alone."""
        return {key: each.figure for key, each in self.worked.items()}

    @cached_property
    def totals(self) -> Sequence[Fraction]:
        """What each rater gave altogether."""
        return [each.sheet.exact for each in self.rated if each.sheet.exact is not None]

    @cached_property
    def total(self) -> Worked | None:
        """How the figure of their totals comes about; None of nothing."""
        return worked(self._rule, self.totals)

    def without(self, left_out: Rated) -> "Column":
        """The same but for one of the raters."""
        return Column(self._rule, [each for each in self.rated if each is not left_out])
