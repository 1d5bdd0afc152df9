"""Issuing activation codes: how many and to whom is seen first; then the slips, this once, and a file to print."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.files.typed_path import typed_path
from cadre_tui.locale import N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.account import Slip
from cadre_tui.model.people.person import Person
from cadre_tui.model.refusal import CadreError
from cadre_tui.services.oversight.putting_out import place_for, put_out
from cadre_tui.services.people import accounts
from cadre_tui.services.people.slips_file import new_file
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import BACK, SAVE, Action
from cadre_tui.tui.drawing.menu import Menu, Row
from cadre_tui.tui.people.slips_page import before_rows, slip_rows
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words.people import slips as words

Issued = tuple[tuple[Slip, ...], Path | None]
"""The slips, and the file in which they are."""


def place_of(written: str) -> Path | None:
    """The file that was named; None where none is wanted.

    Raises:
        BadInput: there is such a file, or none can be made there.
    """
    path = typed_path(written)
    if path is None:
        return None
    place = place_for(path)
    if place.exists():
        raise BadInput("slips-exist", file=str(place))
    return place


def issue(session: Session, person: Person | None, place: Path | None) -> Issued:
    """Issue codes; where slips go into a file it is made first, and slips that could not be written are shown.

    Raises:
        BadInput: there is such a file, or none can be made there: then no code is issued.
    """
    whom = None if person is None else (person.id,)
    if place is None:
        return accounts.slips_of(session, accounts.issue_activation_codes(session, whom)), None
    slips: tuple[Slip, ...] = ()
    try:
        with new_file(place) as file:
            slips = accounts.slips_of(session, accounts.issue_activation_codes(session, whom))
            file.write(words.page(slips, accounts.county_name(session.county)))
    except OSError:
        if not slips:
            raise
        return slips, None
    if not slips:  # somebody else was quicker
        place.unlink(missing_ok=True)
    return slips, place


def write(session: Session, slips: tuple[Slip, ...], path: Path) -> Issued:
    """Put slips that are shown into a new file.

    Raises:
        BadInput: there is such a file, or none can be made there.
    """
    page = words.page(slips, accounts.county_name(session.county))
    return slips, put_out(session, path, page.encode(errors="replace"))


class SlipsScreen(CadreScreen):
    """Where the slips are to lie, whom they are for, ``y``, and the slips. Of one person anew, or of all without."""

    CSS_PATH = "slips_screen.tcss"
    AUTO_FOCUS = "#file"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("agree", "enter", N_("下一步"), N_("核对文件名，看要发给谁；还没有发"), handled=True),
        Action("issue", "y", N_("发激活码"), N_("给列出的人发激活码")),
        Action("write", "o", N_("写成文件"), N_("把显示的条子写成可以打印的文件")),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        BACK,
    )

    def __init__(self, person: Person | None) -> None:
        super().__init__()
        self._person = person
        self._people: tuple[Person, ...] | None = (person,) if person else None
        self._written: str | None = None
        self._slips: tuple[Slip, ...] = ()
        self._file: Path | None = None
        self._outcome: Issued | None = None
        self._agreed = self._busy = self._asking = self._warned = False

    def guidance(self) -> str:
        """How it goes."""
        return _(
            "写上条子的文件名（.html，打印后裁开），按 Enter 核对，再按 y 发激活码；文件名留空，就只显示在屏幕上。"
            "已有的文件不会覆盖；文件只有自己能读，打印以后请删去。激活码只显示这一次：离开这一页就再也看不到，"
            "丢了只能重新发。每次发放都记入操作记录，记录里没有激活码。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Codes are issued once, after it was seen to whom; what is in no file yet can be written."""
        if action == "agree":
            return not self._slips and bool(self._people)
        if action == "issue":
            return self._agreed and not self._busy and not self._slips
        if action == "write":
            return bool(self._slips) and self._file is None
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """The file's name while it is asked for, and whom it is about."""
        yield Label(_("条子写到哪个文件（.html，打印后裁开）；留空就只显示在屏幕上"), markup=False)
        yield Input(value=self._written or "", id="file", select_on_focus=self._written is None)
        yield ReadingList(id="slips")

    def fill(self) -> None:
        """Ask who has none, or draw it again in another language."""
        if self._written is None and self._person is None:
            today = f"{self.host.county.now().astimezone(CHINA):%Y%m%d}"
            field = self.query_one(Input)
            field.value = str(Path.home() / f"{_('激活码')}-{today}.html")
            field.cursor_position = len(field.value)
            field.action_select_all()  # only offered: who types gives another
        self._draw()
        if self._people is None:
            self.fetch(partial(accounts.without_code, self.session), self._found)

    def laid_out(self) -> None:
        """Wrap anew."""
        self._draw()

    def tell(self, error: CadreError) -> None:
        """What was refused was not done."""
        super().tell(error)
        if self._busy:
            self._busy = False
            self._ask()

    def action_issue(self) -> None:
        """Issue them, on a thread: for a whole county it takes a while."""
        self._busy = True
        self.show_keys()
        self.notice(_("正在发放，请稍候……"))
        session, person, written = self.session, self._person, self._written or ""

        def work() -> Issued:
            self._outcome = issue(session, person, place_of(written))
            return self._outcome

        self.fetch(work, self._issued)

    def on_screen_resume(self) -> None:
        """What was issued beneath a locked screen is shown once its owner is back."""
        if self._busy and self._outcome is not None:
            self._issued(self._outcome)

    def saved(self) -> bool:
        """Leaving the program: not while codes are being issued, and once it is known what goes with them."""
        if self._issuing:
            self.notice(_("正在发放激活码，还没有发完：请等一等。"), wrong=True)
            return False
        if self._slips and self._file is None and not self._warned:
            self._warn()
            return False
        return super().saved()

    @property
    def _issuing(self) -> bool:
        return self._busy and any(each.node is self and not each.is_finished for each in self.workers)

    def _warn(self) -> None:
        self._warned = True
        self.notice(_("这些激活码没有写成文件，离开就再也看不到了：再按一次离开，按 o 写成文件。"), wrong=True)

    def action_write(self) -> None:
        """Ask for the file's name."""
        self._ask()

    def action_back(self) -> None:
        """Not while codes are being issued; slips that are in no file are not left by one key."""
        if self._issuing:
            return
        if self._slips:
            self._leave()
        elif self._agreed:
            self._ask()
        else:
            super().action_back()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._written = event.value

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        path = typed_path(event.value)
        if self._slips and path is not None:
            self.fetch(partial(write, self.session, self._slips, path), self._issued)
        elif self._slips:
            self._read()
        elif self._people:
            self.fetch(partial(place_of, event.value), self._agree)

    def _leave(self) -> None:
        if self._asking:
            self._read()
        elif self._file is not None or self._warned:
            super().action_back()
        else:
            self._warn()

    def _found(self, people: tuple[Person, ...]) -> None:
        self._people = people
        self._draw()
        self.show_keys()

    def _agree(self, place: Path | None) -> None:
        self._agreed = True
        where = _("条子写到 {file}。").format(file=place) if place else _("条子不写成文件。")
        self.notice(where + _("还没有发：看清以后按 y 发激活码，按 Esc 改文件名。"))
        self._read()

    def _issued(self, issued: Issued) -> None:
        wanted, self._busy = self._busy and bool((self._written or "").strip()), False
        self._slips, self._file = issued
        count = len(self._slips)
        if not count:
            self._people = ()
            self.notice("")
        elif self._file is not None:
            told = _("共 {count} 个激活码，写在 {file}：打印以后请删去这个文件，条子当面交给本人。")
            self.notice(told.format(count=count, file=self._file))
        elif wanted:
            self.notice(_("激活码已经发了，但是文件没有写成：请按 o 换一个地方写，或者现在抄下来。"), wrong=True)
        else:
            self.notice(_("共 {count} 个激活码。每个只显示这一次，请当面交给本人。").format(count=count))
        self._read()

    def _ask(self) -> None:
        self._agreed, self._asking = False, True
        self._draw()
        self.query_one(Input).focus()
        self.show_keys()

    def _read(self) -> None:
        self._asking = False
        self._draw()
        pane = self.query_one(ReadingList)
        pane.can_focus = True
        pane.scroll_to(y=0, animate=False, force=True)
        pane.focus()
        self.show_keys()

    def _draw(self) -> None:
        self.heading(self._person.name if self._person else _("发激活码"), self._told())
        asked = self._asking or not self._slips
        self.query_one(Input).display = self.query_one(Label).display = asked and self._people != ()
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 3
        rows: list[Row] = []
        if self._slips:
            rows = slip_rows(self._slips)
        elif self._people is not None:
            rows = before_rows(self._people, anew=self._person is not None, width=width)
        pane.show(Menu(rows), None)

    def _told(self) -> str:
        if self._slips:
            return _("{count} 个激活码").format(count=len(self._slips))
        if self._person is not None:
            return _("重新发激活码")
        return _("{count} 人还没有").format(count=len(self._people)) if self._people else ""
