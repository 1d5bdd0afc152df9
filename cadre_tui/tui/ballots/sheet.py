"""A ballot that is being marked: where the cursor stands, what is marked, what comes next. Pure."""

from cadre_tui.model.ballots.form import BallotForm, Cell
from cadre_tui.model.ballots.remarks import Remarks


class Sheet:
    """People down, questions across, one cursor."""

    def __init__(self, form: BallotForm, marks: str, remarks: Remarks | None = None) -> None:
        self.form = form
        self.marks = marks
        self.remarks = dict(remarks or {})
        self.row = self.column = 0
        self._undone: list[tuple[Cell, int | None]] = []
        if self._open(self.here) is False:
            self.seek()

    @property
    def here(self) -> Cell:
        """Where the cursor stands."""
        return Cell(self.row, self.column)

    @property
    def left(self) -> int:
        """How many places are blank."""
        return len(self.form.blanks(self.marks))

    def mark(self, cell: Cell) -> int | None:
        """The option (from 0) that is marked there; None where none is, or nothing is asked."""
        return self.form.mark(self.marks, cell) if self.form.asks(cell) else None

    def move(self, rows: int = 0, columns: int = 0) -> None:
        """Move the cursor, not beyond the edges."""
        self.row = min(max(self.row + rows, 0), len(self.form.subjects) - 1)
        self.column = min(max(self.column + columns, 0), len(self.form.questions) - 1)

    def go(self, cell: Cell) -> None:
        """Put the cursor somewhere."""
        self.row, self.column = cell

    def choose(self, digit: int) -> bool:
        """Mark the option of that digit (from 1) at the cursor, and go on; False where that cannot be."""
        cell = self.here
        options = self.form.questions[self.column].options
        if not self.form.asks(cell) or not 1 <= digit <= len(options):
            return False
        self._put(cell, digit - 1)
        self.seek()
        return True

    def write(self, row: int, text: str) -> None:
        """Keep a word about a person; none takes it away."""
        if text:
            self.remarks[row] = text
        else:
            self.remarks.pop(row, None)

    def clear(self) -> bool:
        """Take the mark at the cursor away."""
        if self.mark(self.here) is None:
            return False
        self._put(self.here, None)
        return True

    def undo(self) -> bool:
        """Take the last change back and go where it was made."""
        if not self._undone:
            return False
        cell, before = self._undone.pop()
        self.marks = self.form.marked(self.marks, cell, before)
        self.go(cell)
        return True

    def seek(self) -> bool:
        """Go to the next blank place: down the people, then the next question, from the start again at the end."""
        height, width = len(self.form.subjects), len(self.form.questions)
        here = self.column * height + self.row
        for step in range(1, height * width):
            column, row = divmod((here + step) % (height * width), height)
            if self._open(Cell(row, column)):
                self.go(Cell(row, column))
                return True
        return False

    def tally(self, column: int) -> list[int]:
        """How often each option of a question is marked."""
        marks = [self.mark(Cell(row, column)) for row in range(len(self.form.subjects))]
        return [marks.count(option) for option in range(len(self.form.questions[column].options))]

    def _open(self, cell: Cell) -> bool:
        return self.form.asks(cell) and self.form.mark(self.marks, cell) is None

    def _put(self, cell: Cell, option: int | None) -> None:
        self._undone.append((cell, self.form.mark(self.marks, cell)))
        self.marks = self.form.marked(self.marks, cell, option)
