"""Who is there? An id or a name, and a password; on a made-up county also a list of whom one can be."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.locale import N_, _
from cadre_tui.model.refusal import CadreError
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import JUMP, LANGUAGE, Action
from cadre_tui.tui.drawing.columns import fit, width_of
from cadre_tui.tui.drawing.menu import Menu, Row
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.entry.fields import FieldsScreen
from cadre_tui.tui.hints import SignInHint
from cadre_tui.tui.widgets.menu_list import MenuList

if TYPE_CHECKING:
    from cadre_tui.services.session import Session


class SignInScreen(FieldsScreen):
    """Enter goes from the name to the password, and from there in. At first use it leads to the activation."""

    CSS_PATH = "sign_in.tcss"
    AUTO_FOCUS = None
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("enter", "enter", N_("下一步"), N_("姓名填好按一次，密码填好再按一次，就登录"), first=True),
        Action("pane", "tab", N_("换栏"), N_("到下一栏"), handled=True, shown=False),
        Action(
            "pick", "up,down", N_("选人"), N_("演示县：选一个人，按 Enter 以他的身份登录"), shows="↑↓", handled=True
        ),
        Action("ballot", "f6", N_("测评码投票"), N_("手里有测评票条的，用测评码投票，不用登录"), weight=1),
        replace(LANGUAGE, shown=True),
    )

    def __init__(self) -> None:
        super().__init__()
        self._hints: tuple[SignInHint, ...] = ()
        """As they were told when this was drawn: a slip may be used up since, the language another."""
        self._picked: SignInHint | None = None

    def guidance(self) -> str:
        """What to type."""
        return _(
            "填编号或姓名（全县只有你一人用这个姓名时才可以用姓名），再填密码。"
            "第一次使用：只填编号或姓名，按 Enter，再填组织者发给你的激活码，自己设密码。"
            "忘了密码，请找组织者重新发激活码。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nobody to pick in a real county."""
        if action == "pick":
            return bool(self._hints)
        return action not in {"save", JUMP.name} and super().check_action(action, parameters)

    def action_ballot(self) -> None:
        """Vote with a code: nobody signs in for it."""
        navigation.open_ballot_code(self.app)

    def body(self) -> ComposeResult:
        """Two fields, and the list."""
        yield Label(_("编号或姓名"), classes="field", markup=False)
        yield Input(id="who", select_on_focus=False)
        yield Label(_("密码"), classes="field", markup=False)
        yield Input(id="password", password=True, select_on_focus=False)
        self._hints = self.host.hints
        if self._hints:
            told = _("这是演示县，人和数据都是虚构的。可以这样登录（↑↓ 选人，Enter 登录）：")
            yield Label(told.replace("↑↓", self.glyphs.arrows), id="demo", markup=False)
            yield MenuList(id="hints")

    def fill(self) -> None:
        """Begin where there is something to choose, else with the name."""
        self.heading(_("干部学习考评"))
        self.call_after_refresh(self.fetch, self._open, self._opened)
        if self._hints:
            self.query_one(MenuList).offer(Menu([self._hint(hint) for hint in self._hints]))
        self.set_focus(self.query_one(MenuList if self._hints else "#who"))

    def on_descendant_focus(self) -> None:
        """The list shows its cursor only while it has the focus."""
        for hints in self.query(MenuList):
            hints.offer(hints.menu)

    def on_key(self, event: events.Key) -> None:
        """What is typed on the list is a name; the arrows in a field lead to the list.

        A field keeps what is typed into it: what comes here was typed on the list, wherever the focus is by now. An
        input method sends a whole name at once, and its first hanzi has moved the focus before the others are heard.
        """
        hints = next(iter(self.query(MenuList)), None)
        if hints is None:
            return
        if event.is_printable and event.character:
            self._type(event.character)
            event.stop()
        elif event.key in {"up", "down"} and isinstance(self.focused, Input):
            self.set_focus(hints)
            event.stop()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted on the list is a name, too."""
        if not isinstance(self.focused, Input):
            self._type(event.text.strip())

    def _type(self, text: str) -> None:
        who = self.query_one("#who", Input)
        self.set_focus(who)
        who.insert_text_at_cursor(text)

    def _open(self) -> str | CadreError:
        """On a thread, once the screen shows: the services are loaded, the county is opened, its name is read."""
        from cadre_tui.services.people import accounts  # noqa: PLC0415

        try:
            return accounts.county_name(self.host.county)
        except CadreError as error:
            return error

    def _opened(self, name: str | CadreError) -> None:
        if isinstance(name, CadreError):
            self.host.refused = name
            self.app.exit()
        elif name:
            self.heading(_("{county} 干部学习考评").format(county=name))

    def _hint(self, hint: SignInHint) -> Row:
        name = max(width_of(each.name) for each in self._hints) + 2
        longest = max(width_of(each.duty) for each in self._hints) + 2
        note = max(width_of(each.note) for each in self._hints)

        def draw(width: int, here: bool) -> Line:
            here = here and self.query_one(MenuList).has_focus
            sign = self.glyphs.cursor if here else " "
            duty = min(longest, max(width - 2 - name - note, 12))
            shown = fit(hint.duty, duty - 2, ellipsis=self.glyphs.ellipsis) + "  "
            told = f"{sign} {fit(hint.name, name)}{shown}{hint.note}"
            return line(Part(fit(told, width, ellipsis=self.glyphs.ellipsis), "next" if here else ""))

        return Row(draw, go=partial(self._be, hint), name=hint.person)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on."""
        event.stop()
        self.notice("")
        who, password = self.query_one("#who", Input), self.query_one("#password", Input)
        if event.input is password and who.value.strip():
            self._sign_in(who.value, password.value)
        elif event.input is who and who.value.strip():
            self.fetch(partial(self._is_new, who.value), self._activate_if_new)
        else:
            self.set_focus(who)
            self.notice(_("请先填编号或姓名。"), wrong=True)

    def _is_new(self, who: str) -> bool:
        from cadre_tui.services.people import accounts  # noqa: PLC0415

        return accounts.needs_activation(self.host.county, who)

    def _activate_if_new(self, new: bool) -> None:
        if new:
            navigation.open_activation(self.app, self.query_one("#who", Input).value.strip())

    def _be(self, hint: SignInHint) -> None:
        """Whoever the hint is of; with a ballot's code nobody."""
        if hint.ballot:
            navigation.open_ballot_code(self.app, hint.ballot)
        else:
            self._picked = hint
            self._sign_in(hint.person, hint.password)

    def _sign_in(self, who: str, password: str) -> None:
        self.status(_("正在登录…"))
        self.fetch(partial(self._prove, who, password), self._welcome)

    def _prove(self, who: str, password: str) -> Session:
        from cadre_tui.services.people import accounts  # noqa: PLC0415

        return accounts.sign_in(self.host.county, who, password)

    def _welcome(self, session: Session) -> None:
        self.host.session = session
        navigation.open_home(self.app)

    def tell(self, error: CadreError) -> None:
        """Refused: the password must be typed again."""
        super().tell(error)
        self.status("")
        picked, self._picked = self._picked, None
        if picked is not None and error.code == "sign-in-failed":
            self.query_one("#who", Input).value = picked.name
            self.set_focus(self.query_one("#password", Input))
            self.notice(_("{name} 改过密码：请填改过的密码，按 Enter 登录。").format(name=picked.name), wrong=True)
            return
        password = self.query_one("#password", Input)
        if password.value:
            password.value = ""
            self.set_focus(password)
