"""F1: what the screen beneath is for, and every key that it hears."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult

from cadre_tui.locale import N_, _
from cadre_tui.tui.actions import BACK, LANGUAGE, PALETTE, SAVE, Action
from cadre_tui.tui.drawing.columns import fit, width_of, wrap
from cadre_tui.tui.drawing.menu import Menu, Row, blank, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.tui.key_words import all_keys
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList

SIGNS = N_("{not_begun} 未开始  {begun} 进行中  {done} 已完成  {wrong} 需要处理")


class HelpScreen(CadreScreen):
    """Text above, keys below; the arrows scroll."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        BACK,
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
    )

    def __init__(self, guidance: str, actions: Sequence[Action]) -> None:
        super().__init__()
        self._guidance = guidance
        self._told = tuple(action for action in actions if action.keys or action.shows)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Help needs no help, and has nothing to save."""
        return action not in {"help", SAVE.name, PALETTE.name, LANGUAGE.name} and super().check_action(
            action, parameters
        )

    def body(self) -> ComposeResult:
        """One list."""
        yield ReadingList(id="help")

    def fill(self) -> None:
        """Lay the text out for this width."""
        self.heading(_("帮助"), "")
        self.query_one(ReadingList).show(Menu(self._rows(max(self.size.width - 4, 20))), None)

    def laid_out(self) -> None:
        """Wrap anew."""
        self.fill()

    def _rows(self, width: int) -> list[Row]:
        rows = [words(line(each)) for each in wrap(self._guidance, width)] if self._guidance else []
        rows += [blank()] if rows else []
        rows.append(words(line(Part(_("按键"), "strong"))))
        keys = [(all_keys(action, self.glyphs), action) for action in self._told]
        column = min(max((width_of(key) for key, _action in keys), default=0), 20)
        for key, action in keys:
            told = wrap(_(action.help), width - column - 4)
            rows.append(words(line("  ", Part(fit(key, column), "strong"), f"  {told[0]}")))
            rows += [words(line(" " * (column + 4) + more)) for more in told[1:]]
        signs = _(SIGNS).format(
            not_begun=self.glyphs.not_begun, begun=self.glyphs.begun, done=self.glyphs.done, wrong=self.glyphs.wrong
        )
        return [*rows, blank(), words(line(Part(_("记号"), "strong"))), words(line("  " + signs))]
