"""Scoring all colleagues of a round, criterion by criterion, so that all are scored alike."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final
from unicodedata import normalize

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from cadre_tui.locale import _, language
from cadre_tui.model.fault import CadreError
from cadre_tui.model.filling.form import Form
from cadre_tui.model.filling.home import Todo
from cadre_tui.services.filling import responses
from cadre_tui.services.rounds.hours import zone_of
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import Action, Entry
from cadre_tui.tui.answers.privacy import who_sees_what
from cadre_tui.tui.autosave import Autosave, Changes, for_good
from cadre_tui.tui.colleagues.actions import CHANGING, CLOSED, GRID
from cadre_tui.tui.colleagues.grid import Grid
from cadre_tui.tui.colleagues.page import GridPage, progress_in_words
from cadre_tui.tui.colleagues.sheet import Change, Mark
from cadre_tui.tui.colleagues.told import commended_on, what_it_lacks, what_remains, why_given_back, why_not
from cadre_tui.tui.colleagues.words import bound_lines, criterion_lines, guidance, guidance_text, tally_line
from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.imprint import end_of_rule
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.encouragement.commended import Commended
from cadre_tui.tui.encouragement.encouraging import Encouraging
from cadre_tui.tui.widgets.block import Block
from cadre_tui.tui.widgets.line_list import LineList
from cadre_tui.words import refusals
from cadre_tui.words.checklists.imprint import imprint
from cadre_tui.words.rounds.title import round_title

WIDE: Final = 110
"""Columns of the terminal from which on the side pane is open."""

LOW, HIGH = 20, 30
"""Lines of the terminal below which guidance stands under F1 only, and from which on it has more room."""


class ColleaguesScreen(Encouraging):
    """A row a colleague, a digit a score. What is answered is saved within a second."""

    CSS_PATH = "screen.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high")]  # noqa: RUF012
    ACTIONS = GRID

    def __init__(self, todo: Todo) -> None:
        super().__init__()
        self._todo = todo
        self._grid: Grid | None = None
        self._form: Form | None = None
        self._autosave = Autosave(self, self._write)
        self._autosave.zone = zone_of(todo.deadline)
        self._refused: CadreError | None = None
        self._changed = 0
        self._just_scored: tuple[int, int] | None = None
        """The place that the last key scored; none as soon as the cursor was moved by hand."""

    def body(self) -> ComposeResult:
        """The criterion, the people, the tally; beside them the guidance where there is room."""
        with Horizontal(id="both"):
            with Vertical(id="scoring"):
                yield Block(id="criterion")
                yield LineList(id="people")
                yield Block(id="tally")
            yield Block(id="side")
        yield Block(id="rule")

    def fill(self) -> None:
        """Read what was answered so far, or draw it again in another language."""
        if self._grid is None:
            self.action_reload()
        else:
            self._draw()

    def looked_away(self) -> None:
        """Save as soon as the person looks elsewhere."""
        self._autosave.begin()

    def flush(self) -> None:
        """Save what is not saved yet; what was refused for good keeps nobody here."""
        if self._refused is None:
            self._autosave.flush()
            self._tell_saved()

    def guidance(self) -> str:
        """How it is done, what the criterion means, who sees what."""
        told = [
            _("按数字给光标处的人评分，随后到下一个还没有评的人；一项评完，到下一项。这样对每个人用的是同一把尺子。")
        ]
        if self._grid is not None and self._grid.columns:
            column = self._grid.columns[self._grid.column]
            text = guidance_text(column, language())
            title = column.criterion.text.say(language())
            told.append(title + _("：") + text if text else title)
            told.append(self._rule())
        return "\n\n".join(told)

    def _rule(self) -> str:
        """Who sees what, in the language in use."""
        return who_sees_what(self._form) if self._form else ""

    def _heard(self, actions: Iterable[Action]) -> Iterable[Action]:
        """Where everything is handed in, or over, the bottom line offers no scoring."""
        if self._grid is not None and self._grid.all_closed:
            left = (each for each in actions if each.name not in CHANGING)
            actions = [replace(each, label=CLOSED.get(each.name, each.label)) for each in left]
        return super()._heard(actions)

    def jumps(self) -> Sequence[Entry]:
        """All criteria and all people."""
        grid = self._grid
        if grid is None:
            return ()
        criteria = [
            Entry(
                f"{column.number}  {column.criterion.text.say(language())}",
                partial(self._go, None, number),
                _("还有 {count} 人").format(count=grid.left(number)) if grid.left(number) else self.glyphs.done,
            )
            for number, column in enumerate(grid.columns)
        ]
        people = [
            Entry(
                f"{person.name}  {person.duty}",
                partial(self._go, row, None),
                progress_in_words(grid.progress(row), self.glyphs),
                person.sort_key,
            )
            for row, person in enumerate(grid.people)
        ]
        return [*criteria, *people]

    # Reading and saving

    def action_reload(self) -> None:
        """Read everything anew."""
        if self.saved():
            self.fetch(self._read, partial(self._take, self._changed))

    def _read(self) -> tuple[Form, ...]:
        checklists = dict.fromkeys(task.checklist for task in self._todo.tasks)
        return tuple(
            form
            for checklist in checklists
            for form in responses.open_forms(self.session, self._todo.round, self._todo.purpose, checklist)
        )

    def _take(self, changed: int, forms: tuple[Form, ...]) -> None:
        """Show what was read, unless it is older than what was answered meanwhile, or nothing new."""
        before = self._grid
        if before is not None and changed != self._changed:
            self.action_reload()
            return
        if before is not None and before.holds(forms):
            return
        self._grid = Grid(forms)
        self._form = forms[0] if forms else None
        if before is not None:
            self._grid.go(before.row, before.column)
        elif self._grid.people and self._grid.columns:
            self._grid.begin()
        self._just_scored = None
        self._tell_rest()
        if told := why_given_back(forms):
            self.notice(told, wrong=True)
        self._draw()
        self.query_one("#people").focus()

    def _write(self, changes: Changes) -> None:
        """On any thread: everybody's changes in one write."""
        try:
            responses.save_many(self.session, changes)
        except CadreError as error:
            if for_good(error):
                self._refused = error
            raise

    @on(Autosave.Saved)
    def _tell_saved(self) -> None:
        closed = self._grid is not None and self._grid.all_closed
        self.status(_("只读") if closed else self._autosave.words())

    @on(Autosave.SaveFailed)
    def _tell_failure(self, message: Autosave.SaveFailed) -> None:
        self._tell_saved()
        if self._refused is None:
            told = _("没有保存成功：{reason}你填的都还在，程序会接着试。")
            self._autosave.retry_later()
        else:
            told = _("没有保存成功：{reason}表还在屏幕上，可以看，不能再改。")
        self.notice(told.format(reason=message.reason), wrong=True)

    def on_screen_resume(self) -> None:
        """A form may have been changed, or everything handed in."""
        if self._grid is not None:
            self.action_reload()

    # Answering

    def on_key(self, event: events.Key) -> None:
        """Digits answer, also the full-width ones of an input method."""
        digit = normalize("NFKC", event.character or "")
        if len(digit) == 1 and digit in "123456789" and self._grid is not None:
            event.stop()
            self._put(self._grid.choose(int(digit)) if self._may_change() else None, self._why_not(int(digit)))

    def action_answer(self) -> None:
        """From the palette."""
        self.notice(_("按 1 到 9 中这一项有的数字评分。"))

    def _may_change(self) -> bool:
        return self._refused is None and self._grid is not None

    def action_not_applicable(self) -> None:
        """Answer that it does not apply."""
        if self._grid is not None:
            change = self._grid.not_applicable() if self._may_change() else None
            self._put(change, self._why_not(None) or _("这一项不能填“不适用”。"))

    def _put(self, change: Change | None, why_not: str) -> None:
        if change is None or self._grid is None:
            self.notice(why_not, wrong=True)
            return
        self._note(change)
        scored = self._grid.row, self._grid.column
        self._just_scored = scored if self._grid.step() else None
        self.notice(what_it_lacks(self._grid, *scored) or what_remains(self._grid))
        self._draw()

    def _why_not(self, digit: int | None) -> str:
        """Why nothing can be answered here; without a digit, nothing where only the answer itself is at fault."""
        return refusals.sentence(self._refused) if self._refused is not None else why_not(self._grid, digit)

    def _tell_rest(self) -> None:
        """What remains to be done where everybody is scored."""
        self.notice(what_remains(self._grid) if self._grid is not None else "")

    def action_clear(self) -> None:
        """Take the answer at the cursor away."""
        self._change(self._grid.clear() if self._grid is not None and self._may_change() else None)

    def action_undo(self) -> None:
        """Take the last change back."""
        change = self._grid.undo() if self._grid is not None and self._may_change() else None
        self._change(change)
        if change is None:
            self.notice(_("没有可以撤销的改动。"))

    def _change(self, change: Change | None) -> None:
        if change is not None:
            self._note(change)
            self._just_scored = None
            self.notice("")
            self._draw()

    def _note(self, change: Change) -> None:
        self._changed += 1
        self._autosave.note(change.task, change.criterion, change.answer)
        self._tell_saved()

    # Moving

    def action_person(self, rows: int) -> None:
        """Up or down the people."""
        if self._grid is not None:
            self._just_scored = None
            self._grid.move(rows=rows)
            self._draw()

    def action_criterion(self, columns: int) -> None:
        """To another criterion, with the same person."""
        if self._grid is not None:
            self._just_scored = None
            self._grid.move(columns=columns)
            self._draw()

    def action_next(self) -> None:
        """To a place without an answer, which may be this one; then to those that lack a reason or evidence."""
        if self._grid is None:
            return
        self._just_scored = None
        if self._grid.here_open:
            self.notice(_("这里还没有评。要先评别人，用上下键移动。"))
            return
        found = self._grid.seek() or self._grid.seek((Mark.OWING,))
        self.notice("" if found else what_remains(self._grid) or _("没有未评的了。"))
        self._draw()

    def _go(self, row: int | None, column: int | None) -> None:
        if self._grid is not None:
            self._just_scored = None
            self._grid.go(self._grid.row if row is None else row, self._grid.column if column is None else column)
            self._draw()

    @on(LineList.Chosen)
    def _clicked(self, message: LineList.Chosen) -> None:
        name, _colon, number = message.target.partition(":")
        self._go(message.index, int(number) if name == "column" else None)

    def action_open_form(self) -> None:
        """The form of the colleague just scored, else of the one at the cursor, for reason and evidence."""
        grid = self._grid
        if grid is None or not grid.people or not grid.columns:
            return
        row, column = self._just_scored or (grid.row, grid.column)
        task = grid.task(row, column)
        if task is not None and self.saved():
            self._just_scored = None
            navigation.open_form(self.app, task, grid.columns[column].criterion.id)

    def commended(self) -> Commended | None:
        """The person and the criterion just scored, else at the cursor."""
        return commended_on(self._grid, self._todo.round, self._just_scored)

    def action_commend(self) -> None:
        """Write it; the next Enter is about the cursor again."""
        super().action_commend()
        self._just_scored = None

    def action_hand_in(self) -> None:
        """Everything in one act."""
        if self.saved():
            navigation.open_hand_in(self.app, self._todo.round, self._todo.purpose)

    # Drawing

    def laid_out(self) -> None:
        """Another height has room for more or less guidance."""
        if self._grid is not None:
            self._draw()

    def _draw(self) -> None:
        grid, speech, glyphs = self._grid, language(), self.glyphs
        where = _("评价同事") + f" {glyphs.dot} " + round_title(self._todo.round_title, self._todo.mock)
        if grid is None or not grid.people or not grid.columns:
            self.heading(where)
            self.notice(_("没有要评的同事。") if grid is not None else "")
            return
        done = sum(grid.progress(row).done for row in range(len(grid.people)))
        self.heading(where, _("评完 {done}/{all} 人").format(done=done, all=len(grid.people)))
        column, rule = grid.columns[grid.column], line(Part(glyphs.rule, "quiet"))
        of = imprint(column.checklist, speech)
        told = 0 if self._wide else self._guidance_lines
        self.query_one("#criterion", Block).show(
            lambda width: [*criterion_lines(grid, speech, glyphs, width, told), _across(rule, width)]
        )
        self.query_one("#people", LineList).show(GridPage(grid, glyphs, speech), grid.row)
        self.query_one("#tally", Block).show(
            lambda width: [
                line(Part(end_of_rule(of, width, glyphs), "quiet")),
                tally_line(grid, speech, glyphs, width),
                *bound_lines(grid, speech, width),
            ]
        )
        self.query_one("#side", Block).show(lambda width: guidance(column, speech, glyphs, width, 99))
        rules = self._rule()
        self.query_one("#rule", Block).show(lambda width: [line(Part(each, "quiet")) for each in wrap(rules, width)])
        self._tell_saved()
        self.show_keys()

    @property
    def _wide(self) -> bool:
        return self.size.width >= WIDE

    @property
    def _guidance_lines(self) -> int:
        return 0 if self.size.height < LOW else 2 if self.size.height < HIGH else 4


def _across(rule: Line, width: int) -> Line:
    return line(Part(rule[0].text * width, rule[0].style))
