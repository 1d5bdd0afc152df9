"""督查: how study stands, by unit and level; the people of a unit; the summary of a half-year as a file."""

from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult

from cadre_tui.locale import N_, _
from cadre_tui.model.people.person import Role
from cadre_tui.model.study.period import Period, half_of, year_of
from cadre_tui.model.study.plan import StudyItem, StudyPlan
from cadre_tui.model.study.views import PersonYear, StudyOverview
from cadre_tui.services.documents import study as papers
from cadre_tui.services.documents.folder import Folder
from cadre_tui.services.session import Session
from cadre_tui.services.study import plans
from cadre_tui.services.study.overview import overview, people_of
from cadre_tui.services.study.reading import today, unit_called
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, Action, Entry
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.page_screen import PageScreen
from cadre_tui.tui.study import overview_page, ways, year_page
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.tui.widgets.where_to import WhereTo
from cadre_tui.words.study import documents as wording
from cadre_tui.words.study import terms

WRITING: Final = frozenset({Role.ORGANISER, Role.SUPERVISOR})
"""Who may have the summary written."""


class StudyOverviewScreen(PageScreen[StudyOverview]):
    """Enter goes down to a unit's people; ``h`` changes the period."""

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("看人员"), N_("看光标处这个单位每个人的学习"), handled=True),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True, shown=False),
        Action("period", "h", N_("换时段"), N_("全年、上半年、下半年")),
        Action("calendar", "c", N_("日程签到"), N_("看集中学习的日程，签到"), weight=2),
        Action("unit_calendar", "v", N_("单位日程"), N_("看光标处单位自己办的集中学习")),
        Action("plan", "p", N_("单位计划"), N_("看、写光标处单位的学习计划")),
        Action("out", "o", N_("出小结"), N_("出学习情况小结（Word），可以再改"), weight=1),
        BACK,
        RELOAD,
    )

    def __init__(self) -> None:
        super().__init__()
        self._period: Period | None = None

    def guidance(self) -> str:
        """What the columns are."""
        return _(
            "领导干部和其他干部按同一标准统计。人均学时：集中学习和其他学时的和；已达标：到了整个时段规定的学时；落后：比到今天应有的少；"
            "出勤率：参加和补学的占应参加的；计划完成：完成的占计划的。按 Enter 看一个单位的人，按 o 出小结。"
        )

    def body(self) -> ComposeResult:
        """The list, and the folder's name while it is asked for."""
        yield from super().body()
        yield WhereTo(_("放在哪个新文件夹，按 Enter 开始，按 Esc 不出"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A unit's pages need a unit under the cursor; a file here is named by whoever watches over all."""
        if action in ("open", "plan", "unit_calendar"):
            return bool(self._unit_name)
        if action == "out":
            return self.session.role in WRITING
        return super().check_action(action, parameters)

    def headed(self) -> str:
        """What the page is about."""
        return _("学习督查")

    def read(self, session: Session) -> StudyOverview:
        """As the service tells it."""
        return overview(session, self._period or year_of(today(session.county).year))

    def show(self, page: StudyOverview) -> None:
        """Draw it."""
        told = _("到 {day}").format(day=page.until.isoformat())
        self.heading(f"{self.headed()} {self.glyphs.dot} {terms.period(page.period)}", told)
        shown = self.query_one(MenuList)
        width = shown.scrollable_content_region.width
        shown.offer(Menu(overview_page.rows(page, self.glyphs, width, self._open, self._person)))

    def on_menu_list_moved(self) -> None:
        """The keys follow the cursor."""
        self.show_keys()

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def action_period(self) -> None:
        """The year, or one of its halves."""
        year = today(self.host.county).year
        choices = (year_of(year), half_of(year, 1), half_of(year, 2), year_of(year - 1))
        entries = [Entry(terms.period(each), partial(self._choose, each)) for each in choices]
        navigation.open_choice(self.app, _("哪个时段"), entries)

    def action_calendar(self) -> None:
        """The county's."""
        ways.open_calendar(self.app)

    def action_unit_calendar(self) -> None:
        """What the unit holds itself."""
        if name := self._unit_name:
            ways.open_calendar(self.app, unit_called(self.host.county, name), name)

    def action_plan(self) -> None:
        """A unit's."""
        if name := self._unit_name:
            ways.open_unit_plan(self.app, unit_called(self.host.county, name), name)

    def action_out(self) -> None:
        """Ask for a folder."""
        if self._page is not None:
            period = self._page.period
            name = _("学习小结") + f"-{period.first:%Y%m%d}-{period.last:%Y%m%d}"
            self.query_one(WhereTo).ask(name)

    def action_back(self) -> None:
        """Out of the field first."""
        if not self.query_one(WhereTo).put_away():
            super().action_back()

    @on(WhereTo.Named)
    def _write(self, event: WhereTo.Named) -> None:
        if self._page is not None:
            write = partial(papers.summary, self.session, self._page.period)
            self.fetch(lambda: write(Folder.new(event.path), wording), self._written)

    def _written(self, path: Path) -> None:
        self.notice(_("写好了：{file}").format(file=path))

    @property
    def _unit_name(self) -> str:
        here = self.query_one(MenuList).here
        return here.name.removeprefix("unit ") if here and here.name.startswith("unit ") else ""

    def _choose(self, period: Period) -> None:
        self._period = period
        self.action_reload()

    def _open(self, name: str) -> None:
        if self._page is not None:
            ways.open_unit(self.app, unit_called(self.host.county, name), name, self._page.period)

    def _person(self, person: str) -> None:
        ways.open_year(self.app, person)


class StudyUnitScreen(PageScreen[tuple[PersonYear, ...]]):
    """The people of one unit; Enter opens a person's year."""

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("打开"), N_("看光标处这个人的一年"), handled=True),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True, shown=False),
        BACK,
        RELOAD,
    )

    def __init__(self, unit: str, name: str, period: Period) -> None:
        super().__init__()
        self._unit, self._name, self._period = unit, name, period

    def guidance(self) -> str:
        """What is listed."""
        return _("这个单位每个人的学时、出勤和学习计划。按 Enter 看一个人的：有等核对的学时，看过凭据就在那里计入。")

    def headed(self) -> str:
        """Whose."""
        return f"{_('学习督查')} {self.glyphs.dot} {self._name}"

    def read(self, session: Session) -> tuple[PersonYear, ...]:
        """As the service tells it."""
        return people_of(session, self._unit, self._period)

    def show(self, page: tuple[PersonYear, ...]) -> None:
        """Draw it."""
        self.heading(self.headed(), terms.period(self._period))
        day = today(self.host.county)
        self.query_one(MenuList).offer(Menu(overview_page.people(page, self.glyphs, day, self._open)))

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def _open(self, person: str) -> None:
        ways.open_year(self.app, person)


