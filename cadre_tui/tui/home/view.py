"""What home consists of, how it shows what is so, and what opens from its lines."""

from functools import partial

from textual.app import ComposeResult
from textual.containers import Horizontal

from cadre_tui.locale import _
from cadre_tui.model.fault import CadreError
from cadre_tui.model.filling.home import Home, RoundLine, Task, Todo
from cadre_tui.model.oversight.remedy import RemedyLine
from cadre_tui.model.oversight.voices import Message, MessageKind
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import SHOWN, Phase
from cadre_tui.services import plugins
from cadre_tui.services.home import home_of
from cadre_tui.tui import navigation
from cadre_tui.tui.drawing.menu import Menu, Row, blank
from cadre_tui.tui.growth import ways
from cadre_tui.tui.home import messages, organiser_page, remedies, study, telling, troubles
from cadre_tui.tui.home import page as home_page
from cadre_tui.tui.home.page import Doors
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.study import ways as study_ways
from cadre_tui.tui.widgets.line_list import LineList
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words.oversight import audit
from cadre_tui.words.rounds.title import round_title

WIDE = 110
"""Columns from which the side pane opens."""

OVERSEEING = frozenset({Role.ORGANISER, Role.SUPERVISOR})

WATCHING = frozenset({Role.ORGANISER, Role.CLERK, Role.SUPERVISOR})
"""Who sees rounds, and has nothing to fill in."""


