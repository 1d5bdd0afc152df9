"""How far each unit has come in a round: counts alone, for the organiser."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from cadre_tui.locale import N_, _
from cadre_tui.model.home import RoundStatus
from cadre_tui.model.people import Role
from cadre_tui.services.oversight import progress
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, Action
from cadre_tui.tui.drawing.menu import Menu, blank
from cadre_tui.tui.home.organiser_page import bars, unit_rows
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words import terms
from cadre_tui.words.rounds import round_title


class ProgressScreen(CadreScreen):
    """The whole on top, then unit by unit, the ones that lag behind first."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        BACK,
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        Action("raters", "a", N_("谁评谁"), N_("看谁评价谁；有人进出以后重新安排")),
        RELOAD,
    )

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id
        self._status: RoundStatus | None = None

    def guidance(self) -> str:
        """What is counted."""
        return _("按单位看已提交的份数，落在后面的排在前面。这里只看份数，看不到谁填了什么。")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save; who rates whom is the organiser's to see."""
        if action == "raters":
            return self.session.role is Role.ORGANISER
        return action != "save" and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """One list."""
        yield ReadingList(id="units")

    def fill(self) -> None:
        """Draw what is known, else read it."""
        self.set_focus(self.query_one(ReadingList))
        if self._status is None:
            self.action_reload()
        else:
            self._show(self._status)

    def action_raters(self) -> None:
        """See who rates whom."""
        navigation.open_raters(self.app, self._round)

    def action_reload(self) -> None:
        """Count again."""
        self.fetch(partial(progress.status, self.session, self._round), self._show)

    def _show(self, status: RoundStatus) -> None:
        self._status = status
        self.heading(round_title(status.line.title, status.line.mock), terms.phase(status.line.phase))
        whole = bars(status.line.handed_in, self.glyphs)
        rows = [blank(), *whole, blank(), *unit_rows(status.units, self.glyphs)]
        self.query_one(ReadingList).show(Menu(rows), None)
