"""What is said of an item with a step: what was done, or why."""

from collections.abc import Sequence
from typing import ClassVar

from cadre_tui.locale import _
from cadre_tui.model.oversight.remedy import RemedyLine, RemedyState
from cadre_tui.services.oversight import remedies
from cadre_tui.tui.writing.screen import WritingScreen
from cadre_tui.words.county.remedies import STATES


class RemedyNoteScreen(WritingScreen):
    """As the owner reports, or as whoever looked at it judges."""

    LONGEST: ClassVar[int] = remedies.LONGEST

    def __init__(self, line: RemedyLine, state: RemedyState) -> None:
        super().__init__()
        self._line = line
        self._state = state

    def fill(self) -> None:
        """What it becomes."""
        super().fill()
        self.heading(f" {self.glyphs.dot} ".join((_("整改事项"), _(STATES[self._state]))), self._line.remedy.id)

    def about(self) -> Sequence[str]:
        """The item, and what is to be written."""
        asked = {
            RemedyState.WORKING: _("写明办了什么，或者还差什么。"),
            RemedyState.REPORTED: _("写明办了什么、在哪里看得到。交了以后由别人核查。"),
            RemedyState.SETTLED: _("写明核查了什么。销号以后不能再改。"),
            RemedyState.DROPPED: _("写明为什么撤销。撤销以后不能再改。"),
        }
        return [self._line.remedy.text, asked[self._state]]

    def send(self, text: str) -> object:
        """Say it."""
        remedy = self._line.remedy
        say = remedies.report if self._line.mine else remedies.judge
        return say(self.session, remedy.round, remedy.id, self._state, text)
