"""Who rates whom in one round, for the organiser: dealt out and proved before it is taken."""

from collections.abc import Callable
from functools import partial
from threading import Event
from time import monotonic
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from cadre_tui.files.typed_path import typed_path
from cadre_tui.locale import N_, _
from cadre_tui.model.fault import Fault
from cadre_tui.model.people.person import Person
from cadre_tui.model.refusal import BadInput, CadreError
from cadre_tui.model.rounds.allocation import Pair
from cadre_tui.model.rounds.round import FILLING, Phase
from cadre_tui.model.rounds.round_allocation import Proposal, Reasons, RoundAllocation, WhoRatesWhom
from cadre_tui.services.rounds import preparing
from cadre_tui.services.rounds.raters import allocation as service
from cadre_tui.services.rounds.raters.asked import who_rates_whom
from cadre_tui.services.rounds.raters.pair_files import pairs_in
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, SAVE, Action
from cadre_tui.tui.allocation import ways
from cadre_tui.tui.allocation.page import MOST_PROBLEMS, counted, matching, rows
from cadre_tui.tui.allocation.refused import reasons_of, sentences
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words import terms
from cadre_tui.words.rounds import raters as said
from cadre_tui.words.rounds.title import round_title

TELLING = 0.2
"""Seconds between two words about how far the dealing out is."""


