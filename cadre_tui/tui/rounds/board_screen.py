"""One round in an organiser's hands: where it stands, what comes next, and every key that leads on."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import ClassVar, Final

from textual.app import ComposeResult

from cadre_tui.locale import N_, _, language
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.oversight.progress import PersonLine
from cadre_tui.model.rounds.round import FILLING, SHOWN, Phase, Round
from cadre_tui.services.oversight import progress
from cadre_tui.services.permission.table import GOING_ON
from cadre_tui.services.rounds import amending
from cadre_tui.services.rounds.board import Board, board_of
from cadre_tui.services.rounds.by_name import extendable, returnable
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, SAVE, Action, Entry
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.quality.ways import open_quality
from cadre_tui.tui.rounds import board_page
from cadre_tui.tui.rounds.time_page import person_entry
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words import terms
from cadre_tui.words.rounds.title import round_title

BEGUN = FILLING | {Phase.MODERATION} | SHOWN

PHASES: Final[Mapping[str, frozenset[Phase]]] = {
    "change": frozenset({Phase.SETUP}),
    "discard": frozenset({Phase.SETUP}),
    "progress": BEGUN,
    "documents": BEGUN,
    "amend": FILLING,
    "errata": GOING_ON,
    "disclosure": SHOWN | {Phase.MODERATION},
    "results": SHOWN,
}
"""What depends on the phase alone."""

BY_NAME: Final[Mapping[str, Callable[[Round], frozenset[Purpose]]]] = {"time": extendable, "give_back": returnable}
"""What is done for one person, with what can be so treated."""


class BoardScreen(CadreScreen):
    """Read from top to bottom; the keys of what can be done now stand at the foot."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("next", "g", N_("往下办"), N_("转到下一个阶段：先看会冻结什么、结束什么，同意才办"), weight=3),
        Action("raters", "a", N_("谁评谁"), N_("看这一轮谁评价谁；分配、改动")),
        Action("ballots", "v", N_("测评票"), N_("不记名的轮次：印票条，看收到几张，封箱"), weight=2),
        Action("progress", "p", N_("进度"), N_("看各单位交了几份")),
        Action("time", "d", N_("准予延期"), N_("给一个人延期：先找到这个人，再写明理由")),
        Action("give_back", "t", N_("退回答卷"), N_("退回一个人已经提交的答卷：先找到这个人，再写明理由")),
        Action("results", "r", N_("结果"), N_("看公布以后每个人的结果"), weight=2),
        Action("quality", "q", N_("看质量"), N_("看评价人的宽严和要问一问的；决定答卷作废")),
        Action("documents", "o", N_("出材料"), N_("出空白表；公布以后出得分单、成绩册和汇总")),
        Action("disclosure", "c", N_("查保密"), N_("看公布以前，哪些数会让人看出是谁评的"), weight=2),
        Action("outcome", "w", N_("等次形成"), N_("看名额线、总分并列的、提请研究的、校正前后不同的，公布以前决定")),
        Action("appeals", "y", N_("异议"), N_("看这一轮的异议：受理、更正、答复"), shown=False),
        Action("encouragement", "j", N_("鼓励"), N_("看各单位收到多少句鼓励；被举报的，决定是否隐藏"), shown=False),
        Action("amend", "m", N_("修订考评表"), N_("填写当中换成新版本的考评表：先看会怎样，再写理由"), shown=False),
        Action("errata", "z", N_("更正措辞"), N_("更正考评表的措辞：原文不变，更正写在旁边"), shown=False),
        Action("change", "e", N_("改规则"), N_("开启以前改这一轮的规则")),
        Action("discard", "x", N_("删除"), N_("删掉这一轮：只有还没有开启的才能删")),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        replace(BACK, weight=1),
        RELOAD,
    )

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id
        self._board: Board | None = None

    def guidance(self) -> str:
        """How it is read."""
        return _(
            "最上面是这一轮走到哪个阶段；下面是下一步要的条件：! 是拦路的，照着写的办好才能往下走；○ 是还在等的，"
            "写明理由也可以往下办；● 是已经做到的。再下面是全部规则。按 g 往下办，办之前会说明冻结什么、结束什么。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what the phase allows."""
        held = self._board.held if self._board else None
        if action == "next":
            return self._board is not None and self._board.to is not None
        if action == "raters":
            return held is not None and Purpose.PEER in held.rules.purposes and not held.rules.anonymous
        if action == "ballots":
            return held is not None and held.rules.anonymous and held.phase in BEGUN
        if action in BY_NAME:
            return held is not None and bool(BY_NAME[action](held))
        if action in PHASES:
            return held is not None and held.phase in PHASES[action]
        if action == "outcome":
            asked = self._board is not None and self._board.outcome
            return asked and held is not None and held.phase in SHOWN | {Phase.MODERATION}
        if action == "quality":
            asked = held is not None and Purpose.PEER in held.rules.purposes and not held.rules.anonymous
            return asked and held is not None and held.phase in SHOWN | {Phase.MODERATION}
        if action == "appeals":
            return held is not None and held.phase in SHOWN and held.rules.appeal_days > 0
        if action == "encouragement":
            return held is not None and held.phase in BEGUN and held.rules.commendations != "none"
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """One list."""
        yield ReadingList(id="board")

    def fill(self) -> None:
        """Draw what is known, else read it."""
        self.set_focus(self.query_one(ReadingList))
        if self._board is None:
            self.action_reload()
        else:
            self._draw()

    def on_screen_resume(self) -> None:
        """Something was done on the screen above."""
        if self._board is not None:
            self.action_reload()

    def laid_out(self) -> None:
        """Wrap anew."""
        self._draw()

    def action_reload(self) -> None:
        """Read the round and its conditions anew."""
        self.fetch(partial(board_of, self.session, self._round), self._show)

    def _show(self, board: Board) -> None:
        self._board = board
        self._draw()
        self.show_keys()

    def _draw(self) -> None:
        board = self._board
        if board is None:
            return
        held = board.held
        self.heading(round_title(held.rules.title, held.rules.mock), terms.phase(held.phase))
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 2
        rows = board_page.rows(board, self.glyphs, width, self.host.county.now())
        pane.show(Menu(rows), None)

    def action_next(self) -> None:
        """To the page that says what the step does."""
        navigation.open_step(self.app, self._round)

    def action_raters(self) -> None:
        """Who rates whom."""
        navigation.open_raters(self.app, self._round)

    def action_ballots(self) -> None:
        """The vote by ballot."""
        navigation.open_ballots(self.app, self._round)

    def action_quality(self) -> None:
        """How raters rated."""
        open_quality(self.app, self._round)

    def action_disclosure(self) -> None:
        """What could tell who gave what."""
        navigation.open_disclosure(self.app, self._round)

    def action_outcome(self) -> None:
        """How the grades come about, and what people decide."""
        navigation.open_outcome(self.app, self._round)

    def action_documents(self) -> None:
        """Have papers made."""
        if self._board is not None:
            held = self._board.held
            title = round_title(held.rules.title, held.rules.mock)
            self.app.push_screen(navigation.made("documents", self._round, title, held.phase in SHOWN))

    def action_progress(self) -> None:
        """Unit by unit."""
        navigation.open_progress(self.app, self._round)

    def action_appeals(self) -> None:
        """See what was objected to."""
        navigation.open_appeals(self.app, self._round, own=False)

    def action_encouragement(self) -> None:
        """How many words each unit received, and what was reported."""
        navigation.open_encouragement(self.app, self._round)

    def action_time(self) -> None:
        """More of it for one person, who is found by typing."""
        self._choose_person(back=False)

    def action_give_back(self) -> None:
        """What one person handed in, who is found by typing."""
        self._choose_person(back=True)

    def _choose_person(self, *, back: bool) -> None:
        def offer(people: tuple[PersonLine, ...]) -> None:
            found = [each for each in people if (each.returnable if back else each.extendable)]
            if not found:
                self.notice(_("还没有人提交过，没有可以退回的。") if back else _("没有可以延期的人。"))
                return
            entries = [person_entry(each, partial(self._give, each.id, back=back)) for each in found]
            navigation.open_choice(self.app, _("退回谁的答卷") if back else _("给谁延期"), entries)

        self.fetch(partial(progress.people, self.session, self._round), offer)

    def _give(self, person_id: str, *, back: bool) -> None:
        navigation.open_time(self.app, self._round, person_id, back=back)

    def action_amend(self) -> None:
        """Which checklist is to take the place of one that the round has."""

        def offer(found: tuple[Checklist, ...]) -> None:
            if not found:
                self.notice(_("没有可以换上的：请先把同一编号的新版本放进考评表文件夹，再按 m。"), wrong=True)
                return
            said = language()
            entries = [Entry(each.title.say(said), partial(self._amend, each), hint=each.name) for each in found]
            navigation.open_choice(self.app, _("换成哪一份"), entries)

        self.fetch(partial(amending.candidates, self.session, self._round), offer)

    def _amend(self, checklist: Checklist) -> None:
        self.app.push_screen(navigation.made("amend", self._round, checklist))

    def action_errata(self) -> None:
        """The wording of its checklists."""
        self.app.push_screen(navigation.made("errata", self._round))

    def action_results(self) -> None:
        """Everybody's result."""
        navigation.open_results(self.app, self._round)

    def action_change(self) -> None:
        """Its rules once more, step by step."""
        if self._board is not None:
            navigation.open_round_wizard(self.app, self._board.held)

    def action_discard(self) -> None:
        """Ask first."""
        navigation.open_discard(self.app, self._round)
