"""More time for one person, or what they handed in given back: of which purpose, until when and why; then ``y``."""

from datetime import datetime
from functools import partial
from typing import ClassVar, Final, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Label

from cadre_tui.locale import N_, _
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.oversight.progress import PersonLine
from cadre_tui.model.refusal import CadreError
from cadre_tui.model.rounds.round import Round
from cadre_tui.services.oversight import progress
from cadre_tui.services.rounds import extending, life, reopening
from cadre_tui.services.rounds.rules import moments
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import BACK, Action
from cadre_tui.tui.drawing.menu import Menu, Row
from cadre_tui.tui.entry.fields import as_example
from cadre_tui.tui.rounds import time_page
from cadre_tui.tui.rounds.wish_screen import AGREE, CHECK, NEXT, WishScreen
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words import refusals
from cadre_tui.words.rounds.title import round_title

FIELD_OF: Final = {
    "time-unreadable": "until",
    "time-past": "until",
    "time-no-later": "until",
    "time-missing": "until",
    "reopen-needs-time": "until",
    "reason-missing": "reason",
}
"""At which field a refusal is told; all others above the keys."""

Read = tuple[Round, PersonLine]


class Wish(NamedTuple):
    """What is to be done: of which purpose, until when (None: the deadline stays), and why."""

    purpose: Purpose
    until: datetime | None
    reason: str


def read(session: Session, round_id: str, person_id: str) -> Read:
    """The round, and how far the person has come.

    Raises:
        BadInput: nothing is asked of this person.
        NotPermitted: time is not the session's to give, or the round is not being filled in.
    """
    extending.asked_of(session, round_id, person_id)
    found = (each for each in progress.people(session, round_id) if each.id == person_id)
    person = next(found, None)
    if person is None:
        raise BadInput("person-unknown", who=person_id)
    return life.find(session.county, round_id), person


