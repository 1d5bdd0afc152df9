"""What colleagues gave one person by one checklist: by rater group, and which of the figures may be shown."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cadre_tui.allocation.merging import merged
from cadre_tui.model.checklist import Purpose
from cadre_tui.model.result import GroupPart
from cadre_tui.model.round_rules import RoundRules
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.score_sheet import Step
from cadre_tui.scoring.disclosure import TOTAL, Cell, Told, Why, withheld
from cadre_tui.scoring.groups import Together, mean, together, weighted
from cadre_tui.services.results.sheets import Rated, Sheets

KEPT_BACK: Final = "kept-back"
"""The one code of every figure that is withheld below the part: the withholding itself tells nothing."""


class Peers:
    """The figures, exact, and why some are withheld.

    A group's figure is the mean of its raters' totals; groups below their minimum are counted with others, as the
    rules said beforehand. Whoever handed in without an answer that counts is no valid answer.
    """

    def __init__(self, rules: RoundRules, sheets: Sheets) -> None:
        self._rules = rules
        self._sheets = sheets
        self.checklist = sheets.checklist
        self._rated = rated = [each for each in sheets.by.get(Purpose.PEER, ()) if each.sheet.total is not None]
        self._totals = [(each.group, Fraction(each.sheet.total or 0)) for each in rated]
        counts = {group.id: sum(each == group.id for each, _total in self._totals) for group in rules.group}
        self._needed = {group.id: group.minimum or rules.least_raters for group in rules.group}
        self.counts = counts
        self.groups: tuple[Together, ...] = together(rules.group, merged(rules.group, counts, self._needed))
        self.means = tuple(mean(self._totals_of(each)) for each in self.groups)
        alike = rules.unanimity == "withhold"
        cells = dict(self._cells())
        self.hidden = withheld(cells, rules.least_raters, confidential=rules.confidential, alike=alike)
        if self.withheld is not None:
            self.hidden |= {cell: Why.FEW for cell in cells if cell not in self.hidden}

    @property
    def raters(self) -> int:
        """How many gave an answer that counts."""
        return len(self._totals)

    @property
    def withheld(self) -> str | None:
        """The code of why there is no figure of all colleagues; None where there is one."""
        if not self._sheets.by.get(Purpose.PEER):
            return "not-handed-in"
        lacking = any(self._count(each) < self._needed[each.host] for each in self.groups)
        if self.raters < self._rules.least_raters or lacking:
            return "too-few-raters"
        return None if self.raters and self._figure is not None else "no-score"

    @property
    def figure(self) -> Fraction | None:
        """What all colleagues gave, the groups by their weights; None where it is withheld."""
        return None if self.withheld else self._figure

    @property
    def _figure(self) -> Fraction | None:
        if self.groups:
            return weighted(self.groups, self.means)
        return mean(total for _group, total in self._totals)

    def criterion(self, criterion: str) -> Fraction | None:
        """What colleagues gave a criterion; None where nobody did, or it is withheld."""
        if Cell(criterion) in self.hidden:
            return None
        if self.groups:
            return weighted(self.groups, [mean(self._scores(criterion, each)) for each in self.groups])
        return mean(self._sheets.scores(Purpose.PEER, criterion))

    def criterion_raters(self, criterion: str) -> int:
        """How many scored a criterion."""
        return len(self._sheets.scores(Purpose.PEER, criterion))

    def by_group(self, criterion: str) -> tuple[Fraction | None, ...]:
        """What each group gave a criterion; None where nobody did, or it is withheld. Empty below two groups."""
        if len(self.groups) < 2:
            return ()
        return tuple(
            None if Cell(criterion, at) in self.hidden else mean(self._scores(criterion, each))
            for at, each in enumerate(self.groups)
        )

    def parts(self) -> tuple[GroupPart, ...]:
        """The groups as they are shown; none where there is no figure of all."""
        return () if self.withheld else tuple(self._part(at, each) for at, each in enumerate(self.groups))

    def _part(self, at: int, group: Together) -> GroupPart:
        figure, kept_back = self.means[at], self.kept_back(at)
        return GroupPart(
            ids=tuple(each.id for each in group.members),
            titles=tuple(each.title for each in group.members),
            weight=sum((each.weight for each in group.members), Decimal(0)),
            score=None if figure is None or kept_back else round_half_up(figure, self._rules.rounding.places),
            raters=None if kept_back else self._count(group),
            withheld=KEPT_BACK if kept_back else None,
        )

    def kept_back(self, at: int) -> bool:
        """Whether the figure of the group in that place is withheld. A single group's is that of all."""
        return len(self.groups) > 1 and Cell(None, at) in self.hidden

    def steps(self, part: int) -> Iterator[Step]:
        """How the figure of all came about, group by group; ``part`` is its place in the result."""
        if self.withheld:
            return
        for at, group in enumerate(self.groups):
            hidden = self.kept_back(at)
            values = {
                "part": part,
                "group": at,
                "score": None if hidden else self.means[at],
                "weight": group.weight,
                "raters": None if hidden else self._count(group),
            }
            yield Step(code="result-group", values=values)
        if len(self.groups) > 1:
            whole = not any(self.kept_back(at) for at in range(len(self.groups)))
            weights = sum((each.weight for each in self.groups), Fraction(0))
            yield Step(
                code="result-groups", values={"part": part, "raw": self._figure, "weights": weights, "whole": whole}
            )

    def _totals_of(self, group: Together) -> list[Fraction]:
        return [total for each, total in self._totals if each in group.ids]

    def _count(self, group: Together) -> int:
        return len(self._totals_of(group))

    def _scores(self, criterion: str, group: Together) -> list[Fraction]:
        return self._sheets.scores(Purpose.PEER, criterion, group.ids)

    def _cells(self) -> Iterator[tuple[Cell, Told]]:
        """Every figure that could be shown, with how many gave it."""
        criteria = [each.id for each in self.checklist.criteria()]
        yield TOTAL, Told(self.raters)
        telling = self._telling(self._rated)
        for criterion in criteria:
            scores = self._sheets.scores(Purpose.PEER, criterion)
            if scores:
                yield Cell(criterion), _told(scores, criterion == telling)
        if len(self.groups) < 2:
            return
        for at, group in enumerate(self.groups):
            yield Cell(None, at), Told(self._count(group))
            telling = self._telling([each for each in self._rated if each.group in group.ids])
            for criterion in criteria:
                scores = self._scores(criterion, group)
                if scores:
                    yield Cell(criterion, at), _told(scores, criterion == telling)

    def _telling(self, rated: Sequence[Rated]) -> str | None:
        """The criterion to be withheld where too few of these raters left something out; else None.

        A rater's total is worked out from what they did answer. So the difference between the total of all and its
        criteria is what those few gave: of one alone, exactly. One figure less, and it cannot be worked out.
        """
        gave = [{row.id for row in each.sheet.criteria if row.score is not None} for each in rated]
        scored = set().union(*gave)
        if not 0 < sum(each != scored for each in gave) < self._rules.least_raters:
            return None
        answered = {each.id: sum(each.id in one for one in gave) for each in self.checklist.criteria()}
        left_out = [each for each, count in answered.items() if 0 < count < len(gave)]
        return min(left_out, key=lambda each: answered[each])


def _told(scores: list[Fraction], telling: bool) -> Told:
    return Told(len(scores), alike=len(set(scores)) == 1, telling=telling)
