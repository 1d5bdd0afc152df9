"""Handing in: what is missing, each a jump; then one confirmed act over all that one was asked for."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual.app import App, ComposeResult

from cadre_tui.locale import N_, _
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.form import Form
from cadre_tui.model.filling.home import Task
from cadre_tui.model.people.person import Role
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.growth.asking import plan_line
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, JUMP, RELOAD, Action, Entry
from cadre_tui.tui.drawing.columns import width_of
from cadre_tui.tui.drawing.menu import Menu, Row
from cadre_tui.tui.drawing.parts import plain
from cadre_tui.tui.form.unfinished import unfinished
from cadre_tui.tui.growth import ways
from cadre_tui.tui.hand_in import page as hand_in_page
from cadre_tui.tui.hand_in.page import Doors, Found, Step
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words.rounds.title import round_title
from cadre_tui.words.terms import PURPOSES

JUMP_WIDTH = 70


class HandInScreen(CadreScreen):
    """One list. Nothing is handed in without a question before it."""

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("选定"), N_("到光标所在的一处，或做光标所在的事"), handled=True),
        Action("hand_in", "s", N_("提交"), N_("齐了就提交，提交前会再问一次")),
        Action("take_back", "t", N_("收回"), N_("收回已经提交的，改好再提交（期限以前）")),
        Action("export_form", "r", N_("导出自评表"), N_("把自己填的自评表做成文件，打印以后签字")),
        BACK,
        JUMP,
        RELOAD,
    )

    def __init__(self, round_id: str, purpose: Purpose) -> None:
        super().__init__()
        self._round = round_id
        self._purpose = purpose
        self._found: Found | None = None
        self._step = Step.LOOKING

    def body(self) -> ComposeResult:
        """The list."""
        yield MenuList()

    def fill(self) -> None:
        """Draw what is known; what is new comes after it."""
        self.set_focus(self.query_one(MenuList))
        self.heading(_("提交"))
        if self._found is None:
            self.action_reload()
        else:
            self._show()

    def guidance(self) -> str:
        """What handing in means."""
        return _(
            "同一类的几份答卷一次提交。缺的都列在这里，选一处按 Enter 就到那一项，补好按 Esc 回来。"
            "提交后只能看；期限以前可以按 t 收回，改好再提交。"
        )

    def on_screen_resume(self) -> None:
        """Something may have been filled in meanwhile."""
        if self._found is not None:
            self.action_reload()

    def action_reload(self) -> None:
        """Read everything anew."""
        self.fetch(partial(self._find, self.session, self.app), self._have_found)

    def _find(self, session: Session, app: App[None]) -> Found:
        """On a thread: one read of each checklist's forms, however many colleagues there are."""
        todo = tasks.todo(session, self._round, self._purpose)
        forms: dict[tuple[str, str], Form] = {}
        for checklist in dict.fromkeys(task.checklist for task in todo.tasks):
            for form in responses.open_forms(session, self._round, self._purpose, checklist):
                forms[form.task.subject.id, checklist] = form
        return Found(
            todo=todo,
            forms=tuple(forms[task.subject.id, task.checklist] for task in todo.tasks),
            gaps=responses.gaps(session, self._round, self._purpose),
            typed=tuple(unfinished(app, session, task) for task in todo.tasks),
            plan=plan_line(session) if self._purpose is Purpose.SELF and session.role is Role.CADRE else None,
        )

    def _have_found(self, found: Found) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        where = _("提交 · {purpose} · {round}").format(
            purpose=_(PURPOSES[self._purpose]), round=round_title(found.todo.round_title, found.todo.mock)
        )
        self.heading(where, hand_in_page.headline(found))
        doors = Doors(form=self._open_form, ask=self._ask, hand_in=self._hand_in, take_back=self._take_back)
        rows = hand_in_page.rows(found, self._step, self.glyphs, self.host.county.now(), doors)
        self.query_one(MenuList).offer(Menu(rows), keep=self._step is Step.LOOKING)
        self.show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        found, looking = self._found, self._step is Step.LOOKING
        if action == "hand_in":
            return looking and found is not None and found.todo.open and not found.handed_in
        if action == "take_back":
            return looking and found is not None and found.may_take_back and self.session.paper_of is None
        if action == "export_form":
            return looking and self._purpose is Purpose.SELF and self.session.role is Role.CADRE
        return action != "save" and super().check_action(action, parameters)

    def jumps(self) -> Sequence[Entry]:
        """Every entry of the list, with the colleague whom it is about."""
        rows = self.query_one(MenuList).menu.rows
        forms = self._found.forms if self._found and self._purpose is not Purpose.SELF else ()
        about = {f"{each.task.subject.id} {each.task.checklist}": each.task.subject for each in forms}

        def entry(row: Row, go: Callable[[], object]) -> Entry:
            person = about.get(" ".join(row.name.split(" ")[:2]))
            hint = person.name if person else ""
            label = plain(row.draw(JUMP_WIDTH - width_of(hint), False)).strip()
            return Entry(label, go, hint=hint, also=person.sort_key if person else "")

        return [entry(row, row.go) for row in rows if row.go]

    def action_export_form(self) -> None:
        """One's own self-assessment, as files."""
        from cadre_tui.tui.documents.own import own_form  # noqa: PLC0415 - Word only where asked for

        self.notice(_("正在导出……"))
        self.fetch(partial(own_form, self.session, self._round), self.notice)

    def action_open(self) -> None:
        """What the cursor stands on."""
        self.query_one(MenuList).choose()

    def action_back(self) -> None:
        """Out of the question, else back to the screen before."""
        if self._step is Step.LOOKING:
            super().action_back()
        else:
            self._ask(Step.LOOKING)

    def action_hand_in(self) -> None:
        """Ask, where nothing is missing."""
        if self._found is None:
            return
        if self._found.missing():
            self.notice(_("还没有齐，不能提交。先把上面列出的补上。"), wrong=True)
        else:
            self._ask(Step.HANDING_IN)

    def action_take_back(self) -> None:
        """Ask."""
        self._ask(Step.TAKING_BACK)

    def _ask(self, step: Step) -> None:
        self.notice("")
        self._step = step
        self._show()

    def _open_form(self, task: Task, criterion: str | None) -> None:
        self.notice("")
        plan = self._found.plan if self._found and not navigation.stands_on(self.app, "form") else None
        if not ways.follows_first(self.app, task, plan, criterion):
            navigation.open_form_of_list(self.app, task, criterion)

    def _hand_in(self) -> None:
        self._step = Step.LOOKING
        self.fetch(partial(responses.hand_in, self.session, self._round, self._purpose), self._handed_in)

    def _handed_in(self, handed_in: int) -> None:
        if self.session.paper_of is not None:  # who typed it reads it no more
            self.app.call_later(navigation.back_to_paper, self.app)
            return
        self.notice(_("提交成功，共 {count} 份。期限以前可以按 t 收回。").format(count=handed_in))
        self.action_reload()

    def _take_back(self) -> None:
        self._step = Step.LOOKING
        self.fetch(partial(responses.take_back, self.session, self._round, self._purpose), self._taken_back)

    def _taken_back(self, taken_back: int) -> None:
        self.notice(_("已收回 {count} 份，可以修改。改完要重新提交。").format(count=taken_back))
        self.action_reload()
