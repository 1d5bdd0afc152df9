"""Amending a round's checklist: what it does, until when and why, to read once more; then ``y``."""

from datetime import datetime
from functools import partial
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Label

from cadre_tui.locale import N_, _
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.refusal import CadreError
from cadre_tui.model.rounds.round import Amendment
from cadre_tui.services.rounds import amending
from cadre_tui.services.rounds.amending import Preview
from cadre_tui.services.rounds.rules import moments
from cadre_tui.tui.actions import BACK, Action
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.entry.fields import as_example
from cadre_tui.tui.rounds import amend_page
from cadre_tui.tui.rounds.wish_screen import AGREE, CHECK, NEXT, REASON, UNTIL, WishScreen
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words.amending import done
from cadre_tui.words.rounds.title import round_title


class Wish(NamedTuple):
    """Until when everybody has longer (None: the deadlines stay), and why."""

    until: datetime | None
    reason: str


class AmendScreen(WishScreen[Wish]):
    """The preview above, the two fields below; what will be done stands alone before it is agreed to."""

    CSS_PATH = "amend_screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        AGREE,
        CHECK,
        NEXT,
        Action("scroll(-1)", "up", N_("上下看"), N_("上下翻看"), shows="↑↓"),
        Action("scroll(1)", "down", N_("上下看"), N_("上下翻看"), shown=False),
        Action("scroll(-10)", "pageup", N_("上下看"), N_("上下翻看"), shown=False),
        Action("scroll(10)", "pagedown", N_("上下看"), N_("上下翻看"), shown=False),
        BACK,
    )

    def __init__(self, round_id: str, checklist: Checklist) -> None:
        super().__init__()
        self._round, self._checklist = round_id, checklist
        self._preview: Preview | None = None

    def guidance(self) -> str:
        """What an amendment is."""
        return _(
            "修订是把这一轮冻结的考评表换成同一编号的新版本。已经提交的退回重填：含义没有变的各项，答案带过来；"
            "变了的重新填。原件连同原来的考评表保留，本人看得到，不再计入。理由填表的人都看得到，并记入操作记录。"
            "先看会怎样，写明理由（现在已经不能填的，还要写延长到什么时候），按 Enter 核对，再按 y 照办。"
        )

    @property
    def possible(self) -> bool:
        """Once it is known what an amendment does."""
        return self._preview is not None

    @property
    def first_field(self) -> str:
        """The time only where nothing goes without it."""
        return UNTIL if self._preview and self._preview.needs_time else REASON

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Scrolled from the fields; without them the list has its own keys."""
        return self.asking if action == "scroll" else super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """What it does, and two fields."""
        yield ReadingList(id="amend")
        with Vertical(id="asked"):
            yield Label(_("大家延长到什么时候（北京时间；不写，截止时间不变）："), markup=False)
            example = as_example("2026-12-20 / 2026-12-20 18:00")
            yield Input(value=self._typed["until"], placeholder=example, id="until")
            yield Label(_("理由（必须写）："), markup=False)
            yield Input(value=self._typed["reason"], id="reason")

    def fill(self) -> None:
        """Draw what is known, else work it out."""
        self.heading(_("修订考评表"), self._checklist.name)
        if self._preview is None:
            self.query_one("#asked").display = False
            self.fetch(partial(amending.considered, self.session, self._round, self._checklist), self._show)
        else:
            self.turn()

    def tell(self, error: CadreError) -> None:
        """What is wrong; nothing was done."""
        self._wish = None
        super().tell(error)
        self.turn()

    def action_check(self) -> None:
        """Whether it can be done; nothing is done yet."""
        preview, written = self._preview, dict(self._typed)
        if preview is None or not self.asking:
            return
        self.notice("")

        def work() -> Wish:
            until = moments.until(written["until"]) if written["until"].strip() else None
            amending.possible(self.session, preview, written["reason"], until)
            return Wish(until, written["reason"].strip())

        self.fetch(work, self.considered)

    def action_scroll(self, lines: int) -> None:
        """Look up or down in what it does, while something is being written."""
        self.query_one(ReadingList).scroll_relative(y=lines, animate=False, force=True)

    def action_agree(self) -> None:
        """Do it, once."""
        wish = self._wish
        if wish is None or not self.agreeing or self.at_work:
            return
        self.notice(_("正在办理，请稍候……"))
        do = partial(amending.amend, self.session, self._round, self._checklist, wish.reason, wish.until)
        self.fetch(do, self._was_done)

    @on(Input.Changed)
    def _keep(self, event: Input.Changed) -> None:
        self._typed[event.input.id or ""] = event.value

    def _show(self, preview: Preview) -> None:
        self._preview = preview
        self.turn()

    def _was_done(self, made: Amendment) -> None:
        self._done = True
        self.turn()
        self.notice(done(made))

    def draw(self) -> None:
        """What it does; or what was wished, alone."""
        preview = self._preview
        if preview is None:
            return
        title = round_title(preview.held.rules.title, preview.held.rules.mock)
        self.heading(f"{_('修订考评表')} {self.glyphs.dot} {self._checklist.name}", title)
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 3
        if self._wish is not None and self.agreeing:
            found = amend_page.agreeing_rows(preview, self._wish.reason, self._wish.until, self.glyphs, width)
        else:
            found = amend_page.rows(preview, self.glyphs, width)
        pane.show(Menu(found), None)
