"""What is to be put right, by whom and by when; of an item that there is, another owner or another day."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label

from cadre_tui.locale import N_, _, language
from cadre_tui.model.oversight.remedy import RemedyLine
from cadre_tui.model.people.person import Person
from cadre_tui.model.refusal import CadreError
from cadre_tui.model.results.county_result import CriterionAsked
from cadre_tui.services.oversight import remedies
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, SAVE, Action, Entry
from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.entry.fields import as_example
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.block import Block
from cadre_tui.words import refusals

FIELDS: Final = ("text", "owner", "due")
FIELD_OF: Final = {
    "nothing-written": "text",
    "too-much-written": "text",
    "unsound-text": "text",
    "person-unknown": "owner",
    "remedy-owner-unclear": "owner",
    "remedy-date": "due",
    "remedy-past": "due",
}
"""At which field a refusal is told; all others above the keys."""

MOST_LINES: Final = 3
"""Lines above the fields, so that all of these are in sight on the smallest screen."""


class RemedyFormScreen(CadreScreen):
    """Tab goes from field to field, F3 offers people, F9 puts it on the list."""

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("send", "f9", N_("提交"), N_("写好了，列入清单；责任人马上看到"), weight=2),
        Action("people", "f3", N_("选人"), N_("从名单里选责任人"), weight=1),
        Action("next", "tab", N_("下一格"), N_("到另一格去写"), handled=True),
        BACK,
    )

    def __init__(
        self,
        round_id: str,
        unit: str,
        unit_name: str,
        asked: CriterionAsked | None,
        line_: RemedyLine | None,
        then: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._round, self._unit, self._unit_name, self._asked_for = round_id, unit, unit_name, asked
        self._line, self._then = line_, then
        due = line_.remedy.due.isoformat() if line_ else ""
        text = _("{criterion}：").format(criterion=asked.text.say(language())) if asked else ""
        self._typed = {"text": text, "owner": line_.remedy.owner if line_ else "", "due": due}
        self._sending = self._asked = False
        self._before = dict(self._typed)

    def guidance(self) -> str:
        """How it goes."""
        return _(
            "写明要整改什么、责任人（编号或姓名，按 F3 从名单里选）、什么时候以前（北京时间的日期）。按 F9 提交。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is kept before it is sent."""
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """What it is about, and three fields, each with what is wrong with it; a new item's day is proposed."""
        if self._line is None and not self._before["due"]:
            self._typed["due"] = self._before["due"] = self._proposed_day()
        yield Block(id="about")
        labels = {"text": _("理由") if self._line else _("整改事项"), "owner": _("责任人"), "due": _("期限")}
        hints = {"text": "", "owner": _("编号或姓名"), "due": as_example("2026-12-20")}
        for each in FIELDS:
            yield Label(labels[each] + _("："), markup=False)
            yield Input(value=self._typed[each], placeholder=hints[each], select_on_focus=each == "due", id=each)
            yield Label("", id=f"{each}-fault", classes="fault", markup=False)

    def _proposed_day(self) -> str:
        """Empty where the session has ended: that is told when the item is sent."""
        try:
            return remedies.proposed_day(self.session).isoformat()
        except CadreError:
            return ""

    def fill(self) -> None:
        """Begin with the first that is empty."""
        what = _("改责任人、期限") if self._line else _("列一项整改")
        self.heading(f" {self.glyphs.dot} ".join((what, self._unit_name or _("全县"))))
        self.query_one("#about", Block).show(self._about)
        self.set_focus(self.query_one("#text", Input))

    def _about(self, width: int) -> list[Line]:
        if self._line is not None:
            told = self._line.remedy.text
        elif self._asked_for is not None and self._asked_for.guidance:
            told = self._asked_for.guidance.say(language())
        else:
            told = _("责任人在首页看到，办了就报告，由别人核查。")
        return [line(Part(each, "quiet")) for each in wrap(told, width)[:MOST_LINES]]

    @on(Input.Changed)
    def _keep(self, event: Input.Changed) -> None:
        name = event.input.id or ""
        if self._typed.get(name) != event.value:
            self._typed[name] = event.value
            self._asked = False
            self.query_one(f"#{name}-fault", Label).update("")

    @on(Input.Submitted)
    def _go_on(self, event: Input.Submitted) -> None:
        """Enter goes to the next field; in the last it sends."""
        at = FIELDS.index(event.input.id or "due")
        if at + 1 < len(FIELDS):
            self.set_focus(self.query_one(f"#{FIELDS[at + 1]}", Input))
        else:
            self.action_send()

    def action_people(self) -> None:
        """Who may be made its owner."""
        self.fetch(partial(remedies.possible_owners, self.session, self._round, self._unit), self._offer)

    def _offer(self, people: Sequence[Person]) -> None:
        entries = [
            Entry(f"{each.name}  {each.duty}", partial(self._choose, each), each.id, f"{each.id} {each.sort_key}")
            for each in people
        ]
        navigation.open_choice(self.app, _("责任人"), entries)

    def _choose(self, person: Person) -> None:
        field = self.query_one("#owner", Input)
        field.value = person.id
        self.set_focus(field)

    def action_send(self) -> None:
        """Put it on the list, once."""
        if not self._sending:
            self._sending = True
            self.fetch(self._send, self._sent)

    def _sent(self, _done: object) -> None:
        self.dismiss()
        if self._then is not None:
            self.app.call_later(self._then)

    def _send(self) -> object:
        try:
            typed = self._typed
            owner = remedies.owner_called(self.session, self._round, self._unit, typed["owner"])
            due = remedies.day(typed["due"])
            if self._line is None:
                criterion = self._asked_for.key if self._asked_for else ""
                where = {"unit": self._unit, "criterion": criterion}
                return remedies.make(self.session, self._round, typed["text"], owner, due, **where)
            remedy = self._line.remedy
            new_owner = None if owner == remedy.owner else owner
            new_due = None if due == remedy.due else due
            why = typed["text"]
            return remedies.hand_over(self.session, self._round, remedy.id, why, owner=new_owner, due=new_due)
        finally:
            self._sending = False

    def tell(self, error: CadreError) -> None:
        """At the field that it is about."""
        field = FIELD_OF.get(error.code)
        if field is None:
            super().tell(error)
            return
        self.query_one(f"#{field}-fault", Label).update(refusals.sentence(error))
        self.set_focus(self.query_one(f"#{field}", Input))

    def action_back(self) -> None:
        """Back; where something was typed, only the second time."""
        if self._typed != self._before and not self._asked:
            self._asked = True
            self.notice(_("写的还没有提交。按 F9 提交；再按一次 Esc 就不要了。"), wrong=True)
        else:
            self.dismiss()
