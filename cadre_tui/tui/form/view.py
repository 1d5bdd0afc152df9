"""What a form's screen consists of, and how it shows what is so."""

from functools import partial

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical

from cadre_tui import locale
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.form import Form
from cadre_tui.model.filling.home import Task
from cadre_tui.services.filling import responses, tasks
from cadre_tui.tui.actions import Entry
from cadre_tui.tui.drawing.parts import Line
from cadre_tui.tui.encouragement.commended import Commended
from cadre_tui.tui.encouragement.encouraging import Encouraging
from cadre_tui.tui.form import words as form_words
from cadre_tui.tui.form.actions import FORM, idle_at
from cadre_tui.tui.form.notes_editor import NotesEditor
from cadre_tui.tui.form.page import FormPage
from cadre_tui.tui.form.section_rail import RailEntry, SectionRail
from cadre_tui.tui.form.state import FormState
from cadre_tui.tui.form.unfinished import unfinished
from cadre_tui.tui.widgets.block import Block
from cadre_tui.tui.widgets.guidance_pane import GuidancePane
from cadre_tui.words.checklists.imprint import imprint

WIDE = 120
"""Columns from which on guidance and evidence stand beside the rows."""

NARROW = 76
"""Columns below which the rail gives way."""

LOW = 20
"""Lines below which the guidance gives way; F1 has it."""