class TimeScreen(WishScreen[Wish]):
    """The fields, then what will be done to read once more, then ``y``; ``back`` gives back what was handed in."""

    CSS_PATH = "time_screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        AGREE,
        CHECK,
        Action("purpose(1)", "down", N_("换一类"), N_("换成下一类"), shows="↑↓"),
        Action("purpose(-1)", "up", N_("换一类"), N_("换成上一类"), shown=False),
        NEXT,
        BACK,
    )

    def __init__(self, round_id: str, person_id: str, back: bool) -> None:
        super().__init__()
        self._round, self._person, self._back = round_id, person_id, back
        self._read: Read | None = None
        self._chosen = 0

    def guidance(self) -> str:
        """How it goes."""
        if self._back:
            return _(
                "退回一个人这一类已经提交的全部答卷：用上下键选类别，写明理由，按 Enter 核对，再按 y 退回。"
                "原件保留，谁也看不到内容；重新提交以前不计入。本人已经不能填的，要写明新的截止时间。"
            )
        return _(
            "给一个人的一类延期：用上下键选类别，写到什么时候和理由，按 Enter 核对，再按 y 照办。"
            "只写日期是到当天结束，北京时间；不能比现在的截止时间早。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Another purpose where there are several."""
        if action == "purpose":
            return self.asking and len(self._choices) > 1
        return super().check_action(action, parameters)

    @property
    def possible(self) -> bool:
        """Where something can be given."""
        return bool(self._choices)

    def body(self) -> ComposeResult:
        """What it is about, and two fields, each with what is wrong with it."""
        yield ReadingList(id="time")
        with Vertical(id="asked"):
            yield Label("", id="until-label", markup=False)
            example = as_example("2026-12-20 / 2026-12-20 18:00")
            yield Input(value=self._typed["until"], placeholder=example, id="until")
            yield Label("", id="until-fault", classes="fault", markup=False)
            yield Label(_("理由（必须写）："), id="reason-label", markup=False)
            yield Input(value=self._typed["reason"], id="reason")
            yield Label("", id="reason-fault", classes="fault", markup=False)

    def fill(self) -> None:
        """Draw what is known, else read it."""
        if self._read is None:
            self.heading(self._title())
            self.query_one("#asked").display = False
            self._look()
        else:
            self.turn()

    def tell(self, error: CadreError) -> None:
        """What is wrong with a field stands at it; nothing was done."""
        self._wish = None
        place = FIELD_OF.get(error.code)
        if place is None or self._read is None:
            super().tell(error)
            self.turn()
            return
        if "who" in error.values:
            error.values["who"] = self._read[1].name
        self.notice("")
        self.turn()
        fault = self.query_one(f"#{place}-fault", Label)
        fault.update(f"{self.glyphs.wrong} {refusals.sentence(error)}")
        fault.display = True
        self.set_focus(self.query_one(f"#{place}", Input))

    def action_purpose(self, steps: int) -> None:
        """Another one."""
        self._chosen = (self._chosen + steps) % len(self._choices)
        self._clear()
        self.draw()

    def action_check(self) -> None:
        """Whether it can be done, on a thread; nothing is done yet."""
        if not self.asking or self.at_work:
            return
        self._clear()
        session, purpose = self.session, self._choices[self._chosen]
        written, reason = self._typed["until"], self._typed["reason"]

        def work() -> Wish:
            wish = Wish(purpose, moments.until(written) if written.strip() else None, reason.strip())
            if self._back:
                reopening.considered(session, self._round, self._person, purpose, reason, wish.until)
            elif wish.until is None:
                raise BadInput("time-missing")
            else:
                extending.considered(session, self._round, self._person, purpose, wish.until, reason)
            return wish

        self.fetch(work, self.considered)

    def action_agree(self) -> None:
        """Do it, once."""
        wish = self._wish
        if wish is None or not self.agreeing or self.at_work:
            return
        self.notice(_("正在办理，请稍候……"))
        session = self.session

        def work() -> int:
            if self._back:
                return reopening.reopen(session, self._round, self._person, wish.purpose, wish.reason, wish.until)
            if wish.until is not None:
                extending.extend(session, self._round, self._person, wish.purpose, wish.until, wish.reason)
            return 1

        self.fetch(work, partial(self._was_done, wish))

    @on(Input.Changed)
    def _keep(self, event: Input.Changed) -> None:
        name = event.input.id or ""
        if self._typed.get(name) != event.value:
            self._typed[name] = event.value
            self.query_one(f"#{name}-fault").display = False

    @property
    def _choices(self) -> tuple[Purpose, ...]:
        return time_page.choices(self._read[1], back=self._back) if self._read else ()

    def _look(self) -> None:
        self.fetch(partial(read, self.session, self._round, self._person), self._show)

    def _show(self, found: Read) -> None:
        self._read = found
        self.turn()

    def _was_done(self, wish: Wish, count: int) -> None:
        self._done = True
        if self._read is not None:
            self.notice(time_page.done(self._read[1], wish.purpose, wish.until, count, back=self._back))
        self._look()

    def _clear(self) -> None:
        for each in self.query(".fault"):
            each.display = False

    def _title(self) -> str:
        return _("退回答卷") if self._back else _("准予延期")

    def draw(self) -> None:
        """The purposes to choose from; or what was wished, alone."""
        if self._read is None:
            return
        held, person = self._read
        title = round_title(held.rules.title, held.rules.mock)
        self.heading(f"{self._title()} {self.glyphs.dot} {person.name}", title)
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 3
        rows: list[Row]
        at = None
        if self._wish is not None and self.agreeing:
            wish = self._wish
            rows = time_page.agreeing_rows(person, *wish, self.glyphs, width, back=self._back)
        else:
            choices = self._choices
            chosen = choices[min(self._chosen, len(choices) - 1)] if choices and not self._done else None
            rows = time_page.asking_rows(person, chosen, self.glyphs, width, back=self._back)
            if chosen is not None:
                at = time_page.row_of(rows, chosen)
                self.query_one("#until-label", Label).update(time_page.until_label(person, chosen, back=self._back))
        pane.show(Menu(rows), at)
