"""Putting one answer right: its options or cells as a form has them, and its evidence."""

import json
from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Label, TextArea

from cadre_tui.kinds import draw
from cadre_tui.locale import N_, _, language
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Choices, Drawing, NumberLines, RatioField, TextField
from cadre_tui.model.oversight.appeal import Appeal
from cadre_tui.model.oversight.voices import Correctable
from cadre_tui.scoring import parse_response, write_answer
from cadre_tui.services.oversight import corrections
from cadre_tui.tui.actions import BACK, SAVE, Action
from cadre_tui.tui.answers import typed
from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.menu import Menu, Row
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.block import Block
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.tui.widgets.writing import Writing
from cadre_tui.words.terms import purpose

EVIDENCE = "evidence"


class CorrectionScreen(CadreScreen):
    """Enter chooses an option, Tab goes on to the next field, F9 puts it right. What is left empty stays."""

    CSS_PATH = "screen.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("put", "f9", N_("更正"), N_("按填的更正，原件保留"), weight=1),
        Action("field", "tab", N_("下一栏"), N_("到下一栏"), handled=True),
        Action("choose", "enter", N_("选定"), N_("选定光标处的一项"), handled=True),
        BACK,
    )

    def __init__(self, round_id: str, receipt: str, which: Correctable) -> None:
        super().__init__()
        self._round = round_id
        self._receipt = receipt
        self._which = which
        self._drawing: Drawing = draw(which.criterion, which.checklist)
        self._chosen: int | None = None

    def guidance(self) -> str:
        """What stays."""
        return _("只填要更正的：没有填的照原来的不变。原来的答卷完整保留，更正前后都写在异议里，提出人看得到。")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is kept before it is put right; there is something to choose among options only."""
        if action == "choose":
            return isinstance(self._drawing, Choices)
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """The criterion, its fields, its evidence."""
        yield Block(id="about")
        if isinstance(self._drawing, Choices):
            yield MenuList(id="options")
            yield from self._field(EVIDENCE, _("佐证（原来的有误才填，几件用；分开）"))
            return
        with VerticalScroll(id="fields", can_focus=False):
            if isinstance(self._drawing, TextField):
                yield Writing(self._leave, id="text")
            for cell in typed.cells(self._drawing):
                yield from self._field(f"cell-{typed.cells(self._drawing).index(cell)}", self._label(cell))
            yield from self._field(EVIDENCE, _("佐证（原来的有误才填，几件用；分开）"))

    def _field(self, name: str, label: str) -> ComposeResult:
        yield Label(label, classes="field", markup=False)
        yield Input(id=name, select_on_focus=False)

    def _label(self, cell: str) -> str:
        if isinstance(self._drawing, NumberLines):
            return next(each.text.say(language()) for each in self._drawing.lines if each.id == cell)
        if isinstance(self._drawing, RatioField):
            return _("完成数") if cell == typed.DONE else _("计划数")
        return _("正确的内容")

    def fill(self) -> None:
        """About which answer of whom."""
        which = self._which
        dot = f" {self.glyphs.dot} "
        self.heading(dot.join((_("更正"), purpose(which.purpose), which.name)), self._receipt)
        self.query_one("#about", Block).show(self._about_lines)
        if isinstance(self._drawing, Choices):
            self._show_options()
        self.set_focus(next(iter(self.query("MenuList, Writing, Input"))))

    def laid_out(self) -> None:
        """Wrapped anew."""
        self.query_one("#about", Block).show(self._about_lines)

    def _about_lines(self, width: int) -> list[Line]:
        text = self._which.criterion.text.say(language())
        told = _("只填要更正的，没有填的照原来的不变；原件保留。按 F9 更正。")
        return [
            *(line(Part(each, "strong")) for each in wrap(text, width)),
            *(line(Part(each, "quiet")) for each in wrap(told, width)),
        ]

    def _show_options(self) -> None:
        assert isinstance(self._drawing, Choices)  # noqa: S101 - asked for by whoever calls
        rows = [
            Row(
                partial(self._option_line, number, each.text.say(language())),
                partial(self._choose, number),
                str(number),
            )
            for number, each in enumerate(self._drawing.options)
        ]
        self.query_one(MenuList).offer(Menu(rows))

    def _option_line(self, number: int, text: str, width: int, here: bool) -> Line:
        del width
        chosen = number == self._chosen
        mark = self.glyphs.done if chosen else self.glyphs.not_begun
        told = f" {mark} {number + 1} {text}" + ("　" + _("改为这一项") if chosen else "")
        return line(Part(self.glyphs.cursor if here else " ", "next"), Part(told, "next" if here else ""))

    def _choose(self, number: int) -> None:
        self._chosen = None if self._chosen == number else number
        self._show_options()

    def _leave(self, writing: Writing, step: int) -> None:
        del writing
        if step:
            self.set_focus(self.query_one(f"#{EVIDENCE}"))
        else:
            self.action_back()

    # What is put right

    def action_put(self) -> None:
        """Put it right, if what is typed can be read."""
        texts = {
            cell: self.query_one(f"#cell-{number}", Input).value.strip()
            for number, cell in enumerate(typed.cells(self._drawing))
        }
        wrong = typed.wrong(texts, self._drawing)
        loose = typed.unsettled(texts, self._drawing)
        if wrong or loose:
            self.notice(next(iter(wrong.values()), _(typed.OTHER_MISSING)), wrong=True)
            return
        raw = self._raw(texts)
        if not raw:
            self.notice(_("还没有填要更正的内容。"), wrong=True)
            return
        which = self._which
        put = partial(
            corrections.correct, self.session, self._round, self._receipt, which.purpose, which.criterion.id
        )
        self.fetch(partial(put, raw, rater=which.rater), self._done)

    def _raw(self, texts: dict[str, str]) -> dict[str, Any]:
        """What is typed, as a response file writes it."""
        answer = Answer.model_validate(typed.values(texts, self._drawing))
        if isinstance(self._drawing, Choices) and self._chosen is not None:
            answer = self._drawing.options[self._chosen].answer
        if isinstance(self._drawing, TextField):
            answer = Answer(text=self.query_one("#text", TextArea).text.strip() or None)
        pieces = self.query_one(f"#{EVIDENCE}", Input).value.replace("；", ";").split(";")
        evidence = tuple(each.strip() for each in pieces if each.strip())
        written = write_answer(answer.model_copy(update={EVIDENCE: evidence}))
        raw = parse_response(json.dumps(written).encode(), "")
        return dict(raw)

    def _done(self, appeal: Appeal) -> None:
        del appeal
        self.dismiss()
