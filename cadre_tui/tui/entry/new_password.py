"""Fields of which the last two are a new password, typed twice; before them what proves who one is."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.locale import _
from cadre_tui.model.refusal import CadreError
from cadre_tui.services.people import accounts
from cadre_tui.tui.entry.fields import FieldsScreen


class NewPasswordScreen(FieldsScreen):
    """From the last field Enter takes them all, unless one is empty or the two differ."""

    CSS_PATH = "sign_in.tcss"
    PROOF: ClassVar[str] = ""
    """The id of the first field, as ``#code``."""

    def __init__(self) -> None:
        super().__init__()
        self._asked = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save."""
        return action != "save" and super().check_action(action, parameters)

    def new_password(self) -> ComposeResult:
        """The two fields."""
        least = accounts.SHORTEST_PASSWORD
        yield Label(_("新密码（至少 {least} 个字）").format(least=least), classes="field", markup=False)
        yield Input(id="password", password=True, select_on_focus=False)
        yield Label(_("再填一遍新密码"), classes="field", markup=False)
        yield Input(id="again", password=True, select_on_focus=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """After the last field all of them are looked at; an empty one is gone back to."""
        event.stop()
        self.notice("")
        proof, password, again = (self.query_one(field, Input) for field in (self.PROOF, "#password", "#again"))
        if event.input is not again:
            if not event.input.value:
                self.set_focus(event.input)
            return
        empty = next((each for each in (proof, password, again) if not each.value), None)
        if empty is not None:
            self.set_focus(empty)
        elif password.value != again.value:
            again.value = ""
            self.set_focus(again)
            self.notice(_("两遍填的密码不一样，请把第二遍再填一次。"), wrong=True)
        elif not self._asked:  # who presses Enter twice does not try twice
            self._asked = True
            self.status(_("正在核对…"))
            self.take(proof.value, password.value)

    def tell(self, error: CadreError) -> None:
        """Refused: it can be tried again."""
        super().tell(error)
        self._asked = False
        self.status("")

    def take(self, proof: str, password: str) -> None:
        """What was typed, whole and twice the same."""
