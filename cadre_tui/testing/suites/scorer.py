"""What every scorer from a plugin must hold, as tests to subclass."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import ClassVar

from hypothesis import strategies as st

from cadre_tui import scoring
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.plugins.allowed.running import host
from cadre_tui.plugins.asking.trusting import exact
from cadre_tui.plugins.descriptors.scorers import Row, Scored, Scorer, Total
from cadre_tui.testing.amounts import shares
from cadre_tui.testing.strategies import answers
from cadre_tui.testing.suites.suite import Suite
from cadre_tui.testing.suites.told import each_step_is_told
from cadre_tui.testing.suites.trying import hold


class ScorerSuite(Suite):
    """``plugin``, and a ``checklist`` that names its scorer, is all that an author writes.

    ``better_never_costs``: whether a criterion that earns more may never lower the total.
    """

    better_never_costs: ClassVar[bool] = True

    def test_every_response_gets_a_total_that_is_told_in_words(self) -> None:
        """Never below zero; the same responses give the same total."""
        hold(self._total, answers(self.read), self.examples)

    def test_it_looks_at_nothing_but_the_rows(self) -> None:
        """The same rows give the same, exact total; where nothing is in, it does not fail."""
        hold(self._pure, rows(self.read), self.examples)
        nothing = tuple(replace(row, score=None) for row in _plain(self.read))
        assert isinstance(self._scorer.total(Scored(self.read, nothing)), Total)

    def test_who_does_better_is_not_worse_off(self) -> None:
        """A criterion that earns all its points never lowers the total."""
        if self.better_never_costs:
            hold(self._monotone, rows(self.read), self.examples)

    @property
    def _scorer(self) -> Scorer:
        name = self.read.scorer
        assert name, f"{self.checklist}: it names no scorer"
        found = host().named("cadre_score", Scorer, name)
        assert found, f"the plugin gives no scorer {name}"
        return found[1]

    def _total(self, given: Mapping[str, Answer]) -> None:
        sheet = scoring.score(self.read, given)
        assert "scorer-failed" not in {step.code for step in sheet.why}, "the scorer failed"
        assert sheet == scoring.score(self.read, given)
        assert sheet.total is None or sheet.total >= 0
        each_step_is_told(sheet.why, self.read)

    def _pure(self, some: tuple[Row, ...]) -> None:
        first, again = (self._scorer.total(Scored(self.read, some)) for _time in range(2))
        assert first == again
        assert first.points is None or exact(first.points) is not None

    def _monotone(self, some: tuple[Row, ...]) -> None:
        before = self._scorer.total(Scored(self.read, some)).points
        for at, row in enumerate(some):
            if before is None or row.score is None or row.points < 0:
                continue
            better = (*some[:at], replace(row, score=row.points), *some[at + 1 :])
            after = self._scorer.total(Scored(self.read, better)).points
            assert after is not None
            assert exact(after) >= exact(before), f"{row.id}: {row.score} → {row.points}: {before} → {after}"


def _plain(checklist: Checklist) -> tuple[Row, ...]:
    return tuple(
        Row(each.id, section.id, section.kind, Fraction(each.points), None)
        for section in checklist.section
        for each in section.criterion
    )


def rows(checklist: Checklist) -> st.SearchStrategy[tuple[Row, ...]]:
    """Rows as a scorer is given them: each with a share of its points, or out."""

    def scored(given: tuple[Fraction | None, ...]) -> tuple[Row, ...]:
        plain = _plain(checklist)
        return tuple(
            replace(row, score=None if share is None else share * row.points)
            for row, share in zip(plain, given, strict=True)
        )

    each = st.one_of(st.none(), shares().map(Fraction))
    return st.tuples(*(each for _row in _plain(checklist))).map(scored)
