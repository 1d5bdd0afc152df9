"""What the grid of colleagues is made of: its columns, its cells, the answers to one checklist about one person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from cadre_tui import scoring
from cadre_tui.kinds import draw
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Choices, Drawing, DrawnOption
from cadre_tui.model.checklists.checklist import Checklist, Criterion
from cadre_tui.model.checklists.erratum import Errata
from cadre_tui.model.filling.home import Task
from cadre_tui.model.text import Text
from cadre_tui.tui.answers.row_view import position_of


class Mark(Enum):
    """What stands in one cell of the grid."""

    NOT_ASKED = auto()
    """This person is not asked about by this criterion: another checklist, or hidden by another answer."""
    OPEN = auto()
    ANSWERED = auto()
    OWING = auto()
    """Answered, but a reason or evidence is still to be written."""
    SEALED = auto()
    """Not shown, whatever was answered."""


@dataclass(frozen=True)
class Column:
    """One criterion; ``number`` counts from 1 across all checklists of the round."""

    number: int
    checklist: Checklist
    section: Text
    criterion: Criterion
    drawing: Drawing
    errata: Errata = field(default_factory=dict)

    @property
    def options(self) -> tuple[DrawnOption, ...]:
        """The options that digits choose; none where something else than an option is asked."""
        return self.drawing.options if isinstance(self.drawing, Choices) else ()

    def option_of(self, answer: Answer) -> int:
        """Which option (from 1) an answer is; 0 where it is none."""
        return position_of(answer, self.drawing) if isinstance(self.drawing, Choices) else 0


@dataclass(frozen=True)
class Cell:
    """What one person has in one column. ``option`` counts from 1, 0 where the answer is no option."""

    mark: Mark
    answer: Answer | None = None
    option: int = 0
    owes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    """An answer put in (or taken away: None), to be saved."""

    task: Task
    criterion: str
    answer: Answer | None


@dataclass(frozen=True)
class Progress:
    """``answered`` of the criteria that must be answered about one person; ``owing`` still lack words."""

    answered: int
    asked: int
    owing: int
    handed_in: bool
    sealed: bool = False

    @property
    def done(self) -> bool:
        """Whether nothing is missing."""
        return self.answered == self.asked and not self.owing


@dataclass
class Sheet:
    """The answers about one person to one checklist, and what follows from them."""

    task: Task
    checklist: Checklist
    answers: dict[str, Answer]
    handed_in: bool
    closed: bool
    sealed: bool
    visible: frozenset[str] = frozenset()
    owes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.judge()

    @property
    def whole(self) -> bool:
        """Whether it can be handed in as it stands, although it is sealed."""
        return not self.sealed or self.task.answered == self.task.asked

    def judge(self) -> None:
        """Look again at what is asked and what is missing."""
        self.visible = scoring.visible(self.checklist, self.answers)
        owes: dict[str, tuple[str, ...]] = {}
        for each in scoring.missing(self.checklist, self.answers):
            if each.what != "answer":
                owes[each.criterion] = (*owes.get(each.criterion, ()), each.what)
        self.owes = owes


def columns(checklists: Iterable[Checklist], errata: Mapping[str, Errata]) -> tuple[Column, ...]:
    """All criteria of the checklists in order; ``errata`` by the checklists' names."""
    found = ((each, section, item) for each in checklists for section in each.section for item in section.criterion)
    return tuple(
        Column(
            number, checklist, section.title, criterion, draw(criterion, checklist), errata.get(checklist.name, {})
        )
        for number, (checklist, section, criterion) in enumerate(found, 1)
    )
