"""What every check of whole responses must hold, as tests to subclass."""

from collections.abc import Mapping
from typing import Any, ClassVar

from cadre_tui import locale, scoring
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.text import Text
from cadre_tui.plugins.allowed.running import host
from cadre_tui.plugins.descriptors.checks import ResponseCheck
from cadre_tui.plugins.descriptors.saying import text
from cadre_tui.testing.strategies import answers
from cadre_tui.testing.suites.suite import Suite
from cadre_tui.testing.suites.trying import hold


class ResponseCheckSuite(Suite):
    """``check = "linshan.visited"``, its ``plugin``, the ``checklist``, and what passes and what does not.

    ``accepted`` and ``refused`` are answers as a response file has them.
    """

    check: ClassVar[str]
    accepted: ClassVar[Mapping[str, Any]]
    refused: ClassVar[Mapping[str, Any]]

    def test_it_is_for_this_checklist(self) -> None:
        """By its id: a check of another one is never asked."""
        assert self._check.checklist == self.read.id

    def test_every_response_is_judged_the_same_each_time_and_told_in_words(self) -> None:
        """Whatever was answered, and what was left out."""
        hold(self._judged_alike, answers(self.read), self.examples)

    def test_what_is_right_passes_and_what_is_wrong_does_not(self) -> None:
        """As the author says it."""
        assert not self._said(self._read(self.accepted)), "it refuses what it should accept"
        assert self._said(self._read(self.refused)), "it accepts what it should refuse"

    @property
    def _check(self) -> ResponseCheck:
        found = host().named("cadre_check_response", ResponseCheck, self.check)
        assert found, f"the plugin gives no check {self.check}"
        return found[1]

    def _read(self, given: Mapping[str, Any]) -> Mapping[str, Answer]:
        return scoring.read_response(self.read, {"checklist": self.read.name, "answers": given}, draft=True)

    def _said(self, given: Mapping[str, Answer]) -> list[Text]:
        return [text(each.words) for each in self._check.check(self.read, dict(given))]

    def _judged_alike(self, given: Mapping[str, Answer]) -> None:
        said = self._said(given)
        assert said == self._said(given), "another word about the same answers"
        for each in said:
            assert all(each.say(language).strip() for language in locale.LANGUAGES), each
