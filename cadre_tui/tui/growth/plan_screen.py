"""One's plan after a round: its items and what one could begin with."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from cadre_tui.locale import N_, _
from cadre_tui.model.growth.growth import GrowthPage
from cadre_tui.model.growth.plan import MOST_ITEMS, Plan, PlanItem, Proposal
from cadre_tui.services.growth import plans
from cadre_tui.services.growth.pages import growth_page
from cadre_tui.services.growth.reading import today
from cadre_tui.tui.actions import BACK, RELOAD, SAVE, Action
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.growth import ways
from cadre_tui.tui.growth.plan_page import rows
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words.growth import quadrants as growth
from cadre_tui.words.rounds.title import round_title


class PlanScreen(CadreScreen):
    """Enter edits an item, or makes one of a proposal; everything is saved at once."""

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", shown=False, handled=True),
        Action("open", "enter", N_("写"), N_("改光标处的一条；在建议上，写成一条"), handled=True, weight=2),
        Action("add", "a", N_("自己写一条"), N_("自己写一条"), weight=1),
        Action("follow", "d", N_("做得怎样"), N_("说每一条做得怎样")),
        Action("drop", "delete", N_("删去"), N_("删去光标处的一条；按 u 放回来")),
        Action("restore", "u", N_("放回"), N_("把刚删去的一条放回来")),
        BACK,
        RELOAD,
    )

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id
        self._page: GrowthPage | None = None
        self._dropped: PlanItem | None = None
        self._written: str = ""
        """The id of the item that is being written above: coming back, one stands on it."""

    def body(self) -> ComposeResult:
        """One list."""
        yield MenuList(id="list")

    def fill(self) -> None:
        """Read it, or draw it again in another language."""
        self.set_focus(self.query_one(MenuList))
        self.heading(_("改进计划"))
        if self._page is None:
            self.action_reload()
        else:
            self._show(self._page)

    def on_screen_resume(self) -> None:
        """An item was written above."""
        if self._page is not None:
            self.action_reload()

    def guidance(self) -> str:
        """What a plan is, and who reads it."""
        return _(
            "改进计划写一两件就够，最多 {most} 条：做什么，结合哪项工作，到什么时候，拿什么看得出做到了。"
            "建议来自上次没做完的、盲点、短板和自查不足的项，文字取自考评项的说明，按 Enter 写成一条再改。"
            "随写随存。只有你自己看得到，组织者和督查也看不到；下一轮自评开头会先问每一条做得怎样。"
        ).format(most=MOST_ITEMS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What fits what the cursor stands on."""
        if action == "drop":
            return self._here is not None
        if action == "restore":
            return self._dropped is not None
        if action == "follow":
            return self._page is not None and bool(self._page.plan.items)
        return action != SAVE.name and super().check_action(action, parameters)

    def laid_out(self) -> None:
        """Wrapped anew."""
        if self._page is not None:
            self.call_after_refresh(self._show, self._page)

    def action_reload(self) -> None:
        """Read it anew."""
        self.fetch(partial(growth_page, self.session, self._round), self._show)

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def action_add(self) -> None:
        """An item of one's own."""
        if self._page is not None:
            self._edit(PlanItem(id=plans.free_id(self._page.plan), what=""))

    def action_follow(self) -> None:
        """What became of the items."""
        ways.open_follow(self.app, self._round)

    def action_drop(self) -> None:
        """Take the item at the cursor out."""
        gone = self._here
        if gone is not None:
            self.fetch(partial(plans.drop, self.session, self._round, gone.id), partial(self._gone, gone))

    def action_restore(self) -> None:
        """Put back what was taken out last."""
        if self._dropped is not None:
            self.fetch(partial(plans.put, self.session, self._round, self._dropped), self._back)

    @property
    def _here(self) -> PlanItem | None:
        row = self.query_one(MenuList).here if self.is_mounted else None
        kind, _space, number = row.name.partition(" ") if row else ("", "", "")
        return self._page.plan.item(number) if self._page and kind == "item" else None

    def on_menu_list_moved(self) -> None:
        """The keys follow the cursor."""
        self.show_keys()

    def _gone(self, item: PlanItem, _plan: Plan) -> None:
        self._dropped = item
        self.notice(_("删去了。按 u 放回来。"))
        self.action_reload()

    def _back(self, _plan: Plan) -> None:
        self._dropped = None
        self.notice("")
        self.action_reload()

    def _edit(self, item: PlanItem) -> None:
        self._written = item.id
        ways.open_plan_item(self.app, self._round, item, self._page.about(item) if self._page else None)

    def _take(self, proposal: Proposal) -> None:
        """It is an item from here on, and opened to be put in one's own words."""
        assert self._page is not None  # noqa: S101 - a proposal stands on a page that was read
        item = proposal.item(plans.free_id(self._page.plan), growth.proposed(proposal))
        self.fetch(partial(plans.put, self.session, self._round, item), lambda _plan: self._edit(item))

    def _show(self, page: GrowthPage) -> None:
        self._page = page
        about = page.compared
        title = round_title(about.title, about.mock)
        count = _("{count}/{most} 条").format(count=len(page.plan.items), most=MOST_ITEMS)
        self.heading(f"{title} {self.glyphs.dot} " + _("改进计划"), count)
        shown = self.query_one(MenuList)
        width = shown.scrollable_content_region.width
        day = today(self.host.county)
        menu = Menu(rows(page, self.glyphs, width, day, self._edit, self._take))
        written = self._written if page.plan.item(self._written) else ""
        if written:
            menu.find(f"item {written}")
            self._written = ""
        shown.offer(menu, keep=not written)
        self.show_keys()
