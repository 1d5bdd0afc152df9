"""An account for somebody who is not in the roster: an id, a name, and what they may act as."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Label

from cadre_tui.locale import N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.account import AccountLine
from cadre_tui.model.people.person import PERSON_ID, Roster
from cadre_tui.services.people import history, roles
from cadre_tui.services.people.account_list import account_of
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, SAVE, Action, Entry
from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.menu import Menu, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.tui.people import ways
from cadre_tui.tui.people.role_choice import Choice, givable
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.reading_list import ReadingList


def free(session: Session, person_id: str, name: str) -> Roster:
    """Today's roster, if an account of that id can be made.

    Raises:
        BadInput: the id is no id, somebody has it, or no name is given.
    """
    if not PERSON_ID.fullmatch(person_id):
        raise BadInput("account-id", name=person_id)
    if not name:
        raise BadInput("account-nameless")
    try:
        account_of(session, person_id)
    except BadInput:
        return history.roster_today(session)
    raise BadInput("account-there", who=person_id)


class AccountScreen(CadreScreen):
    """Two fields; Enter in the second offers the roles, and the chosen one makes the account."""

    CSS_PATH = "account_screen.tcss"
    AUTO_FOCUS = "#id"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("go_on", "enter", N_("下一步"), N_("到下一栏；姓名写好以后选身份，选定就建好"), handled=True),
        Action("field", "tab", N_("下一栏"), N_("到另一栏去写"), handled=True),
        BACK,
    )

    def __init__(self) -> None:
        super().__init__()
        self._written = {"id": "", "name": ""}

    def guidance(self) -> str:
        """Who needs one."""
        return _(
            "花名册上的人不用在这里建账号。这里给不在花名册上的人建：别的组织者、督查员、单位联络员。"
            "写编号（登录用，字母、数字或汉字）和姓名，按 Enter 选身份，选定就建好；再在他的页面按 c 发激活码。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save."""
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """What it is for, and two fields."""
        yield ReadingList(id="about")
        with Vertical(id="asked"):
            yield Label(_("编号（登录用，如 duchu1）："), markup=False)
            yield Input(value=self._written["id"], id="id")
            yield Label(_("姓名："), markup=False)
            yield Input(value=self._written["name"], id="name")

    def fill(self) -> None:
        """Say what it is for."""
        self.heading(_("建账号"))
        self._draw()

    def laid_out(self) -> None:
        """Wrap anew."""
        self._draw()

    def _draw(self) -> None:
        pane = self.query_one(ReadingList)
        pane.can_focus = False
        width = pane.scrollable_content_region.width or self.size.width - 3
        pane.show(Menu([words(line(Part(each, "quiet"))) for each in wrap(self.guidance(), width)]), None)

    def action_go_on(self) -> None:
        """Whether it can be made, then as what."""
        person, name = (self._written[each].strip() for each in ("id", "name"))
        self.fetch(partial(free, self.session, person, name), partial(self._choose, person, name))

    @on(Input.Changed)
    def _keep(self, event: Input.Changed) -> None:
        self._written[event.input.id or ""] = event.value

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "id" and not self._written["name"].strip():
            self.set_focus(self.query_one("#name", Input))
        else:
            self.action_go_on()

    def _choose(self, person: str, name: str, roster: Roster) -> None:
        self.notice("")
        choices = givable(AccountLine(person=person, name=name), roster)
        entries = [Entry(each.label, partial(self._make, person, name, each)) for each in _in_order(choices)]
        navigation.open_choice(self.app, _("给 {name} 什么身份").format(name=name), entries)

    def _make(self, person: str, name: str, choice: Choice) -> None:
        call = partial(roles.grant, self.session, person, choice.role, choice.units, name)
        self.fetch(call, partial(self._made, person))

    def _made(self, person: str, _nothing: None) -> None:
        ways.open_person(self.app, person, instead=True)


def _in_order(choices: Sequence[Choice]) -> list[Choice]:
    """The roles without a unit first: who is not in the roster is a supervisor or an organiser more often."""
    return sorted(choices, key=lambda each: bool(each.units))
