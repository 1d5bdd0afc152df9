"""One person's raters and whom that person rates, for the organiser; single pairs are added and removed here."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from cadre_tui.locale import N_, _
from cadre_tui.model.people.person import Person
from cadre_tui.model.refusal import CadreError
from cadre_tui.model.rounds.allocation import Pair, Proof
from cadre_tui.model.rounds.round_allocation import Asked, Proposal
from cadre_tui.services.rounds.raters.allocation_changes import change
from cadre_tui.services.rounds.raters.asked import asked_about, pairable
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, SAVE, Action, Entry
from cadre_tui.tui.allocation import ways
from cadre_tui.tui.allocation.person_page import pair_of, proposed, rows
from cadre_tui.tui.allocation.refused import sentences
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.menu_list import MenuList

BY_HAND = frozenset({"remove", "add_rater", "add_subject"})


class RatersOfScreen(CadreScreen):
    """Two lists. What breaks the balance asks for a reason; what breaks a rule is refused."""

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("打开"), N_("看光标处这个人：谁评他，他评谁"), handled=True),
        Action("add_rater", "a", N_("加评价人"), N_("再请一个人评价他")),
        Action("add_subject", "b", N_("加被评人"), N_("请他再评价一个人")),
        Action("remove", "d,delete", N_("去掉"), N_("去掉光标处的一对；已经开始填的不能去掉")),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", shown=False, handled=True),
        BACK,
        RELOAD,
    )

    def __init__(self, round_id: str, person: Person, proposal: Proposal | None = None) -> None:
        super().__init__()
        self._round = round_id
        self._person = person
        self._proposal = proposal
        self._asked: Asked | None = None
        self._wanted: tuple[tuple[Pair, ...], tuple[Pair, ...]] = ((), ())

    def guidance(self) -> str:
        """What may be changed."""
        return _(
            "上面是评价他的人，下面是他评价的人。可以一对一对地改，改完程序重新核对：评自己、应当回避、下级评上级（规则不许的）"
            "一律不能加；只是不再均衡的，写明理由就可以改，理由记入操作记录。已经开始填的一对不能去掉。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Pairs can be changed where there are any, and nothing is proposed."""
        if action in BY_HAND:
            changeable = self._asked is not None and self._asked.changeable
            return changeable and (action != "remove" or self.query_one(MenuList).here is not None)
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """The reason while it is asked for, and the lists."""
        yield Input(placeholder=_("为什么要这样改，Enter 确定，Esc 不改"), id="reason")
        yield MenuList(id="asked")

    def fill(self) -> None:
        """Read it, or draw it again in another language."""
        self.heading(f"{self._person.name} {self.glyphs.dot} {self._person.unit}", _("谁评价谁"))
        self.set_focus(self.query_one(MenuList))
        if self._asked is None:
            self.action_reload()
        else:
            self._draw(self._asked)

    def action_reload(self) -> None:
        """Read it anew; of a proposal everything is known."""
        if self._proposal is not None:
            self._draw(proposed(self._person, self._proposal))
        else:
            self.fetch(partial(asked_about, self.session, self._round, self._person.id), self._draw)

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def action_remove(self) -> None:
        """Remove the pair under the cursor."""
        here = self.query_one(MenuList).here
        if here is not None:
            self._change((), (pair_of(here.name, self._person.id),))

    def action_add_rater(self) -> None:
        """Choose somebody who is to rate this person."""
        self._choose(_("请谁评价 {name}").format(name=self._person.name), "rater")

    def action_add_subject(self) -> None:
        """Choose somebody whom this person is to rate."""
        self._choose(_("{name} 再评价谁").format(name=self._person.name), "subject")

    def action_back(self) -> None:
        """First give up the change; then to the screen before."""
        field = self.query_one(Input)
        if field.display:
            self._ask_no_more()
            self.notice(_("没有改动。"))
        else:
            super().action_back()

    def tell(self, error: CadreError) -> None:
        """A change that breaks the balance may be made for a reason."""
        known = (*self._asked.raters, *self._asked.subjects, self._person) if self._asked else (self._person,)
        self.notice(sentences(error, known), wrong=True)
        if error.code == "change-unbalanced":
            field = self.query_one(Input)
            field.value = ""
            field.display = True
            field.focus()

    @on(Input.Submitted)
    def _given(self, event: Input.Submitted) -> None:
        if event.value.strip():
            more, fewer = self._wanted
            self._ask_no_more()
            self._change(more, fewer, event.value)

    def _ask_no_more(self) -> None:
        self.query_one(Input).display = False
        self.query_one(MenuList).focus()

    def _choose(self, title: str, kind: str) -> None:
        def offer(people: tuple[Person, ...]) -> None:
            there = {row.name for row in self.query_one(MenuList).menu.rows}
            others = (each for each in people if each.id != self._person.id and f"{kind} {each.id}" not in there)
            navigation.open_choice(self.app, title, [self._candidate(each, kind) for each in others])

        self.fetch(partial(pairable, self.session, self._round), offer)

    def _candidate(self, person: Person, kind: str) -> Entry:
        pair = pair_of(f"{kind} {person.id}", self._person.id)
        syllables = person.sort_key.split()
        also = " ".join((person.id, "".join(syllables), "".join(each[0] for each in syllables)))
        label = " ".join(part for part in (person.name, person.unit, person.duty) if part)
        return Entry(label, partial(self._change, (pair,), ()), person.id, also)

    def _change(self, more: tuple[Pair, ...], fewer: tuple[Pair, ...], reason: str = "") -> None:
        self._wanted = (more, fewer)
        self.fetch(partial(change, self.session, self._round, more, fewer, reason), self._changed)

    def _changed(self, _proof: Proof) -> None:
        self.notice(_("已经改好。"))
        self.action_reload()

    def _open_person(self, person: Person) -> None:
        ways.open_raters_of(self.app, self._round, person, self._proposal)

    def _draw(self, asked: Asked) -> None:
        self._asked = asked
        self.query_one(MenuList).offer(Menu(rows(asked, self.glyphs, self._open_person)))
        self.show_keys()
