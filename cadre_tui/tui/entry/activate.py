"""First use: the activation code that the organiser gave, and a password of one's own."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.locale import N_, _
from cadre_tui.services.people import accounts
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, Action
from cadre_tui.tui.entry.fields import FieldsScreen

FIELDS = ("#code", "#password", "#again")


class ActivateScreen(FieldsScreen):
    """Enter goes from field to field; from the last one it sets the password and signs in."""

    CSS_PATH = "sign_in.tcss"
    AUTO_FOCUS = "#code"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("enter", "enter", N_("下一步"), N_("到下一栏；最后一栏按 Enter 就设好密码并登录"), first=True),
        Action("pane", "tab", N_("换栏"), N_("到下一栏"), handled=True, shown=False),
        BACK,
    )

    def __init__(self, who: str) -> None:
        super().__init__()
        self._who = who

    def guidance(self) -> str:
        """What a code is."""
        return _(
            "激活码由组织者发给你本人，只能用一次；字母大小写都行，中间的横线可以不填。"
            "密码至少 {least} 个字，自己记好：谁也看不到它，忘了只能请组织者重新发激活码。"
        ).format(least=accounts.SHORTEST_PASSWORD)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save yet."""
        return action != "save" and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """Three fields."""
        least = accounts.SHORTEST_PASSWORD
        yield Label(_("激活码"), classes="field", markup=False)
        yield Input(id="code", select_on_focus=False)
        yield Label(_("新密码（至少 {least} 个字）").format(least=least), classes="field", markup=False)
        yield Input(id="password", password=True, select_on_focus=False)
        yield Label(_("再填一遍新密码"), classes="field", markup=False)
        yield Input(id="again", password=True, select_on_focus=False)

    def fill(self) -> None:
        """Say for whom."""
        self.heading(_("第一次使用：设置密码"), self._who)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """After the last field all of them are looked at; an empty one is gone back to."""
        event.stop()
        self.notice("")
        code, password, again = (self.query_one(field, Input) for field in FIELDS)
        if event.input is not again:
            if not event.input.value:
                self.set_focus(event.input)
            return
        empty = next((each for each in (code, password, again) if not each.value), None)
        if empty is not None:
            self.set_focus(empty)
        elif password.value != again.value:
            again.value = ""
            self.set_focus(again)
            self.notice(_("两遍填的密码不一样，请把第二遍再填一次。"), wrong=True)
        else:
            call = partial(accounts.activate, self.host.county, self._who, code.value, password.value)
            self.fetch(call, self._welcome)

    def _welcome(self, session: Session) -> None:
        self.host.session = session
        self.dismiss()
        self.app.call_later(navigation.open_home, self.app)
