"""Where reason and evidence, or a long text, of one criterion are written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from cadre_tui.tui.drawing.columns import cut, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.parts import plain
from cadre_tui.tui.widgets.guidance_pane import ruled
from cadre_tui.tui.widgets.writing import Writing

PLACES: Final = ("first", "second")

RULE: Final = 5
"""Cells of the rule beside the words."""

ABOUT_LEAST: Final = 8
"""Cells that are kept for what is written about."""


@dataclass(frozen=True)
class WrittenField:
    """One field: its name in the answer, what stands above it, and its text.

    ``about`` is what it is written about; it is cut where there is no room for all.
    """

    name: str
    label: str
    text: str
    about: str = ""


class NotesEditor(Vertical):
    """One or two fields. ``written`` is told of every change, ``left`` where one goes: on, back, out."""

    def __init__(self, glyphs: Glyphs, written: Callable[[str, str, str], None], left: Callable[[int], None]) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._told = written
        self._left = left
        self._criterion = ""
        self._fields: tuple[WrittenField, ...] = ()

    def compose(self) -> ComposeResult:
        """Two fields, shown as they are needed."""
        for place in PLACES:
            yield Static(id=f"{place}-label", markup=False)
            yield Writing(self.leave, id=place)

    def on_mount(self) -> None:
        """Closed at first."""
        self.display = False

    @property
    def is_open(self) -> bool:
        """Whether something is being written."""
        return bool(self.display)

    @property
    def about(self) -> str:
        """The criterion that is written about; empty where nothing is being written."""
        return self._criterion if self.is_open else ""

    def open(self, criterion: str, fields: Sequence[WrittenField]) -> None:
        """Write about a criterion, from the first field on."""
        self._criterion, self._fields = criterion, tuple(fields)
        self.set_class(len(fields) == 1, "-alone")
        for place, shown in zip(PLACES, (*fields, None, None), strict=False):
            writing, label = self._writing(place), self.query_one(f"#{place}-label", Static)
            writing.display = label.display = shown is not None
            if shown is not None:
                writing.load_text(shown.text)
                writing.move_cursor(writing.document.end)
        self.display = True
        self._rule()
        self.screen.set_focus(self._writing(PLACES[0]))

    def close(self) -> None:
        """Hand over what is written and disappear."""
        self.take()
        self.display = False
        self._fields = ()

    def take(self) -> None:
        """Hand over what is written."""
        for place, field in zip(PLACES, self._fields, strict=False):
            self._told(self._criterion, field.name, self._writing(place).text)

    def on_resize(self) -> None:
        """The rules above the fields are as wide as they."""
        self._rule()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Hand every change over at once."""
        event.stop()
        self.take()

    def leave(self, writing: Writing, step: int) -> None:
        """The person goes to the next field, to the one before, or out."""
        at = PLACES.index(writing.id or PLACES[0]) + step
        if step and 0 <= at < len(self._fields):
            self.take()
            self.screen.set_focus(self._writing(PLACES[at]))
        else:
            self._left(step)

    def _rule(self) -> None:
        for place, field in zip(PLACES, self._fields, strict=False):
            words = plain(ruled(self._title(field), self.content_size.width, self._glyphs))
            self.query_one(f"#{place}-label", Static).update(Content(words))

    def _title(self, field: WrittenField) -> str:
        """``2 学习内容与工作结合 · 理由``."""
        between = f" {self._glyphs.dot} " if field.about and field.label else ""
        room = self.content_size.width - width_of(f"{between}{field.label}") - RULE
        return cut(field.about, max(room, ABOUT_LEAST), self._glyphs.ellipsis) + between + field.label

    def _writing(self, place: str) -> Writing:
        return self.query_one(f"#{place}", Writing)
