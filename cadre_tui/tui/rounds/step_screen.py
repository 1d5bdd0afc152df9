"""One step on, agreed to: what it freezes, ends and begins; a reason where something was not handed in."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.locale import N_, _
from cadre_tui.model.refusal import CadreError
from cadre_tui.model.rounds.round import Phase, Round
from cadre_tui.services.rounds import life, preparing
from cadre_tui.services.rounds.board import Board, board_of
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import BACK, SAVE, Action
from cadre_tui.tui.drawing.menu import Menu, Row, blank, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.tui.rounds.lines import INDENT, condition_rows, told
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words.rounds import phases
from cadre_tui.words.rounds.asked_of_many import asked_of_many_in_words
from cadre_tui.words.rounds.title import round_title

AGREE = Action("agree", "y", N_("同意，照办"), N_("照上面写的办"))


def step(session: Session, round_id: str, to: Phase, reason: str | None) -> Round:
    """Go on to the phase that was agreed to, and to no other."""
    if to is Phase.MODERATION:
        return life.close_round(session, round_id, reason)
    if to is Phase.PUBLISHED:
        return life.publish(session, round_id, reason)
    if to is Phase.ARCHIVED:
        return life.archive(session, round_id)
    return life.open_round(session, round_id, reason)


class StepScreen(CadreScreen):
    """``y`` does it. The reason is typed in the field first, where one is wanted."""

    CSS_PATH = "step_screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        AGREE,
        Action("reason", "enter", N_("写好理由"), N_("理由写好了，再按 y 照办"), first=True),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        BACK,
    )

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id
        self._board: Board | None = None
        self._reason = ""

    def guidance(self) -> str:
        """What agreeing means."""
        return _(
            "先看清这一步冻结什么、结束什么、开始什么，同意按 y，不办按 Esc。"
            "还有没交的，要先写明为什么不等，理由记入操作记录。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Agreeing is possible where nothing stands in the way."""
        board = self._board
        if action == "agree":
            return board is not None and board.to is not None and not board.blocked
        if action == "reason":
            return board is not None and board.undecided and isinstance(self.focused, Input)
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """What it does, and the reason."""
        yield ReadingList(id="step")
        yield Label(_("为什么不等（没交的不计入），写好按 Enter，再按 y："), id="why", markup=False)
        yield Input(value=self._reason, id="reason", select_on_focus=False)

    def fill(self) -> None:
        """Draw what is known, else read it."""
        if self._board is None:
            self.query_one("#why").display = self.query_one(Input).display = False
            self.fetch(partial(board_of, self.session, self._round), self._show)
        else:
            self._show(self._board)

    def laid_out(self) -> None:
        """Wrap anew."""
        self._draw()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep what was typed, whatever language is spoken next."""
        self._reason = event.value

    def tell(self, error: CadreError) -> None:
        """A step that was refused for what it wants shows at once what that is; the step stays the one agreed to."""
        super().tell(error)
        if error.code == "round-not-ready":
            self.fetch(partial(board_of, self.session, self._round), self._show_wanting)

    def _show_wanting(self, board: Board) -> None:
        if self._board is not None and board.to is self._board.to:
            self._show(board)

    def _show(self, board: Board) -> None:
        self._board = board
        asks = board.undecided and not board.blocked
        self.query_one("#why").display = self.query_one(Input).display = asks
        self.set_focus(self.query_one(Input) if asks and not self._reason else self.query_one(ReadingList))
        self._draw()
        self.show_keys()

    def _draw(self) -> None:
        board = self._board
        if board is None or board.to is None:
            return
        held = board.held
        self.heading(round_title(held.rules.title, held.rules.mock), phases.verb(board.to))
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 2
        rows: list[Row] = [blank(), rule(phases.verb(board.to), "", self.glyphs)]
        for each in phases.effects(held, board.to):
            rows += told(self.glyphs.dot, each, width)
        rows += [blank(), rule(_("条件"), "", self.glyphs)]
        rows += condition_rows(board.unmet, board.settled, self.glyphs, width)
        if board.many is not None:
            rows += told(self.glyphs.dot, asked_of_many_in_words(board.many), width, "strong")
        if not board.unmet and not board.settled:
            rows += told(self.glyphs.done, _("这一步没有要等的。"), width)
        if board.blocked:
            rows += [blank(), words(line(INDENT, Part(_("还不能往下办：先把带 ! 的办好。"), "next")))]
        pane.show(Menu(rows), None)

    def action_reason(self) -> None:
        """The reason is written: on to agreeing."""
        if self._reason.strip():
            self.notice(_("理由写好了。看清楚了就按 y 照办，不办按 Esc。"))
            self.set_focus(self.query_one(ReadingList))
        else:
            self.notice(_("请先写明理由。"), wrong=True)

    def action_agree(self) -> None:
        """Do it."""
        board = self._board
        if board is None or board.to is None or board.blocked:
            return
        if board.undecided and not self._reason.strip():
            self.notice(_("请先写明理由。"), wrong=True)
            self.set_focus(self.query_one(Input))
            return
        self.notice(_("正在办理，请稍候……"))
        reason = self._reason.strip() if board.undecided else None
        self.fetch(partial(step, self.session, self._round, board.to, reason), self._done)

    def _done(self, _held: Round) -> None:
        self.dismiss()


class DiscardScreen(CadreScreen):
    """Throwing a round away, agreed to."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (AGREE, BACK)

    def __init__(self, round_id: str, then: Callable[[], object]) -> None:
        super().__init__()
        self._round = round_id
        self._then = then

    def guidance(self) -> str:
        """What is lost."""
        return _(
            "还没有开启的轮次可以删掉：谁都还没有被要求填写，什么答卷也不会丢。删掉会记入操作记录，编号可以再用。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save."""
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """One sentence."""
        yield ReadingList(id="step")

    def fill(self) -> None:
        """Say what is asked."""
        self.heading(_("删除轮次"), self._round)
        pane = self.query_one(ReadingList)
        self.set_focus(pane)
        text = _("删掉轮次“{round}”吗？它的规则不再保留；要留，先用 cadre round show {round} --to 存成文件。")
        width = self.size.width - 3
        pane.show(Menu([blank(), *told(self.glyphs.wrong, text.format(round=self._round), width)]), None)

    def action_agree(self) -> None:
        """Do it."""
        self.fetch(partial(preparing.discard, self.session, self._round), self._done)

    def _done(self, _nothing: None) -> None:
        self.dismiss()
        self._then()
