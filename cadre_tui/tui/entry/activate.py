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
from cadre_tui.tui.entry.new_password import NewPasswordScreen


class ActivateScreen(NewPasswordScreen):
    """Enter goes from field to field; from the last one it sets the password and signs in."""

    PROOF = "#code"
    AUTO_FOCUS = PROOF
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

    def body(self) -> ComposeResult:
        """Three fields."""
        yield Label(_("激活码"), classes="field", markup=False)
        yield Input(id="code", select_on_focus=False)
        yield from self.new_password()

    def fill(self) -> None:
        """Say for whom."""
        self.heading(_("第一次使用：设置密码"), self._who)

    def take(self, proof: str, password: str) -> None:
        """Set the password; the code is the proof."""
        self.fetch(partial(accounts.activate, self.host.county, self._who, proof, password), self._welcome)

    def _welcome(self, session: Session) -> None:
        self.host.session = session
        self.dismiss()
        self.app.call_later(navigation.open_home, self.app)