class FormView(Encouraging):
    """One task, shown. What is typed lives in ``FormState``; the widgets only show it."""

    CSS_PATH = "screen.tcss"

    def __init__(self, task: Task, at: str | None = None) -> None:
        """``at`` is the criterion to begin at; left out, where one stopped."""
        super().__init__()
        self._asked = task
        self._at = at
        self._state: FormState | None = None
        self._cell: str | None = None
        self._touched = False
        self._leaving_told = False
        self._idle: frozenset[str] = frozenset()

    # What it consists of

    def body(self) -> ComposeResult:
        """The rail, the rows, and what is said about them."""
        with Horizontal(id="form"):
            yield SectionRail(self.glyphs)
            with Container(id="work"):
                with Vertical(id="sheet"):
                    yield Block(id="section-title")
                    yield FormPage(FORM, self.glyphs, self.typed)
                with Vertical(id="aside"):
                    yield GuidancePane(self.glyphs)
                    yield NotesEditor(self.glyphs, self.written, self.left_notes)

    def fill(self) -> None:
        """Read the form at first; after that, show it."""
        self.set_focus(self.query_one(FormPage))
        if self._state is None:
            self._read()
        else:
            self._show()

    def _read(self) -> None:
        self.fetch(lambda: responses.open_form(self.session, self._asked), self._opened)

    def _read_again(self) -> None:
        """After something was done elsewhere: the task may be open now or no more, the answers may be others."""
        session, asked = self.session, self._asked

        def find() -> tuple[Task, Form]:
            for task in tasks.todo(session, asked.round, asked.purpose).tasks:
                if (task.subject.id, task.checklist) == (asked.subject.id, asked.checklist):
                    return task, responses.open_form(session, task)
            return asked, responses.open_form(session, asked)

        self.fetch(find, lambda found: self._opened_again(*found))

    def _opened_again(self, task: Task, form: Form) -> None:
        """What is the same stays as it is, with all that can be undone."""
        state = self._state
        same = state is not None and (form.response.answers, form.response.state, form.sealed, form.errata) == (
            state.answers,
            state.form.response.state,
            state.form.sealed,
            state.form.errata,
        )
        self._asked = task
        if not same:
            self._at = state.cursor if state else None
            self._opened(form)
        self._show()
        self.show_keys()

    def _opened(self, form: Form) -> None:
        kept = unfinished(self.app, self.session, self._asked)
        self._state = FormState(form, self.changed, kept)
        if self._at:
            self._state.go(self._at)
        self._at = None
        if told := form_words.sealed_in_words(form) or form_words.returned_in_words(form):
            self.notice(told, wrong=True)
        self._show()
        self.show_keys()

    def commended(self) -> Commended | None:
        """The criterion just answered, else at the cursor, of a form about a colleague."""
        state, task = self._state, self._asked
        about = state.noted if state is not None else None
        if state is None or about is None or task.purpose is not Purpose.PEER:
            return None
        return Commended(task.round, task.subject, task.checklist, about, state.criteria[about].text)

    # What the screen that answers and saves does: overridden there

    def changed(self, criterion: str, answer: Answer | None) -> None:
        """An answer changed."""

    def saving(self) -> str:
        """How far saving has come, in words."""
        return ""

    def go_to(self, criterion: str) -> None:
        """Put the cursor on a criterion."""

    def typed(self, text: str) -> None:
        """A character for the cell that is being typed in, or "" to erase one."""

    def written(self, criterion: str, field: str, text: str) -> None:
        """A text was written."""

    def left_notes(self, step: int) -> None:
        """The person left what is written: to go on (1), back (-1), or out (0)."""

    # What it shows

    def _show(self) -> None:
        """Show what is so now; each widget paints what differs."""
        state = self._state
        if state is None:
            return
        language = locale.language()
        self.heading(form_words.heading(state.form, language), form_words.progress(state))
        self.status(self.saving())
        section = state.section
        self.query_one(SectionRail).show(
            tuple(
                RailEntry(each.id, each.title.say(language), done.mark, done.answered, done.asked, each is section)
                for each in state.sections
                for done in (state.progress(each),)
            )
        )
        page = self.query_one(FormPage)
        page.typing = self._cell is not None
        self.query_one("#section-title", Block).show(partial(self._section_title, language))
        shown = [each.id for each in state.rows(section)] if section else []
        page.show([state.view(each, language, cell=self._cell, touched=self._touched) for each in shown])
        self._show_guidance()
        idle = idle_at(state.criteria[state.cursor], state.drawing(state.cursor)) if state.cursor else self._idle
        if idle != self._idle:
            self._idle = idle
            self.show_keys()
        if state.cursor in shown:
            self.call_after_refresh(self._follow)

    def _section_title(self, language: str, width: int) -> list[Line]:
        return [form_words.section_title(self._state, language, width, self.glyphs)] if self._state else []

    def on_form_page_moved(self) -> None:
        """The row at the cursor stays in view, whenever the rows and the guidance get their places."""
        self._follow()

    def _follow(self) -> None:
        page = self.query_one(FormPage)
        position = next((at for at, row in enumerate(page.rows) if row.view.active), None)
        if position is None:
            return
        page.bring_into_view(position)
        if page.has_focus:
            self.app.cursor_position = page.place_of(position, self._cell)

    def _show_guidance(self) -> None:
        if self._state is not None:
            wide = self.has_class("-wide")
            notes = not self.query_one(NotesEditor).is_open
            told = form_words.paragraphs(self._state, locale.language(), whole=wide, notes=notes)
            of = imprint(self._state.form.checklist, locale.language())
            self.query_one(GuidancePane).show(told, of, whole=wide)

    def guidance(self) -> str:
        """The criterion's guidance in full, for F1."""
        if self._state is None:
            return ""
        told = form_words.paragraphs(self._state, locale.language(), whole=True)
        return "\n".join(text for _style, text in told if text)

    def jumps(self) -> list[Entry]:
        """Every criterion that is asked."""
        state, language = self._state, locale.language()
        if state is None:
            return []
        return [
            Entry(
                label=f"{state.numbers[each]}  {state.criteria[each].text.say(language)}",
                go=partial(self.go_to, each),
                hint=form_words.state_of(state, each),
            )
            for each in state.order
        ]

    def laid_out(self) -> None:
        """Panes open and close with the room that there is."""
        width, height = self.size
        self.set_class(width >= WIDE, "-wide")
        self.set_class(width < NARROW, "-narrow")
        self.set_class(height < LOW and width < WIDE, "-low")
        self._show()
