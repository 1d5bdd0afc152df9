"""Raw material of a confidential round: a second person signs in beside the organiser, and says why."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.locale import N_, _, language
from cadre_tui.model.refusal import CadreError
from cadre_tui.model.results.result import Vote
from cadre_tui.services.results import raw
from cadre_tui.tui.actions import BACK, Action
from cadre_tui.tui.disclosure.page import vote_rows
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.entry.fields import FieldsScreen
from cadre_tui.tui.widgets.reading_list import ReadingList

FIELDS = ("subject", "reason", "second", "password")


class RawScreen(FieldsScreen):
    """Four fields; below them who gave what, for as long as the screen is open."""

    CSS_PATH = "raw_screen.tcss"
    AUTO_FOCUS = "#subject"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("enter", "enter", N_("下一栏、打开"), N_("到下一栏；最后一栏填好按 Enter 打开"), first=True),
        BACK,
    )

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id
        self._votes: tuple[Vote, ...] | None = None

    def guidance(self) -> str:
        """What it takes."""
        return _(
            "保密的轮次里，谁打了多少分平时不向任何人显示。确有必要核查的（如受理异议），由组织者会同另一位组织者或督查，"
            "两个人各自登录，写明理由打开一个人的原始评分；打开的人、对象和理由都记入操作记录。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save."""
        return action != "save" and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """The fields, and the list once it is open."""
        for name, said in zip(
            FIELDS, (_("被评人编号"), _("理由"), _("另一人（组织者或督查）编号"), _("另一人的密码")), strict=True
        ):
            yield Label(said, classes="field", markup=False)
            yield Input(id=name, password=name == "password", select_on_focus=False)
        yield ReadingList(id="votes")

    def fill(self) -> None:
        """Say where one is; draw again in another language."""
        self.heading(_("原始评分"), self._round)
        self._draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """After the last field both are asked for."""
        event.stop()
        self.notice("")
        if event.input.id != FIELDS[-1]:
            return
        subject, reason, second, password = (self.query_one(f"#{name}", Input).value for name in FIELDS)
        self.status(_("正在核对…"))
        self.fetch(lambda: self._open(subject.strip(), reason, second, password), self._take)

    def _open(self, subject: str, reason: str, second: str, password: str) -> tuple[Vote, ...]:
        return raw.open_with(self.session, second, password, self._round, subject, reason)

    def _take(self, votes: tuple[Vote, ...]) -> None:
        self.query_one("#password", Input).value = ""
        self.status("")
        self._votes = votes
        self._draw()
        self.query_one(ReadingList).focus()

    def tell(self, error: CadreError) -> None:
        """Refused: the password must be typed again."""
        super().tell(error)
        self.status("")
        self.query_one("#password", Input).value = ""

    def laid_out(self) -> None:
        """Words are wrapped anew."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        if self._votes is not None:
            listed = self.query_one(ReadingList)
            listed.show(Menu(vote_rows(self._votes, language(), listed.scrollable_content_region.width)), None)