class HomeView(CadreScreen):
    """One list; Enter opens what the cursor stands on."""

    CSS_PATH = "screen.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._home: Home | None = None
        self._troubles: tuple[CadreError, ...] = ()

    def body(self) -> ComposeResult:
        """The list, and beside it the side pane."""
        with Horizontal():
            yield MenuList(id="list")
            yield LineList(id="details")

    def fill(self) -> None:
        """Draw what is known; what is new comes after it."""
        if self._home is None:
            self.heading(_("干部学习考评"))
            self.action_reload()
        else:
            self._show(self._home)
        self.set_focus(self.query_one(MenuList))

    def on_screen_resume(self) -> None:
        """Something was done on the screen above."""
        if self._home is not None:
            self.action_reload()

    def action_reload(self) -> None:
        """Read everything anew."""
        self.fetch(partial(home_of, self.session), self._show)

    def tell(self, error: CadreError) -> None:
        """Where the account was changed, nothing is done any more before the same person has signed in anew.

        That is a password away. It is asked for at home, where all ways end and nothing is typed: elsewhere what
        could not be saved any more is still to be read.
        """
        ended = error.code == "session-ended" and self.app.screen is self
        if ended and self.host.session is not None and not self.host.handed_over:
            navigation.open_lock(self.app, self.host.save_everything(), ended=True)
        else:
            super().tell(error)

    def on_menu_list_moved(self) -> None:
        """The side pane and the keys follow the cursor."""
        self._show_details()
        self.show_keys()

    def laid_out(self) -> None:
        """The side pane opens where there is room."""
        self.query_one("#details").display = self.size.width >= WIDE and self.host.session is not None
        self._show_details()

    def _show(self, home: Home) -> None:
        self._home = home
        self._head(home)
        self._draw(home)
        self.show_keys()
        if self.session.role in OVERSEEING:
            self.fetch(partial(plugins.troubles, self.session), self._warn)

    def _warn(self, troubles: tuple[CadreError, ...]) -> None:
        """Plugins are run while the home is there already: a slow one keeps nobody waiting."""
        if troubles != self._troubles and self._home is not None:
            self._troubles = troubles
            self._draw(self._home)

    def _draw(self, home: Home) -> None:
        self.query_one(MenuList).offer(Menu(self._rows(home)))
        self._show_details()

    def _head(self, home: Home) -> None:
        under_way = next((round_title(todo.round_title, todo.mock) for todo in home.todos if todo.open), "")
        place = f" {self.glyphs.dot} ".join(each for each in (home.county, under_way) if each)
        who = [home.person.name if home.person else self.session.person]
        if self.session.role in WATCHING:
            who.append(audit.role(self.session.role))
        elif home.person:
            who.append(f"{home.unit} {home.person.duty}".strip())
        self.heading(place or _("干部学习考评"), f" {self.glyphs.dot} ".join(each for each in who if each))

    def _rows(self, home: Home) -> list[Row]:
        told = messages.rows(home.messages, self.glyphs, self._open_message)
        learned = study.rows(home.study, self.glyphs, self.action_study)
        learned += [blank()] if learned else []
        asked = [
            *telling.rows(home.telling, self.glyphs, partial(navigation.open_ballots, self.app)),
            *remedies.rows(home.remedies, self.host.county.now(), self.glyphs, self._open_remedy),
        ]
        if self.session.role in WATCHING:
            steps = self.session.role is Role.ORGANISER
            wrong = troubles.rows(self._troubles if self.session.role in OVERSEEING else (), self.glyphs)
            return [
                *wrong,
                *learned,
                *organiser_page.rows(home.rounds, self.glyphs, self._open_round, steps=steps),
                *asked,
                *told,
            ]
        doors = Doors(
            form=self._open_form,
            colleagues=partial(navigation.open_colleagues, self.app),
            hand_in=lambda todo: navigation.open_hand_in(self.app, todo.round, todo.purpose),
            result=lambda result: ways.open_growth(self.app, result.round),
            plan=lambda plan: ways.open_plan(self.app, plan.round),
        )
        rows = home_page.rows(home, self.glyphs, self.host.county.now(), doors)
        return [*learned, *asked, *rows, *([blank()] if told and home.results else []), *told]

    def _show_details(self) -> None:
        pane = self.query_one("#details", LineList)
        todo = self._todo()
        rows = home_page.details(todo, self.glyphs, self.host.county.now()) if todo else []
        pane.show(Menu(rows))

    # What the cursor stands on

    def _todo(self) -> Todo | None:
        """What the cursor stands on, if it is something to do."""
        here = self.query_one(MenuList).here
        if self._home is None or here is None:
            return None
        return next((each for each in self._home.todos if here.name.startswith(f"{each.round} {each.purpose}")), None)

    def _round(self) -> RoundLine | None:
        """The round that an organiser's cursor stands on."""
        return self._round_line() if self.session.role is Role.ORGANISER else None

    def _round_line(self) -> RoundLine | None:
        """The round that the cursor stands on, for those who watch rounds."""
        here = self.query_one(MenuList).here
        if self._home is None or here is None:
            return None
        return next((each for each in self._home.rounds if each.round == here.name), None)

    def _published(self) -> str | None:
        """The published round that the cursor stands on: of those who watch rounds, or one's own result."""
        found = self._round_line()
        if found is not None:
            return found.round if found.phase in SHOWN else None
        here = self.query_one(MenuList).here
        results = self._home.results if self._home and here else ()
        return next((each.round for each in results if here and here.name == f"result {each.round}"), None)

    # What Enter opens

    def action_study(self) -> None:
        """One's plan and register; for whoever watches over others, how these stand."""
        study_ways.open_study(self.app, self.session.role)

    def _open_form(self, task: Task) -> None:
        """A self-assessment opens with the plan of the round before."""
        if not ways.follows_first(self.app, task, self._home.plan if self._home else None):
            navigation.open_form(self.app, task)

    def _open_message(self, message: Message) -> None:
        match message.kind:
            case MessageKind.APPEAL:
                navigation.open_appeal(self.app, message.round, message.key, own=True)
            case MessageKind.APPEALS:
                navigation.open_appeals(self.app, message.round, own=False)
            case MessageKind.REPORTED:
                navigation.open_encouragement(self.app, message.round)
            case MessageKind.COMMENDATION:
                navigation.open_received(self.app)

    def _open_remedy(self, line: RemedyLine) -> None:
        navigation.open_remedy(self.app, line)

    def _open_round(self, round_line: RoundLine) -> None:
        if self.session.role is Role.ORGANISER:
            navigation.open_round(self.app, round_line.round)
        elif round_line.phase in SHOWN and self.session.role is not Role.CLERK:
            navigation.open_results(self.app, round_line.round)
        elif round_line.phase is Phase.SETUP:
            self.notice(_("这一轮还没有开启。"))
        else:
            navigation.open_progress(self.app, round_line.round)
