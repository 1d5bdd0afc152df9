"""With a ballot code to a ballot: nobody signs in for it. And whether a receipt is in the list."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.locale import N_, _
from cadre_tui.model.refusal import CadreError
from cadre_tui.model.rounds.round import Round
from cadre_tui.services.ballots import counting, voting
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, Action
from cadre_tui.tui.entry.fields import FieldsScreen
from cadre_tui.tui.widgets.told_text import ToldText
from cadre_tui.words.ballots.told import promise
from cadre_tui.words.rounds.title import round_title


class BallotCodeScreen(FieldsScreen):
    """The code on the slip, and a word of the voter's own."""

    CSS_PATH = "fields.tcss"
    AUTO_FOCUS = "#code"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("enter", "enter", N_("下一步"), N_("到下一栏；最后一栏填好按 Enter 打开测评票"), first=True),
        Action("pane", "tab", N_("换栏"), N_("到下一栏"), handled=True, shown=False),
        Action("receipts", "f7", N_("核对回执"), N_("封箱以后，看一个回执号在不在名单里")),
        BACK,
    )

    def __init__(self, code: str = "") -> None:
        super().__init__()
        self._code = code

    def guidance(self) -> str:
        """What a code and a word are."""
        return _(
            "测评码在你抽到的票条上，十六个字母和数字，大小写、横线都不要紧。词由你自己定，至少两个字，不要告诉别人："
            "没填完离开以后，用同一个码和同一个词接着填。没填完的票是锁着的，只有码和词一起才打得开。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save yet."""
        return action != "save" and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """Two fields under the promise."""
        yield ToldText(promise(), classes="told")
        yield Label(_("测评码"), classes="field", markup=False)
        yield Input(self._code, id="code", select_on_focus=False)
        yield Label(_("自己定的词（接着填的，用上次的词）"), classes="field", markup=False)
        yield Input(id="word", password=True, select_on_focus=False)

    def fill(self) -> None:
        """Say where one is."""
        self.heading(_("不记名测评"))
        if self._code:
            self.set_focus(self.query_one("#word"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """After the last field the ballot is opened."""
        event.stop()
        self.notice("")
        code, word = self.query_one("#code", Input).value, self.query_one("#word", Input).value
        if event.input.id == "word":
            self.status(_("正在打开…"))
            self.fetch(partial(voting.enter, self.host.county, code, word), self._open)

    def _open(self, voter: voting.Voter) -> None:
        self._empty()
        self.status("")
        self.app.switch_screen(navigation.made("ballot", voter))

    def _empty(self) -> None:
        for field in self.query(Input):
            field.value = ""

    def tell(self, error: CadreError) -> None:
        """Refused: what was typed stays, so that it can be put right; where only another slip helps, it goes."""
        super().tell(error)
        self.status("")
        if error.code == "ballot-code-used":
            self._empty()
        self.set_focus(self.query_one("#word" if error.code == "ballot-word-short" else "#code", Input))

    def action_receipts(self) -> None:
        """Look for a receipt."""
        self.app.push_screen(navigation.made("receipts"))


class ReceiptsScreen(FieldsScreen):
    """One's receipt against the list that is published when the boxes are closed."""

    CSS_PATH = "fields.tcss"
    AUTO_FOCUS = "#receipt"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("enter", "enter", N_("核对"), N_("看它在不在已经公布的名单里"), first=True),
        BACK,
    )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save."""
        return action != "save" and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """One field."""
        yield Label(_("回执号"), classes="field", markup=False)
        yield Input(id="receipt", select_on_focus=False)

    def fill(self) -> None:
        """Say where one is."""
        self.heading(_("核对回执"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """It is looked for."""
        event.stop()
        self.notice("")
        self.fetch(partial(counting.listed_in, self.host.county, event.input.value), self._say)

    def _say(self, found: Round | None) -> None:
        if found is None:
            self.notice(_("名单里没有这个回执号：请核对有没有抄错。"), wrong=True)
        else:
            title = round_title(found.rules.title, found.rules.mock)
            self.notice(_("名单里有这个回执号：{title}。").format(title=title))
