"""What two tellers do together: the one who is signed in, and the other, who signs in here for it."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.locale import N_, _, language
from cadre_tui.model.ballots.told import GroupStatus, Opened
from cadre_tui.model.fault import BadInput
from cadre_tui.model.refusal import CadreError
from cadre_tui.services.ballots import counting, tellers
from cadre_tui.services.ballots.tellers import PaperBallot, TwoTellers
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, Action
from cadre_tui.tui.ballots.watch_page import read
from cadre_tui.tui.drawing.menu import Menu, Row, blank
from cadre_tui.tui.entry.fields import FieldsScreen
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words.ballots import told


class TogetherScreen(FieldsScreen):
    """Fields of its own (``asked``), then the other teller's id and password; what is told stands below."""

    CSS_PATH = "fields.tcss"
    AUTO_FOCUS = "Input"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("enter", "enter", N_("下一栏、办理"), N_("到下一栏；最后一栏填好按 Enter 办理"), first=True),
        BACK,
    )

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id

    def asked(self) -> Sequence[tuple[str, str]]:
        """The fields of its own, by id, with what they are called."""
        return ()

    def titled(self) -> str:
        """What it is."""
        raise NotImplementedError

    def act(self, both: TwoTellers, said: Callable[[str], str]) -> Any:
        """Do it, on a thread; ``said`` gives what was typed in a field.

        Raises:
            CadreError: it is refused.
        """
        raise NotImplementedError

    def done(self, answer: Any) -> None:
        """What comes after it."""
        raise NotImplementedError

    def rows(self, width: int) -> list[Row]:
        """What stands below the fields."""
        del width
        return []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save."""
        return action != "save" and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """The fields."""
        second = (("second", _("另一位监票人（编号或姓名）")), ("password", _("另一位监票人的密码")))
        for name, label in (*self.asked(), *second):
            yield Label(label, classes="field", markup=False)
            yield Input(id=name, password=name == "password", select_on_focus=False)
        yield ReadingList(id="told")

    def fill(self) -> None:
        """Say where one is."""
        self.heading(self.titled(), self._round)
        self.draw()

    def laid_out(self) -> None:
        """Wrapped anew."""
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """What is told."""
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 4
        pane.show(Menu(self.rows(width)), None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """After the last field both are there."""
        event.stop()
        self.notice("")
        if event.input.id != "password":
            return
        typed = {str(field.id): field.value for field in self.query(Input)}
        self.status(_("正在核对…"))

        def work() -> Any:
            both = tellers.together(self.session, self._round, typed["second"], typed["password"])
            return self.act(both, lambda name: typed[name].strip())

        self.fetch(work, self._done)

    def _done(self, answer: Any) -> None:
        self.query_one("#password", Input).value = ""
        self.status("")
        self.done(answer)

    def tell(self, error: CadreError) -> None:
        """Refused: the password must be typed again."""
        super().tell(error)
        self.status("")
        self.query_one("#password", Input).value = ""


class CountSlipsScreen(TogetherScreen):
    """What the two counted of one group's slips."""

    def __init__(self, round_id: str, group: GroupStatus) -> None:
        super().__init__(round_id)
        self._group = group

    def titled(self) -> str:
        """Whose slips."""
        return _("清点票条：{group}").format(group=self._group.title.say(language()))

    def asked(self) -> Sequence[tuple[str, str]]:
        """Three numbers."""
        drawn = _("领走几张（共印 {printed} 张）").format(printed=self._group.printed)
        return (("drawn", drawn), ("returned", _("没用退回几张")), ("voided", _("作废几张")))

    def act(self, both: TwoTellers, said: Callable[[str], str]) -> None:
        """Note it."""
        numbers = [_number(said(each)) for each in ("drawn", "returned", "voided")]
        tellers.count_slips(both, self._round, self._group.group, *numbers)

    def done(self, answer: Any) -> None:
        """Back to the list."""
        del answer
        self.dismiss()


class PaperBallotScreen(TogetherScreen):
    """The slip that lies with a ballot on paper; then it is keyed in twice."""

    def titled(self) -> str:
        """What it is."""
        return _("录纸质票")

    def asked(self) -> Sequence[tuple[str, str]]:
        """The code."""
        return (("code", _("随票交回的票条上的测评码")),)

    def act(self, both: TwoTellers, said: Callable[[str], str]) -> tuple[TwoTellers, PaperBallot]:
        """Find its form."""
        return both, tellers.paper_ballot(both, self._round, said("code"))

    def done(self, answer: tuple[TwoTellers, PaperBallot]) -> None:
        """To the first keying."""
        self.app.switch_screen(navigation.made("paper-keying", *answer))


class OpenBoxesScreen(TogetherScreen):
    """The boxes are opened, and what was in them stands here."""

    def __init__(self, round_id: str) -> None:
        super().__init__(round_id)
        self._opened: Opened | None = None

    def titled(self) -> str:
        """What it is."""
        return _("开箱")

    def act(self, both: TwoTellers, said: Callable[[str], str]) -> Opened:
        """Open them."""
        del said
        return counting.open_boxes(both, self._round)

    def done(self, answer: Opened) -> None:
        """Show the counts."""
        self._opened = answer
        self.draw()
        self.query_one(ReadingList).focus()

    def rows(self, width: int) -> list[Row]:
        """What it means, then the counts."""
        if self._opened is None:
            return [blank(), *read(_("开箱先报票数，记进操作记录，然后才能算分。测评码和草稿随之销毁。"), width)]
        counted = [row for each in told.protocol(self._opened) for row in read(each, width)]
        return [
            blank(),
            *counted,
            blank(),
            *read(_("按 Esc 返回，再按 w 把开箱记录写成文件，打印签名。"), width, "next"),
        ]


def _number(typed: str) -> int:
    """A count; nothing typed is none.

    Raises:
        BadInput: it is no number.
    """
    if not typed:
        return 0
    if not (typed.isascii() and typed.isdigit()):
        raise BadInput("slips-no-number", written=typed)
    return int(typed)
