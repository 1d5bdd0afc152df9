"""Printing slips: how many for each group, into which file; seen first, then ``y``."""

from functools import partial
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.files.typed_path import typed_path
from cadre_tui.locale import N_, _, language
from cadre_tui.model.ballots.told import BallotStatus
from cadre_tui.model.fault import BadInput
from cadre_tui.services.ballots import printing
from cadre_tui.services.oversight.putting_out import place_for
from cadre_tui.services.people.slips_file import new_file
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import BACK, Action
from cadre_tui.tui.ballots.watch_page import read
from cadre_tui.tui.drawing.menu import Menu, Row, blank
from cadre_tui.tui.entry.fields import FieldsScreen
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words.ballots import slips, told


class Wish(NamedTuple):
    """What is to be printed, and where."""

    counts: dict[str, int]
    place: Path


def print_into(session: Session, round_id: str, wish: Wish) -> int:
    """Print the slips into a new file, made first, so that no code is lost for want of a place; answers how many.

    Raises:
        CadreError: nothing was printed.
    """
    with new_file(wish.place) as file:
        printed = printing.print_slips(session, round_id, wish.counts)
        file.write(slips.page(printed))
    return sum(len(each.codes) for each in printed)


class PrintSlipsScreen(FieldsScreen):
    """A field a group that has no slips yet, the file, and ``y``."""

    CSS_PATH = "fields.tcss"
    AUTO_FOCUS = "Input"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("enter", "enter", N_("下一栏"), N_("到下一栏；最后一栏按 Enter 核对，还没有印"), first=True),
        Action("print", "y", N_("印票条"), N_("印出票条，写成文件"), weight=2),
        BACK,
    )

    def __init__(self, status: BallotStatus) -> None:
        super().__init__()
        self._status = status
        self._groups = [each for each in status.groups if not each.printed]
        self._wish: Wish | None = None
        self._printed = 0

    def guidance(self) -> str:
        """How it goes."""
        return _(
            "每个评价主体有几个人投票，就印几张，可以多印几张备用。票条写成网页文件，打印以后剪开、混匀，"
            "按主体分别让投票人自己抽；文件里有全部测评码，打印以后请删去。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Printed once, after it was seen."""
        if action == "print":
            return self._wish is not None and not self._printed
        return action != "save" and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """The fields."""
        for at, each in enumerate(self._groups):
            yield Label(_("{group}：印几张").format(group=each.title.say(language())), classes="field", markup=False)
            yield Input(id=f"group-{at}", select_on_focus=False)
        yield Label(_("写到哪个新文件（.html，打印后裁开）"), classes="field", markup=False)
        yield Input(id="file", select_on_focus=False)
        yield ReadingList(id="told")

    def fill(self) -> None:
        """Offer a file's name."""
        self.heading(_("印票条"), self._status.round)
        field = self.query_one("#file", Input)
        if not field.value:
            field.value = str(Path.home() / f"{_('测评票条')}-{self._status.round}.html")
        self._draw()

    def laid_out(self) -> None:
        """Wrapped anew."""
        self.call_after_refresh(self._draw)

    def on_input_changed(self, event: Input.Changed) -> None:
        """What was looked at is no longer what is typed."""
        event.stop()
        if self._wish is not None and not self._printed:
            self._wish = None
            self._draw()
            self.show_keys()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """After the last field it is looked at."""
        event.stop()
        self.notice("")
        if event.input.id == "file":
            typed = [self.query_one(f"#group-{at}", Input).value.strip() for at in range(len(self._groups))]
            self.fetch(partial(self._considered, typed, event.input.value), self._agree)

    def action_print(self) -> None:
        """Print them, on a thread."""
        if self._wish is not None:
            self.status(_("正在印…"))
            self.fetch(partial(print_into, self.session, self._status.round, self._wish), self._done)

    def _considered(self, typed: list[str], file: str) -> Wish:
        counts = {}
        for group, number in zip(self._groups, typed, strict=True):
            if number:
                if not (number.isascii() and number.isdigit()):
                    raise BadInput("slips-no-number", written=number)
                counts[group.group] = int(number)
        if not counts:
            raise BadInput("slips-none-wanted")
        place = place_for(typed_path(file) or Path())
        if place.exists():
            raise BadInput("out-file-there", file=str(place))
        return Wish(counts, place)

    def _agree(self, wish: Wish) -> None:
        self._wish = wish
        self._draw()
        pane = self.query_one(ReadingList)
        pane.can_focus = True
        pane.focus()
        self.show_keys()

    def _done(self, count: int) -> None:
        self._printed = count
        self.status("")
        self._draw()
        self.show_keys()

    def _draw(self) -> None:
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 4
        rows = [] if self._wish is None else self._told(self._wish, width)
        pane.show(Menu(rows), None)

    def _told(self, wish: Wish, width: int) -> list[Row]:
        if self._printed:
            done = read(told.printed_told(self._printed, len(wish.counts)), width, "strong")
            return [blank(), *done, *read(_("文件：{file}。打印以后请删去。").format(file=wish.place), width)]
        titles = {each.group: each.title.say(language()) for each in self._groups}
        wanted = _("、").join(f"{titles[group]} {count}" for group, count in wish.counts.items())
        asked = _("要印：{wanted}；写到 {file}。").format(wanted=wanted, file=wish.place)
        return [blank(), *read(asked, width), *read(_("还没有印：只能印一次，看清以后按 y。"), width, "next")]
