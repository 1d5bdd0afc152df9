"""A ballot: who stands on it, what is asked about them, and the marks, one sign a cell."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import Final, NamedTuple

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import DrawnOption
from cadre_tui.model.base import Frozen
from cadre_tui.model.people.person import Person
from cadre_tui.model.text import Text

SIGNS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
"""The n-th option (from 0) is marked by the n-th sign."""

BLANK: Final = "."


class Cell(NamedTuple):
    """A place on a ballot: of the ``subject``-th person the ``question``-th thing that is asked, from 0."""

    subject: int
    question: int


class Question(Frozen):
    """One criterion of a checklist (``id|version``), with its options; ``about`` are the ids of whom it is asked."""

    checklist: str
    criterion: str
    text: Text
    guidance: Text | None = None
    options: tuple[DrawnOption, ...]
    about: frozenset[str]


class BallotForm(Frozen):
    """What every ballot of a rater group shows: the same people in the same order, whoever votes.

    ``best`` is the share (0 to 1) of the people who may be given the best grade; ``text``: a word about each may be
    written; ``until`` carries its zone.
    """

    round: str
    title: Text
    mock: bool
    group: str
    group_title: Text
    subjects: tuple[Person, ...]
    questions: tuple[Question, ...]
    best: Decimal
    text: bool = False
    until: datetime | None = None

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """All places, person by person."""
        return tuple(
            Cell(at, number)
            for at, subject in enumerate(self.subjects)
            for number, question in enumerate(self.questions)
            if subject.id in question.about
        )

    @cached_property
    def _place(self) -> Mapping[Cell, int]:
        return {cell: at for at, cell in enumerate(self.cells)}

    @property
    def empty(self) -> str:
        """The marks of a ballot on which nothing is marked."""
        return BLANK * len(self.cells)

    def asks(self, cell: Cell) -> bool:
        """Whether that is a place to be marked."""
        return cell in self._place

    def mark(self, marks: str, cell: Cell) -> int | None:
        """Which option (from 0) is marked in a place; None where none is."""
        sign = marks[self._place[cell]]
        return None if sign == BLANK else SIGNS.index(sign)

    def marked(self, marks: str, cell: Cell, option: int | None) -> str:
        """The marks with that option in that place, or with none."""
        at = self._place[cell]
        return marks[:at] + (BLANK if option is None else SIGNS[option]) + marks[at + 1 :]

    def blanks(self, marks: str) -> tuple[Cell, ...]:
        """The places where nothing is marked."""
        return tuple(cell for cell, sign in zip(self.cells, marks, strict=True) if sign == BLANK)

    def fits(self, marks: str) -> bool:
        """Whether these can be the marks of this ballot: a sign a place, each of them an option there."""
        return len(marks) == len(self.cells) and all(
            sign == BLANK or sign in SIGNS[: len(self.questions[cell.question].options)]
            for cell, sign in zip(self.cells, marks, strict=True)
        )

    def answers(self, marks: str, subject: int, checklist: str) -> dict[str, Answer]:
        """What is marked about one person by one checklist, as answers by criterion."""
        found = {}
        for number, question in enumerate(self.questions):
            cell = Cell(subject, number)
            if question.checklist == checklist and self.asks(cell) and (mark := self.mark(marks, cell)) is not None:
                found[question.criterion] = question.options[mark].answer
        return found

    def checklists(self) -> Iterable[str]:
        """The checklists that are asked, by ``id|version``, in their order."""
        return dict.fromkeys(question.checklist for question in self.questions)
