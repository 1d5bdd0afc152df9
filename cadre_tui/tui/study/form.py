"""A few lines to fill in and send: what the forms of study share."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.locale import N_, _
from cadre_tui.model.refusal import CadreError
from cadre_tui.tui.actions import BACK, SAVE, Action
from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.entry.fields import as_example
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.block import Block

ASKED: frozenset[str] = frozenset({"study-twice", "study-day-full"})
"""Refusals that are questions: sent once more, it is written all the same."""


class Asked(NamedTuple):
    """One line: its name, what stands before it (marked), an example, what stands in it, how long it may be."""

    name: str
    label: str
    hint: str = ""
    value: str = ""
    longest: int = 200


class StudyForm(CadreScreen):
    """Tab and Enter go from line to line, F9 sends; what was not sent is asked about once.

    Overridden: ``asked``, ``send``, and ``about`` where something stands above the lines.
    """

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("send", "f9", N_("提交"), N_("写好了，提交"), weight=2),
        Action("next", "tab", N_("下一格"), N_("到另一格去写"), handled=True),
        BACK,
    )

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Asked, ...] = ()
        self._typed: dict[str, str] = {}
        self._before: dict[str, str] = {}
        self._sending = self._leaving = False
        self._turned_before: tuple[object, ...] | None = None
        self.agreed = False
        """Whether a question was asked, and it is sent all the same."""

    def asked(self) -> Sequence[Asked]:
        """The lines."""
        return ()

    def about(self) -> str:
        """What stands above them."""
        return ""

    def send(self, typed: dict[str, str]) -> object:
        """Hand it over, on a thread.

        Raises:
            CadreError: it is refused.
        """
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is kept before it is sent."""
        return action != SAVE.name and super().check_action(action, parameters)

    def turned(self) -> tuple[object, ...]:
        """What keys change beside what is typed: where it is another, leaving asks first."""
        return ()

    def body(self) -> ComposeResult:
        """What it is about, and a line each."""
        self._lines = tuple(self.asked())
        self._before = {each.name: each.value for each in self._lines}
        self._typed = {**self._before, **self._typed}
        self._turned_before = self._turned_before if self._turned_before is not None else self.turned()
        yield Block(id="about")
        for each in self._lines:
            yield Label(_(each.label), classes="field", markup=False)
            yield Input(
                value=self._typed[each.name],
                placeholder=as_example(each.hint),
                max_length=each.longest,
                select_on_focus=False,
                id=each.name,
            )

    def fill(self) -> None:
        """Begin with the first line."""
        self.query_one("#about", Block).show(self._above)
        if self.focused is None:
            self.set_focus(self.query(Input).first())

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep it; a question belongs to what was sent."""
        name = event.input.id or ""
        if self._typed.get(name) != event.value:
            self._typed[name] = event.value
            self.agreed = self._leaving = False
            self.notice("")

    @on(Input.Submitted)
    def _go_on(self, event: Input.Submitted) -> None:
        """Enter goes to the next line; in the last it sends."""
        event.stop()
        names = [each.name for each in self._lines]
        after = names.index(event.input.id or names[-1]) + 1
        if after < len(names):
            self.set_focus(self.query_one(f"#{names[after]}", Input))
        else:
            self.action_send()

    def action_send(self) -> None:
        """Hand it over, once."""
        if not self._sending:
            self._sending = True
            self.fetch(self._send, self.sent)

    def sent(self, _answer: object) -> None:
        """It was taken: back to the screen before."""
        self.dismiss()

    def tell(self, error: CadreError) -> None:
        """A question is answered by sending once more."""
        self._sending = False
        self.agreed = error.code in ASKED
        super().tell(error)

    def action_back(self) -> None:
        """Back; where something was typed, only the second time."""
        changed = self._typed != self._before or self.turned() != self._turned_before
        if changed and not self._leaving:
            self._leaving = True
            self.notice(_("写的还没有提交。按 F9 提交；再按一次 Esc 就不要了。"), wrong=True)
        else:
            self.dismiss()

    def laid_out(self) -> None:
        """Wrapped anew."""
        self.query_one("#about", Block).show(self._above)

    def _send(self) -> object:
        try:
            return self.send(dict(self._typed))
        finally:
            self._sending = False

    def _above(self, width: int) -> list[Line]:
        told = self.about()
        return [line(Part(each, "quiet")) for each in wrap(told, width)] if told else []
