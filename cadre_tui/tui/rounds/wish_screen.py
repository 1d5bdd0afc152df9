"""What an organiser wishes, until when and why: two fields, then it stands alone to be read once more, then ``y``."""

from datetime import datetime
from typing import Generic, Protocol, TypeVar

from textual import on
from textual.widgets import Input

from cadre_tui.locale import N_
from cadre_tui.tui.actions import SAVE, Action
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList

AGREE = Action("agree", "y", N_("照办"), N_("照上面写的办"), weight=3)
CHECK = Action("check", "enter", N_("下一步"), N_("核对写的时间和理由；还没有办"), handled=True)
NEXT = Action("next", "tab", N_("下一格"), N_("到另一格去写"), handled=True)

UNTIL, REASON = "until", "reason"
"""The two fields."""


class Wish(Protocol):
    """What is to be done: until when (None: the deadlines stay), and why."""

    @property
    def until(self) -> datetime | None:
        """Until when."""

    @property
    def reason(self) -> str:
        """Why."""


Wished = TypeVar("Wished", bound=Wish)


class WishScreen(CadreScreen, Generic[Wished]):
    """A screen gives its body (a ``ReadingList``, and ``#asked`` with both fields), what it draws and does."""

    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self._typed = {UNTIL: "", REASON: ""}
        self._wish: Wished | None = None
        self._done = False

    # What each of them says for itself

    @property
    def possible(self) -> bool:
        """Whether there is anything to wish for."""
        raise NotImplementedError

    @property
    def first_field(self) -> str:
        """The field to begin with."""
        return UNTIL

    def draw(self) -> None:
        """Show what it is about, or what was wished."""
        raise NotImplementedError

    def action_check(self) -> None:
        """Whether it can be done; nothing is done yet."""
        raise NotImplementedError

    # What they have in common

    @property
    def asking(self) -> bool:
        """Whether the fields are being filled in."""
        return self.possible and self._wish is None and not self._done

    @property
    def agreeing(self) -> bool:
        """Whether what was wished waits for ``y``."""
        return self._wish is not None and not self._done

    @property
    def at_work(self) -> bool:
        """Whether something that was asked for goes on."""
        return any(each.node is self and not each.is_finished for each in self.workers)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What fits: writing, or agreeing."""
        if action == AGREE.name:
            return self.agreeing
        if action in (CHECK.name, NEXT.name):
            return self.asking
        return action != SAVE.name and super().check_action(action, parameters)

    def laid_out(self) -> None:
        """Wrap anew."""
        self.draw()

    def action_back(self) -> None:
        """To the fields first; not while it is being done."""
        if self.at_work and self._wish is not None:
            return
        if self.agreeing:
            self._wish = None
            self.notice("")
            self.turn()
        else:
            super().action_back()

    def considered(self, wish: Wished) -> None:
        """It can be done: let it be read."""
        self._wish = wish
        self.turn()

    def turn(self) -> None:
        """The fields while they are asked for; else only what is read."""
        self.query_one("#asked").display = self.asking
        pane = self.query_one(ReadingList)
        pane.can_focus = not self.asking
        self.draw()
        if not self.asking:
            self.set_focus(pane)
        elif not isinstance(self.focused, Input):
            self.set_focus(self.query_one(f"#{self.first_field}", Input))
        self.show_keys()

    @on(Input.Submitted)
    def _written(self, event: Input.Submitted) -> None:
        if event.input.id == UNTIL and not self._typed[REASON].strip():
            self.set_focus(self.query_one(f"#{REASON}", Input))
        else:
            self.action_check()
