"""Another password of one's own: the old one, and the new one twice; none of them is ever shown."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.locale import N_, _
from cadre_tui.model.refusal import CadreError
from cadre_tui.services.people import accounts
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import BACK, Action
from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.menu import Menu, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.tui.entry.new_password import NewPasswordScreen
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.line_list import LineList


class PasswordScreen(NewPasswordScreen):
    """Enter goes from field to field; from the last one it changes the password, and the session goes on."""

    PROOF = "#old"
    AUTO_FOCUS = PROOF
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("enter", "enter", N_("下一步"), N_("到下一栏；最后一栏按 Enter 就改好密码"), first=True),
        Action("pane", "tab", N_("换栏"), N_("到下一栏"), handled=True, shown=False),
        BACK,
    )

    def guidance(self) -> str:
        """What comes of it, and what to do who has forgotten the old one."""
        return " ".join((self._what_ends(), _("忘了原来的密码，请组织者重新发激活码。谁也看不到你的密码。")))

    def body(self) -> ComposeResult:
        """What comes of it, and three fields."""
        yield LineList(id="told")
        yield Label(_("原来的密码"), classes="field", markup=False)
        yield Input(id="old", password=True, select_on_focus=False)
        yield from self.new_password()

    def fill(self) -> None:
        """Say what comes of it."""
        self.heading(_("改自己的密码"))
        self.laid_out()

    def laid_out(self) -> None:
        """Wrap anew."""
        super().laid_out()
        told = self.query_one("#told", LineList)
        width = told.scrollable_content_region.width or self.size.width - 12
        told.show(Menu([words(line(Part(each, "quiet"))) for each in wrap(self._what_ends(), width)]))

    def _what_ends(self) -> str:
        return _("改好以后，这里接着用；在别处用原来的密码登录的都要重新登录，以前领的登录凭证作废。")

    def take(self, proof: str, password: str) -> None:
        """Change it; the old one is the proof."""
        self.fetch(partial(accounts.change_password, self.session, proof, password), self._changed)

    def _changed(self, session: Session) -> None:
        self.host.session = session
        self.dismiss()
        self.app.call_later(self._tell_beneath)

    def _tell_beneath(self) -> None:
        if isinstance(self.app.screen, CadreScreen):
            self.app.screen.remark(_("密码改好了。用原来的密码登录的和以前领的登录凭证都已作废。"))

    def tell(self, error: CadreError) -> None:
        """Refused: what is wrong is typed again."""
        super().tell(error)
        new = error.code in {"password-too-short", "password-same"}
        wrong = ("#password", "#again") if new else ("#old",)
        for field in wrong:
            self.query_one(field, Input).value = ""
        self.set_focus(self.query_one(wrong[0], Input))
