"""One item of the plan: what, at which work, by when, with which proof. Saved while it is typed."""

from functools import partial
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.timer import Timer
from textual.widgets import Input, Label, TextArea

from cadre_tui.locale import N_, _, language
from cadre_tui.model.growth.plan import Plan, PlanItem
from cadre_tui.model.refusal import CadreError
from cadre_tui.model.text import Text
from cadre_tui.services.growth import plans
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.tui.actions import BACK, Action
from cadre_tui.tui.answers import typed
from cadre_tui.tui.autosave import DELAY
from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.entry.fields import FieldsScreen
from cadre_tui.tui.widgets.block import Block
from cadre_tui.tui.widgets.writing import Writing

WHAT, WORK, BY, PROOF = "what", "work", "by", "proof"
LABELS: Final = {
    WHAT: N_("做什么"),
    WORK: N_("结合哪项工作"),
    BY: N_("到什么时候（如 2026-12-31）"),
    PROOF: N_("凭据：拿什么看得出做到了"),
}


class PlanItemScreen(FieldsScreen):
    """Tab and Enter go from field to field, Esc goes back; what was typed is saved."""

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("next", "tab", N_("下一栏"), N_("到下一栏"), handled=True, weight=1),
        Action("enter", "enter", N_("下一栏"), N_("在一行的栏里到下一栏；在最后一栏返回"), shown=False, first=True),
        BACK,
    )

    def __init__(self, round_id: str, item: PlanItem, about: Text | None) -> None:
        super().__init__()
        self._round = round_id
        self._item = item
        self._about = about
        self._typed = {WHAT: item.what, WORK: item.work, PROOF: item.proof}
        self._typed[BY] = item.by.isoformat() if item.by else ""
        self._dirty = False
        self._asked = False
        self._timer: Timer | None = None

    def body(self) -> ComposeResult:
        """The criterion, and a field for each of the four."""
        yield Block(id="about")
        yield Label(_(LABELS[WHAT]), classes="field", markup=False)
        yield Writing(self._leave, id=WHAT)
        for name, longest in ((WORK, plans.LONGEST_PART), (BY, typed.LONGEST), (PROOF, plans.LONGEST_PART)):
            yield Label(_(LABELS[name]), classes="field", markup=False)
            yield Input(value=self._typed[name], max_length=longest, select_on_focus=False, id=name)

    def fill(self) -> None:
        """Put what was written into the fields."""
        self.heading(_("改进计划") + f" {self.glyphs.dot} " + _("第 {number} 条").format(number=self._item.id))
        writing = self.query_one(f"#{WHAT}", TextArea)
        writing.load_text(self._typed[WHAT])
        writing.move_cursor(writing.document.end)
        if self.focused is None:
            self.set_focus(writing)
        self.query_one("#about", Block).show(self._above)

    def guidance(self) -> str:
        """How to write it."""
        return _(
            "写小一点、实一点：做什么，结合手上的哪项工作，到哪一天，到时候拿什么看得出做到了。"
            "随写随存；Tab 到下一栏，Esc 返回，写的都在。只有你自己看得到。"
        )

    def _above(self, width: int) -> list[Line]:
        if self._about is None:
            return []
        told = _("考评项：{criterion}").format(criterion=self._about.say(language()))
        return [line(Part(each, "strong")) for each in wrap(told, width)]

    # What is typed

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep it."""
        event.stop()
        self._type(WHAT, event.text_area.text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep it."""
        event.stop()
        self._type(str(event.input.id), event.value)

    def on_input_blurred(self, event: Input.Blurred) -> None:
        """A day that is none is told as soon as its field is left, not only on the way out."""
        event.stop()
        if event.input.id == BY and event.value.strip():
            try:
                self._day()
            except typed.Wrong as error:
                self.notice(str(error), wrong=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the field of several lines Enter makes a new one."""
        if action == "enter":
            return isinstance(self.focused, Input)
        return super().check_action(action, parameters)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """From the last field Enter goes back."""
        event.stop()
        if event.input.id == PROOF:
            self.action_back()

    def action_next(self) -> None:
        """To the next field, from the palette."""
        self.focus_next()

    def _leave(self, _writing: Writing, step: int) -> None:
        if step == 0:
            self.action_back()
        elif step > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def _type(self, name: str, text: str) -> None:
        if text == self._typed[name]:
            return
        self._typed[name] = text
        self._dirty, self._asked = True, False
        self.notice("")
        self.status(_("未保存"))
        if self._timer is None:
            self._timer = self.set_timer(DELAY, self._save_soon)

    # Saving

    def _wrong(self) -> str:
        """Why it cannot be saved whole; empty where it can."""
        if not self._typed[WHAT].strip():
            return _("还没有写做什么，这一条没有保存。")
        try:
            self._day()
        except typed.Wrong as error:
            return str(error)
        return ""

    def _day(self) -> object:
        text = self._typed[BY].strip()
        return typed.day(text) if text else None

    def _written(self) -> PlanItem | None:
        """The item as it is typed; its day stays the former one while what is typed is none."""
        if not self._typed[WHAT].strip():
            return None
        fresh = {name: self._typed[name] for name in (WHAT, WORK, PROOF)}
        try:
            return PlanItem.model_validate({**self._item.model_dump(), **fresh, BY: self._day()})
        except typed.Wrong:
            return PlanItem.model_validate({**self._item.model_dump(), **fresh})

    def _save_soon(self) -> None:
        self._timer = None
        item = self._written()
        if item is not None and self._dirty:
            self._dirty = False
            self.fetch(partial(plans.put, self.session, self._round, item), partial(self._saved, item))

    def _saved(self, item: PlanItem, _plan: Plan) -> None:
        self._item = item
        if not self._dirty:
            now = self.host.county.now().astimezone(CHINA)
            self.status(_("已保存 {time}").format(time=now.strftime("%H:%M:%S")))

    def tell(self, error: CadreError) -> None:
        """What was refused is not saved: the next key tries again."""
        self._dirty = True
        super().tell(error)

    def flush(self) -> None:
        """Write what is left, and wait for it.

        Raises:
            CadreError: it is refused.
        """
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        item = self._written()
        if self._dirty and item is not None:
            plans.put(self.session, self._round, item)
            self._item, self._dirty = item, False

    def action_back(self) -> None:
        """Save and go back; where something cannot be saved, only the second time."""
        wrong = self._wrong() if self._dirty or self._typed[BY].strip() else ""
        untouched = not any(text.strip() for text in self._typed.values())
        if not self.saved():
            return
        if wrong and not untouched and not self._asked:
            self._asked = True
            self.notice(wrong + _("再按一次 Esc 就返回。"), wrong=True)
            return
        self.dismiss()
