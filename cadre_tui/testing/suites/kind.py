"""What every kind of criterion from a plugin must hold, as tests to subclass."""

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar

from cadre_tui import scoring
from cadre_tui.kinds.kind import Setting, setting_of
from cadre_tui.kinds.registry import kind_of
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import AbsentField
from cadre_tui.model.checklists.checklist import Checklist, Criterion
from cadre_tui.testing.strategies import answers
from cadre_tui.testing.suites.suite import Suite
from cadre_tui.testing.suites.told import each_step_is_told
from cadre_tui.testing.suites.trying import hold


class KindSuite(Suite):
    """``kind = "yunxi.certificates"``, its ``plugin`` and a ``checklist`` that uses it: an author writes no more."""

    kind: ClassVar[str]

    def test_the_checklist_uses_it_and_it_is_drawn(self) -> None:
        """The same each time, and as something that can be filled in."""
        asked = self._asked()
        assert asked, f"{self.checklist}: no criterion of the kind {self.kind}"
        for criterion, setting in asked:
            drawing = kind_of(criterion).draw(criterion, setting)
            assert not isinstance(drawing, AbsentField), f"{criterion.id}: it cannot be drawn"
            assert drawing == kind_of(criterion).draw(criterion, setting)

    def test_every_answer_earns_from_nothing_to_its_points_exactly(self) -> None:
        """And the same answer earns the same, whatever was answered before."""
        hold(self._scored, answers(self.read), self.examples)

    def test_every_step_is_told_in_words(self) -> None:
        """In both languages, with every value in its place."""
        hold(self._told, answers(self.read), self.examples)

    def test_an_answer_is_the_same_after_it_was_written_and_read(self) -> None:
        """What a person answers is a response file's answer as well."""
        hold(self._kept, answers(self.read), self.examples)

    def _asked(self) -> list[tuple[Criterion, Setting]]:
        return [(each, setting_of(each, self.read)) for each in self.read.criteria() if each.kind == self.kind]

    def _given(self, given: Mapping[str, Answer]) -> list[tuple[Criterion, Setting, Answer]]:
        return [
            (criterion, setting, given[criterion.id])
            for criterion, setting in self._asked()
            if criterion.id in given and given[criterion.id].given and not given[criterion.id].na
        ]

    def _scored(self, given: Mapping[str, Answer]) -> None:
        for criterion, setting, answer in self._given(given):
            before = criterion.model_dump_json()
            earned = kind_of(criterion).score(criterion, answer, setting)
            assert not earned.unscored, f"{criterion.id}: no score for {scoring.write_answer(answer)}"
            assert earned == kind_of(criterion).score(criterion, answer, setting)
            assert criterion.model_dump_json() == before, "scoring changes the criterion"
            if earned.score is not None:
                low, high = sorted((Fraction(0), Fraction(criterion.points)))
                assert low <= earned.score <= high

    def _told(self, given: Mapping[str, Answer]) -> None:
        checklist: Checklist = self.read
        for criterion, setting, answer in self._given(given):
            each_step_is_told(kind_of(criterion).score(criterion, answer, setting).why, checklist)

    def _kept(self, given: Mapping[str, Answer]) -> None:
        own = {criterion.id: answer for criterion, _setting, answer in self._given(given)}
        written = {key: scoring.write_answer(answer) for key, answer in own.items()}
        file = json.dumps({"checklist": self.read.name, "answers": written}, ensure_ascii=False).encode()
        assert scoring.read_response(self.read, scoring.parse_response(file, "response.json")) == own
