"""A round's encouragement for who watches over it: how many each unit received, and what was reported."""

from typing import ClassVar

from cadre_tui.locale import N_, _
from cadre_tui.model.oversight.voices import CommendationLine, EncouragementPage
from cadre_tui.model.people.person import Role
from cadre_tui.services.oversight import commendation_pages
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import BACK, RELOAD, Action
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.encouragement import ways
from cadre_tui.tui.encouragement.page import count_rows, reported_rows
from cadre_tui.tui.page_screen import PageScreen
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words.rounds.title import round_title


class EncouragementScreen(PageScreen[EncouragementPage]):
    """Numbers alone; what was reported is read, hidden and restored by the organiser."""

    CSS_PATH = "screen.tcss"
    IN_TURN: ClassVar[frozenset[str]] = frozenset({"hide", "restore"})
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True),
        Action("hide", "h", N_("隐藏"), N_("隐藏光标处的留言，写明理由")),
        Action("restore", "h", N_("恢复"), N_("恢复光标处隐藏了的留言，写明理由")),
        BACK,
        RELOAD,
    )

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id

    def guidance(self) -> str:
        """What may be seen."""
        return _(
            "上面是被举报的留言，别的留言除了收到的人谁也看不到；下面是各单位收到多少句，不计入任何分数。"
            "按 h 隐藏：收到的人不再看到，也不计数；隐藏错了，再按 h 恢复。都要写明理由，记入操作记录。"
        )

    def headed(self) -> str:
        """What the page is about."""
        return _("鼓励")

    def read(self, session: Session) -> EncouragementPage:
        """As the service tells it."""
        return commendation_pages.round_page(session, self._round)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save; what is hidden can be restored."""
        if action in ("hide", "restore"):
            here = self.here
            return here is not None and here.commendation.hidden is (action == "restore")
        return super().check_action(action, parameters)

    def action_hide(self) -> None:
        """Say why."""
        if self.here is not None:
            ways.open_hide(self.app, self.here.commendation)

    def action_restore(self) -> None:
        """Say why."""
        if self.here is not None:
            ways.open_restore(self.app, self.here.commendation)

    def on_menu_list_moved(self) -> None:
        """The keys follow the cursor."""
        self.show_keys()

    @property
    def here(self) -> CommendationLine | None:
        """The one at the cursor."""
        row = self.query_one(MenuList).here
        found = self._page.reported if self._page else ()
        return next((each for each in found if row and each.commendation.id == row.name), None)

    def show(self, page: EncouragementPage) -> None:
        """Draw it."""
        total = sum(number for _unit, number in page.counts)
        title = round_title(page.title, page.mock)
        self.heading(_("鼓励") + f" {self.glyphs.dot} {title}", _("共 {count} 句").format(count=total))
        shown = self.query_one(MenuList)
        width = shown.scrollable_content_region.width
        rows = reported_rows(page.reported, self.glyphs, width) if self.session.role is Role.ORGANISER else []
        shown.offer(Menu([*rows, *count_rows(page.counts, self.glyphs)]))
