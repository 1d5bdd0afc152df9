"""The remedy list of a round, with what former rounds left."""

from functools import partial
from typing import ClassVar

from cadre_tui.locale import N_, _
from cadre_tui.model.oversight.remedy import RemedyLine, RemedyPage
from cadre_tui.services.oversight import remedy_pages
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, Action, Entry
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.page_screen import PageScreen
from cadre_tui.tui.remedies import page as words
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words.county.remedies import counted
from cadre_tui.words.rounds.title import round_title


class RemediesScreen(PageScreen[RemedyPage]):
    """What is left to do first; Enter opens an item, ``n`` makes one."""

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("打开"), N_("打开光标处的整改事项"), handled=True),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True),
        Action("new", "n", N_("列一项"), N_("列一项整改：写明内容，定责任人和期限"), weight=1),
        BACK,
        RELOAD,
    )

    def __init__(self, round_id: str, unit: str = "") -> None:
        super().__init__()
        self._round = round_id
        self._unit = unit

    def guidance(self) -> str:
        """What becomes of an item."""
        return _(
            "整改清单：每一项写明要整改什么、谁负责、什么时候以前。责任人在首页看到，办了就报告；"
            "由责任人以外的人核查，办好的销号，没办好的退回。下一轮的清单里还看得到以前各轮的。"
        )

    def headed(self) -> str:
        """What the page is about."""
        return _("整改清单")

    def read(self, session: Session) -> RemedyPage:
        """As the service tells it."""
        return remedy_pages.page(session, self._round)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Items are made by whoever may."""
        if action == "new":
            return self._page is not None and bool(self._page.units)
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def action_new(self) -> None:
        """Make one: of the unit from whose page one comes; else it is asked of which, where there are several."""
        units = self._page.units if self._page else {}
        if self._unit in units and self._unit:
            self._make(self._unit)
        elif len(units) == 1:
            self._make(next(iter(units)))
        elif units:
            entries = [Entry(name or _("全县"), partial(self._make, unit)) for unit, name in units.items()]
            navigation.open_choice(self.app, _("哪个单位的"), entries)

    def _make(self, unit: str) -> None:
        name = self._page.units[unit] if self._page else ""
        navigation.open_remedy_form(self.app, self._round, unit, name)

    def show(self, page: RemedyPage) -> None:
        """Draw it."""
        self.heading(f" {self.glyphs.dot} ".join((_("整改清单"), round_title(page.title, page.mock))), counted(page))
        self.query_one(MenuList).offer(Menu(words.rows(page, self.glyphs, self._open)))

    def _open(self, line: RemedyLine) -> None:
        navigation.open_remedy(self.app, line)
