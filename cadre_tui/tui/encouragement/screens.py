"""What colleagues wrote to oneself."""

from collections.abc import Sequence
from typing import ClassVar

from cadre_tui.locale import N_, _
from cadre_tui.model.oversight.voices import CommendationLine
from cadre_tui.services.oversight import commendation_pages
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import BACK, RELOAD, Action
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.encouragement import ways
from cadre_tui.tui.encouragement.page import rows
from cadre_tui.tui.page_screen import PageScreen
from cadre_tui.tui.widgets.menu_list import MenuList

MOVE = Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True)


class CommendationsScreen(PageScreen[Sequence[CommendationLine]]):
    """A list of words of encouragement."""

    CSS_PATH = "screen.tcss"

    def show(self, page: Sequence[CommendationLine]) -> None:
        """One under another."""
        self.heading(self.headed(), _("{count} 句").format(count=len(page)))
        shown = self.query_one(MenuList)
        width = shown.scrollable_content_region.width
        shown.offer(Menu(rows(page, self.glyphs, width)))

    @property
    def here(self) -> CommendationLine | None:
        """The one at the cursor."""
        row = self.query_one(MenuList).here
        return next((each for each in self._page or () if row and each.commendation.id == row.name), None)

    def on_menu_list_moved(self) -> None:
        """The keys follow the cursor."""
        self.show_keys()


class ReceivedScreen(CommendationsScreen):
    """What colleagues wrote to oneself."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        MOVE,
        Action("report", "j", N_("举报"), N_("举报光标处的不当留言，请组织者处理")),
        BACK,
        RELOAD,
    )

    def headed(self) -> str:
        """Mine."""
        return _("收到的鼓励")

    def guidance(self) -> str:
        """Who sees what."""
        return _("同事就某个考评项写给你的话，只有你看得到，不计入任何分数。有不当的，按 j 举报，由组织者处理。")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Once is enough."""
        if action == "report":
            return self.here is not None and self.here.commendation.report is None
        return super().check_action(action, parameters)

    def read(self, session: Session) -> Sequence[CommendationLine]:
        """Over all rounds."""
        return commendation_pages.received_lines(session)

    def action_report(self) -> None:
        """Say why."""
        if self.here is not None:
            ways.open_report(self.app, self.here.commendation)
