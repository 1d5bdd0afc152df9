"""The bottom line of a screen: the keys that matter now, and the state of what was typed."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from textual.content import Content
from textual.widget import Widget

from cadre_tui.locale import _
from cadre_tui.tui.actions import Action
from cadre_tui.tui.drawing.columns import cut, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.key_words import first_key

GAP = 2

LONG: Final = 16
"""Cells from which on a status is a message, for which no room is kept when it is gone."""

TIME: Final = re.compile(r"(\d\d:\d\d):\d\d")


def fitting(actions: Sequence[Action], glyphs: Glyphs, width: int) -> tuple[Action, ...]:
    """As many actions as fit in ``width`` cells, in their order; those of more weight have their place first."""
    chosen: list[Action] = []
    left = width + GAP
    for action in sorted(actions, key=lambda action: -action.weight):
        cells = width_of(first_key(action, glyphs)) + 1 + width_of(_(action.label)) + GAP
        if cells <= left:
            chosen.append(action)
            left -= cells
    return tuple(action for action in actions if action in chosen)


def shortened(status: str) -> str:
    """The status with its times to the minute."""
    return TIME.sub(r"\1", status)


class FooterLine(Widget):
    """Keys on the left, in the order of the screen's registry; the status always has its place at the right end."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._actions: tuple[Action, ...] = ()
        self.words = ""
        self._kept = 0

    def offer(self, actions: Iterable[Action]) -> None:
        """Show these actions' keys, as far as they fit."""
        now = tuple(action for action in actions if action.shown and first_key(action, self._glyphs))
        if now != self._actions:
            self._actions = now
            self.refresh()

    def say(self, words: str) -> None:
        """Show another status."""
        if words != self.words:
            self.words = words
            self.refresh()

    def render(self) -> Content:
        """The line, filled by cells."""
        width = self.content_size.width
        shown, status = self._share(width)
        parts: list[Content | str | tuple[str, str]] = []
        taken = 0
        for action in shown:
            key, label = first_key(action, self._glyphs), _(action.label)
            parts += [" " * GAP if parts else "", (key, "bold"), f" {label}"]
            taken += (GAP if taken else 0) + width_of(key) + 1 + width_of(label)
        gap = " " * max(width - taken - width_of(status), 0)
        return Content.assemble(*parts, gap, status)

    def _share(self, width: int) -> tuple[tuple[Action, ...], str]:
        """What of the keys and of the status has its place; times stand to the second only where all keys fit.

        Keys keep their places when another status is shorter than the last one.
        """
        whole, short = cut(self.words, width // 2), cut(shortened(self.words), width // 2)
        if width_of(short) < LONG:
            self._kept = max(self._kept, width_of(short))
        shown = fitting(self._actions, self._glyphs, _beside(width, max(width_of(whole), self._kept)))
        if shown == self._actions:
            return shown, whole
        return fitting(self._actions, self._glyphs, _beside(width, max(width_of(short), self._kept))), short


def _beside(width: int, taken: int) -> int:
    return width - taken - (GAP if taken else 0)
