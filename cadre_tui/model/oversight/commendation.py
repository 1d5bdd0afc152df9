"""鼓励: a word of encouragement to a colleague, no part of any score."""

from datetime import datetime

from cadre_tui.model.base import Frozen


class Report(Frozen):
    """The receiver finds it abusive; ``hidden_by`` is the organiser who hid it, with their reason."""

    reason: str
    at: datetime
    hidden_by: str | None = None
    hidden_because: str = ""


class Commendation(Frozen):
    """Written by ``writer``, whom nobody is shown where it is not ``signed``. ``at`` is in UTC.

    ``name`` is how the writer signed.
    """

    id: str
    round: str
    receiver: str
    checklist: str
    criterion: str
    text: str
    signed: bool
    at: datetime
    writer: str = ""
    name: str = ""
    report: Report | None = None

    @property
    def hidden(self) -> bool:
        """Whether an organiser has hidden it."""
        return self.report is not None and self.report.hidden_by is not None

    def shown(self) -> "Commendation":
        """As its receiver, or whoever judges a report of it, may see it: who wrote it only where it is signed."""
        return self if self.signed else self.model_copy(update={"writer": "", "name": ""})
