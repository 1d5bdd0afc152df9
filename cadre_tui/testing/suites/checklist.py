"""What every checklist must hold, as tests to subclass."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from cadre_tui import locale, scoring
from cadre_tui.model.answers.answer import Answer
from cadre_tui.testing.county import TemporaryCounty
from cadre_tui.testing.form import FilledForm
from cadre_tui.testing.strategies import answers
from cadre_tui.testing.suites.suite import Suite
from cadre_tui.testing.suites.told import each_step_is_told
from cadre_tui.testing.suites.trying import hold, plainest
from cadre_tui.words.faults import sentence


class ChecklistSuite(Suite):
    """``class TestVillage(ChecklistSuite): checklist = "village.toml"`` is all that an author writes."""

    def test_it_is_right_and_nothing_is_left_to_mend(self) -> None:
        """Neither faults nor warnings."""
        warnings = self._judged[1]
        assert not warnings, "\n".join(map(sentence, warnings))

    def test_whatever_may_be_handed_in_is_scored_within_its_bounds(self) -> None:
        """A total between 0 and all points, no criterion above its own, every grade one of the checklist's."""
        hold(self._within_bounds, answers(self.read, complete=True), self.examples)

    def test_a_response_is_the_same_after_it_was_written_and_read(self) -> None:
        """Nothing of an answer is lost on its way through a file."""
        hold(self._kept, answers(self.read), self.examples)

    def test_every_number_can_say_where_it_comes_from(self) -> None:
        """Each step of the arithmetic has its sentence, in both languages."""
        hold(self._told, answers(self.read, complete=True), max(self.examples // 4, 1))

    def test_it_can_be_filled_in_and_handed_in_on_the_screen(self, tmp_path: Path) -> None:
        """In the real app, 80 columns wide: every criterion is shown, and what is handed in is what was answered."""
        given = plainest(answers(self.read, complete=True))
        county = TemporaryCounty(tmp_path / "county", self.place)
        written = {each: scoring.write_answer(answer) for each, answer in given.items()}
        asked = scoring.visible(self.read, given)
        with FilledForm(county, written, size=(80, 60)) as form:
            for section in self.read.section:
                texts = [each.text.say(locale.language()) for each in section.criterion if each.id in asked]
                unseen = _unseen(form, texts)
                assert not unseen, f"{section.id}: {unseen}\n{form.shown}"
                form.press("pagedown")
            assert form.answers == given
        county.hand_in("c1")

    def _within_bounds(self, given: Mapping[str, Answer]) -> None:
        checklist = self.read
        sheet = scoring.score(checklist, given)
        assert sheet == scoring.score(checklist, dict(reversed([*given.items()]))), "the order of answers counts"
        assert not sheet.missing
        assert sheet.grade in {None, *(grade.code for grade in checklist.grade)}
        assert sheet.total is None or sheet.total >= 0
        for section in checklist.section:
            for criterion in section.criterion:
                (row,) = [each for each in sheet.criteria if each.id == criterion.id]
                if section.kind == "base" and row.score is not None:
                    assert 0 <= row.score <= criterion.points, f"{criterion.id}: {row.score}"
        if all(section.kind != "bonus" for section in checklist.section) and sheet.total is not None:
            assert sheet.total <= (checklist.total or Decimal(0))

    def _kept(self, given: Mapping[str, Answer]) -> None:
        written = {each: scoring.write_answer(answer) for each, answer in given.items()}
        file = json.dumps({"checklist": self.read.name, "answers": written}, ensure_ascii=False).encode()
        assert scoring.read_response(self.read, scoring.parse_response(file, "response.json")) == given

    def _told(self, given: Mapping[str, Answer]) -> None:
        sheet = scoring.score(self.read, given)
        each_step_is_told((*sheet.why, *(step for row in sheet.criteria for step in row.why)), self.read)


def _unseen(form: FilledForm, texts: list[str]) -> list[str]:
    """Those of the section's texts that do not begin anywhere on its page, however far one goes down."""
    for _row in range(3 * len(texts)):
        shown = form.shown
        texts = [each for each in texts if each[:6] not in shown]
        if not texts:
            break
        form.press("down")
    return texts
