"""Taking over a roster from a file: what it would change is seen first, and agreed to."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.files.typed_path import typed_path
from cadre_tui.locale import N_, _
from cadre_tui.model.fault import Fault
from cadre_tui.model.people.roster_change import RosterChange
from cadre_tui.model.refusal import CadreError
from cadre_tui.services.people import roster
from cadre_tui.tui.actions import BACK, SAVE, Action
from cadre_tui.tui.drawing.menu import Menu, Row
from cadre_tui.tui.people.import_page import agreed_rows, fault_rows, summary
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList


class ImportScreen(CadreScreen):
    """A path, the difference, and ``y``. Only organisers come here: nobody else names a file of this machine."""

    CSS_PATH = "import_screen.tcss"
    AUTO_FOCUS = "#path"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("look", "enter", N_("查看"), N_("读这个文件，看会改什么；什么都还不写入"), handled=True),
        Action("write", "y", N_("写入"), N_("把看到的改动写入花名册")),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        BACK,
    )

    def __init__(self) -> None:
        super().__init__()
        self._path = ""
        self._change: RosterChange | None = None
        self._faults: tuple[Fault, ...] = ()
        self._done = False

    def guidance(self) -> str:
        """How it goes."""
        return _(
            "写上花名册文件（.xlsx 或 .csv）在这台机器上的路径，按 Enter 查看会改什么：谁增加、减少、调动、晋升、"
            "借调、请假。看清以后按 y 写入。文件里有一处不对，就一行也不写，逐条列出要改的地方。"
            "文件就是全部人员：文件里没有的人会从花名册减少，已经开始的轮次不受影响。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What was looked at may be written, once; what changes nothing need not be."""
        if action == "write":
            return self._change is not None and not self._change.nothing and not self._done
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """The path, and what was found."""
        yield Label(_("花名册文件（.xlsx 或 .csv）的路径"), markup=False)
        yield Input(value=self._path, id="path", select_on_focus=False)
        yield ReadingList(id="found")

    def fill(self) -> None:
        """Draw what was found again, in another language."""
        self.heading(_("导入花名册"), _("组织者"))
        self.query_one(ReadingList).can_focus = self._has_rows()
        self._draw()

    def laid_out(self) -> None:
        """Wrap anew."""
        self._draw()

    def action_look(self) -> None:
        """Read the file, and write nothing."""
        field = self.query_one(Input)
        self._path = field.value
        self._forget()
        path = typed_path(self._path)
        if path is None:
            self.notice(_("请写上文件的路径。"), wrong=True)
            return
        self.notice(_("正在读取，请稍候……"))
        self.fetch(partial(roster.compare, self.session, path), self._look_at)

    def action_write(self) -> None:
        """Write what was agreed to; where it would be something else by now, nothing is written."""
        path = typed_path(self._path)
        if self._change is None or path is None:
            return
        self.fetch(partial(roster.import_roster, self.session, path, self._change), self._written)

    def action_back(self) -> None:
        """From what was found to the path, and from there to the screen before."""
        field = self.query_one(Input)
        if self.focused is field or self._done:
            super().action_back()
        else:
            field.focus()

    def tell(self, error: CadreError) -> None:
        """Faults stand in the list, each with its row."""
        super().tell(error)
        self._forget()
        if error.faults:
            self._faults = error.faults
            self._draw()
            self._read_list()

    @on(Input.Submitted)
    def _typed(self) -> None:
        self.action_look()

    @on(Input.Changed)
    def _other_path(self, event: Input.Changed) -> None:
        if event.value != self._path and self._has_rows():
            # What is seen belongs to another file.
            self._forget()
            self.notice("")

    def _look_at(self, change: RosterChange) -> None:
        self._change = change
        self._draw()
        if change.nothing:
            self.notice(_("文件和现在的花名册一样，没有要写入的。"))
        else:
            self.notice(_("还没有写入：看清以后按 y 写入，按 Esc 改文件路径。"))
        self._read_list()

    def _written(self, change: RosterChange) -> None:
        self._change, self._done = change, True
        self._draw()
        done = _("花名册已经写入：{what}").format(what=summary(change))
        self.notice(done + _("有新来的人，就按 Esc 返回，到人员（p）里按 c 发激活码。"))
        self.show_keys()

    def _read_list(self) -> None:
        found = self.query_one(ReadingList)
        found.scroll_to(y=0, animate=False, force=True)
        found.can_focus = True
        found.focus()
        self.show_keys()

    def _forget(self) -> None:
        self._change, self._faults, self._done = None, (), False
        self.query_one(ReadingList).can_focus = False
        self._draw()
        self.show_keys()

    def _has_rows(self) -> bool:
        return self._change is not None or bool(self._faults)

    def _draw(self) -> None:
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 2
        rows: list[Row] = []
        if self._change is not None:
            rows = agreed_rows(self._change, self.glyphs, width)
        elif self._faults:
            rows = fault_rows(self._faults, self.glyphs, width)
        pane.show(Menu(rows), None)
