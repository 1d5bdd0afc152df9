"""签到: two hundred people on one screen, by the keyboard: initials, Enter, the next."""

from datetime import date
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from cadre_tui.locale import N_, _
from cadre_tui.model.refusal import CadreError
from cadre_tui.model.study.log import Attendance, Mark
from cadre_tui.model.study.session import StudySession
from cadre_tui.model.study.views import SignIn, SignInLine
from cadre_tui.services.study import signing_in
from cadre_tui.services.study.reading import today
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, SAVE, Action, Entry
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.study import sign_in_page as page
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words.study import terms
from cadre_tui.words.study.signing import counted

REASONS = (N_("出差"), N_("病假"), N_("事假"), N_("参加培训"), N_("其他公务"))
"""What is offered for somebody who is excused; anything else is typed."""


class NameField(Input):
    """What is typed of a name. Enter takes it out at once: what is typed after it belongs to the next name."""

    class Taken(Message):
        """Enter was pressed at ``text``."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    def take(self) -> None:
        """Called after all keys before Enter and before all keys after it, however quickly they come."""
        text = self.value
        self.value = ""
        self.post_message(self.Taken(text))


class AttendanceScreen(CadreScreen):
    """What is typed narrows the list; Enter marks the first as there, and saves it at once."""

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("present", "enter", N_("到"), N_("光标处的人到了；接着打下一个人的拼音首字"), first=True, weight=3),
        Action("excused", "f6", N_("请假"), N_("光标处的人请假，选或写理由"), weight=2),
        Action("absent", "f7", N_("缺席"), N_("光标处的人缺席"), weight=2),
        Action("take_back", "f8", N_("撤回"), N_("撤回光标处的人的签到")),
        Action("rest", "f9", N_("记其余的"), N_("没有签的一起记为到或缺席，签到结束"), weight=1),
        Action("make_up", "f3", N_("补学"), N_("光标处的人缺的这一次补学了：今天补的，写凭据")),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", shown=False, handled=True),
        BACK,
        RELOAD,
    )

    def __init__(self, year: int, session: StudySession, unit: str) -> None:
        super().__init__()
        self._year, self._study, self._unit = year, session, unit
        self._page: SignIn | None = None
        self._text = ""
        """What the list is narrowed by."""
        self._excusing = ""
        """Whose reason is being typed; ``make-up`` before it: the proof of what was made up."""

    def guidance(self) -> str:
        """How it goes quickest."""
        return _(
            "打姓名的拼音首字（张建国打 zjg），也可以打汉字、全拼、编号；第一个就是的按 Enter，记为到，再打下一个。"
            "不是第一个的，按上下键选。请假按 F6，缺席按 F7，撤回按 F8；签完了按 F9，其余的一起记。马上保存。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Everything is saved at once."""
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """The field, and everybody."""
        hint = _("拼音首字、汉字或编号，按 Enter 记为到")
        yield NameField(placeholder=hint, max_length=40, select_on_focus=False, id="typed")
        yield MenuList(id="list")

    def fill(self) -> None:
        """Read it, or draw it again in another language."""
        self.query_one(MenuList).can_focus = False
        self.set_focus(self.query_one("#typed", Input))
        if self._page is None:
            self.heading(_("签到"))
            self.action_reload()
        else:
            self._take(self._page)

    def laid_out(self) -> None:
        """Drawn anew."""
        if self._page is not None:
            self.call_after_refresh(self._draw)

    def action_reload(self) -> None:
        """Others may sign in at the same session."""
        call = partial(
            signing_in.sign_in, self.session, self._year, self._study.id, host=self._study.unit, unit=self._unit
        )
        self.fetch(call, self._take)

    # Whom it is about

    @property
    def _here(self) -> SignInLine | None:
        here = self.query_one(MenuList).here
        lines = self._page.lines if self._page and here else ()
        return next((each for each in lines if here and each.person.id == here.name), None)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._text = event.value
        if not self._excusing:
            self._draw(keep=False)

    @on(NameField.Taken)
    def _typed(self, event: NameField.Taken) -> None:
        event.stop()
        if self._excusing:
            self._end_reason(event.text)
            return
        if event.text != self._text:  # the list was not drawn for it yet
            self._text = event.text
            self._draw(keep=False)
        if (here := self._here) is not None:
            self._mark(here, Mark.PRESENT)

    def on_key(self, event: object) -> None:
        """The arrows move in the list while one types."""
        key = getattr(event, "key", "")
        if key in ("up", "down", "pageup", "pagedown"):
            self.query_one(MenuList).step({"up": -1, "down": 1, "pageup": -8, "pagedown": 8}[key])

    # Marking

    def action_present(self) -> None:
        """Whom what is typed may mean; the field learns of it after all keys before this one."""
        field = self.query_one(NameField)
        field.call_later(field.take)

    def action_absent(self) -> None:
        """Missed without a reason."""
        if (here := self._here) is not None:
            self._mark(here, Mark.ABSENT)
            self._clear()

    def action_take_back(self) -> None:
        """As if nothing had been said."""
        if (here := self._here) is not None:
            self._mark(here, None)
            self._clear()

    def action_excused(self) -> None:
        """The usual reasons, or one's own words."""
        if (here := self._here) is None:
            return
        entries = [Entry(_(each), partial(self._excuse, here, _(each))) for each in REASONS]
        entries.append(Entry(_("写别的理由"), partial(self._begin_reason, here.person.id, here.person.name)))
        navigation.open_choice(self.app, _("{name} 请假的理由").format(name=here.person.name), entries)

    def action_make_up(self) -> None:
        """Of somebody who missed it: the proof is typed."""
        here = self._here
        if here is not None and here.attendance is not None and here.attendance.mark is not Mark.PRESENT:
            self._begin_reason(f"make-up {here.person.id}", here.person.name)
        else:
            self.notice(_("先把光标放在请假或缺席的人上。"), wrong=True)

    def action_rest(self) -> None:
        """What the others are."""
        if self._page is None:
            return
        left = sum(each.attendance is None for each in self._page.lines)
        if not left:
            self.notice(_("都签过了：{counted}").format(counted=counted(self._page)))
            return
        told = ((Mark.ABSENT, _("其余 {count} 人记为缺席")), (Mark.PRESENT, _("其余 {count} 人记为到")))
        entries = [Entry(text.format(count=left), partial(self._rest, how)) for how, text in told]
        navigation.open_choice(self.app, _("签到结束"), entries)

    def action_back(self) -> None:
        """Out of a reason, then out of what is typed, then to the screen before."""
        field = self.query_one("#typed", Input)
        if self._excusing:
            self._excusing = ""
            self._clear()
        elif field.value:
            field.value = ""
        else:
            self.dismiss()

    def _rest(self, how: Mark) -> None:
        call = partial(
            signing_in.mark_rest,
            self.session,
            self._year,
            self._study.id,
            how,
            host=self._study.unit,
            unit=self._unit,
        )
        self.fetch(call, self._take)

    def _mark(self, line_: SignInLine, how: Mark | None, reason: str = "") -> None:
        """One small file, at once: the next key finds it written."""
        try:
            done = signing_in.mark(
                self.session, self._year, self._study.id, line_.person.id, how, reason, self._study.unit
            )
        except CadreError as error:
            self.tell(error)
            return
        self._put(line_.person.id, done)
        self.notice(f"{line_.person.name} {terms.mark(done)}")
        self._text = ""
        self._draw(keep=False)

    def _excuse(self, line_: SignInLine, reason: str) -> None:
        self._mark(line_, Mark.EXCUSED, reason)
        self._clear()

    def _begin_reason(self, of: str, name: str) -> None:
        self._excusing = of
        field = self.query_one("#typed", Input)
        field.value = ""
        making_up = of.startswith("make-up ")
        field.placeholder = _("补学的凭据，按 Enter") if making_up else _("请假的理由，按 Enter")
        self.notice(name)
        self.set_focus(field)

    def _end_reason(self, text: str) -> None:
        of, self._excusing = self._excusing, ""
        person = of.removeprefix("make-up ")
        found = next((each for each in (self._page.lines if self._page else ()) if each.person.id == person), None)
        if found is None:
            return
        if of.startswith("make-up "):
            self._make_up(found, text, today(self.host.county))
        else:
            self._excuse(found, text)

    def _make_up(self, line_: SignInLine, proof: str, day: date) -> None:
        try:
            done = signing_in.make_up(
                self.session, self._year, self._study.id, line_.person.id, day, proof, self._study.unit
            )
        except CadreError as error:
            self.tell(error)
        else:
            self._put(line_.person.id, done)
            self.notice(f"{line_.person.name} {terms.mark(done)}")
        self._clear()

    def _clear(self) -> None:
        field = self.query_one("#typed", Input)
        field.placeholder = _("拼音首字、汉字或编号，按 Enter 记为到")
        field.value = self._text = ""
        self._draw(keep=False)

    def _put(self, person: str, attendance: Attendance | None) -> None:
        if self._page is None:
            return
        lines = tuple(
            each.model_copy(update={"attendance": attendance}) if each.person.id == person else each
            for each in self._page.lines
        )
        self._page = self._page.model_copy(update={"lines": lines})

    def _take(self, found: SignIn) -> None:
        self._page = found
        self._draw()
        self.show_keys()

    def _draw(self, *, keep: bool = True) -> None:
        if self._page is None:
            return
        study = self._page.session
        self.heading(
            f"{_('签到')} {self.glyphs.dot} {study.theme or study.id} {study.day.isoformat()}", counted(self._page)
        )
        typed = "" if self._excusing else self._text
        shown: Menu = page.menu(self._page, typed, self.glyphs, partial(self._mark, how=Mark.PRESENT))
        self.query_one(MenuList).offer(shown, keep=keep)
