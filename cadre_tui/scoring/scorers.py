"""Other ways to a checklist's total: a plugin's scorer, chosen by the name that the checklist gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.outside import Outside
from cadre_tui.model.refusal import CadreError

Scores = Mapping[str, Fraction | None]
"""What each criterion earned, by its id; None where it is out."""


@dataclass(frozen=True)
class SummedUp:
    """A total before it is rounded; None where there is none. ``unscored``: it could not be worked out."""

    total: Fraction | None
    why: tuple[Step, ...]
    unscored: bool = False


Reckon = Callable[[Checklist, Scores], SummedUp]
"""The total of a checklist from what its criteria earned."""

_brought: Final[Outside[Reckon]] = Outside()

find = _brought.find
look_in_plugins = _brought.look_in


def summed_up(name: str, checklist: Checklist, scores: Scores) -> SummedUp:
    """The total by the scorer of that name; no total, and why, where it is not at hand."""
    try:
        reckon = find(name)
    except CadreError:
        reckon = None
    if reckon is None:
        why = Step(code="scorer-absent", values={"scorer": name})
        return SummedUp(None, (why,), unscored=True)
    return reckon(checklist, scores)
