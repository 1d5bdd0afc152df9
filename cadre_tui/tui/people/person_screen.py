"""One person's page, for the organiser: posts, account and history; the account is managed from here."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from cadre_tui.locale import N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.account import AccountLine
from cadre_tui.model.people.person import Person, Role, Roster
from cadre_tui.model.people.roster_history import Difference, Import
from cadre_tui.services.people import history, lockout, roles
from cadre_tui.services.people.account_list import account_of
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, SAVE, Action, Entry
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.people import ways
from cadre_tui.tui.people.person_page import person_rows
from cadre_tui.tui.people.role_choice import Choice, givable, takable
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList

Known = tuple[Roster, Person, Sequence[tuple[Import, Difference]], AccountLine]


def known_of(session: Session, person_id: str) -> Known:
    """Everything that the page tells: today's roster, the person, what imports changed about them, their account.

    Raises:
        BadInput: nobody is or was called so.
    """
    roster = history.roster_today(session)
    try:
        person, changes = history.history_of(session, person_id)
    except BadInput:  # not of the roster, ever: perhaps somebody with an account alone
        account = account_of(session, person_id)
        return roster, Person(id=person_id, name=account.name, unit="", level=""), (), account
    try:
        account = account_of(session, person.id)
    except BadInput:  # left before there was an account
        account = AccountLine(person=person.id, name=person.name)
    return roster, person, changes, account


class PersonScreen(CadreScreen):
    """Posts and ties, whether and as what one gets in, and below them what became of the person."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("code", "c", N_("发激活码"), N_("重新发激活码：原来的密码作废")),
        Action("grant", "g", N_("给身份"), N_("让这个人做组织者、督查员或某个单位的联络员")),
        Action("revoke", "t", N_("收回身份"), N_("收回给过的身份，正在用的登录立即结束")),
        Action("lift", "u", N_("解除等待"), N_("连续输错以后不用再等，可以马上登录")),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        BACK,
        RELOAD,
    )

    def __init__(self, person_id: str) -> None:
        super().__init__()
        self._person = person_id
        self._known: Known | None = None
        self._stale = False

    def guidance(self) -> str:
        """What is told, and what can be done about the account."""
        return _(
            "上面是花名册上写的职务和关系，以及账号是否可用、有哪些身份，下面是每次导入花名册时这个人的变动，最近的在前。"
            "忘了密码、丢了条子，按 c 重新发激活码；按 g 给身份，按 t 收回身份，"
            "干部和评价人的身份来自花名册，不能单独给或收回。"
            "连续输错密码要等，按 u 解除。每一件都记入操作记录。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save; only what was given is taken, only a wait that is there is lifted."""
        if action in ("code", "grant"):
            return self._known is not None
        if action == "revoke":
            return self._known is not None and bool(takable(self._known[3], self._known[0]))
        if action == "lift":
            return self._known is not None and bool(self._known[3].wait)
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """One list."""
        yield ReadingList(id="person")

    def fill(self) -> None:
        """Draw what is known, else read it."""
        self.set_focus(self.query_one(ReadingList))
        if self._known is None:
            self.action_reload()
        else:
            self._show(self._known)

    def laid_out(self) -> None:
        """Wrap anew."""
        if self._known is not None:
            self._show(self._known)

    def on_screen_resume(self) -> None:
        """A code may have been issued on the screen above."""
        if self._stale:
            self._stale = False
            self.action_reload()

    def action_reload(self) -> None:
        """Read it anew."""
        session, person_id = self.session, self._person
        self.fetch(lambda: known_of(session, person_id), self._show)

    def action_code(self) -> None:
        """Issue another code, after it was agreed to; nobody locks themselves out."""
        if self._known is None:
            return
        if self._known[1].id == self.session.person:
            self.tell(BadInput("code-for-oneself"))
            return
        self._stale = True
        ways.open_slips(self.app, self._known[1])

    def action_grant(self) -> None:
        """Choose what the person may act as, too."""
        if self._known is not None:
            roster, person, _changes, account = self._known
            self._offer(_("给 {name} 什么身份").format(name=person.name), givable(account, roster), self._grant)

    def action_revoke(self) -> None:
        """Choose what the person may act as no more."""
        if self._known is not None:
            roster, person, _changes, account = self._known
            self._offer(_("收回 {name} 的什么身份").format(name=person.name), takable(account, roster), self._revoke)

    def action_lift(self) -> None:
        """No wait any more."""
        if self._known is not None:
            told = _("{name} 可以马上登录了。").format(name=self._known[1].name)
            self.fetch(partial(lockout.lift, self.session, self._known[1].id), partial(self._done, told))

    def _offer(self, title: str, choices: Sequence[Choice], do: Callable[[Choice], None]) -> None:
        entries = [Entry(each.label, partial(do, each), also=" ".join((each.role, *each.units))) for each in choices]
        navigation.open_choice(self.app, title, entries)

    def _grant(self, choice: Choice) -> None:
        told = _("已经给了身份：{role}。").format(role=choice.label)
        self.fetch(
            partial(roles.grant, self.session, self._person, choice.role, choice.units), partial(self._done, told)
        )

    def _revoke(self, choice: Choice) -> None:
        told = _("已经收回身份：{role}。").format(role=choice.label)
        units = choice.units if choice.role is Role.CLERK else ()
        self.fetch(partial(roles.revoke, self.session, self._person, choice.role, units), partial(self._done, told))

    def _done(self, told: str, _answer: object) -> None:
        self.notice(told)
        self.action_reload()

    def _show(self, known: Known) -> None:
        self._known = known
        roster, person, changes, account = known
        self.heading(person.name, f"{person.unit} {person.duty}".strip())
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 2
        pane.show(Menu(person_rows(person, roster, changes, account, self.glyphs, width)), None)
        self.show_keys()
