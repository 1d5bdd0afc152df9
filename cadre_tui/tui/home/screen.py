"""Home: what is to be done and what may be looked at; for an organiser, the rounds."""

from collections.abc import Sequence
from typing import ClassVar

from cadre_tui.locale import _
from cadre_tui.model.people.person import Role
from cadre_tui.model.refusal import CadreError
from cadre_tui.services.people import accounts
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import Action, Entry
from cadre_tui.tui.drawing.parts import plain
from cadre_tui.tui.drawing.progress import handed_in
from cadre_tui.tui.home.actions import HOME
from cadre_tui.tui.home.rounds import HomeRounds
from cadre_tui.tui.home.view import OVERSEEING
from cadre_tui.tui.widgets.menu_list import MenuList

JUMP_WIDTH = 60


class HomeScreen(HomeRounds):
    """The keys: what one hands in oneself, what concerns the county as a whole, and who one is."""

    ACTIONS: ClassVar[tuple[Action, ...]] = HOME
    IN_TURN = frozenset({"hand_in", "take_back"})

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
        if action in ("people", "take", "new_round", "checkup"):
            return self.session.role is Role.ORGANISER
        if action == "role":
            return len(self.session.roles) > 1
        if action in ("log", "plugins"):
            return self.session.role in OVERSEEING
        return action != "save" and super().check_action(action, parameters)

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

    def action_people(self) -> None:
        """Who there is in the county."""
        navigation.open_people(self.app)

    def action_take(self) -> None:
        """Take over a roster."""
        navigation.open_import(self.app)

    def action_plugins(self) -> None:
        """Which checklists and plugins there are."""
        navigation.open_plugins(self.app)

    def action_log(self) -> None:
        """What organisers did."""
        navigation.open_audit(self.app, None)

    def action_checkup(self) -> None:
        """Whether the data are whole."""
        navigation.open_checkup(self.app)

    def action_role(self) -> None:
        """Act as the next of one's roles."""
        try:
            roles = accounts.roles(self.session)
            after = roles[(roles.index(self.session.role) + 1) % len(roles)]
            self.host.session = accounts.act_as(self.session, after)
        except CadreError as error:  # the account was changed meanwhile
            self.tell(error)
            return
        self._home = None
        self.fill()

    def action_password(self) -> None:
        """Choose another password."""
        navigation.open_password(self.app)

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
