"""Enabling or disabling, agreed to: what it means is read first."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from cadre_tui.locale import N_, _
from cadre_tui.tui.actions import BACK, SAVE, Action
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.plugins.page import meaning_rows
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList


class SwitchScreen(CadreScreen):
    """``y`` does it."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("agree", "y", N_("同意，照办"), N_("照上面写的办")),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        BACK,
    )

    def __init__(self, title: str, told: Sequence[str], do: Callable[[], str], then: Callable[[str], object]) -> None:
        super().__init__()
        self._title, self._told, self._do, self._then = title, told, do, then

    def guidance(self) -> str:
        """What is asked."""
        return _("先看清会怎样，同意按 y，不办按 Esc。办了会记入操作记录。")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save."""
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """What it means."""
        yield ReadingList(id="switch")

    def fill(self) -> None:
        """Say it."""
        self.heading(self._title)
        self.set_focus(self.query_one(ReadingList))
        self._draw()

    def laid_out(self) -> None:
        """Wrap anew."""
        self._draw()

    def _draw(self) -> None:
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 2
        pane.show(Menu(meaning_rows(self._told, self.glyphs, width)), None)

    def action_agree(self) -> None:
        """Do it."""
        self.notice(_("正在办理，请稍候……"))
        self.fetch(self._do, self._done)

    def _done(self, told: str) -> None:
        self.dismiss()
        self.app.call_later(partial(self._then, told))
