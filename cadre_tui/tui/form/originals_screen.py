"""What was handed in before to one form: to be read, never counted."""

from typing import ClassVar

from cadre_tui.locale import N_, _
from cadre_tui.model.filling.home import Task
from cadre_tui.services.filling.originals import Kept, originals
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import BACK, RELOAD, Action
from cadre_tui.tui.drawing.menu import Menu, Row, blank
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.tui.page_screen import PageScreen
from cadre_tui.tui.rounds.lines import told
from cadre_tui.tui.widgets.line_list import LineList
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words.documents import originals as words


class OriginalsScreen(PageScreen[tuple[Kept, ...]]):
    """The newest first, each with the checklist that it answers."""

    LIST: ClassVar[type[LineList]] = ReadingList
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        BACK,
        RELOAD,
    )

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._about = task

    def guidance(self) -> str:
        """What they are kept for."""
        return _("这里是退回以前、或者考评表修订以前的原件，草稿也在内，按原来的考评表显示。只供本人查看，不计入。")

    def headed(self) -> str:
        """What the page is about."""
        return _("原来填的")

    def read(self, session: Session) -> tuple[Kept, ...]:
        """Those of this form."""
        mine = (self._about.subject.id, self._about.purpose, self._about.checklist)
        found = originals(session, self._about.round)
        return tuple(each for each in found if (each.subject.id, each.purpose, each.checklist.id) == mine)

    def show(self, page: tuple[Kept, ...]) -> None:
        """Draw it."""
        self.heading(self.headed())
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 3
        rows: list[Row] = []
        for each in reversed(page):
            rows += [rule(words.heading(each), "", self.glyphs), *told(self.glyphs.wrong, words.why(each), width)]
            for asked, answer in words.answers(each):
                rows += told(self.glyphs.dot, f"{asked}{_('：')}{answer}", width)
            rows.append(blank())
        pane.show(Menu(rows), None)
