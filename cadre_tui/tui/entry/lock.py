"""The cover of a terminal left alone, or signed in at for long: nothing beneath is seen; one field for a password."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.locale import N_, _
from cadre_tui.model.people.person import Person
from cadre_tui.model.refusal import CadreError
from cadre_tui.services.people import accounts
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import Action
from cadre_tui.tui.drawing.menu import Menu, words
from cadre_tui.tui.entry import lock_page
from cadre_tui.tui.entry.fields import FieldsScreen
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.line_list import LineList


class LockScreen(FieldsScreen):
    """Beneath it every screen stays as it was; the right password shows it again."""

    CSS_PATH = "sign_in.tcss"
    AUTO_FOCUS = "#password"
    TELLS_WHOSE_PAPER = False
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("enter", "enter", N_("解锁"), N_("填好密码按 Enter，回到刚才的地方"), first=True),
        Action("sign_out", "escape", N_("换人登录"), N_("让别人登录：刚才填写的内容都已保存")),
    )

    def __init__(self, saved: bool, idle: bool, ended: bool = False) -> None:
        super().__init__()
        self._idle = idle
        self._ended = ended
        self._saved = saved
        self._whose = ""
        self._unsaved_told = False

    def guidance(self) -> str:
        """Why it is there."""
        if self._ended:
            return _(
                "你的账号有了变动（改了密码，或者身份有了增减），在这以前的登录都已结束。"
                "填现在的密码回到首页，或按 Esc 换人登录。"
            )
        return _(
            "很久没有按键，或者登录已满 12 小时，程序就锁住屏幕，免得别人看到或改动。"
            "填写的内容已经保存。填密码解锁，或按 Esc 换人登录。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Everything has been saved."""
        return action != "save" and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """A few lines and one field."""
        yield LineList(id="told")
        yield Label(_("密码"), classes="field", markup=False)
        yield Input(id="password", password=True, select_on_focus=False)

    def fill(self) -> None:
        """Say who was there."""
        self.heading(_("请重新登录") if self._ended else _("屏幕已锁"))
        self._show()
        self.fetch(partial(accounts.who_is, self.session.county, self.session.person), self._named)

    def _named(self, person: Person | None) -> None:
        self._whose = person.name if person else self.session.person
        self._show()

    def _show(self) -> None:
        rows = [words(line) for line in lock_page.lines(self._whose, self._saved, self._idle, self._ended)]
        self.query_one(LineList).show(Menu(rows))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Prove that it is the same person."""
        event.stop()
        self.notice("")
        if event.value:
            self.status(_("正在核对…"))
            here = self.session
            self.fetch(partial(accounts.prove_again, here.county, here, event.value), self._back)

    def _back(self, proved: Session) -> None:
        here = self.session
        if here.epoch == proved.epoch and here.role in proved.roles:
            self.dismiss()
            if not self._saved:
                self.app.call_later(self._save_beneath)
            return
        # Something was taken from the account meanwhile: what lies beneath may not be theirs any more.
        self.host.session = proved
        navigation.close_all(self.app)
        navigation.open_home(self.app)

    def _save_beneath(self) -> None:
        """What could not be saved while nobody was there, such as what was typed before the machine slept."""
        self.host.save_everything()
        if isinstance(self.app.screen, CadreScreen):
            self.app.screen.action_save()

    def tell(self, error: CadreError) -> None:
        """Refused: the password must be typed again."""
        super().tell(error)
        self.status("")
        self.query_one("#password", Input).value = ""

    def action_sign_out(self) -> None:
        """Everything has been saved; where it could not be, that is told before anything is given up."""
        if not self.host.save_everything() and not self._unsaved_told:
            self._unsaved_told = True
            self.notice(
                _("有的内容没能保存，换人登录就会丢掉：请先解锁核对。仍要换人登录，请再按一次 Esc。"), wrong=True
            )
            return
        self.host.session = None
        navigation.close_all(self.app)
        navigation.open_sign_in(self.app)
