"""Why a criterion of one checklist cannot be held against that of another: told, never passed over."""

from enum import StrEnum

from cadre_tui.model.base import Frozen
from cadre_tui.model.text import Text


class Apart(StrEnum):
    """What stands in the way."""

    NEW = "new"
    """It was not asked before."""
    GONE = "gone"
    """It is not asked any more."""
    MEANING = "meaning"
    """It is asked in both, and an answer given before may score otherwise or answers another question."""
    RATERS = "raters"
    """It is told by the answers of others than before."""
    COUNTING = "counting"
    """What colleagues gave becomes one figure in another way."""


class Unlike(Frozen):
    """Why one criterion cannot be compared.

    ``fields`` are what makes its meaning another, each as a path: ``("points",)``, or, of what it shares with other
    criteria, ``("scale", "level", "option", "good", "score")``. Empty where it is new or gone.
    """

    why: Apart
    fields: tuple[tuple[str, ...], ...] = ()


class ApartCriterion(Frozen):
    """A criterion that two rounds cannot be compared by, as the round that asks it calls it."""

    checklist: str
    criterion: str
    text: Text
    unlike: Unlike
