"""A paper that is looked at and then put into a file: what the reminder and the bulletin share."""

from functools import partial
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.locale import _
from cadre_tui.services.oversight.putting_out import put_out
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import SAVE
from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.menu import Menu, words
from cadre_tui.tui.drawing.parts import line
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList


class PaperScreen(CadreScreen):
    """The text, scrolled with the arrows; ``o`` asks where the file is to lie. Nothing is ever written over."""

    CSS_PATH = "oversight.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._text = ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save."""
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """The text, and the file's name while it is asked for."""
        yield ReadingList(id="paper")
        yield Label(_("写到哪个文件：按 Enter 写，按 Esc 不写；直接打字就另写一个名字"), id="to-label", markup=False)
        yield Input(id="to")  # focused, the name that is offered is selected: who types gives another

    def file_name(self) -> str:
        """What is offered as the file's name."""
        return ""

    def content(self, path: Path) -> bytes:
        """What is to be written into that file.

        Raises:
            BadInput: no such kind of file is made.
        """
        raise NotImplementedError(path)

    def put(self, session: Session, path: Path, content: bytes) -> Path:
        """Make the file, and answer where it lies.

        Raises:
            CadreError: it was not made.
        """
        return put_out(session, path, content)

    def written(self, path: Path) -> None:
        """It is written."""
        self.notice(_("写好了：{file}").format(file=path))

    def show_text(self, text: str) -> None:
        """Show another text, from its beginning."""
        self._text = text
        self.laid_out()
        self.query_one(ReadingList).scroll_to(y=0, animate=False, force=True)

    def laid_out(self) -> None:
        """Wrap anew."""
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 3
        pane.show(Menu([words(line(each)) for each in wrap(self._text, width)]), None)

    def action_write(self) -> None:
        """Ask for the file's name."""
        field = self.query_one(Input)
        field.value = field.value or str(Path.home() / self.file_name())
        field.cursor_position = len(field.value)
        self._ask(True)

    def _ask(self, asked: bool) -> None:
        """Show the field, or put it away."""
        field = self.query_one(Input)
        field.display = self.query_one("#to-label").display = asked
        (field if asked else self.query_one(ReadingList)).focus()

    def action_back(self) -> None:
        """From the name to the paper, then to the screen before."""
        field = self.query_one(Input)
        if field.display:
            self._ask(False)
        else:
            super().action_back()

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        path = Path(event.value.strip())
        session = self.session

        def work() -> Path:
            return self.put(session, path, self.content(path))

        self.fetch(work, partial(self._put))

    def _put(self, path: Path) -> None:
        field = self.query_one(Input)
        field.value = ""
        self._ask(False)
        self.written(path)
