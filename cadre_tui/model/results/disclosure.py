"""What the check before a publication finds: figures from which somebody could work out who gave what."""

from enum import StrEnum

from cadre_tui.model.base import Frozen
from cadre_tui.model.people.person import Person
from cadre_tui.model.text import Text


class Figure(StrEnum):
    """Which figure about a person it is."""

    PART = "part"
    """What all colleagues gave by one checklist, and everything below it."""
    GROUP = "group"
    """What a rater group gave altogether, and to each criterion."""
    CRITERION = "criterion"
    GROUP_CRITERION = "group-criterion"
    COMMENTS = "comments"
    CHANGE = "change"
    """The difference of a criterion to the former round."""


class Reason(StrEnum):
    """Why it could tell who gave what."""

    FEW = "too-few"
    SUB_GROUP = "sub-group"
    ALIKE = "unanimity"
    DIFFERENCE = "difference"
    COMMENTS = "comments-too-few"
    FORMER = "former-difference"
    NAMED = "named"
    """It says so itself: the round is named."""


class Done(StrEnum):
    """What is done about it."""

    WITHHELD = "withheld"
    MERGED = "merged"
    SHOWN = "shown-named"
    """Shown: that the organiser and the person rated see who is the rule of a named round."""


class Finding(Frozen):
    """One figure, never its value. ``groups`` are the titles of the rater groups that it is about, if any."""

    subject: Person
    unit: str
    checklist: str
    title: Text
    figure: Figure
    criterion: str | None = None
    text: Text | None = None
    groups: tuple[Text, ...] = ()
    why: Reason
    done: Done
