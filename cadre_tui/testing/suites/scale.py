"""What every shared scale must hold, as tests to subclass."""

from typing import ClassVar, Final

import pytest

from cadre_tui import checklists
from cadre_tui.model.checklists.checklist import Scale
from cadre_tui.model.fault import CadreError
from cadre_tui.testing.suites.suite import PluginSuite
from cadre_tui.words.faults import sentence

CHECKLIST: Final = """
schema = 1
id = "suite.checklist"
version = "1"
title = {{ zh = "考评表", en = "A checklist" }}
[[section]]
id = "s"
title = {{ zh = "节", en = "Section" }}
[[section.criterion]]
id = "c"
kind = "rating"
text = {{ zh = "评", en = "Rate" }}
scale = "{scale}"
points = 10
"""


class ScaleSuite(PluginSuite):
    """``scale = "linshan.level-4"`` and its ``plugin``: an author writes no more."""

    scale: ClassVar[str]

    def test_a_checklist_that_names_it_is_right(self) -> None:
        """It is written into the checklist: codes that are there once, scores from 0 to 100, the best of them 100."""
        assert self._written.option

    def test_it_is_the_same_each_time(self) -> None:
        """The digest of every checklist that names it hangs on that."""
        assert self._written == self._written

    @property
    def _written(self) -> Scale:
        try:
            checklist = checklists.parse(CHECKLIST.format(scale=self.scale), "suite.toml")
        except CadreError as error:
            pytest.fail("\n".join(map(sentence, error.faults)) or str(error), pytrace=False)
        return next(each for each in checklist.scale if each.id == self.scale)
