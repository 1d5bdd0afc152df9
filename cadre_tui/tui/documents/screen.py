"""The documents of a round for an organiser: which, into what folder, how far it is; Esc stops."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from time import monotonic
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from cadre_tui.locale import N_, _
from cadre_tui.model.people.person import Person
from cadre_tui.model.refusal import CadreError
from cadre_tui.services.documents import forms, results
from cadre_tui.services.documents.folder import Folder
from cadre_tui.services.documents.issue import Format, Step, Told
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.tui.actions import BACK, SAVE, Action
from cadre_tui.tui.documents import page
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.tui.widgets.where_to import WhereTo
from cadre_tui.words import documents as wording

BETWEEN: Final = 0.1
"""Seconds between two drawings of how far it is."""


class StoppedByPerson(Exception):
    """Raised where the work tells how far it is, so that it ends there."""


class DocumentsScreen(CadreScreen):
    """A choice, the folder, the progress, what was made."""

    CSS_PATH = "screen.tcss"
    IN_TURN: ClassVar[frozenset[str]] = frozenset({"stop", "back"})
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("write", "o", N_("开始出"), N_("写明放在哪个新文件夹，出选定的几种材料")),
        Action("blank", "b", N_("空白表"), N_("出空白的考评表，打印以后手填")),
        Action("choose(1)", "1", N_("Word 文件"), N_("出或不出 Word：得分单和汇总"), shown=False),
        Action("choose(2)", "2", N_("Excel 文件"), N_("出或不出 Excel：成绩册"), shown=False),
        Action("choose(3)", "3", N_("网页"), N_("出或不出网页：汇总"), shown=False),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        Action("stop", "escape", N_("停下"), N_("停下：已经写好的都是完整的")),
        BACK,
    )

    class Progressed(Message):
        """How far it is, told by the thread that works."""

        def __init__(self, step: Step) -> None:
            self.step = step
            super().__init__()

    def __init__(self, round_id: str, title: str, published: bool, subject: Person | None = None) -> None:
        """``subject``: of whom alone the score sheet is made."""
        super().__init__()
        self._subject = subject
        self._round, self._title, self._published = round_id, title, published
        self._chosen = frozenset(Format)
        self._blank = False
        self._busy = False
        self._step: Step | None = None
        self._made: tuple[Path, tuple[Path, ...], bool] | None = None
        self._stop = Event()

    def guidance(self) -> str:
        """What comes of it."""
        return _(
            "出一轮的材料：每人一份得分单（Word），成绩册（Excel，总分和合计都是公式），全县汇总（Word 和网页）。"
            "按 1、2、3 选出不出，按 o 写一个新文件夹的名字，按 Enter 就开始；已有的文件夹不会写进去。"
            "出的时候按 Esc 停下，已经写好的都是完整的。汇总里没有个人的成绩，不足规定人数的不显示，末尾附整改清单；"
            "得分单请只交给本人。"
            "每次都记入操作记录。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing else while it runs; results once they are published."""
        if action in ("write", "choose"):
            return self._published and not self._busy and (action == "choose" or bool(self._chosen))
        if action == "stop":
            return self._busy
        if action == "blank" and self._subject is not None:
            return False
        if action in ("blank", "back"):
            return not self._busy
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """The list, and the folder's name while it is asked for."""
        yield ReadingList(id="documents")
        yield WhereTo(_("放在哪个新文件夹，按 Enter 开始，按 Esc 不出"))

    def fill(self) -> None:
        """Draw it."""
        self.heading(_("出材料"), self._title)
        self.query_one(ReadingList).focus()
        self._draw()

    def laid_out(self) -> None:
        """Wrap anew."""
        self._draw()

    def on_unmount(self) -> None:
        """Whoever leaves stops it."""
        self._stop.set()

    def action_choose(self, place: int) -> None:
        """In or out."""
        self._chosen ^= {page.CHOICES[place - 1][0]}
        self._made = None
        self._draw()
        self.show_keys()

    def action_write(self) -> None:
        """Ask where the results' documents are to lie."""
        self._ask(blank=False)

    def action_blank(self) -> None:
        """Ask where the blank forms are to lie."""
        self._ask(blank=True)

    def action_stop(self) -> None:
        """Stop what runs, between two files."""
        self._stop.set()
        self.notice(_("正在停下……"))

    def action_back(self) -> None:
        """From the name to the choice, then to the screen before."""
        if not self.query_one(WhereTo).put_away():
            super().action_back()

    def tell(self, error: CadreError) -> None:
        """What was refused was not done, or ends here."""
        self._busy = False
        super().tell(error)
        self._draw()
        self.show_keys()

    def _ask(self, *, blank: bool) -> None:
        self._blank = blank
        today = f"{self.host.county.now().astimezone(CHINA):%Y%m%d}"
        name = _("空白考评表") if blank else _("考评材料")
        if self._subject is not None:
            name = _("得分单") + f"-{self._subject.name}-{self._subject.id}"
        self.query_one(WhereTo).ask(f"{name}-{self._round}-{today}")

    @on(WhereTo.Named)
    def _named(self, event: WhereTo.Named) -> None:
        if self._busy:
            return
        self.notice("")
        self._busy, self._step, self._made = True, None, None
        self._stop = Event()
        self._draw()
        self.show_keys()
        self.fetch(partial(self._work, event.path, self._writing()), self._done)

    def _writing(self) -> Callable[[Folder, Told], tuple[Path, ...]]:
        """What is to be done, with what is known now."""
        session, round_id, chosen = self.session, self._round, self._chosen
        if self._blank:
            return lambda folder, _told: forms.make_blank(session, round_id, folder, forms.PAPER, wording)
        if self._subject is not None:
            subject = self._subject.id
            return lambda folder, _told: results.make_one(session, round_id, subject, folder, chosen, wording)
        return lambda folder, told: results.make(session, round_id, folder, chosen, wording, told)

    def _work(
        self, path: Path, write: Callable[[Folder, Told], tuple[Path, ...]]
    ) -> tuple[Path, tuple[Path, ...], bool]:
        """On a thread: the folder, what lies in it, and whether it was stopped."""
        folder, stop = Folder.new(path), self._stop
        paths: list[Path] = []
        told_at = 0.0

        def told(step: Step) -> None:
            nonlocal told_at
            if step.path is not None:
                paths.append(step.path)
            if stop.is_set() and (step.path is None or step.at < step.of):
                raise StoppedByPerson
            if monotonic() - told_at >= BETWEEN:
                told_at = monotonic()
                self.post_message(self.Progressed(step))

        try:
            return folder.path, write(folder, told), False
        except StoppedByPerson:
            return folder.path, tuple(paths), True

    def on_documents_screen_progressed(self, message: Progressed) -> None:
        """Draw how far it is."""
        message.stop()
        if self._busy:
            self._step = message.step
            self._draw()

    def _done(self, made: tuple[Path, tuple[Path, ...], bool]) -> None:
        self._busy, self._made = False, made
        self.notice("")
        self._draw()
        self.show_keys()

    def _draw(self) -> None:
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 3
        if self._busy:
            rows = page.running_rows(self._step, self.glyphs, width)
        elif self._made is not None:
            folder, paths, stopped = self._made
            rows = page.made_rows(folder, paths, width, stopped=stopped)
        else:
            whose = self._subject
            rows = (
                page.choice_rows(self._chosen, self.glyphs, width, published=self._published)
                if whose is None
                else page.one_rows(whose.name, self._chosen, self.glyphs, width)
            )
        pane.show(Menu(rows), None)
