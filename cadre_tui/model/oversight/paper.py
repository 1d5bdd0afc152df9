"""Whose paper forms a clerk may type, and how far they have come."""

from enum import StrEnum

from cadre_tui.model.base import Frozen
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Person


class PaperState(StrEnum):
    """How far one person's set of one purpose has come, without a word of what is in it."""

    OPEN = "open"
    TYPING = "typing"
    """This clerk has begun to type it."""
    BEGUN = "begun"
    """The person, or another clerk, has begun it."""
    HANDED_IN = "handed-in"


class PaperLine(Frozen):
    """One person's set of one purpose: ``done`` of ``asked`` responses are handed in."""

    person: Person
    unit: str
    purpose: Purpose
    done: int
    asked: int
    state: PaperState


class PaperList(Frozen):
    """All whose paper forms may be typed. ``confidential``: whoever types one reads it; nobody else is to."""

    lines: tuple[PaperLine, ...]
    confidential: bool
