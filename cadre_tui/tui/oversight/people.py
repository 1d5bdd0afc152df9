"""Who of a unit, or of a rater group, has come how far: counts and days, never who scored whom."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input

from cadre_tui.locale import N_, _, language
from cadre_tui.model.oversight.progress import PersonLine
from cadre_tui.model.people.person import Role
from cadre_tui.model.text import Text
from cadre_tui.services.oversight import progress
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, SAVE, Action
from cadre_tui.tui.filtered import FilteredScreen
from cadre_tui.tui.oversight import ways
from cadre_tui.tui.oversight.people_page import PeopleMenu, matching
from cadre_tui.tui.oversight.watching import WatchedScreen
from cadre_tui.tui.widgets.menu_list import MenuList


class ProgressPeopleScreen(FilteredScreen, WatchedScreen):
    """Those who lag first; it keeps itself up to date."""

    CSS_PATH = "oversight.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("提醒这个人"), N_("提醒光标处这个人"), handled=True),
        Action("move", "up,down,pageup,pagedown", N_("上下"), N_("上下移动"), shows="↑↓", shown=False, handled=True),
        Action("remind", "m", N_("提醒"), N_("提醒这里还没有交齐的人")),
        Action("time", "d", N_("准予延期"), N_("给光标处这个人延期，写明理由")),
        Action("give_back", "t", N_("退回答卷"), N_("退回光标处这个人已经提交的答卷，写明理由")),
        Action("bulletin", "b", N_("通报"), N_("出这个单位的进度通报，可以张贴")),
        Action("filter", "f3", N_("筛选"), N_("按姓名、拼音、职务或情况筛选")),
        BACK,
        RELOAD,
    )

    def __init__(self, round_id: str, unit: str | None, group: str | None, title: str | Text) -> None:
        super().__init__()
        self._round, self._unit, self._group, self._title = round_id, unit, group, title
        self._people: tuple[PersonLine, ...] | None = None

    def guidance(self) -> str:
        """What the columns are."""
        return _(
            "每个人已提交的份数和应提交的份数，落在后面的排在前面。最后保存只写到哪一天。"
            "这里看不到谁填了什么、给谁打了多少分。这个页面自己每隔几秒更新。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Who only supervises reminds nobody; organisers alone give, where there is something."""
        if action in ("remind", "open") and self.session.role is Role.SUPERVISOR:
            return False
        if action in ("remind", "bulletin") and self._unit is None:
            return False
        if action in ("time", "give_back"):
            here = self._here() if self.session.role is Role.ORGANISER else None
            return here is not None and bool(here.returnable if action == "give_back" else here.extendable)
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """The filter while it is used, and the list."""
        yield Input(value=self._typed, placeholder=_("姓名、拼音、职务或情况，Esc 清除"), id="filter")
        yield MenuList(id="people")

    def fill(self) -> None:
        """Draw what is known, else read it."""
        self.query_one(Input).display = bool(self._typed)
        self.heading(self._called)
        if self._people is None:
            self.look()
        else:
            self._draw(self._people)
        self.query_one(MenuList).focus()

    @property
    def _called(self) -> str:
        """The unit's, or the rater group's in the language in use."""
        return self._title.say(language()) if isinstance(self._title, Text) else self._title

    def look(self) -> None:
        """Count again."""
        self.fetch(partial(progress.people, self.session, self._round, self._unit, self._group), self._take)

    def action_reload(self) -> None:
        """At once."""
        self.look()

    def _take(self, people: tuple[PersonLine, ...]) -> None:
        self.looked()
        if people != self._people:
            self._draw(people)

    def _draw(self, people: tuple[PersonLine, ...]) -> None:
        self._people = people
        done = sum(not each.whole.open for each in people)
        self.heading(self._called, _("交齐 {done}/{all} 人").format(done=done, all=len(people)))
        shown = matching(people, self._typed)
        self.notice("" if shown or not self._typed else _("没有找到，请换个词。"))
        self.query_one(MenuList).renew(PeopleMenu(shown, self.glyphs, self._one))
        self.show_keys()

    def on_menu_list_moved(self) -> None:
        """The keys follow the cursor."""
        self.show_keys()

    def _here(self) -> PersonLine | None:
        """Whom the cursor stands on."""
        here = self.query_one(MenuList).here
        people = self._people or ()
        return next((each for each in people if here is not None and each.id == here.name), None)

    def _one(self, person: PersonLine) -> None:
        if self.session.role is Role.SUPERVISOR:
            return
        if person.whole.open:
            ways.open_remind(self.app, self._round, None, person.id)
        else:
            self.notice(_("{name} 已经交齐，不用提醒。").format(name=person.name))

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def action_remind(self) -> None:
        """Everybody here who has something open."""
        ways.open_remind(self.app, self._round, self._unit, None)

    def action_time(self) -> None:
        """More of it for whom the cursor stands on."""
        self._give(back=False)

    def action_give_back(self) -> None:
        """What they handed in."""
        self._give(back=True)

    def _give(self, *, back: bool) -> None:
        if here := self._here():
            navigation.open_time(self.app, self._round, here.id, back=back)

    def action_bulletin(self) -> None:
        """Of this unit."""
        ways.open_bulletin(self.app, self._round, self._unit)

    def narrow(self) -> None:
        """By what is typed."""
        if self._people is not None:
            self._draw(self._people)
