"""Scoring all colleagues of a round, criterion by criterion, so that all are scored alike."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from unicodedata import normalize

from textual import events, on

from cadre_tui.locale import _, language
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import Action, Entry
from cadre_tui.tui.colleagues.actions import CHANGING, CLOSED, GRID
from cadre_tui.tui.colleagues.page import progress_in_words
from cadre_tui.tui.colleagues.saving import ColleaguesSaving
from cadre_tui.tui.colleagues.sheet import Change, Mark
from cadre_tui.tui.colleagues.told import commended_on, what_it_lacks, what_remains, why_not
from cadre_tui.tui.encouragement.commended import Commended
from cadre_tui.tui.widgets.line_list import LineList
from cadre_tui.words import refusals


class ColleaguesScreen(ColleaguesSaving):
    """Reads the keys: a digit is a score, and goes on to the next person."""

    ACTIONS = GRID

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
