"""What is about to be handed in, and then the receipt."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from cadre_tui.locale import N_, _, language
from cadre_tui.model.ballots.told import Checked
from cadre_tui.services.ballots import voting
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, SAVE, Action
from cadre_tui.tui.ballots.page import check_rows, receipt_rows
from cadre_tui.tui.ballots.sheet import Sheet
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words.ballots.told import receipt_told


class HandInBallotScreen(CadreScreen):
    """``y`` puts the ballot into the box; from then on the receipt stands here, and only the way out is left."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("vote", "y", N_("投进票箱"), N_("投进票箱：以后不能改，也不能取回"), weight=2),
        Action("finish", "enter", N_("完成"), N_("回执号记下以后，回到登录页"), weight=2),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        BACK,
    )

    def __init__(self, voter: voting.Voter, sheet: Sheet, gone: Callable[[], object]) -> None:
        super().__init__()
        self._voter = voter
        self._sheet = sheet
        self._gone = gone
        self._checked: Checked | None = None
        self._receipt = ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before it is in the box one may go back; afterwards only on."""
        if action == "vote":
            return not self._receipt and self._checked is not None and self._checked.sound
        if action == "finish":
            return bool(self._receipt)
        if action == BACK.name:
            return not self._receipt
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """One list."""
        yield ReadingList(id="told")

    def fill(self) -> None:
        """Look it over, or draw it again."""
        self.set_focus(self.query_one(ReadingList))
        self.heading(_("核对、投票"), self._sheet.form.title.say(language()))
        if self._checked is None:
            self.fetch(partial(voting.look_over, self._voter, self._sheet.marks), self._look)
        self._draw()

    def laid_out(self) -> None:
        """Wrapped anew."""
        self.call_after_refresh(self._draw)

    def action_vote(self) -> None:
        """Into the box."""
        self.status(_("正在投票…"))
        self.fetch(partial(voting.hand_in, self._voter, self._sheet.marks, dict(self._sheet.remarks)), self._done)

    def action_finish(self) -> None:
        """To the sign-in; nothing of the ballot is left on any screen."""
        navigation.close_all(self.app)
        navigation.open_sign_in(self.app)

    def _look(self, checked: Checked) -> None:
        self._checked = checked
        self._draw()
        self.show_keys()

    def _done(self, receipt: str) -> None:
        self._gone()
        self._receipt = receipt
        self.status("")
        self._draw()
        self.show_keys()

    def _draw(self) -> None:
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 2
        if self._receipt:
            pane.show(Menu(receipt_rows(self._receipt, receipt_told(), width)), None)
        elif self._checked is not None:
            pane.show(Menu(check_rows(self._sheet, self._checked, self.glyphs, width)), None)
