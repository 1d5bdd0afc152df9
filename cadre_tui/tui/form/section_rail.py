"""The sections of a form down its left side: a sign, a short title, and how many of how many."""

from collections.abc import Sequence
from dataclasses import dataclass

from cadre_tui.tui.drawing.columns import fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.form.progress import Mark
from cadre_tui.tui.form.words import sign
from cadre_tui.tui.widgets.drawn import DrawnLines


@dataclass(frozen=True)
class RailEntry:
    """One section on the rail."""

    section: str
    title: str
    mark: Mark
    answered: int
    asked: int
    here: bool


class SectionRail(DrawnLines):
    """Self-drawn; the section that one is in has the cursor before it."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._entries: tuple[RailEntry, ...] = ()

    def show(self, entries: tuple[RailEntry, ...]) -> None:
        """Show how far things are now."""
        if entries != self._entries:
            self._entries = entries
            self.drawn_anew()

    def lines(self, width: int) -> Sequence[Line]:
        """One line a section, those around the current one where not all have room; the rail to the bottom."""
        height = max(self.size.height, 1)
        here = next((at for at, each in enumerate(self._entries) if each.here), 0)
        first = max(0, min(here - height // 2, len(self._entries) - height))
        shown = self._entries[first : first + height]
        rail = Part(self._glyphs.rail, "line")
        drawn = [line(*self._entry(each, width - 2), Part(" "), rail) for each in shown]
        return [*drawn, *(line(" " * (width - 1), rail) for _ in range(height - len(shown)))]

    def _entry(self, entry: RailEntry, width: int) -> tuple[Part, ...]:
        count = "" if entry.mark is Mark.SEALED else f" {entry.answered}/{entry.asked}"
        cursor = self._glyphs.cursor if entry.here else " "
        title = fit(entry.title, width - 3 - width_of(count), ellipsis=self._glyphs.ellipsis)
        style = "strong" if entry.here else ""
        target = f"section:{entry.section}"
        return (
            Part(cursor, "cursor", target),
            Part(f"{sign(entry.mark, self._glyphs)} {title}", style, target),
            Part(count, "", target),
        )

    def on_resize(self) -> None:
        """Another height, another choice of sections."""
        self.drawn_anew()
