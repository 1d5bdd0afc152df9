"""Home: what is to be done and what may be looked at; for an organiser, the rounds."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from cadre_tui.locale import _
from cadre_tui.model.fault import CadreError
from cadre_tui.model.filling.home import Home, RoundLine, Task, Todo
from cadre_tui.model.oversight.remedy import RemedyLine
from cadre_tui.model.oversight.voices import Message, MessageKind
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import FILLING, SHOWN, Phase
from cadre_tui.services import plugins
from cadre_tui.services.home import home_of
from cadre_tui.services.people import accounts
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import Action, Entry
from cadre_tui.tui.drawing.menu import Menu, Row, blank
from cadre_tui.tui.drawing.parts import plain
from cadre_tui.tui.drawing.progress import handed_in
from cadre_tui.tui.growth import ways
from cadre_tui.tui.home import messages, organiser_page, remedies, study, telling, troubles
from cadre_tui.tui.home import page as home_page
from cadre_tui.tui.home.actions import HOME
from cadre_tui.tui.home.page import Doors
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.study import ways as study_ways
from cadre_tui.tui.widgets.line_list import LineList
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words.oversight import audit
from cadre_tui.words.rounds.title import round_title

WIDE = 110
"""Columns from which the side pane opens."""

JUMP_WIDTH = 60

OVERSEEING = frozenset({Role.ORGANISER, Role.SUPERVISOR})

WATCHING = frozenset({Role.ORGANISER, Role.CLERK, Role.SUPERVISOR})
"""Who sees rounds, and has nothing to fill in."""


class HomeScreen(CadreScreen):
    """One list; Enter opens what the cursor stands on."""

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = HOME
    IN_TURN = frozenset({"hand_in", "take_back"})

    def __init__(self) -> None:
        super().__init__()
        self._home: Home | None = None
        self._troubles: tuple[CadreError, ...] = ()

    def guidance(self) -> str:
        """What is where."""
        if self.session.role is Role.ORGANISER:
            return _(
                "这里是各轮考评和提交进度。选一轮，按 Enter 看它走到哪一步、下一步要什么；按 g 直接往下办，"
                "办之前会说明。按 n 新建一轮。"
            )
        if self.session.role is Role.CLERK:
            return _(
                "这里是各轮考评和本单位的进度。选一轮，按 Enter 看本单位交了多少；"
                "按 e 照纸质表替本单位的人录入。公布以后按 u 看全县和本单位合计的结果；"
                "看不到谁填了什么，也看不到每个人的结果。"
            )
        if self.session.role is Role.SUPERVISOR:
            return _("这里是各轮考评和提交进度。选一轮，按 Enter：进行中的看各单位进度，公布以后看结果。")
        return _(
            "上面是要做的事，下面是可以看的结果。用上下键选一项，按 Enter 打开。"
            "填写时自动保存，随时可以离开，下次从停下的地方接着填。全部答完以后要提交才算数。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Handing in where there is something to hand in; another role where there is one."""
        if action in ("hand_in", "take_back"):
            todo = self._todo()
            return todo is not None and todo.open and handed_in(todo) == (action == "take_back")
        if action == "next":
            here = self._round()
            return here is not None and here.phase is not Phase.ARCHIVED
        if action in ("people", "take", "new_round", "checkup"):
            return self.session.role is Role.ORGANISER
        if action == "raters":
            here = self._round()
            return here is not None and not here.ballots
        if action == "ballots":
            here = self._round()
            return here is not None and here.ballots and here.phase is not Phase.SETUP
        if action == "disclosure":
            found = self._round_line()
            ended = found is not None and found.phase not in FILLING | {Phase.SETUP}
            return self.session.role is Role.ORGANISER and ended
        if action == "encouragement":
            found = self._round_line()
            begun = found is not None and found.phase is not Phase.SETUP
            return begun and self.session.role in OVERSEEING
        if action == "outcome":
            found = self._round_line()
            return self.session.role is Role.SUPERVISOR and found is not None and found.phase is Phase.MODERATION
        if action == "paper":
            found = self._round_line()
            return self.session.role is Role.CLERK and found is not None and found.phase in FILLING
        if action == "county":
            return self._published() is not None
        if action == "role":
            return len(accounts.roles(self.session)) > 1
        if action in ("log", "plugins"):
            return self.session.role in OVERSEEING
        return action != "save" and super().check_action(action, parameters)

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

    def action_hand_in(self) -> None:
        """Hand in what the cursor stands on."""
        if todo := self._todo():
            navigation.open_hand_in(self.app, todo.round, todo.purpose)

    def action_take_back(self) -> None:
        """Where it was handed in, it is taken back."""
        self.action_hand_in()

    def action_new_round(self) -> None:
        """Make a round."""
        navigation.open_round_wizard(self.app)

    def action_next(self) -> None:
        """What the next step of the round under the cursor does."""
        if here := self._round():
            navigation.open_step(self.app, here.round)

    def action_people(self) -> None:
        """Who there is in the county."""
        navigation.open_people(self.app)

    def action_take(self) -> None:
        """Take over a roster."""
        navigation.open_import(self.app)

    def action_raters(self) -> None:
        """See who rates whom in the round under the cursor."""
        if found := self._round():
            navigation.open_raters(self.app, found.round)

    def action_ballots(self) -> None:
        """Watch over the vote by ballot of the round under the cursor."""
        if found := self._round():
            navigation.open_ballots(self.app, found.round)

    def action_disclosure(self) -> None:
        """See what could tell who gave what in the round under the cursor."""
        if found := self._round():
            navigation.open_disclosure(self.app, found.round)

    def action_encouragement(self) -> None:
        """How many words of encouragement each unit received in the round under the cursor."""
        if found := self._round_line():
            navigation.open_encouragement(self.app, found.round)

    def action_outcome(self) -> None:
        """How the grades of the round under the cursor come about: a supervisor decides about organisers."""
        if found := self._round_line():
            navigation.open_outcome(self.app, found.round)

    def action_paper(self) -> None:
        """Type paper forms of the round that the cursor stands on."""
        if found := self._round_line():
            navigation.open_paper(self.app, found.round, found.title, found.mock)

    def action_county(self) -> None:
        """What the round under the cursor found about everybody together."""
        if round_id := self._published():
            navigation.open_county(self.app, round_id)

    def action_plugins(self) -> None:
        """Which checklists and plugins there are."""
        navigation.open_plugins(self.app)

    def action_study(self) -> None:
        """One's plan and register; for whoever watches over others, how these stand."""
        study_ways.open_study(self.app, self.session.role)

    def action_log(self) -> None:
        """What organisers did."""
        navigation.open_audit(self.app, None)

    def action_checkup(self) -> None:
        """Whether the data are whole."""
        navigation.open_checkup(self.app)

    def action_role(self) -> None:
        """Act as the next of one's roles."""
        roles = accounts.roles(self.session)
        after = roles[(roles.index(self.session.role) + 1) % len(roles)]
        self.host.session = accounts.act_as(self.session, after)
        self._home = None
        self.fill()

    async def action_sign_out(self) -> None:
        """Let somebody else sign in; whoever came by a key of their own leaves."""
        if self.host.handed_over:
            await self.action_leave()
            return
        self.host.session = None
        navigation.open_sign_in(self.app)

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def jumps(self) -> Sequence[Entry]:
        """Every entry of the list."""
        rows = self.query_one(MenuList).menu.rows
        return [Entry(plain(row.draw(JUMP_WIDTH, False)).strip(), row.go) for row in rows if row.go]

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

    def _todo(self) -> Todo | None:
        """What the cursor stands on, if it is something to do."""
        here = self.query_one(MenuList).here
        if self._home is None or here is None:
            return None
        return next((each for each in self._home.todos if here.name.startswith(f"{each.round} {each.purpose}")), None)

    def _show_details(self) -> None:
        pane = self.query_one("#details", LineList)
        todo = self._todo()
        rows = home_page.details(todo, self.glyphs, self.host.county.now()) if todo else []
        pane.show(Menu(rows))
