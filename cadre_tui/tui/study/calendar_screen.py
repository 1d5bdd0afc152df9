"""The calendar of collective sessions: proposed and agreed to, changed session by session, handed out as a file."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult

from cadre_tui.locale import N_, _
from cadre_tui.model.people.person import Role
from cadre_tui.model.study.session import SessionState, StudyCalendar, StudySession
from cadre_tui.model.study.settings import StudySettings
from cadre_tui.services.documents import study as papers
from cadre_tui.services.documents.folder import Folder
from cadre_tui.services.oversight.putting_out import put_out
from cadre_tui.services.session import Session
from cadre_tui.services.study import arranging, settling, signing_in
from cadre_tui.services.study.reading import today
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, Action, Entry
from cadre_tui.tui.drawing.columns import fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Menu, Row, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.page_screen import PageScreen
from cadre_tui.tui.study import ways
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.tui.widgets.where_to import WhereTo
from cadre_tui.words.study import documents as wording
from cadre_tui.words.study import terms
from cadre_tui.words.study.icalendar import as_icalendar

KEEPING = frozenset({Role.ORGANISER, Role.CLERK})


class Shown(NamedTuple):
    """A calendar, and what is settled."""

    calendar: StudyCalendar
    settled: StudySettings


class CalendarScreen(PageScreen[Shown]):
    """Enter signs people in at a session; an organiser arranges, the clerk of a unit that unit's own."""

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("签到"), N_("给光标处的集中学习签到"), handled=True),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True, shown=False),
        Action("overview", "d", N_("督查"), N_("看各单位、各层级的学时、出勤和计划，该办的事"), weight=1),
        Action("propose", "y", N_("排一年"), N_("各班隔周轮流、避开节假日，排这一年"), weight=1),
        Action("new", "n", N_("加一次"), N_("加一次集中学习")),
        Action("edit", "e", N_("改"), N_("改光标处的一次：日期、主题、主讲、学时")),
        Action("call_off", "x", N_("取消"), N_("取消光标处还没有签到的一次，写明理由")),
        Action("sheet", "s", N_("签到册"), N_("出光标处这一次的签到册（Word），打印以后手签")),
        Action("take", "i", N_("导入学时"), N_("导入别的系统导出的学时：先选来源，先看，再写入")),
        Action("settle", "t", N_("设置"), N_("规定学时、一天最多的学时、另外放假和上班的日子")),
        Action("out", "o", N_("导出日历"), N_("导出 iCalendar 文件，手机和邮件日历都能导入")),
        BACK,
        RELOAD,
    )

    def __init__(self, unit: str = "", name: str = "") -> None:
        super().__init__()
        self._unit, self._name = unit, name
        self._sheet_of: StudySession | None = None
        """Of which session a sheet is asked for; None: the calendar's file."""

    def guidance(self) -> str:
        """How it is arranged."""
        return _(
            "两个班次隔周轮流，每班两周一次。按 y 排一年："
            "遇到放假就在同一周里改到最近的上班日；排好以后一次一次地改。"
            "同一些人不能同时在两处。按 Enter 签到；签过到的不能取消。按 o 导出日历文件。"
        )

    def body(self) -> ComposeResult:
        """The list, and the file's name while it is asked for."""
        yield from super().body()
        yield WhereTo()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Who arranges: organisers; of a unit's sessions its clerk as well."""
        arranges = self.session.role is Role.ORGANISER or (bool(self._unit) and self.session.role is Role.CLERK)
        if action == "propose":
            empty = self._page is not None and not self._page.calendar.sessions
            return self.session.role is Role.ORGANISER and not self._unit and empty
        if action in ("new", "edit", "call_off"):
            return arranges and (action == "new" or self._here is not None)
        if action == "open":
            return self.session.role in KEEPING
        if action in ("out", "sheet"):  # a file of this machine is named by organisers alone
            return self.session.role is Role.ORGANISER and (action == "out" or self._here is not None)
        if action in ("take", "settle"):
            return self.session.role is Role.ORGANISER and not self._unit
        if action == "overview":
            return self.session.role in KEEPING
        return super().check_action(action, parameters)

    def headed(self) -> str:
        """What the page is about."""
        return _("{year} 年集中学习").format(year=self._year)

    def read(self, session: Session) -> Shown:
        """As the services tell it."""
        return Shown(arranging.calendar(session, self._year, self._unit), settling.settings(session))

    def show(self, page: Shown) -> None:
        """Draw it; the cursor begins at the next session."""
        held = sum(each.state is SessionState.HELD for each in page.calendar.sessions)
        told = _("已办 {held} / {all} 次").format(held=held, all=len(page.calendar.sessions))
        self.heading(self.headed(), f"{self._name} {told}".strip())
        shown = self.query_one(MenuList)
        first = shown.here is None
        shown.offer(Menu(rows(page, self.glyphs, self._sign_in)))
        if first:
            day = today(self.host.county)
            coming = next((each.id for each in page.calendar.sessions if each.day >= day), "")
            shown.menu.find(coming)
            shown.offer(shown.menu)

    def on_menu_list_moved(self) -> None:
        """The keys follow the cursor."""
        self.show_keys()

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def action_propose(self) -> None:
        """See it first: it is agreed to in a list of one."""
        self.fetch(partial(arranging.propose, self.session, self._year), self._agree)

    def action_new(self) -> None:
        """A new one, a week after the last."""
        settled = self._page.settled if self._page else StudySettings()
        day = today(self.host.county)
        fresh = StudySession(id="", unit=self._unit, audience=settled.audiences[0].id, day=day)
        self._open_session(fresh)

    def action_edit(self) -> None:
        """Change the one under the cursor."""
        if (here := self._here) is not None:
            self._open_session(here)

    def _open_session(self, study: StudySession) -> None:
        """With what is settled now."""
        self.fetch(
            partial(settling.settings, self.session),
            lambda settled: ways.open_session(self.app, self._year, study, settled),
        )

    def action_call_off(self) -> None:
        """Call the one under the cursor off."""
        if (here := self._here) is not None:
            ways.open_calling_off(self.app, self._year, here)

    def action_overview(self) -> None:
        """How everybody stands."""
        ways.open_overview(self.app)

    def action_settle(self) -> None:
        """Hours asked for, free days."""
        self.fetch(partial(settling.settings, self.session), partial(ways.open_settling, self.app))

    def action_take(self) -> None:
        """Of which source; a new one is set here as well."""
        sources = self._page.settled.sources if self._page else ()
        entries = [Entry(each.title, partial(ways.open_import, self.app, each), each.id) for each in sources]
        entries.append(Entry(_("设一个新的来源"), partial(ways.open_source, self.app)))
        entries.append(Entry(_("不是学时：自评表预填的数"), partial(ways.open_facts, self.app)))
        navigation.open_choice(self.app, _("从哪里导入"), entries)

    def action_out(self) -> None:
        """Ask for the file's name."""
        self._sheet_of = None
        hint = _("写到哪个新文件（.ics），按 Enter 写，按 Esc 不写")
        self.query_one(WhereTo).ask(_("学习日历") + f"-{self._year}.ics", hint)

    def action_sheet(self) -> None:
        """Ask for a folder."""
        if (here := self._here) is not None:
            self._sheet_of = here
            hint = _("放在哪个新文件夹，按 Enter 开始，按 Esc 不出")
            self.query_one(WhereTo).ask(_("签到册") + f"-{here.day:%Y%m%d}-{here.id}", hint)

    def action_back(self) -> None:
        """Out of the field first."""
        if not self.query_one(WhereTo).put_away():
            super().action_back()

    @on(WhereTo.Named)
    def _write(self, event: WhereTo.Named) -> None:
        if self._page is None:
            return
        page, path, of = self._page, event.path, self._sheet_of
        if of is not None:
            year, host = self._year, {"host": self._unit}
            self.fetch(
                lambda: papers.sign_in_sheet(self.session, year, of.id, Folder.new(path), wording, **host),
                self._written,
            )
            return
        content = as_icalendar(page.calendar, page.settled, self.host.county.now())
        self.fetch(partial(put_out, self.session, path, content), self._written)

    def _written(self, path: object) -> None:
        self.notice(_("写好了：{file}").format(file=path))

    @property
    def _year(self) -> int:
        return today(self.host.county).year

    @property
    def _here(self) -> StudySession | None:
        here = self.query_one(MenuList).here
        return self._page.calendar.session(here.name) if self._page and here else None

    def _agree(self, found: tuple[StudySession, ...]) -> None:
        if not found:
            self.notice(_("排不出来：没有班次，或者整年放假。"), wrong=True)
            return
        told = _("写入 {count} 次：{first} 到 {last}").format(
            count=len(found), first=found[0].day.isoformat(), last=found[-1].day.isoformat()
        )
        adopt = partial(arranging.adopt, self.session, self._year)
        go = partial(self.fetch, adopt, lambda _done: self.action_reload())
        entries = [Entry(told, go)]
        entries += [Entry(f"{terms.when(each)}  {each.id}", lambda: self.notice(_("还没有写入。"))) for each in found]
        navigation.open_choice(self.app, _("这样排一年，写入吗？"), entries)

    def _sign_in(self, session: StudySession) -> None:
        """Where one screen would not hold all, of which unit is asked first."""
        if self.session.role not in KEEPING or session.state is SessionState.CANCELLED:
            return
        asked = partial(signing_in.units_of, self.session, self._year, session.id, host=self._unit)
        self.fetch(asked, partial(self._choose_unit, session))

    def _choose_unit(self, session: StudySession, units: dict[str, str]) -> None:
        if len(units) <= 1:
            ways.open_sign_in(self.app, self._year, session)
            return
        entries = [Entry(_("全部一起"), partial(ways.open_sign_in, self.app, self._year, session))]
        entries += [
            Entry(name, partial(ways.open_sign_in, self.app, self._year, session, unit))
            for unit, name in units.items()
        ]
        navigation.open_choice(self.app, _("给哪个单位签到"), entries)


