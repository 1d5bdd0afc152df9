"""What study is about, in the field's own divisions."""

from enum import StrEnum


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
