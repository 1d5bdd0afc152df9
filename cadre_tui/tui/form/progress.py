"""How far a form or one of its sections has come. Pure."""

from dataclasses import dataclass
from enum import Enum, auto


class Mark(Enum):
    """How far a section has come."""

    NOT_BEGUN = auto()
    BEGUN = auto()
    DONE = auto()
    WRONG = auto()
    SEALED = auto()


@dataclass(frozen=True)
class Progress:
    """``answered`` of ``asked`` criteria that must be answered; ``mark`` is DONE when nothing is owed any more."""

    answered: int
    asked: int
    mark: Mark
