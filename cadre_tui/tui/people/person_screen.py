"""One person's page, for the organiser."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult

from cadre_tui.locale import N_, _
from cadre_tui.model.people import Person, Roster
from cadre_tui.model.roster_history import Difference, Import
from cadre_tui.services.people import history
from cadre_tui.services.people.account_state import AccountState, account_state
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import BACK, RELOAD, SAVE, Action
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.people.person_page import person_rows
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList

Known = tuple[Roster, Person, Sequence[tuple[Import, Difference]], AccountState]


def known_of(session: Session, person_id: str) -> Known:
    """Everything that the page tells: today's roster, the person, what imports changed about them, their account."""
    person, changes = history.history_of(session, person_id)
    return history.roster_today(session), person, changes, account_state(session, person.id)


class PersonScreen(CadreScreen):
    """Posts and ties, and below them what became of the person."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        BACK,
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        RELOAD,
    )

    def __init__(self, person_id: str) -> None:
        super().__init__()
        self._person = person_id
        self._known: Known | None = None

    def guidance(self) -> str:
        """What is told."""
        return _("上面是花名册上写的职务和关系，以及账号是否可用，下面是每次导入花名册时这个人的变动，最近的在前。")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save."""
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """One list."""
        yield ReadingList(id="person")

    def fill(self) -> None:
        """Draw what is known, else read it."""
        self.set_focus(self.query_one(ReadingList))
        if self._known is None:
            self.action_reload()
        else:
            self._show(self._known)

    def laid_out(self) -> None:
        """Wrap anew."""
        if self._known is not None:
            self._show(self._known)

    def action_reload(self) -> None:
        """Read it anew."""
        session, person_id = self.session, self._person
        self.fetch(lambda: known_of(session, person_id), self._show)

    def _show(self, known: Known) -> None:
        self._known = known
        roster, person, changes, state = known
        self.heading(person.name, f"{person.unit} {person.duty}".strip())
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 2
        pane.show(Menu(person_rows(person, roster, changes, state, self.glyphs, width)), None)
