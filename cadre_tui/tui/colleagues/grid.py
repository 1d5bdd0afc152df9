"""One criterion across all colleagues, without a screen: who is where, what was answered, what comes next."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import State
from cadre_tui.model.filling.form import Bounds, Form
from cadre_tui.model.filling.home import Task
from cadre_tui.model.people.person import Person
from cadre_tui.model.text import Text
from cadre_tui.scoring import validity
from cadre_tui.scoring.sheet import Scorer
from cadre_tui.tui.colleagues.sheet import Cell, Change, Mark, Progress, Sheet, columns

NOT_APPLICABLE: Final = Answer(na=True)

_OPEN: Final = frozenset({Mark.OPEN})


class Grid:
    """People down, criteria across, one cursor. ``forms`` come in the order of the tasks."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self.people: tuple[Person, ...] = tuple({form.task.subject.id: form.task.subject for form in forms}.values())
        checklists = {form.checklist.name: form.checklist for form in forms}
        self.columns = columns(checklists.values(), {form.checklist.name: form.errata for form in forms})
        self._sheets = {
            (form.task.subject.id, form.checklist.name): Sheet(
                form.task,
                form.checklist,
                dict(form.response.answers),
                form.response.state is State.SUBMITTED,
                form.sealed or not form.task.open or form.response.state is State.SUBMITTED,
                form.sealed,
            )
            for form in forms
        }
        self._undone: list[tuple[int, int, Answer | None]] = []
        self._cells: dict[int, tuple[Cell, ...]] = {}
        self._progress: dict[int, Progress] = {}
        self._best: dict[int, bool] = {}
        self.bounds = forms[0].bounds if forms else Bounds()
        self._scorers = {name: Scorer(each) for name, each in checklists.items()}
        self._weights = {form.checklist.name: form.bounds.weight for form in forms}
        self.row = 0
        self.column = 0

    # What there is

    def cell(self, row: int, column: int) -> Cell:
        """What stands at a place."""
        if row not in self._cells:
            self._cells[row] = tuple(self._look(row, at) for at in range(len(self.columns)))
        return self._cells[row][column]

    def _look(self, row: int, column: int) -> Cell:
        sheet, at = self._sheet(row, column), self.columns[column]
        if sheet is None or at.criterion.id not in sheet.visible:
            return Cell(Mark.NOT_ASKED)
        if sheet.sealed:
            return Cell(Mark.SEALED)
        answer = sheet.answers.get(at.criterion.id)
        if answer is None or not answer.given:
            return Cell(Mark.OPEN, answer)
        owes = sheet.owes.get(at.criterion.id, ())
        return Cell(Mark.OWING if owes else Mark.ANSWERED, answer, at.option_of(answer), owes)

    def progress(self, row: int) -> Progress:
        """How far the answers about one person have come."""
        if row not in self._progress:
            self._progress[row] = self._count(row)
        return self._progress[row]

    def _count(self, row: int) -> Progress:
        cells = [self.cell(row, column) for column in range(len(self.columns))]
        counted = [
            cell
            for cell, at in zip(cells, self.columns, strict=True)
            if at.criterion.required and cell.mark is not Mark.NOT_ASKED
        ]
        lacking = sum(not sheet.whole for sheet in self._sheets_of(row))
        return Progress(
            answered=sum(cell.mark is not Mark.OPEN for cell in counted) - lacking,
            asked=len(counted),
            owing=sum(cell.mark is Mark.OWING for cell in cells),
            handed_in=self.handed_in(row),
            sealed=self.sealed(row),
        )

    def handed_in(self, row: int) -> bool:
        """Whether everything about this person is handed in."""
        return all(sheet.handed_in for sheet in self._sheets_of(row))

    def sealed(self, row: int) -> bool:
        """Whether something that was answered about this person is not shown."""
        return any(sheet.sealed for sheet in self._sheets_of(row))

    def closed(self, row: int) -> bool:
        """Whether nothing about this person may be changed: handed in, or past the deadline."""
        return all(sheet.closed for sheet in self._sheets_of(row))

    def holds(self, forms: Sequence[Form]) -> bool:
        """Whether these forms say nothing that is not here."""
        other = Grid(forms)._sheets
        return self._sheets.keys() == other.keys() and all(
            (sheet.answers, sheet.handed_in, sheet.closed, sheet.sealed)
            == (other[key].answers, other[key].handed_in, other[key].closed, other[key].sealed)
            for key, sheet in self._sheets.items()
        )

    def tally(self, column: int) -> tuple[tuple[Text, int], ...]:
        """How often each option was chosen in a column."""
        chosen = [self.cell(row, column).option for row in range(len(self.people))]
        options = self.columns[column].options
        return tuple((option.text, chosen.count(number)) for number, option in enumerate(options, 1))

    @property
    def best(self) -> tuple[str, ...]:
        """The names of those who have the best grade by what was answered so far."""
        for row in range(len(self.people)):
            if row not in self._best:
                self._best[row] = validity.best(self._rated(row), self.bounds.grade, self.bounds.places)
        return tuple(person.name for row, person in enumerate(self.people) if self._best[row])

    @property
    def judged(self) -> int:
        """Among how many people the best grade is shared out: those of whom nothing is sealed."""
        return sum(not self.sealed(row) for row in range(len(self.people)))

    def _rated(self, row: int) -> list[validity.Rated]:
        return [
            validity.Rated(
                self._scorers[sheet.checklist.name],
                validity.taken(sheet.checklist, sheet.answers, self.bounds.blanks),
                self._weights[sheet.checklist.name],
            )
            for sheet in self._sheets_of(row)
            if not sheet.sealed
        ]

    def left(self, column: int) -> int:
        """How many people are still open in a column."""
        return sum(self.cell(row, column).mark is Mark.OPEN for row in range(len(self.people)))

    def task(self, row: int, column: int) -> Task | None:
        """The task that a place belongs to; none where the person is not asked about by that checklist."""
        sheet = self._sheet(row, column)
        return sheet.task if sheet else None

    # Moving

    def move(self, rows: int = 0, columns: int = 0) -> None:
        """Move the cursor, not beyond the edges."""
        self.row = min(max(self.row + rows, 0), max(len(self.people) - 1, 0))
        self.column = min(max(self.column + columns, 0), max(len(self.columns) - 1, 0))

    def go(self, row: int, column: int) -> None:
        """Put the cursor somewhere."""
        self.row, self.column = row, column
        self.move()

    def begin(self) -> None:
        """Go to the first open place; to the first of all where none is open."""
        self.go(len(self.people) - 1, len(self.columns) - 1)
        if not self.seek():
            self.go(0, 0)

    @property
    def here_open(self) -> bool:
        """Whether the place at the cursor can still be answered and is not."""
        return bool(self.people and self.columns) and self._asks((self.row, self.column), _OPEN)

    @property
    def done(self) -> bool:
        """Whether nothing is missing about anybody."""
        return bool(self.people) and all(self.progress(row).done for row in range(len(self.people)))

    @property
    def owing(self) -> int:
        """How many answers still lack a reason or evidence."""
        return sum(self.progress(row).owing for row in range(len(self.people)))

    @property
    def left_open(self) -> bool:
        """Whether some answer that is expected of everybody is still to be given."""
        places = ((row, column) for column in range(len(self.columns)) for row in range(len(self.people)))
        return any(self._expected(place[1]) and self._asks(place, _OPEN) for place in places)

    @property
    def all_closed(self) -> bool:
        """Whether nothing can be changed any more."""
        return bool(self.people) and all(map(self.closed, range(len(self.people))))

    def seek(self, wanted: Iterable[Mark] = (Mark.OPEN,)) -> bool:
        """Go to the next such place after the cursor, criterion by criterion, from the start again at the end."""
        found = next((place for place in self._ahead() if self._asks(place, frozenset(wanted))), None)
        if found is not None:
            self.go(*found)
        return found is not None

    def _ahead(self) -> Iterator[tuple[int, int]]:
        height, size = len(self.people), len(self.people) * len(self.columns)
        here = self.column * height + self.row
        for step in range(1, size + 1):
            column, row = divmod((here + step) % size, height)
            yield row, column

    def _asks(self, place: tuple[int, int], wanted: frozenset[Mark]) -> bool:
        sheet = self._sheet(*place)
        return sheet is not None and not sheet.closed and self.cell(*place).mark in wanted

    # Answering

    def choose(self, digit: int) -> Change | None:
        """Answer at the cursor with the option of that digit (from 1); None where that cannot be."""
        options = self.columns[self.column].options if self.columns else ()
        if not 1 <= digit <= len(options):
            return None
        return self._answer(options[digit - 1].answer)

    def not_applicable(self) -> Change | None:
        """Say at the cursor that the criterion does not apply, or take that back; None where that cannot be."""
        if not self.columns or not self.columns[self.column].criterion.allow_na:
            return None
        old = self.cell(self.row, self.column).answer
        return self.clear() if old is not None and old.na else self._answer(NOT_APPLICABLE)

    def clear(self) -> Change | None:
        """Take the answer at the cursor away; what was written to it stays."""
        old = self.cell(self.row, self.column).answer if self.people else None
        if old is None or not old.given:
            return None
        written = Answer(reason=old.reason, evidence=old.evidence)
        return self._put(self.row, self.column, None if written == Answer() else written)

    def step(self) -> bool:
        """Go on after an answer, to what nobody has scored yet; False, and no step, where nothing is left.

        Down the people, then those above, then the next criterion: what stands there already is never run into.
        """
        here = self.column
        places = sorted(self._ahead(), key=lambda place: place[1] != here)
        found = next((place for place in places if self._asks(place, _OPEN) and self._expected(place[1])), None)
        if found is not None:
            self.go(*found)
        return found is not None

    def _expected(self, column: int) -> bool:
        """Whether everybody is to be answered for there; a further remark is not."""
        at = self.columns[column]
        return at.criterion.required or bool(at.options)

    def undo(self) -> Change | None:
        """Take the last change back and go where it was made."""
        if not self._undone:
            return None
        row, column, answer = self._undone.pop()
        change = self._put(row, column, answer, remember=False)
        self.go(row, column)
        return change

    def _answer(self, value: Answer) -> Change | None:
        if not self.people or self.cell(self.row, self.column).mark is Mark.NOT_ASKED:
            return None
        old = self.cell(self.row, self.column).answer
        beside = {} if old is None else {"reason": old.reason, "evidence": old.evidence}
        return self._put(self.row, self.column, value.model_copy(update=beside))

    def _put(self, row: int, column: int, answer: Answer | None, *, remember: bool = True) -> Change | None:
        sheet, criterion = self._sheet(row, column), self.columns[column].criterion.id
        if sheet is None or sheet.closed:
            return None
        if remember:
            self._undone.append((row, column, sheet.answers.get(criterion)))
        if answer is None:
            sheet.answers.pop(criterion, None)
        else:
            sheet.answers[criterion] = answer
        sheet.judge()
        self._cells.pop(row, None)
        self._progress.pop(row, None)
        self._best.pop(row, None)
        return Change(sheet.task, criterion, answer)

    def _sheet(self, row: int, column: int) -> Sheet | None:
        return self._sheets.get((self.people[row].id, self.columns[column].checklist.name))

    def _sheets_of(self, row: int) -> list[Sheet]:
        return [sheet for (person, _), sheet in self._sheets.items() if person == self.people[row].id]
