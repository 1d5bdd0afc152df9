"""One person's year of study: one's own, with its plan to be written, or somebody else's to be looked at."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, NamedTuple

from cadre_tui.locale import N_, _, language
from cadre_tui.model.people.person import Role
from cadre_tui.model.study.certificate import Certificate
from cadre_tui.model.study.log import HoursEntry
from cadre_tui.model.study.period import quarter
from cadre_tui.model.study.plan import StudyItem
from cadre_tui.model.study.proposal import StudyProposal
from cadre_tui.model.study.settings import StudySettings
from cadre_tui.model.study.views import PersonYear
from cadre_tui.services.session import Session
from cadre_tui.services.study import certificates, hours, settling
from cadre_tui.services.study.overview import person_year
from cadre_tui.services.study.proposing import proposals
from cadre_tui.services.study.reading import today
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, Action, Entry
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.page_screen import PageScreen
from cadre_tui.tui.study import ways, year_page
from cadre_tui.tui.study.year_page import Doors
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words.study.proposals import ORIGINS


class Shown(NamedTuple):
    """The year, and what is settled."""

    year: PersonYear
    settled: StudySettings


class StudyScreen(PageScreen[Shown]):
    """Enter opens an item of the plan; of somebody else's, what waits is looked at and counted."""

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("打开"), N_("打开光标处的一条：改，说进度；等核对的学时计入"), handled=True),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True, shown=False),
        Action("new", "n", N_("写计划"), N_("写一条学习计划：从样本、短板、改进计划里选，或从头写"), weight=2),
        Action("hours", "h", N_("登记学时"), N_("登记脱产培训、网络课程等学时"), weight=1),
        Action("certificate", "z", N_("登记证书"), N_("登记学历结业、能力证书、本职以外的技能")),
        Action("review", "q", N_("季度回顾"), N_("回顾这个季度的学习计划")),
        Action("calendar", "c", N_("日程"), N_("看集中学习的日程")),
        BACK,
        RELOAD,
    )

    def __init__(self, person: str = "") -> None:
        super().__init__()
        self._person = person

    def guidance(self) -> str:
        """Where the figures come from."""
        return _(
            "学时由集中学习的签到和登记、导入的学时相加；自己登记的，联络员看过凭据才计入。"
            "学习计划自己写，单位联络员、组织者和督查看得到；改过的留着原来的样子。自评表里有“来源：学习台账”的数，就从这里来。"
        )

    @property
    def _own(self) -> bool:
        return not self._person and self.session.role in (Role.CADRE, Role.RATER)

    @property
    def _whom(self) -> str:
        return self._person or self.session.person

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A plan is its person's to write; hours also whoever's who keeps the register."""
        if action in ("new", "review"):
            return self._own
        if action in ("hours", "certificate"):
            return self.session.role is not Role.SUPERVISOR
        return super().check_action(action, parameters)

    def headed(self) -> str:
        """What the page is about."""
        return _("学习计划和台账")

    def read(self, session: Session) -> Shown:
        """As the services tell it."""
        return Shown(person_year(session, self._whom), settling.settings(session))

    def show(self, page: Shown) -> None:
        """Draw it."""
        self.heading(self.headed(), f"{page.year.person.name} {self.glyphs.dot} {page.year.unit}")
        shown = self.query_one(MenuList)
        width = shown.scrollable_content_region.width
        keeps = self.session.role in (Role.ORGANISER, Role.CLERK)
        doors = Doors(
            item=self._open if self._own else None,
            waiting=self._accept if keeps else None,
            shown=self._accept_certificate if keeps else None,
        )
        day = today(self.host.county)
        shown.offer(Menu(year_page.rows(page.year, page.settled, self.glyphs, width, day, doors)))

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def action_new(self) -> None:
        """What one could begin with, by name; the first line begins with nothing."""
        self.fetch(partial(proposals, self.session, self._year, self._whom), self._offer)

    def action_hours(self) -> None:
        """Write hours."""
        ways.open_hours(self.app, self._whom)

    def action_certificate(self) -> None:
        """Write a certificate."""
        ways.open_certificate(self.app, self._whom)

    def action_review(self) -> None:
        """Of the quarter that it is."""
        ways.open_review(self.app, self._year, self._whom, quarter(today(self.host.county)))

    def action_calendar(self) -> None:
        """The county's sessions."""
        ways.open_calendar(self.app)

    @property
    def _year(self) -> int:
        return today(self.host.county).year

    def _offer(self, found: tuple[StudyProposal, ...]) -> None:
        empty = StudyItem(id="", content="")
        entries = [Entry(_("从头写"), partial(self._open, empty))]
        entries += [
            Entry(each.content.say(language()), partial(self._open, each.item(language())), _(ORIGINS[each.origin]))
            for each in found
        ]
        navigation.open_choice(self.app, _("写一条学习计划"), entries)

    def _open(self, item: StudyItem) -> None:
        ways.open_item(self.app, self._year, self._whom, item)

    def _accept(self, entry: HoursEntry) -> None:
        """Look at the proof, and count it."""
        self._ask(entry.title, entry.proof, partial(hours.accept, self.session, entry.day.year, self._whom, entry.id))

    def _accept_certificate(self, one: Certificate) -> None:
        """The same of a certificate."""
        self._ask(one.name, one.proof or one.used, partial(certificates.accept, self.session, self._whom, one.id))

    def _ask(self, title: str, proof: str, accept: Callable[[], object]) -> None:
        told = _("计入：{title}，凭据：{proof}").format(title=title, proof=proof or "-")
        go = partial(self.fetch, accept, lambda _done: self.action_reload())
        navigation.open_choice(self.app, _("凭据看过了吗？"), [Entry(told, go)])
