"""What became of a plan: each item done, partly, or not, and a word. A self-assessment opens with it."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input

from cadre_tui.locale import N_, _
from cadre_tui.model.filling.home import Task
from cadre_tui.model.growth.plan import Followed, Plan, PlanItem
from cadre_tui.model.refusal import CadreError
from cadre_tui.services.growth import plans
from cadre_tui.services.growth.reading import today
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, SAVE, Action
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.growth.follow_page import CHOICES, answer, rows
from cadre_tui.tui.growth.put_off import put_off
from cadre_tui.tui.growth.reading import paragraph
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.block import Block
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words.rounds.title import round_title


class FollowScreen(CadreScreen):
    """A number answers, Enter writes a word; before a self-assessment ``z`` goes on to its form."""

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("answer(1)", "1", N_("做到了"), N_("光标处的一条做到了")),
        Action("answer(2)", "2", N_("一部分"), N_("光标处的一条做了一部分")),
        Action("answer(3)", "3", N_("没有做"), N_("光标处的一条没有做")),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", shown=False, handled=True),
        Action("word", "enter", N_("写一句"), N_("给光标处的一条补充一句"), first=True),
        Action("go_on", "z", N_("填自评表"), N_("接着填自评表"), weight=3),
        BACK,
    )

    def __init__(self, round_id: str, task: Task | None = None, at: str | None = None) -> None:
        super().__init__()
        self._round = round_id
        self._form = task
        self._at = at
        """The criterion from which on the form is filled in, where one was chosen."""
        self._plan: Plan | None = None
        self._word_of = ""
        """The item whose word stands in the field; empty where none does."""

    def body(self) -> ComposeResult:
        """What is asked, the items, and the field for a word."""
        yield Block(id="about")
        yield MenuList(id="list")
        hint = _("补充一句，可以不写")
        yield Input(id="word", max_length=plans.LONGEST_PART, select_on_focus=False, placeholder=hint)

    def fill(self) -> None:
        """Read it, or draw it again in another language."""
        self.heading(_("上次的计划做得怎样"))
        self.query_one("#word").display = False
        self.set_focus(self.query_one(MenuList))
        self.query_one("#about", Block).show(self._above)
        if self._plan is None:
            self.fetch(partial(plans.plan, self.session, self._round), self._show)
        else:
            self._show(self._plan)

    def guidance(self) -> str:
        """Who sees it."""
        return _(
            "每一条按 1 做到了、2 做了一部分、3 没有做，按 Enter 可以补充一句，马上保存。"
            "只有你自己看得到：它跟着计划存着，在下一次的结果里摆在旁边；没做完的，写新计划时会先提出来。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A word needs an item; one goes on to a form where one came from it."""
        if action == "go_on":
            return self._form is not None and not self._writing
        if action == "answer":
            return self._plan is not None and not self._writing
        if action == "word":
            return self._plan is not None
        return action != SAVE.name and super().check_action(action, parameters)

    def laid_out(self) -> None:
        """Wrapped anew."""
        if self._plan is not None:
            self.call_after_refresh(self._show, self._plan)

    @property
    def _asked_in(self) -> str:
        return self._form.round if self._form else ""

    @property
    def _writing(self) -> bool:
        return self.focused is not None and self.focused.id == "word"

    @property
    def _here(self) -> PlanItem | None:
        row = self.query_one(MenuList).here
        return self._plan.item(row.name) if self._plan and row else None

    def _above(self, width: int) -> list[Line]:
        if self._form is None:
            return []
        told = _("自评以前，先看上次定的计划：每一条做得怎样？说完按 z 填自评表。")
        return [*paragraph(told, width), line(Part(self.glyphs.rule * width, "quiet"))]

    # Answering

    def action_answer(self, number: str | int) -> None:
        """Answer for the item at the cursor; it stays there, for a word."""
        item = self._here
        if item is None:
            return
        said = item.followed.word if item.followed else ""
        if self._tell(item, CHOICES[int(number) - 1], said):
            if self._open_ones:
                self.notice(_("记下了。按 Enter 补充一句，按 ↓ 到下一条。"))
            else:
                self.notice(_("都说了。按 z 接着填自评表。") if self._form else _("都说了。"))

    def action_go_on(self) -> None:
        """To the form; what is not answered is asked again once they have signed in anew."""
        if self._form is not None:
            put_off(self.session, self._round)
            navigation.open_form(self.app, self._form, self._at, instead=True)

    def _tell(self, item: PlanItem, how: Followed, word: str) -> bool:
        """Write it, at once: one small file, so that the next key finds it written."""
        try:
            self._plan = plans.follow(self.session, self._round, item.id, how, word)
        except CadreError as error:
            self.tell(error)
            return False
        self._show(self._plan)
        return True

    @property
    def _open_ones(self) -> list[str]:
        """The items that nothing was said about, to this question."""
        items = self._plan.items if self._plan else ()
        return [each.id for each in items if answer(each, self._asked_in) is None]

    # A word

    def action_word(self) -> None:
        """Begin a word, or end it and go on to the next item.

        The focus moves in the same turn, so that a key pressed right after Enter is none of the word's; the field
        learns of it after all keys before it.
        """
        if self._writing:
            self._end_word()
            self.query_one(MenuList).step(1)
        else:
            shown = self.query_one(MenuList)
            shown.call_later(shown.choose)

    def action_back(self) -> None:
        """Out of the field first; what was typed stays."""
        if self._writing:
            self._end_word()
        else:
            super().action_back()

    def flush(self) -> None:
        """Save the word that is being typed.

        Raises:
            CadreError: it is refused.
        """
        item = self._plan.item(self._word_of) if self._plan and self._word_of else None
        word = self.query_one("#word", Input).value
        if item is not None and item.followed is not None and item.followed.word != word:
            self._plan = plans.follow(self.session, self._round, item.id, item.followed.how, word)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The word is whole."""
        event.stop()
        if self.saved() and not self._writing:
            self._word_of = ""
            event.input.display = False
            if self._plan is not None:
                self._show(self._plan)

    def _begin(self, item: PlanItem) -> None:
        if answer(item, self._asked_in) is None:
            self.notice(_("先按 1、2 或 3 说做得怎样，再补充。"))
            return
        field = self.query_one("#word", Input)
        self._word_of = item.id
        field.value = item.followed.word if item.followed else ""
        field.cursor_position = len(field.value)
        field.display = True
        self.set_focus(field)

    def _end_word(self) -> None:
        field = self.query_one("#word", Input)
        self.set_focus(self.query_one(MenuList))
        field.call_later(field.action_submit)

    async def speak(self) -> None:
        """What was typed is kept."""
        self.saved()
        self._word_of = ""
        await super().speak()

    def _show(self, plan: Plan) -> None:
        self._plan = plan
        told = sum(answer(each, self._asked_in) is not None for each in plan.items)
        count = _("已答 {done}/{all} 条").format(done=told, all=len(plan.items))
        said = _("上次的计划：{round}") if self._form else _("计划做得怎样：{round}")
        self.heading(said.format(round=round_title(plan.title, plan.mock)), count)
        shown = self.query_one(MenuList)
        width = shown.scrollable_content_region.width
        day = today(self.host.county)
        shown.offer(Menu(rows(plan, self._asked_in, self.glyphs, width, day, self._begin)))
        self.show_keys()