class RatersScreen(CadreScreen):
    """The proof on top, the people below it. What is dealt out stays a proposal until it is taken."""

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("打开"), N_("看光标处这个人：谁评他，他评谁"), handled=True),
        Action("take", "t", N_("采用"), N_("采用刚才分配的结果"), weight=1),
        Action("deal", "g", N_("分配"), N_("平均分配；再按一次换一个种子；开启以后按新的花名册重新安排"), weight=1),
        Action("list", "i", N_("导入名单"), N_("从表格文件导入谁评价谁：评价人、被评人各一列")),
        Action("conflicts", "c", N_("回避"), N_("从表格文件读回避名单，分配时避开；不读就沿用上次的")),
        Action("problems", "w", N_("全部问题"), N_("一处一处看还有什么不对，写不下的都在这里")),
        Action("change", "e", N_("改规则"), N_("开启以前改这一轮的规则"), shown=False),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", shown=False, handled=True),
        Action("filter", "f3", N_("筛选"), N_("按姓名、拼音、单位或职务筛选")),
        BACK,
        RELOAD,
    )

    class Dealt(Message):
        """So many people of so many are done."""

        def __init__(self, done: int, of: int) -> None:
            self.done = done
            self.of = of
            super().__init__()

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id
        self._told: WhoRatesWhom | None = None
        self._proposal: Proposal | None = None
        self._stop: Event | None = None
        self._typed = ""
        self._conflicts: tuple[Pair, ...] | None = None

    def guidance(self) -> str:
        """What the numbers are."""
        return _(
            "这里安排谁评价谁，只看安排，看不到打了多少分。分配要做到：每个人的评价人一样多，每个人评的人数最多差一人，"
            "没有人评自己、评应当回避的人。“片数”是 1，全单位的宽严才能比较；“互评对”是互相评价的有几对，越少越好。"
            "种子在填写结束以后公布，任何人都可以用它重算核对。开启以后有人进出，按 g 重新安排，已经开始填的都保留。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A proposal can be taken; it is dealt out where the rules say so, or set right while people fill in."""
        if action == "take":
            return self._proposal is not None and self._stop is None
        if action == "deal":
            return self._deals() and self._stop is None
        if action == "list":
            return self._told is not None and self._told.phase is Phase.SETUP and self._told.colleagues == "list"
        if action == "problems":
            return len(self._problems()) > MOST_PROBLEMS
        if action == "change":
            return self._told is not None and self._told.phase is Phase.SETUP
        if action == "conflicts":
            return self._deals() and self._told is not None and self._told.colleagues == "balanced"
        return action != SAVE.name and super().check_action(action, parameters)

    def _deals(self) -> bool:
        told = self._told
        if told is None:
            return False
        return told.phase in FILLING or (told.phase is Phase.SETUP and told.colleagues == "balanced")

    def body(self) -> ComposeResult:
        """The filter while it is used, and the list."""
        yield Input(value=self._typed, placeholder=_("姓名、拼音、单位或职务，Esc 清除"), id="filter")
        yield Input(placeholder=_("表格文件（.csv 或 .xlsx）的路径，Enter 读取，Esc 不读"), id="file")
        yield MenuList(id="raters")

    def fill(self) -> None:
        """Read it, or draw it again in another language."""
        self.query_one("#filter", Input).display = bool(self._typed)
        self.set_focus(self.query_one(MenuList))
        if self._told is None:
            self.heading(_("谁评价谁"))
            self.action_reload()
        else:
            self._draw()

    def on_screen_resume(self) -> None:
        """A pair was changed on the screen above."""
        if self._told is not None and self._proposal is None:
            self.action_reload()

    def laid_out(self) -> None:
        """Sentences are wrapped anew."""
        self._draw()

    def action_reload(self) -> None:
        """Read it anew."""
        self.fetch(partial(who_rates_whom, self.session, self._round), self._take_in)

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def action_deal(self) -> None:
        """Deal out, the first time by the round's own seed; nothing is stored."""
        told = self._told
        if told is None or self._stop is not None:
            return
        again = told.phase is Phase.SETUP and (self._proposal is not None or told.proof is not None)
        seed = service.another_seed() if again else None
        self._stop = Event()
        self.notice(_("正在分配，请稍候……按 Esc 停下"))
        self.show_keys()
        progress = self._progress(self._stop)
        self.fetch(
            partial(service.preview, self.session, self._round, self._conflicts, seed, progress), self._propose
        )

    def action_take(self) -> None:
        """Store the proposal."""
        if self._proposal is not None:
            self.fetch(partial(service.take, self.session, self._proposal), self._taken)

    def action_filter(self) -> None:
        """Type whom to look for."""
        self._ask("#filter")

    def action_list(self) -> None:
        """Name the file with the list."""
        self._ask("#file")

    def action_conflicts(self) -> None:
        """Name the file with the conflicts."""
        self._ask("#file")

    def _ask(self, name: str) -> None:
        field = self.query_one(name, Input)
        field.display = True
        field.focus()

    def action_back(self) -> None:
        """First stop what is under way, clear the filter, put the proposal away; then to the screen before."""
        asked = next((each for each in self.query(Input) if each.display), None)
        if self._stop is not None:
            self._stop.set()
        elif asked is not None:
            asked.value = ""
            asked.display = False
            self.query_one(MenuList).focus()
        elif self._proposal is not None:
            self._proposal = None
            self.notice(_("没有采用，原来的安排没有变。"))
            self._draw()
        else:
            super().action_back()

    def tell(self, error: CadreError) -> None:
        """Why nothing could be dealt out: unit by unit, on a page of its own where the line has no room for it."""
        self._stop = None
        self.show_keys()
        reasons = reasons_of(error)
        if reasons is not None:
            self.notice("")
            self._open_reasons(reasons)
        else:
            self.notice(sentences(error, self._people()), wrong=error.code != "allocation-stopped")

    def _people(self) -> list[Person]:
        return [each.person for each in self._told.people] if self._told else []

    def _open_reasons(self, reasons: Reasons) -> None:
        changeable = self._told is not None and self._told.phase is Phase.SETUP
        people = self._proposal.people if self._proposal else self._people()
        ways.open_reasons(self.app, self._round, reasons, people, changeable=changeable)

    def _problems(self) -> tuple[Fault, ...]:
        """What is not as it should be in the proposal, else in what is stored."""
        if self._proposal is not None:
            return said.problems_of(self._proposal)
        return said.problems_in(self._told) if self._told is not None else ()

    def action_problems(self) -> None:
        """All that is not as it should be."""
        found = self._problems()
        sentence = _("有 {count} 处要注意：").format(count=len(found))
        self._open_reasons(Reasons(sentence, found, refused=False))

    def action_change(self) -> None:
        """The rules, step by step."""
        change = partial(navigation.open_round_wizard, self.app)
        self.fetch(partial(preparing.look_at, self.session, self._round), change)

    def _progress(self, stop: Event) -> Callable[[int, int], None]:
        last = monotonic()

        def tell(done: int, of: int) -> None:
            nonlocal last
            if stop.is_set():
                raise BadInput("allocation-stopped")
            if monotonic() - last > TELLING:
                last = monotonic()
                self.post_message(self.Dealt(done, of))

        return tell

    def on_raters_screen_dealt(self, message: Dealt) -> None:
        """Say how far it is."""
        message.stop()
        if self._stop is not None:
            told = _("已分配 {done}/{of} 人，按 Esc 停下").format(done=message.done, of=message.of)
            self.notice(told)

    @on(Input.Changed, "#filter")
    def _narrow(self, event: Input.Changed) -> None:
        self._typed = event.value
        self._draw()

    @on(Input.Submitted, "#filter")
    def _typed_enough(self) -> None:
        self.query_one(MenuList).focus()

    @on(Input.Submitted, "#file")
    def _named(self, event: Input.Submitted) -> None:
        path = typed_path(event.value)
        if self._told is None or path is None:
            return
        by_hand = self._told.colleagues == "list"
        read = partial(pairs_in, self.session, path, by_hand=by_hand)
        self.fetch(read, self._list if by_hand else self._avoid)

    def _list(self, pairs: tuple[Pair, ...]) -> None:
        self._read()
        self.fetch(partial(service.take_list, self.session, self._round, pairs), self._taken)

    def _avoid(self, pairs: tuple[Pair, ...]) -> None:
        self._read()
        self._conflicts = pairs
        self.notice(_("读到要回避的 {count} 对：按 g 分配，就会避开。").format(count=len(pairs)))

    def _read(self) -> None:
        self.query_one("#file", Input).display = False
        self.query_one(MenuList).focus()

    def _propose(self, proposal: Proposal) -> None:
        self._stop = None
        self._proposal = proposal
        self.notice("")
        self._draw()

    def _taken(self, _stored: RoundAllocation) -> None:
        self._proposal = None
        self.notice(_("已经采用。"))
        self.action_reload()

    def _take_in(self, told: WhoRatesWhom) -> None:
        self._told = told
        self._draw()

    def _open_person(self, person: Person) -> None:
        ways.open_raters_of(self.app, self._round, person, self._proposal)

    def _draw(self) -> None:
        told = self._told
        if told is None:
            return
        people = counted(told, self._proposal)
        shown = len(matching(people, self._typed))
        count = _("{shown}/{all} 人").format(shown=shown, all=len(people))
        title = round_title(told.title, told.mock)
        self.heading(
            f"{title} {self.glyphs.dot} " + _("谁评价谁"),
            f"{terms.phase(told.phase)} {self.glyphs.dot} {count}",
        )
        width = max(self.size.width - 3, 20)
        found = rows(told, self._proposal, self._typed, self.glyphs, width, self._open_person)
        self.query_one(MenuList).offer(Menu(found))
        self.show_keys()
