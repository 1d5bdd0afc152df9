"""A look through everything that is stored; nothing is changed."""

from typing import ClassVar

from cadre_tui.locale import N_, _
from cadre_tui.model.safekeeping import Checkup
from cadre_tui.services.safekeeping import checkup
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import BACK, RELOAD, Action
from cadre_tui.tui.page_screen import PageScreen
from cadre_tui.tui.safekeeping.page import menu
from cadre_tui.tui.widgets.reading_list import ReadingList

STEPS = 100
"""How far it has come is told about so often."""


class CheckupScreen(PageScreen[Checkup]):
    """Whether the data are whole, and what to do where they are not."""

    LIST = ReadingList
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        BACK,
        RELOAD,
    )

    def headed(self) -> str:
        """What it is about."""
        return _("检查数据")

    def guidance(self) -> str:
        """What it looks at, and what it does not do."""
        return _(
            "逐份检查存下来的数据：校验、权限，冻结的考评表和规则的指纹，操作记录是否连得上。只看，不改，大家可以照常填。"
            "按 F5 再查一遍。"
        )

    def read(self, session: Session) -> Checkup:
        """On a thread; how far it has come stands in the heading."""

        def tell(done: int, of: int) -> None:
            if done % max(of // STEPS, 1) == 0:
                self.app.call_from_thread(self.heading, self.headed(), f"{done}/{of}")

        return checkup.look_as(session, tell)

    def show(self, page: Checkup) -> None:
        """The verdict and every flaw."""
        self.heading(self.headed())
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 3
        pane.show(menu(page, self.glyphs, width), None)
