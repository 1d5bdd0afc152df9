"""What study is about, in the field's own divisions."""

from enum import StrEnum
from typing import TypeVar

Division = TypeVar("Division", bound=StrEnum)


class StudyKind(StrEnum):
    """四项素养: which of the four literacies it strengthens."""

    POLITICAL = "political"
    KNOWLEDGE = "knowledge"
    ABILITY = "ability"
    PSYCHOLOGICAL = "psychological"


class Matter(StrEnum):
    """Theory, or the business of one's post."""

    THEORY = "theory"
    BUSINESS = "business"


def following(one: Division) -> Division:
    """The next of the same kind; after the last the first."""
    every = tuple(type(one))
    return every[(every.index(one) + 1) % len(every)]
