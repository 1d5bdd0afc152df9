"""Taking in a table of another system's numbers, which forms then propose: seen first, then agreed to."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.files.typed_path import typed_path
from cadre_tui.locale import N_, _, language
from cadre_tui.services.study import given_facts
from cadre_tui.services.study.given_facts import FactRow
from cadre_tui.tui.actions import BACK, Action
from cadre_tui.tui.drawing.menu import Row
from cadre_tui.tui.study import import_page
from cadre_tui.tui.study.table_screen import TableScreen
from cadre_tui.tui.widgets.menu_list import MenuList


class FactsImportScreen(TableScreen):
    """What the source is called, a path, what was found, and ``y``."""

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
        self._file = ""
        self._found: tuple[FactRow, ...] = ()

    def guidance(self) -> str:
        """How it goes."""
        return _(
            "写上来源叫什么（填自评表的人会看到）和表（.xlsx 或 .csv）在这台机器上的路径，按 Enter 查看。"
            "表里要有编号、数名、数值三列，可以有总数、条目。有错的逐条列出，一个数也不写；看清以后按 y 写入。"
        )

    @property
    def worth_writing(self) -> bool:
        """Any row."""
        return bool(self._found)

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
        self.draw()

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
        self._found = ()
        self.begin()
        if (path := typed_path(self._typed["path"])) is not None:
            self.fetch(partial(self._read, path), self._look_at)

    def action_write(self) -> None:
        """What was seen, and no other."""
        self.fetch(partial(given_facts.take, self.session, self._found, self._file), self._written)

    def _read(self, path: Path) -> tuple[str, tuple[FactRow, ...]]:
        return path.name, given_facts.read(self.session, path, self._typed["title"])

    def _look_at(self, read: tuple[str, tuple[FactRow, ...]]) -> None:
        self._file, self._found = read
        self.seen()

    def _written(self, people: int) -> None:
        self.written(_("写入了 {people} 人的数。").format(people=people))

    def rows(self, width: int) -> list[Row]:
        """Every number that would be written; where something is wrong, that alone."""
        if self._faults:
            return import_page.wrong(self._faults, self.glyphs, width, None)
        return import_page.facts_found(self._found, width, language())
