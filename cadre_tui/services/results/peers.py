"""What colleagues gave one person by one checklist: by rater group, and which of the figures may be shown."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final

from cadre_tui.allocation.merging import merged
from cadre_tui.kinds.line import clamp
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Purpose, Section
from cadre_tui.model.results.result import Counts, GroupPart
from cadre_tui.model.results.worked import Worked
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.rounds.counting_rules import Rule, adds_up
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.model.summing import summed
from cadre_tui.model.value import value
from cadre_tui.scoring.brought_rules import CountedByPlugin
from cadre_tui.scoring.disclosure import Cell, Lot, Why, withheld
from cadre_tui.scoring.groups import Together, together, weighted
from cadre_tui.scoring.statutory import added, figure
from cadre_tui.services.results.column import Column
from cadre_tui.services.results.peer_cells import cells_of, few_votes_alike
from cadre_tui.services.results.sheets import Rated, Sheets

KEPT_BACK: Final = "kept-back"
"""The one code of every figure that is withheld below the part: the withholding itself tells nothing."""


UNSCORED: Final = "unscored"
"""The code of a part of which a sheet could not be scored: the others alone would be another figure."""


@value
class Shown:
    """What may be shown of what colleagues gave one criterion.

    ``raters`` scored it, ``unknown`` answered without a score. ``figure`` is None where nobody scored it or it is
    withheld, and so is ``unknown``; ``worked`` is what the figure is worked out from, None also where it is weighed
    from groups. ``worked_by_group`` is the same of each group, ``of_groups`` their figures where they are several.
    """

    raters: int
    figure: Fraction | None = None
    unknown: int | None = None
    worked: Worked | None = None
    worked_by_group: tuple[Worked | None, ...] = ()
    of_groups: tuple[Fraction | None, ...] = ()


NOBODYS: Final = Shown(raters=0)
"""Where no colleague is asked."""


class Peers:
    """The figures by the round's rule, exact, and why some are withheld.

    Groups below their minimum are counted with others, as the rules said beforehand. Whoever handed in without an
    answer that counts is no valid answer. ``at`` is everywhere a group's place in ``groups``, None: all together.
    """

    def __init__(
        self, rules: RoundRules, sheets: Sheets, lot: Lot | None = None, counted: CountedByPlugin | None = None
    ) -> None:
        """``counted``: the plugin's rule, where the round goes by one."""
        self._rules = rules
        self._rule: Rule | CountedByPlugin = counted or Rule(rules.rule)
        self._adds_up = adds_up(rules.rule)
        self._sheets = sheets
        self.checklist = sheets.checklist
        handed_in = sheets.counted(Purpose.PEER)
        self.unscored: tuple[Step, ...] = next((each.sheet.unscored for each in handed_in if each.sheet.unscored), ())
        self.rated = tuple(each for each in handed_in if each.sheet.exact is not None)
        counts = {group.id: sum(each.group == group.id for each in self.rated) for group in rules.group}
        self._needed = {group.id: group.minimum or rules.least_raters for group in rules.group}
        self.counts = counts
        self.groups: tuple[Together, ...] = together(rules.group, merged(rules.group, counts, self._needed))
        self._columns: dict[int | None, Column] = {None: Column(self._rule, self.rated)}
        for at, ids in enumerate(each.ids for each in self.groups):
            self._columns[at] = Column(self._rule, [each for each in self.rated if each.group in ids])
        self.figures = tuple(self._total(at) for at in range(len(self.groups)))
        shown: list[int | None] = [None, *(range(len(self.groups)) if len(self.groups) > 1 else ())]
        cells = dict(cells_of(rules, self.checklist, {at: self._columns[at] for at in shown}))
        alike = rules.unanimity == "withhold"
        self.hidden = withheld(cells, rules.least_raters, confidential=rules.confidential, alike=alike, lot=lot)
        if self.withheld is not None:
            self.hidden |= {cell: Why.FEW for cell in cells if cell not in self.hidden}
        self._hidden_of_all = {cell.row for cell in self.hidden if cell.column is None}

    @property
    def raters(self) -> int:
        """How many gave an answer that counts."""
        return len(self.rated)

    def told(self) -> Counts:
        """How many were asked, handed in and count."""
        returned = len(self._sheets.by.get(Purpose.PEER, ()))
        asked = self._sheets.asked.get(Purpose.PEER, returned)
        valid = None if self.withheld in ("too-few-raters", UNSCORED) else self.raters
        return Counts(
            asked=asked, returned=returned, valid=valid, void=None if valid is None else returned - self.raters
        )

    @cached_property
    def withheld(self) -> str | None:
        """The code of why there is no figure of all colleagues; None where there is one."""
        if not self._sheets.by.get(Purpose.PEER):
            return "not-handed-in"
        if self.unscored:
            return UNSCORED
        lacking = any(len(self.rated_by(at)) < self._needed[each.host] for at, each in enumerate(self.groups))
        if self.raters < self._rules.least_raters or lacking:
            return "too-few-raters"
        whole = self._figure
        if self.unscored:  # the plugin by whose rule it is counted failed
            return UNSCORED
        return None if self.raters and whole is not None else "no-score"

    @property
    def figure(self) -> Fraction | None:
        """What all colleagues gave, the groups by their weights; None where it is withheld."""
        return None if self.withheld else self._figure

    @cached_property
    def _figure(self) -> Fraction | None:
        return weighted(self.groups, self.figures) if self.groups else self._total(None)

    def rated_by(self, at: int | None) -> Sequence[Rated]:
        """The valid answers of a group."""
        return self._columns[at].rated

    # Totals

    def _total(self, at: int | None, left_out: Rated | None = None) -> Fraction | None:
        column = self._columns[at] if left_out is None else self._columns[at].without(left_out)
        if self._adds_up:
            figures = {each.id: column.figures.get(each.id) for each in self.checklist.criteria()}
            if left_out is None:
                self.unscored = self.unscored or column.unfigured
            return added(self.checklist, figures).total
        return column.total.figure if column.total else None

    def total_worked(self, at: int | None) -> Worked | None:
        """What the total of a group, or of all where there are no groups, is worked out from.

        None where it is withheld, and where it is added up from the criteria or from groups.
        """
        if self._adds_up or self.withheld or (at is None and self.groups):
            return None
        return None if at is not None and self.kept_back(at) else self._columns[at].total

    def columns(self) -> Iterator[tuple[Fraction, int, Fraction]]:
        """The figure of each group, how many gave it, and its share of the whole; the whole where there are none."""
        for at, share in self._shares():
            one = self._figure if at is None else self.figures[at]
            if one is not None:
                yield one, len(self.rated_by(at)), share

    def _shares(self) -> Iterator[tuple[int | None, Fraction]]:
        """Each group that has a figure, and its share of the whole."""
        if not self.groups and self._figure is not None:
            yield None, Fraction(1)
        weights = {at: group.weight for at, group in enumerate(self.groups) if self.figures[at] is not None}
        whole = summed(weights.values())
        if whole:
            yield from ((at, weight / whole) for at, weight in weights.items())

    def votes(self) -> Iterator[tuple[Fraction, Sequence[Fraction]]]:
        """Of each column its share of the whole, and the votes that its figure is as sure as; for no screen.

        By votes a column's total is a ratio of sums: then they are its pseudo-values, n × the total less n − 1 times
        what it would be without each one. How sure a plugin's rule is, nobody knows: of that there are none.
        """
        if isinstance(self._rule, CountedByPlugin):
            return
        for at, share in self._shares():
            count, whole = len(self.rated_by(at)), self._total(at)
            if not self._adds_up or count < 2 or whole is None:
                yield share, self._columns[at].totals
                continue
            without = (self._total(at, each) for each in self.rated_by(at))
            yield share, [count * whole - (count - 1) * one for one in without if one is not None]

    def moves(self) -> Iterator[Fraction]:
        """By how many points the figure of all would be another without each one of the raters; for no screen."""
        whole = self._figure
        for left_out in self.rated:
            figures = list(self.figures)
            for at, group in enumerate(self.groups):
                if left_out.group in group.ids:
                    figures[at] = self._total(at, left_out)
            now = weighted(self.groups, figures) if self.groups else self._total(None, left_out)
            if whole is not None and now is not None:
                yield now - whole

    # Criteria

    def criterion(self, criterion: str) -> Fraction | None:
        """What colleagues gave a criterion; None where nobody did, or it is withheld."""
        return None if criterion in self._hidden_of_all else self._criterion(criterion)

    def _criterion(self, criterion: str) -> Fraction | None:
        if self.groups:
            return weighted(self.groups, [self._columns[at].figures.get(criterion) for at in range(len(self.groups))])
        return self._columns[None].figures.get(criterion)

    def criterion_raters(self, criterion: str) -> int:
        """How many scored a criterion."""
        return len(self._scores(criterion, None))

    def shown_of(self, criterion: str) -> Shown:
        """All that may be shown of what colleagues gave a criterion."""
        raters, figure = self.criterion_raters(criterion), self.criterion(criterion)
        unknown = None if figure is None else self.raters - raters
        if not self.groups:
            return Shown(raters, figure, unknown, None if figure is None else self._columns[None].worked[criterion])
        by_group = tuple(
            None if self._hides(criterion, at) else self._columns[at].worked.get(criterion)
            for at in range(len(self.groups))
        )
        figures = tuple(each.figure if each else None for each in by_group) if len(by_group) > 1 else ()
        return Shown(raters, figure, unknown, None, by_group, figures)

    def _scores(self, criterion: str, at: int | None) -> Sequence[Fraction]:
        return self._columns[at].scores.get(criterion, ())

    def _hides(self, criterion: str, at: int | None) -> bool:
        """Whether a criterion's figure is withheld; a single group's is that of all."""
        if at is None or len(self.groups) < 2:
            return criterion in self._hidden_of_all
        return Cell(criterion, at) in self.hidden

    # Sections

    def section(self, section: Section, at: int | None = None) -> Fraction | None:
        """What colleagues gave a section; None where it is withheld, or nobody gave anything.

        It is shown where every figure of its criteria is. By mean and where figures add up it is their sum, so it
        tells nothing more; else the rule is applied to what each rater gave the section.
        """
        ids = [each.id for each in section.criterion if self._scores(each.id, at)]
        if not ids or self.withheld or any(self._hides(each, at) for each in ids):
            return None
        if self._adds_up or self._rule is Rule.MEAN:
            each = [self._criterion(one) if at is None else self._columns[at].figures.get(one) for one in ids]
            return clamp(summed(one for one in each if one is not None), section.cap)
        if at is None and self.groups:
            return weighted(self.groups, [self.section(section, one) for one in range(len(self.groups))])
        given = [score for each in self.rated_by(at) if (score := _of_section(each, section)) is not None]
        few = self._rules.confidential and len(given) < self._rules.least_raters
        if few or (self._rules.confidential and few_votes_alike(self._rules.rule, given)):
            return None
        return figure(self._rule, given)

    # As shown

    def parts(self) -> tuple[GroupPart, ...]:
        """The groups as they are shown; none where there is no figure of all."""
        return () if self.withheld else tuple(self._part(at, each) for at, each in enumerate(self.groups))

    def _part(self, at: int, group: Together) -> GroupPart:
        found, kept_back = self.figures[at], self.kept_back(at)
        return GroupPart(
            ids=tuple(each.id for each in group.members),
            titles=tuple(each.title for each in group.members),
            weight=sum((each.weight for each in group.members), Decimal(0)),
            score=None if found is None or kept_back else round_half_up(found, self._rules.rounding.places),
            raters=None if kept_back else len(self.rated_by(at)),
            withheld=KEPT_BACK if kept_back else None,
            exact=None if kept_back else found,
            worked=self.total_worked(at),
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
                "score": None if hidden else self.figures[at],
                "weight": group.weight,
                "raters": None if hidden else len(self.rated_by(at)),
            }
            yield Step(code="result-group", values=values)
        if len(self.groups) > 1:
            whole = not any(self.kept_back(at) for at in range(len(self.groups)))
            weights = summed(each.weight for each in self.groups)
            yield Step(
                code="result-groups", values={"part": part, "raw": self._figure, "weights": weights, "whole": whole}
            )


def _of_section(rated: Rated, section: Section) -> Fraction | None:
    """What one rater gave a section, as a share of the points of what they answered; None where they gave nothing."""
    found = next(each for each in rated.sheet.sections if each.id == section.id)
    if found.score is None or section.kind != "base":
        return found.score
    return found.score * found.points / found.points_in if found.points_in else None
