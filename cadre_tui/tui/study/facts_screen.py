"""Taking in a table of another system's numbers, which forms then propose: seen first, then agreed to."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.locale import N_, _, language
from cadre_tui.model.fault import Fault
from cadre_tui.model.refusal import CadreError
from cadre_tui.services.study import given_facts
from cadre_tui.services.study.given_facts import FactRow
from cadre_tui.tui.actions import BACK, SAVE, Action
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.study import import_page
from cadre_tui.tui.widgets.menu_list import MenuList


class FactsImportScreen(CadreScreen):
    """What the source is called, a path, what was found, and ``y``."""

    CSS_PATH = "screen.tcss"
    AUTO_FOCUS = "#title"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("look", "enter", N_("查看"), N_("读这个文件，什么也不写"), handled=True),
        Action("write", "y", N_("写入"), N_("把这些数写入：以后打开的自评表用它们"), weight=1),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True),
        BACK,
    )

    def __init__(self) -> None:
        super().__init__()
        self._typed = {"title": "", "path": ""}
        self._found: tuple[FactRow, ...] = ()
        self._faults: tuple[Fault, ...] = ()
        self._done = False

    def guidance(self) -> str:
        """How it goes."""
        return _(
            "写上来源叫什么（填自评表的人会看到）和表（.xlsx 或 .csv）在这台机器上的路径，按 Enter 查看。"
            "表里要有编号、数名、数值三列，可以有总数、条目。有错的逐条列出，一个数也不写；看清以后按 y 写入。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What was looked at is written once."""
        if action == "write":
            return bool(self._found) and not self._done
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """Two lines, and what was found."""
        labels = {"title": _("来源叫什么"), "path": _("表（.xlsx 或 .csv）的路径")}
        for name, label in labels.items():
            yield Label(label, markup=False)
            yield Input(value=self._typed[name], id=name, select_on_focus=False, max_length=400)
        yield MenuList(id="list")

    def fill(self) -> None:
        """Draw what was found again, in another language."""
        self.heading(_("导入别的系统的数"))
        self._draw()

    def laid_out(self) -> None:
        """Wrapped anew."""
        self._draw()

    @on(Input.Changed)
    def _other(self, event: Input.Changed) -> None:
        """What was found belongs to what was typed."""
        name = event.input.id or ""
        if event.value != self._typed[name]:
            self._typed[name] = event.value
            self._found, self._done = (), False
            self.show_keys()

    @on(Input.Submitted)
    def action_look(self) -> None:
        """Read the file, and write nothing; first whichever line is empty."""
        for name in self._typed:
            if not self._typed[name].strip():
                self.query_one(f"#{name}", Input).focus()
                return
        self._found, self._faults, self._done = (), (), False
        self.fetch(partial(given_facts.read, self.session, self._path, self._typed["title"]), self._look_at)

    def action_write(self) -> None:
        """What was seen, and no other."""
        self.fetch(partial(given_facts.take, self.session, self._found, self._path.name), self._written)

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
        self._draw()
        if error.faults:
            self._read_list()

    @property
    def _path(self) -> Path:
        return Path(self._typed["path"].strip().strip("\"'")).expanduser()

    def _look_at(self, found: tuple[FactRow, ...]) -> None:
        self._found = found
        self.notice(_("还没有写入：看清以后按 y 写入。"))
        self._draw()
        self._read_list()

    def _written(self, people: int) -> None:
        self._done = True
        self.notice(_("写入了 {people} 人的数。").format(people=people))
        self.show_keys()

    def _read_list(self) -> None:
        self.set_focus(self.query_one(MenuList))
        self.show_keys()

    def _draw(self) -> None:
        shown = self.query_one(MenuList)
        width = shown.scrollable_content_region.width or self.size.width - 2
        if self._faults:
            rows = import_page.wrong(self._faults, self.glyphs, width, None)
        else:
            rows = import_page.facts_found(self._found, width, language())
        shown.offer(Menu(rows))