def rows(page: Shown, glyphs: Glyphs, go: Callable[[StudySession], object]) -> list[Row]:
    """A line a session."""
    if not page.calendar.sessions:
        return [words(line("  ", _("还没有排 {year} 年的集中学习。").format(year=page.calendar.year)))]
    sessions = page.calendar.sessions
    day = max(width_of(terms.when(each)) for each in sessions)
    longest = max(width_of(terms.audience(each.audience, page.settled)) for each in sessions)
    draw = partial(_line, page.settled, glyphs, day, longest)
    return [Row(partial(draw, each), partial(go, each), each.id) for each in sessions]


def _line(
    settled: StudySettings, glyphs: Glyphs, day: int, longest: int, session: StudySession, width: int, here: bool
) -> Line:
    """What it is about has the room that day and class leave; a long class gives way to it."""
    signs = {
        SessionState.PLANNED: glyphs.not_begun,
        SessionState.HELD: glyphs.done,
        SessionState.CANCELLED: glyphs.not_applicable,
    }
    style = "next" if here else ""
    who = max(min(longest, width - day - 38), 12)
    state = _(terms.STATES[session.state])
    about = " ".join(part for part in (session.theme, session.speaker) if part) or session.id
    room = max(width - 4 - day - who - 4 - 10, 8)
    return line(
        Part(glyphs.cursor if here else " ", "next"),
        Part(f" {signs[session.state]} ", style),
        Part(fit(terms.when(session), day + 2), style),
        fit(terms.audience(session.audience, settled), who, ellipsis=glyphs.ellipsis),
        "  ",
        Part(fit(about, room, ellipsis=glyphs.ellipsis), style),
        fit(state, 9, "right"),
    )
