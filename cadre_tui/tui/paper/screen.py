"""A clerk's list of paper forms. What is opened from here is filled in for the person who wrote the paper."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from cadre_tui.locale import N_, _
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.home import Todo
from cadre_tui.model.oversight.paper import PaperLine, PaperList
from cadre_tui.model.text import Text
from cadre_tui.services.filling import paper
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, JUMP, RELOAD, Action, Entry
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.drawing.parts import plain
from cadre_tui.tui.paper import page as paper_page
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words.rounds.title import round_title

JUMP_WIDTH = 70


class PaperScreen(CadreScreen):
    """One list. As long as a form stands above it, the session is one that types for that person."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("代录"), N_("照纸质表录入光标所在的一类"), handled=True),
        BACK,
        JUMP,
        RELOAD,
    )

    def __init__(self, round_id: str, title: Text, mock: bool) -> None:
        super().__init__()
        self._round = round_id
        self._title = title
        self._mock = mock
        self._clerk: Session | None = None
        self._found: PaperList | None = None

    def guidance(self) -> str:
        """What it is for, and what the clerk must know."""
        told = [_(paper_page.ABOUT), _("本人已经在填或者已经提交的，不能代录。")]
        if self._found is not None and self._found.confidential:
            told.append(_(paper_page.CONFIDENTIAL))
        return "\n\n".join(told)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save."""
        return action != "save" and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """The list."""
        yield MenuList()

    def fill(self) -> None:
        """Draw what is known, else read it."""
        self._clerk = self._clerk or self.session
        self.heading(_("代录纸质表") + f" {self.glyphs.dot} " + round_title(self._title, self._mock))
        self.set_focus(self.query_one(MenuList))
        if self._found is None:
            self.action_reload()
        else:
            self._show(self._found)

    def on_screen_resume(self) -> None:
        """What was typed above is done with: the clerk acts again as nobody but themself."""
        if self._clerk is not None:
            self.host.session = self._clerk
            self.action_reload()

    def action_reload(self) -> None:
        """Read everything anew."""
        self.fetch(partial(paper.whose, self.session, self._round), self._show)

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def jumps(self) -> Sequence[Entry]:
        """Every entry of the list."""
        rows = self.query_one(MenuList).menu.rows
        return [Entry(plain(row.draw(JUMP_WIDTH, False)).strip(), row.go) for row in rows if row.go]

    def laid_out(self) -> None:
        """The sentences are broken anew."""
        if self._found is not None:
            self._show(self._found)

    def _show(self, found: PaperList) -> None:
        self._found = found
        title = _("代录纸质表") + f" {self.glyphs.dot} " + round_title(self._title, self._mock)
        self.heading(title, paper_page.headline(found.lines))
        self.query_one(MenuList).offer(Menu(paper_page.rows(found, self.glyphs, self.size.width - 2, self._open)))
        self.show_keys()

    def _open(self, line: PaperLine) -> None:
        """Begin as that person's typist; what cannot be begun is told."""
        session, round_id = self.session, self._round

        def begun() -> tuple[Session, Todo]:
            typing = paper.begin(session, round_id, line.person.id)
            return typing, paper.open_set(typing, round_id, line.purpose)

        self.notice("")
        self.fetch(begun, lambda answer: self._enter(*answer))

    def _enter(self, typing: Session, todo: Todo) -> None:
        self.host.session = typing
        if todo.purpose is Purpose.PEER:
            navigation.open_colleagues(self.app, todo)
        else:
            first = next((task for task in todo.tasks if task.answered < task.asked), todo.tasks[0])
            navigation.open_form(self.app, first)