class UnitPlanScreen(PageScreen[StudyPlan]):
    """A unit's study plan; its clerk writes it."""

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("打开"), N_("打开光标处的一条：改，说进度"), handled=True),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True, shown=False),
        Action("new", "n", N_("写计划"), N_("写一条单位的学习计划"), weight=1),
        BACK,
        RELOAD,
    )

    def __init__(self, unit: str, name: str) -> None:
        super().__init__()
        self._unit, self._name = unit, name

    def guidance(self) -> str:
        """Who writes it."""
        return _("单位的学习计划由单位联络员写，组织者和督查看得到；改过的留着原来的样子。")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Written by the clerk."""
        if action == "new":
            return self.session.role is Role.CLERK
        return super().check_action(action, parameters)

    def headed(self) -> str:
        """Whose."""
        return f"{_('学习计划')} {self.glyphs.dot} {self._name}"

    def read(self, session: Session) -> StudyPlan:
        """As the service tells it."""
        return plans.plan(session, today(session.county).year, self._unit, of_unit=True)

    def show(self, page: StudyPlan) -> None:
        """Draw it."""
        self.heading(self.headed(), str(page.year))
        shown = self.query_one(MenuList)
        width = shown.scrollable_content_region.width
        go = self._open if self.session.role is Role.CLERK else None
        shown.offer(Menu(year_page.plan_rows(page, self.glyphs, width, today(self.host.county), go)))

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def action_new(self) -> None:
        """From nothing."""
        self._open(StudyItem(id="", content=""))

    def _open(self, item: StudyItem) -> None:
        ways.open_item(self.app, today(self.host.county).year, self._unit, item, of_unit=True)
