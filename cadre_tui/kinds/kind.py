"""What every kind of criterion offers. A kind is one file of this package that ends with ``KIND = …``."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar, Generic, TypeVar

from cadre_tui.kinds.comparable import Comparable
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Drawing
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Checklist, Criterion, Scale, Section, Value
from cadre_tui.model.fault import Fault
from cadre_tui.model.written import fraction

C = TypeVar("C", bound=Criterion)


@dataclass(frozen=True)
class Setting:
    """Where a criterion stands: its checklist, whose scales it may use, and its section, whose kind sets the sign."""

    checklist: Checklist
    section: Section

    @property
    def base(self) -> bool:
        """Whether its points are part of the checklist's total."""
        return self.section.kind == "base"

    @property
    def penalty(self) -> bool:
        """Whether it only takes points, all written with their minus."""
        return self.section.kind == "penalty"

    def scale(self, scale_id: str) -> Scale | None:
        """The scale of that id, if there is one."""
        return next((each for each in self.checklist.scale if each.id == scale_id), None)

    def wrong_sign(self, amount: Any) -> bool:
        """Whether an amount of points has the sign that its section does not take."""
        return bool(amount > 0) if self.penalty else bool(amount < 0)


def setting_of(criterion: Criterion, checklist: Checklist) -> Setting:
    """The setting of a criterion of this checklist."""
    return Setting(
        checklist,
        next(section for section in checklist.section if any(each.id == criterion.id for each in section.criterion)),
    )


@dataclass(frozen=True)
class Earned:
    """What an answer earns, before any rule of section or total; ``score`` None takes the criterion out.

    ``unscored``: it could not be worked out, as ``why`` says; then the whole sheet has no total.
    """

    score: Fraction | None
    why: tuple[Step, ...]
    unscored: bool = False


@dataclass
class Faults:
    """Gathers what is wrong, so that everything is told at once."""

    found: list[Fault] = field(default_factory=list)

    def add(self, code: str, path: str = "", **values: Any) -> None:
        """Note one fault at ``path``, relative to what is being looked at."""
        self.found.append(Fault(code=code, path=path, values=values))


class Kind(ABC, Generic[C]):
    """One kind of criterion. All methods are pure.

    ``shapes`` are the sets of keys that an answer may have, exactly one of them at a time. ``scored`` is false
    for information; ``extremes`` tells whether an answer can be the best or the worst option.
    """

    model: ClassVar[type[Criterion]] = Criterion
    shapes: ClassVar[tuple[frozenset[str], ...]]
    scored: ClassVar[bool] = True
    extremes: ClassVar[bool] = False

    def faults(self, criterion: C, setting: Setting, faults: Faults) -> None:
        """Note what is wrong with the definition beyond its types. Paths start inside the criterion."""
        del criterion, setting, faults

    @abstractmethod
    def read(self, criterion: C, written: Mapping[str, Any], setting: Setting, faults: Faults) -> Mapping[str, Any]:
        """The fields of the ``Answer`` from the keys of one shape; what cannot be used is noted in ``faults``."""

    @abstractmethod
    def score(self, criterion: C, answer: Answer, setting: Setting) -> Earned:
        """What a given answer earns; in a penalty section that is not above zero."""

    @abstractmethod
    def draw(self, criterion: C, setting: Setting) -> Drawing:
        """How it is asked, as data."""

    @abstractmethod
    def compared(self, criterion: C, line: str | None, setting: Setting) -> Comparable:
        """What a condition on this criterion (or on one of its lines) can be held against."""

    @abstractmethod
    def value(self, criterion: C, answer: Answer, line: str | None) -> Value | Fraction | None:
        """What a condition looks at in a given answer; None where there is nothing to look at."""

    def most(self, criterion: C, setting: Setting) -> Fraction | None:
        """The most points that it can add (in a penalty section: take), never negative; None if without limit."""
        del setting
        return fraction(criterion.points.copy_abs()) if self.scored else Fraction(0)

    def lines(self, criterion: C) -> tuple[str, ...]:
        """The ids of its lines; none for most kinds."""
        del criterion
        return ()

    def takes_fact(self, criterion: C) -> bool:
        """Whether a known number can pre-fill it."""
        del criterion
        return False

    def from_fact(self, criterion: C, value: Decimal, of: Decimal | None) -> Answer | None:
        """The answer that a known number is, a part of ``of`` where that is known; None where it fits no answer."""
        del criterion, of
        return Answer(number=value)

    def can_be_left_out(self, criterion: C, setting: Setting) -> bool:
        """Whether some answer, not counting "not applicable", takes the criterion out of the denominator."""
        del criterion, setting
        return False

    def extreme(self, criterion: C, answer: Answer, setting: Setting) -> bool:
        """Whether the answer is the best or the worst option."""
        del criterion, answer, setting
        return False
