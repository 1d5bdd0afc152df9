"""How a round's grades come about: what people decide, and where the quota's lines fall."""

from typing import ClassVar

from cadre_tui.locale import N_, _, language
from cadre_tui.model.refusal import NotPermitted
from cadre_tui.model.results.looking import Look
from cadre_tui.model.results.outcome import Case, Outcome, Settled
from cadre_tui.services.results.outcome.telling import with_decisions
from cadre_tui.services.results.outcome.working_out import outcome
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, Action
from cadre_tui.tui.look_screen import LookScreen
from cadre_tui.tui.outcome.page import outcome_rows
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words.rounds.title import round_title


class OutcomeScreen(LookScreen[Outcome]):
    """Case by case; Enter decides. What the first look settles is told before it; then the round can be published."""

    LOOK = Look.OUTCOME
    READ_AGAIN = False  # what is decided above comes back by itself
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("decide", "enter", N_("决定"), N_("决定光标处这个人的等次，写明理由"), handled=True),
        Action("look", "y", N_("看"), N_("看等次的形成；从此答卷和作废的决定都定下来"), weight=1),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True),
        BACK,
        RELOAD,
    )

    def guidance(self) -> str:
        """What is listed, and what it is for."""
        return _(
            "公布以前看等次是怎么形成的。总分并列在名额线上的、按规则提请研究的、校正前后等次不同的，都列在上面，由人决定，程序不抽签："
            "○ 是还要决定的，● 是已经定好的。按 Enter 定一个人的等次，写明理由。下面是各单位的名额线。"
            "看过一遍、要决定的都定了，才能公布；有人补交、重交以后要再看一遍。"
        )

    def headed(self) -> str:
        """What it is."""
        return _("等次形成")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is decided before it is seen, nor where it is not, or no longer, this person's to decide."""
        if action == "decide":
            here = self._here()
            return here is not None and not here.closed
        return super().check_action(action, parameters)

    def on_menu_list_moved(self) -> None:
        """Another case may be closed; what was told of the one before is over."""
        self.notice("")
        self.show_keys()

    def read(self, session: Session) -> Outcome:
        """Work it out."""
        return outcome(session, self._round)

    def show(self, page: Outcome) -> None:
        """Case by case."""
        self.heading(self.headed(), round_title(page.title, page.mock))
        self.offer(outcome_rows(page, language(), self.glyphs, self.width(), self._choose))
        self.show_keys()

    def action_decide(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def _here(self) -> Case | None:
        """The case that the cursor stands on."""
        here = self.query_one(MenuList).here
        cases = self._page.cases if self._page else ()
        return next((each for each in cases if here is not None and each.subject.id == here.name), None)

    def _choose(self, case: Case) -> None:
        if case.closed:
            self.tell(NotPermitted(case.closed))
            return
        navigation.open_decision(self.app, self._round, case, self._decided)

    def _decided(self, settled: Settled) -> None:
        if self._page is not None:
            self._take_in(with_decisions(self._page, settled))
