"""A kind of criterion: its own keys, the shape of its answer, how it is checked, scored and drawn."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cadre_tui.kinds.kind import Earned
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Drawing
from cadre_tui.model.checklists.checklist import Criterion
from cadre_tui.plugins.descriptors.saying import Words, Wrong


class Shape(StrEnum):
    """What is answered, and what ``draw`` gives for it."""

    CHOICE = "choice"
    """One of several options: ``Choices``, each option with ``Answer(choice="code")``."""
    NUMBER = "number"
    """One number: ``NumberField``."""
    RATIO = "ratio"
    """Done of planned, or a share from 0 to 1: ``RatioField``."""
    LINES = "lines"
    """A number for each of several lines: ``NumberLines``."""
    TEXT = "text"
    """Words: ``TextField``."""
    DATE = "date"
    """A day: ``DateField``."""


def nothing_wrong(*_asked: Any) -> Iterable[Wrong]:
    """What a kind says that has no checks of its own."""
    return ()


@dataclass(frozen=True)
class CriterionKind:
    """A kind of criterion. Its functions are pure: the same arguments, the same answer, and nothing else happens.

    ``name`` is what a checklist writes as ``kind``: dotted, the plugin's name first (``linshan.points_card``).
    ``model`` is a subclass of ``Criterion`` whose fields are the kind's own keys. ``draw`` answers the drawing that
    belongs to the ``shape``. ``score`` answers what a given answer earns, from 0 to the criterion's ``points`` (in a
    penalty section from ``points`` to 0), ``None`` where the answer takes the criterion out; with every step said.
    ``check`` says what is wrong with a criterion as a checklist writes it, ``check_answer`` what is wrong with an
    answer; the program has looked at types, options, lines and bounds before.
    """

    name: str
    title: Words
    shape: Shape
    draw: Callable[[Any], Drawing]
    score: Callable[[Any, Answer], Earned]
    model: type[Criterion] = Criterion
    check: Callable[[Any], Iterable[Wrong]] = nothing_wrong
    check_answer: Callable[[Any, Answer], Iterable[Wrong]] = nothing_wrong
