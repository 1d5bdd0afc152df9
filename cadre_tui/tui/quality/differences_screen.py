"""Whose plain and adjusted figures give different grades: people decide."""

from functools import partial
from typing import ClassVar, Final

from textual.app import ComposeResult

from cadre_tui.locale import N_, _
from cadre_tui.model.results.looking import Look, Settling
from cadre_tui.model.results.quality import Difference, Quality
from cadre_tui.services.results.quality import voiding
from cadre_tui.tui.actions import BACK, SAVE, Action
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.look_page import settling_rows
from cadre_tui.tui.quality import page
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words.rounds.title import round_title

CLOSES: Final = Settling(answers=False, names=(), voids=True)
"""Whoever came here has looked at the raters: only decisions about votes end."""


class GradeDifferencesScreen(CadreScreen):
    """In a confidential round the list ends decisions about votes, which is told before it is shown."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("look", "y", N_("看名单"), N_("看名单；从此不能再决定答卷作废"), weight=1),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        BACK,
    )

    def __init__(self, found: Quality) -> None:
        super().__init__()
        self._found = found
        self._asks = found.open and found.confidential
        self._listed: tuple[Difference, ...] | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only where something ends by it."""
        if action == "look":
            return self._asks
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """One list."""
        yield ReadingList(id="differences")

    def fill(self) -> None:
        """Ask, read, or draw again in another language."""
        title = round_title(self._found.title, self._found.mock)
        self.heading(f"{_('等次不同的人')} {self.glyphs.dot} {title}", self._found.round)
        self.set_focus(self.query_one(ReadingList))
        if self._listed is None and not self._asks:
            self._read()
        self._draw()

    def laid_out(self) -> None:
        """Wrapped anew."""
        self.call_after_refresh(self._draw)

    def action_look(self) -> None:
        """What was told is meant."""
        self._asks = False
        self.show_keys()
        self._read()

    def _read(self) -> None:
        self.notice(_("正在读取，请稍候……"))
        self.fetch(partial(voiding.differences, self.session, self._found.round), self._take)

    def _take(self, listed: tuple[Difference, ...]) -> None:
        self._listed = listed
        self.notice("")
        self._draw()

    def _draw(self) -> None:
        listed = self.query_one(ReadingList)
        width = listed.scrollable_content_region.width or self.size.width - 2
        if self._asks:
            listed.show(Menu(settling_rows(CLOSES, Look.DIFFERENCES, width)), None)
        elif self._listed is not None:
            listed.show(Menu(page.difference_rows(self._listed, self.glyphs, width)), None)
