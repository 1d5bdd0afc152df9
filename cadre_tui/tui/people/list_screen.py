"""Everybody in the county, by unit, for the organiser."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input

from cadre_tui.locale import N_, _
from cadre_tui.model.people.account import AccountLine
from cadre_tui.model.people.person import Roster
from cadre_tui.services.people import history
from cadre_tui.services.people.account_list import outside
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, SAVE, Action
from cadre_tui.tui.filtered import FilteredScreen
from cadre_tui.tui.people import ways
from cadre_tui.tui.people.list_page import Found, PeopleMenu, findable, matching, matching_outside
from cadre_tui.tui.widgets.menu_list import MenuList

Listed = tuple[Roster, tuple[AccountLine, ...]]


def listed(session: Session) -> Listed:
    """Today's roster, and those who have an account without being in it."""
    return history.roster_today(session), outside(session)


class PeopleScreen(FilteredScreen):
    """By unit; Enter opens a person's page, F3 narrows the list by what is typed."""

    CSS_PATH = "list_screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("打开"), N_("打开光标处这个人的页面"), handled=True),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True),
        Action("filter", "f3", N_("筛选"), N_("按姓名、拼音、编号、单位、职务、层级或在岗情况筛选")),
        Action("take", "i", N_("导入"), N_("从文件导入花名册：先看会改什么，再写入")),
        Action("codes", "c", N_("发激活码"), N_("给还没有激活码的人发激活码，条子写成可以打印的文件")),
        Action("account", "n", N_("建账号"), N_("给不在花名册上的人建账号：组织者、督查员、单位联络员")),
        BACK,
        RELOAD,
    )

    def __init__(self) -> None:
        super().__init__()
        self._listed: Listed | None = None
        self._people: tuple[Found, ...] = ()

    def body(self) -> ComposeResult:
        """The filter while it is used, and the list."""
        yield Input(value=self._typed, placeholder=_("姓名、拼音、编号、单位、职务或在岗情况，Esc 清除"), id="filter")
        yield MenuList(id="people")

    def fill(self) -> None:
        """Read them, or draw them again in another language."""
        self.query_one(Input).display = bool(self._typed)
        if self._listed is None:
            self.heading(_("人员"))
            self.action_reload()
        else:
            self._take(self._listed)
        self.query_one(MenuList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save."""
        return action != SAVE.name and super().check_action(action, parameters)

    def guidance(self) -> str:
        """What is listed."""
        return _(
            "按单位列出花名册上的每个人：职务、层级、在岗情况、兼任的单位。"
            "按 F3 输入姓名、拼音首字、单位或“借调”等来筛选；按 Enter 看这个人的页面："
            "职务、变动记录、账号和身份；按 i 导入花名册；按 c 给还没有激活码的人发激活码；"
            "按 n 给不在花名册上的人（督查员、别的组织者、联络员）建账号，建好的列在最后。"
        )

    def action_reload(self) -> None:
        """Read them anew."""
        self.fetch(partial(listed, self.session), self._take)

    def on_screen_resume(self) -> None:
        """A roster may have been taken over on the screen above."""
        if self._listed is not None:
            self.action_reload()

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def action_take(self) -> None:
        """Take over a roster from a file."""
        navigation.open_import(self.app)

    def action_codes(self) -> None:
        """Issue activation codes to all who have none."""
        ways.open_slips(self.app)

    def action_account(self) -> None:
        """Make an account for somebody outside the roster."""
        ways.open_account(self.app)

    def narrow(self) -> None:
        """By what is typed."""
        self._draw()

    def _take(self, known: Listed) -> None:
        self._listed = known
        self._people = findable(known[0])
        self._draw()

    def _draw(self) -> None:
        if self._listed is None:
            return
        roster, others = self._listed
        others = matching_outside(others, self._typed)
        shown = matching(self._people, self._typed)
        self.heading(_("人员"), _("{shown}/{all} 人").format(shown=len(shown), all=len(self._people)))
        nobody = _("没有找到，请换个词。") if self._typed else _("花名册里还没有人：按 i 导入花名册。")
        self.notice("" if shown or (others and self._typed) else nobody)
        names = {each.id: each.name for each in roster.units}
        menu = PeopleMenu(shown, names, partial(ways.open_person, self.app), self.glyphs, others)
        self.query_one(MenuList).offer(menu)
        self.show_keys()
