"""The county at a glance while a round runs: by unit and rater group, down to people; it keeps itself up to date."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input

from cadre_tui.locale import N_, _
from cadre_tui.model.filling.home import RoundStatus
from cadre_tui.model.oversight.progress import GroupLine, UnitLine
from cadre_tui.model.people.person import Role
from cadre_tui.services.oversight import progress
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, JUMP, RELOAD, SAVE, Action, Entry
from cadre_tui.tui.filtered import FilteredScreen
from cadre_tui.tui.oversight import ways
from cadre_tui.tui.oversight.dashboard_page import Doors, menu
from cadre_tui.tui.oversight.watching import WatchedScreen
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words import terms
from cadre_tui.words.rounds.title import round_title


class DashboardScreen(FilteredScreen, WatchedScreen):
    """Enter goes down to a unit's people; what changes is drawn anew where it stands, and the cursor stays."""

    CSS_PATH = "oversight.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("看人员"), N_("看光标处这个单位每个人的进度"), handled=True),
        Action("move", "up,down,pageup,pagedown", N_("上下"), N_("上下移动"), shows="↑↓", shown=False, handled=True),
        Action("remind", "m", N_("提醒"), N_("提醒还没有交齐的人：先看名单和文字，再决定")),
        Action("bulletin", "b", N_("通报"), N_("出进度通报，可以张贴")),
        Action("raters", "a", N_("谁评谁"), N_("看谁评价谁；有人进出以后重新安排")),
        Action("log", "l", N_("操作记录"), N_("看这一轮的操作记录，核对是否被改动"), shown=False),
        Action("filter", "f3", N_("筛选"), N_("按单位名称筛选")),
        BACK,
        RELOAD,
        JUMP,
    )

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id
        self._status: RoundStatus | None = None

    def guidance(self) -> str:
        """What is counted."""
        return _(
            "整个县的进度：每条先是已提交，再是填写中，空的是还没有动的；后面是已提交份数和应提交份数。"
            "落在后面的单位排在前面。这个页面自己每隔几秒更新。这里只有份数，看不到谁填了什么、给谁打了多少分。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Who only supervises reminds nobody; a clerk sees no log."""
        if action == "remind" and self.session.role is Role.SUPERVISOR:
            return False
        if action == "raters":
            return self.session.role is Role.ORGANISER
        if action == "log" and self.session.role is Role.CLERK:
            return False
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """The filter while it is used, and the list."""
        yield Input(value=self._typed, placeholder=_("单位名称，Esc 清除"), id="filter")
        yield MenuList(id="units")

    def fill(self) -> None:
        """Draw what is known, else read it."""
        self.query_one(Input).display = bool(self._typed)
        if self._status is None:
            self.heading(_("进度"))
            self.look()
        else:
            self._draw(self._status)
        self.query_one(MenuList).focus()

    def look(self) -> None:
        """Count again."""
        self.fetch(partial(progress.status, self.session, self._round), self._take)

    def action_reload(self) -> None:
        """At once."""
        self.look()

    def _take(self, status: RoundStatus) -> None:
        self.looked()
        if status != self._status:
            self._draw(status)

    def _draw(self, status: RoundStatus) -> None:
        self._status = status
        people = sum(each.people for each in status.units)
        scale = _("{people} 人 {dot} {units} 单位").format(
            people=people, units=len(status.units), dot=self.glyphs.dot
        )
        title = round_title(status.line.title, status.line.mock)
        self.heading(f"{title} {self.glyphs.dot} {terms.phase(status.line.phase)}", scale)
        self.query_one(MenuList).renew(menu(status, self._typed, self.glyphs, Doors(self._unit, self._group)))
        self.show_keys()

    def _unit(self, unit: UnitLine) -> None:
        ways.open_progress_people(self.app, self._round, unit.id, None, unit.unit)

    def _group(self, group: GroupLine) -> None:
        ways.open_progress_people(self.app, self._round, None, group.group, group.title)

    def _under_cursor(self) -> UnitLine | None:
        here = self.query_one(MenuList).here
        if self._status is None or here is None:
            return None
        return next((each for each in self._status.units if here.name == f"unit {each.id}"), None)

    def jumps(self) -> Sequence[Entry]:
        """Every unit."""
        units = self._status.units if self._status else ()
        return [Entry(each.unit, partial(self._unit, each)) for each in units]

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def action_remind(self) -> None:
        """Whom, is chosen there; the unit under the cursor is offered first."""
        unit = self._under_cursor()
        ways.open_remind(self.app, self._round, unit.id if unit else None, None)

    def action_bulletin(self) -> None:
        """Of the whole county."""
        ways.open_bulletin(self.app, self._round, None)

    def action_raters(self) -> None:
        """See who rates whom."""
        navigation.open_raters(self.app, self._round)

    def action_log(self) -> None:
        """What was done in this round."""
        navigation.open_audit(self.app, self._round)

    def narrow(self) -> None:
        """By what is typed."""
        if self._status is not None:
            self._draw(self._status)
