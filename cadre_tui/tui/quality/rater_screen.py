"""One rater under a code: what to ask, what a decision would do; the decision with its reason."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from cadre_tui.locale import N_, _
from cadre_tui.model.results.quality import Preview, Quality, RaterQuality
from cadre_tui.services.results.quality import voiding
from cadre_tui.tui.actions import BACK, SAVE, Action
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.quality import page, ways
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.tui.writing.screen import WritingScreen
from cadre_tui.words.results import quality as words


class RaterQualityScreen(CadreScreen):
    """Read; from here the votes are made void, or count again."""

    IN_TURN: ClassVar[frozenset[str]] = frozenset({"void", "restore"})
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("preview", "e", N_("试算作废"), N_("试算：答卷作废，有几人的等次会变（记入操作记录）"), weight=1),
        Action("void", "v", N_("作废"), N_("决定这个人的互评答卷作废：写明理由，原件保留"), weight=1),
        Action("restore", "v", N_("恢复计入"), N_("决定这个人的互评答卷恢复计入：写明理由"), weight=1),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        BACK,
    )

    def __init__(self, found: Quality, rater: RaterQuality) -> None:
        super().__init__()
        self._found = found
        self._rater = rater
        self._effect: Preview | None = None
        self._decided = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only while decisions may be made."""
        if action in ("preview", "void"):
            return self._found.open and self._rater.voided is None
        if action == "restore":
            return self._found.open and self._rater.voided is not None
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """What is to be read."""
        yield ReadingList(id="rater")

    def fill(self) -> None:
        """Draw it."""
        self.heading(_("评价质量") + f" {self.glyphs.dot} {words.rater(self._rater)}", self._found.round)
        self.set_focus(self.query_one(ReadingList))
        self._draw()

    def laid_out(self) -> None:
        """Wrapped anew."""
        self.call_after_refresh(self._draw)

    def action_preview(self) -> None:
        """What would be."""
        self.notice(_("正在读取，请稍候……"))
        self.fetch(partial(voiding.preview, self.session, self._found.round, self._rater.code), self._take)

    def action_void(self) -> None:
        """First why."""
        ways.open_voiding(self.app, self._found.round, self._rater)

    def action_restore(self) -> None:
        """First why."""
        ways.open_voiding(self.app, self._found.round, self._rater)

    def on_screen_resume(self) -> None:
        """What was decided above is read anew in the list."""
        if self._decided:
            self.dismiss()

    def decided(self) -> None:
        """The decision was made on the screen above."""
        self._decided = True

    def _take(self, effect: Preview) -> None:
        self._effect = effect
        self.notice("")
        self._draw()

    def _draw(self) -> None:
        listed = self.query_one(ReadingList)
        width = listed.scrollable_content_region.width or self.size.width - 2
        listed.show(Menu(page.rater_rows(self._rater, self._effect, self.glyphs, width)), None)


class VoidingScreen(WritingScreen):
    """Why somebody's votes do not count, or count again."""

    LONGEST: ClassVar[int] = voiding.LONGEST

    def __init__(self, round_id: str, rater: RaterQuality, done: RaterQualityScreen | None = None) -> None:
        super().__init__()
        self._round = round_id
        self._rater = rater
        self._done = done

    def fill(self) -> None:
        """Whose."""
        super().fill()
        title = _("恢复计入") if self._rater.voided else _("答卷作废")
        self.heading(f"{title} {self.glyphs.dot} {words.rater(self._rater)}", self._round)

    def about(self) -> Sequence[str]:
        """What is decided."""
        if self._rater.voided:
            return [_("写明为什么恢复计入。理由记入操作记录。")]
        return [_("写明为什么作废：问了什么、查到什么。答卷原件保留，不再计入；理由记入操作记录。")]

    def send(self, text: str) -> None:
        """Decide."""
        decide = voiding.restore if self._rater.voided else voiding.void
        decide(self.session, self._round, self._rater.code, text)

    def sent(self, answer: object) -> str:
        """Back to the list, where it stands."""
        del answer
        if self._done is not None:
            self._done.decided()
        return ""
