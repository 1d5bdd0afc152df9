"""Appeals and words of encouragement ready to be read: with names and with the texts of their criteria."""

from datetime import datetime
from enum import StrEnum

from pydantic import SerializeAsAny

from cadre_tui.model.base import Frozen
from cadre_tui.model.checklists.checklist import Checklist, Criterion, Purpose
from cadre_tui.model.oversight.appeal import Appeal
from cadre_tui.model.oversight.commendation import Commendation
from cadre_tui.model.text import Text


class Corrected(Frozen):
    """What a correction is about, and the texts of the options chosen before and after, where it has options."""

    about: Text
    before: Text | None = None
    after: Text | None = None


class AppealLine(Frozen):
    """One appeal. ``about`` is its criterion's text, None for the sum; ``corrected`` belongs to its corrections.

    ``handler`` and ``answerer`` are names.
    """

    appeal: Appeal
    name: str
    unit: str
    about: Text | None = None
    corrected: tuple[Corrected, ...] = ()
    handler: str = ""
    answerer: str = ""


class AppealPage(Frozen):
    """A round's appeals: one person's own, or all. ``until``: by when one may appeal; None where the round has none.

    ``open``: whether one still may.
    """

    round: str
    title: Text
    mock: bool
    until: datetime | None
    open: bool
    lines: tuple[AppealLine, ...]


class Correctable(Frozen):
    """One answer that may be put right for an appeal; ``rater`` (called ``name``) is who gave it."""

    purpose: Purpose
    rater: str
    name: str
    checklist: SerializeAsAny[Checklist]
    criterion: SerializeAsAny[Criterion]


class CommendationLine(Frozen):
    """One word of encouragement. ``receiver`` is a name, ``about`` the criterion's text."""

    commendation: Commendation
    title: Text
    mock: bool
    receiver: str
    unit: str
    about: Text


class EncouragementPage(Frozen):
    """A round's encouragement for who watches over it: how many each unit (by name) received; what was reported."""

    title: Text
    mock: bool
    counts: tuple[tuple[str, int], ...]
    reported: tuple[CommendationLine, ...] = ()


class MessageKind(StrEnum):
    """What a message on the first screen is about."""

    COMMENDATION = "commendation"
    APPEAL = "appeal"
    APPEALS = "appeals"
    REPORTED = "reported"


class Message(Frozen):
    """One line under 消息. ``APPEAL`` is one's own, with ``appeal``; ``APPEALS`` are those of a round to be handled.

    ``about`` is the criterion's text; ``name`` who signed a commendation, ``count`` how many there are in all and
    ``waiting`` how many of them wait for somebody; ``key`` tells messages of a round apart.
    """

    kind: MessageKind
    round: str
    title: Text
    mock: bool
    key: str = ""
    about: Text | None = None
    name: str = ""
    appeal: Appeal | None = None
    count: int = 0
    waiting: int = 0
