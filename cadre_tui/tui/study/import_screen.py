"""Taking in another system's export: what it would bring is seen first, row by row, and agreed to."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.files.typed_path import typed_path
from cadre_tui.locale import N_, _
from cadre_tui.model.study.courses import CourseImport, CourseRow
from cadre_tui.model.study.settings import CourseSource
from cadre_tui.services.study import courses
from cadre_tui.tui.actions import BACK, Action
from cadre_tui.tui.drawing.menu import Row
from cadre_tui.tui.study import import_page
from cadre_tui.tui.study.table_screen import TableScreen
from cadre_tui.tui.widgets.menu_list import MenuList


class CourseImportScreen(TableScreen):
    """A path, what was found, and ``y``. Enter takes a doubtful row, or leaves a faulty one out and reads again."""

    AUTO_FOCUS = "#path"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action(
            "look", "enter", N_("查看"), N_("读这个文件；在要问的行上：要或不要；在错的行上：留在外面"), handled=True
        ),
        Action("write", "y", N_("写入"), N_("把新的和要了的行写入台账"), weight=1),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True),
        BACK,
    )

    def __init__(self, source: CourseSource) -> None:
        super().__init__()
        self._source = source
        self._path = ""
        self._found: CourseImport | None = None
        self._left_out: frozenset[int] = frozenset()
        self._taken: frozenset[int] = frozenset()

    def guidance(self) -> str:
        """How it goes."""
        return _(
            "写上导出文件（.xlsx 或 .csv）在这台机器上的路径，按 Enter 查看。错的行逐条列出，一行也不写："
            "改好文件再看，或在那一行按 Enter 留在外面。要问的（重复、相像、一天太多）不写入，在那一行按 Enter 就要。"
            "看清以后按 y 写入；同一份再导入一次，已经有的不会重复。"
        )

    @property
    def worth_writing(self) -> bool:
        """New rows, or doubtful ones that were taken."""
        return self._found is not None and bool(self._found.fresh or self._taken)

    def body(self) -> ComposeResult:
        """The path, and what was found."""
        yield Label(_("导出文件（.xlsx 或 .csv）的路径"), markup=False)
        yield Input(value=self._path, id="path", select_on_focus=False)
        yield MenuList(id="list")

    def fill(self) -> None:
        """Draw what was found again, in another language."""
        self.heading(_("导入学时"), self._source.title)
        self.draw()

    @on(Input.Submitted)
    def action_look(self) -> None:
        """Read the file, and write nothing."""
        self._path = self.query_one("#path", Input).value
        path = typed_path(self._path)
        if path is None:
            self.notice(_("请写上文件的路径。"), wrong=True)
            return
        self._found = None
        self.begin()
        self.fetch(partial(courses.compare, self.session, self._source.id, path, self._left_out), self._look_at)

    @on(Input.Changed)
    def _other_path(self, event: Input.Changed) -> None:
        if event.value != self._path:
            self._left_out = self._taken = frozenset()

    def action_write(self) -> None:
        """What was seen, and no other."""
        if self._found is not None:
            self.fetch(partial(courses.take, self.session, self._found, self._taken), self._written)

    def _look_at(self, found: CourseImport) -> None:
        self._found = found
        self._taken &= {each.row for each in found.doubtful}
        self.seen()

    def _written(self, count: int) -> None:
        self.written(_("写入了 {count} 条。").format(count=count))

    def _take(self, row: CourseRow) -> None:
        self._taken ^= {row.row}
        self.draw()
        self.show_keys()

    def _leave_out(self, row: int) -> None:
        self._left_out |= {row}
        self.action_look()

    def rows(self, width: int) -> list[Row]:
        """What is new, doubtful or known already; where something is wrong, that alone."""
        if self._found is not None:
            return import_page.found(self._found, self._taken, self.glyphs, width, self._take)
        return import_page.wrong(self._faults, self.glyphs, width, self._leave_out)
