"""Why nothing could be dealt out, or what is not as it should be: all of it, to read through."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from cadre_tui.locale import N_, _
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.round_allocation import Reasons
from cadre_tui.services.rounds import preparing
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, SAVE, Action
from cadre_tui.tui.allocation.refused import rows
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList


class ReasonsScreen(CadreScreen):
    """Unit by unit: the people, the numbers, the rules that took pairs away. ``e`` leads to the rules."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("change", "e", N_("改规则"), N_("改这一轮的规则：每人几个评价人、评不评上级、最少人数"), weight=3),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        BACK,
    )

    def __init__(self, round_id: str, reasons: Reasons, people: Sequence[Person], changeable: bool) -> None:
        super().__init__()
        self._round = round_id
        self._reasons = reasons
        self._people = people
        self._changeable = changeable

    def guidance(self) -> str:
        """How it is read, and what can be done."""
        return _(
            "每个单位先写哪些人要多少评价、按规则最多能有多少，差的就是分配不出来的原因；下面写是哪条规则去掉了哪些人。"
            "可以按 e 改规则（少几个评价人、允许评上级），回到上一页按 c 换回避名单，或者改花名册，再按 g 分配。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Rules change before the opening alone."""
        if action == "change":
            return self._changeable
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """One list."""
        yield ReadingList(id="reasons")

    def fill(self) -> None:
        """Say it."""
        self.heading(_("分配不出来的原因") if self._reasons.refused else _("要注意的"), self._round)
        self.set_focus(self.query_one(ReadingList))
        self._draw()

    def laid_out(self) -> None:
        """Wrap anew."""
        self._draw()

    def _draw(self) -> None:
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 3
        found = rows(self._reasons, self._people, self.glyphs, width, changeable=self._changeable)
        pane.show(Menu(found), None)

    def action_change(self) -> None:
        """The rules, step by step; from there one is back at who rates whom."""
        change = partial(navigation.open_round_wizard, self.app, instead=True)
        self.fetch(partial(preparing.look_at, self.session, self._round), change)
