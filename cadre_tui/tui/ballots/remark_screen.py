"""A word about one person on a ballot."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.locale import N_, _
from cadre_tui.model.ballots.remarks import LONGEST
from cadre_tui.model.people.person import Person
from cadre_tui.tui.actions import BACK, Action
from cadre_tui.tui.entry.fields import FieldsScreen
from cadre_tui.tui.widgets.told_text import ToldText
from cadre_tui.words.ballots.told import promise


class BallotRemarkScreen(FieldsScreen):
    """One line; Enter keeps it, an empty one takes it away."""

    CSS_PATH = "fields.tcss"
    AUTO_FOCUS = "#text"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("enter", "enter", N_("写好了"), N_("留下这一句，回到测评票；空着就是不写"), first=True),
        BACK,
    )

    def __init__(self, person: Person, text: str, then: Callable[[str], object]) -> None:
        super().__init__()
        self._person = person
        self._text = text
        self._then = then

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """It is kept with the ballot."""
        return action != "save" and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """The warning and the field."""
        yield ToldText(promise(text=True), classes="told")
        yield Label(_("一句意见，最多 {longest} 个字").format(longest=LONGEST), classes="field", markup=False)
        yield Input(self._text, id="text", max_length=LONGEST, select_on_focus=False)

    def fill(self) -> None:
        """About whom."""
        self.heading(_("写意见"), self._person.name)

    def flush(self) -> None:
        """What was written so far is sealed with the ballot: somebody may have gone away in the middle of it."""
        self._then(self._written)

    def action_back(self) -> None:
        """As it was before."""
        self.dismiss()

    @property
    def _written(self) -> str:
        return " ".join(self.query_one("#text", Input).value.split())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep it."""
        event.stop()
        self.dismiss()
        self._then(self._written)
