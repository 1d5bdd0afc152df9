"""Taking in a table of another system's: it is read and seen first, with its faults by row, and then agreed to."""

from abc import abstractmethod

from textual.widgets import Input

from cadre_tui.locale import _
from cadre_tui.model.fault import Fault
from cadre_tui.model.refusal import CadreError
from cadre_tui.tui.actions import SAVE
from cadre_tui.tui.drawing.menu import Menu, Row
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.menu_list import MenuList


class TableScreen(CadreScreen):
    """Lines to type in, ``#path`` the last of them, and what was found beneath. ``y`` writes what was seen, once."""

    CSS_PATH = "screen.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._faults: tuple[Fault, ...] = ()
        self._done = False

    @property
    @abstractmethod
    def worth_writing(self) -> bool:
        """Whether something was found that ``y`` would write."""

    @abstractmethod
    def rows(self, width: int) -> list[Row]:
        """What was found, or what is wrong with it."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What was looked at is written once."""
        if action == "write":
            return self.worth_writing and not self._done
        return action != SAVE.name and super().check_action(action, parameters)

    def laid_out(self) -> None:
        """Wrapped anew."""
        self.draw()

    def action_back(self) -> None:
        """From what was found to the path, and from there to the screen before."""
        if isinstance(self.focused, MenuList) and not self._done:
            self.query_one("#path", Input).focus()
        else:
            super().action_back()

    def tell(self, error: CadreError) -> None:
        """Faults stand in the list, each with its row."""
        super().tell(error)
        self._faults = error.faults
        self.draw()
        if error.faults:
            self._read_list()

    def seen(self) -> None:
        """The table was read, and nothing is written yet."""
        self.notice(_("还没有写入：看清以后按 y 写入。"))
        self.draw()
        self._read_list()

    def written(self, told: str) -> None:
        """It is written."""
        self._done = True
        self.notice(told)
        self.show_keys()

    def begin(self) -> None:
        """Forget what was found before."""
        self._faults, self._done = (), False

    def draw(self) -> None:
        """Draw what was found, as wide as the list is."""
        shown = self.query_one(MenuList)
        shown.offer(Menu(self.rows(shown.scrollable_content_region.width or self.size.width - 2)))

    def _read_list(self) -> None:
        self.set_focus(self.query_one(MenuList))
        self.show_keys()
