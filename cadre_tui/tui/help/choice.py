"""Finding one of many things by typing part of its name: the command palette, and the places to jump to."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from cadre_tui.locale import _
from cadre_tui.tui.actions import Entry
from cadre_tui.tui.drawing.columns import cut, fit, width_of
from cadre_tui.tui.drawing.glyphs import ASCII, Glyphs
from cadre_tui.tui.drawing.menu import Menu, Row, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.host import Host
from cadre_tui.tui.widgets.menu_list import STEPS, MenuList


def matching(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """The entries that hold every word of ``typed``, in either language; those whose label begins with it first."""
    wanted = typed.casefold().split()
    found = [
        entry
        for entry in entries
        if all(word in f"{entry.label} {entry.hint} {entry.also}".casefold() for word in wanted)
    ]
    return sorted(found, key=lambda entry: not entry.label.casefold().startswith(typed.strip().casefold()))


class ChoiceScreen(ModalScreen[Entry | None]):
    """A field over a list. Answers the entry that was chosen, or None."""

    CSS_PATH = "choice.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f10,ctrl+p,f2", "close", show=False)]

    def __init__(self, title: str, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._title = title
        self._entries = tuple(entries)
        self._number = max((len(_number(entry)) for entry in entries), default=0)

    @property
    def _glyphs(self) -> Glyphs:
        app = self.app
        assert isinstance(app, Host)  # noqa: S101 - a screen of ours stands in no other app
        return app.glyphs

    def compose(self) -> ComposeResult:
        """The panel at the top."""
        with Vertical(id="panel"):
            yield Input(placeholder=_("输入名称的一部分，Enter 选定，Esc 关闭"), select_on_focus=False)
            yield MenuList(id="found")

    def on_mount(self) -> None:
        """Everything, until something is typed."""
        self.query_one("#panel").border_title = self._title
        self.set_class(self._glyphs is ASCII, "-ascii")
        self.query_one(MenuList).can_focus = False  # one types into the field, whatever was pressed before
        self._find("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self._find(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the entry under the cursor."""
        event.stop()
        self.query_one(MenuList).choose()

    def on_key(self, event: events.Key) -> None:
        """The arrows move in the list while one types in the field."""
        if event.key in STEPS and event.key not in {"home", "end"}:
            event.stop()
            event.prevent_default()
            self.query_one(MenuList).step(STEPS[event.key])

    def action_close(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def _find(self, typed: str) -> None:
        found = matching(self._entries, typed)
        rows = [self._row(entry) for entry in found] or [words(line(_("没有找到，请换个词。")))]
        self.query_one(MenuList).offer(Menu(rows), keep=False)

    def _row(self, entry: Entry) -> Row:
        def draw(width: int, here: bool) -> Line:
            sign = self._glyphs.cursor if here else " "
            hint = cut(entry.hint, width // 3)
            number = _number(entry)
            label = entry.label.rjust(len(entry.label) + self._number - len(number)) if number else entry.label
            label = fit(label, max(width - width_of(hint) - 4, 4), ellipsis=self._glyphs.ellipsis)
            return line(Part(f"{sign} {label}", "next" if here else ""), "  ", Part(hint, "strong"))

        return Row(draw, go=lambda: self.dismiss(entry), name=entry.label)


def _number(entry: Entry) -> str:
    """The number with which the label begins, if it does."""
    number = entry.label.partition(" ")[0]
    return number if number.isdecimal() else ""
