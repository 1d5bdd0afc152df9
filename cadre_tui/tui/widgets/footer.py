"""The bottom line of a screen: the keys that matter now, and the state of what was typed."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from cadre_tui.locale import _
from cadre_tui.tui.actions import Action
from cadre_tui.tui.drawing.columns import cut, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.key_words import first_key

GAP = 2


def fitting(actions: Sequence[Action], glyphs: Glyphs, width: int) -> tuple[Action, ...]:
    """As many actions as fit in ``width`` cells, in their order; those marked ``always`` have their place first."""

    def cells(action: Action) -> int:
        return width_of(first_key(action, glyphs)) + 1 + width_of(_(action.label)) + GAP

    chosen: list[Action] = []
    left = width + GAP
    for action in sorted(actions, key=lambda action: not action.always):
        if cells(action) > left:
            if action.always:
                continue
            break
        chosen.append(action)
        left -= cells(action)
    return tuple(action for action in actions if action in chosen)


class FooterLine(Widget):
    """Keys on the left, in the order of the screen's registry, and the status at the right end."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._actions: tuple[Action, ...] = ()
        self.words = ""

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
        status = cut(self.words, width // 2)
        room = width - width_of(status) - (GAP if status else 0)
        parts: list[Content | str | tuple[str, str]] = []
        taken = 0
        for action in fitting(self._actions, self._glyphs, room):
            key, label = first_key(action, self._glyphs), _(action.label)
            parts += [" " * GAP if parts else "", (key, "bold"), f" {label}"]
            taken += (GAP if taken else 0) + width_of(key) + 1 + width_of(label)
        gap = " " * max(width - taken - width_of(status), 0)
        return Content.assemble(*parts, gap, status)
