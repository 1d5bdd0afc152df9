"""异议: a cadre appeals against a figure of their result, and is answered in writing."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from cadre_tui.model.base import Frozen
from cadre_tui.model.checklists.checklist import Purpose


class Verdict(StrEnum):
    """What came of an appeal."""

    UPHELD = "upheld"
    REJECTED = "rejected"


class Correction(Frozen):
    """One answer that was put right: of oneself or of an inspection, never of a colleague.

    ``before`` and ``after`` are answers as a response file writes them; ``rater`` is who had given it.
    """

    purpose: Purpose
    rater: str
    checklist: str
    criterion: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    by: str
    at: datetime


class Reply(Frozen):
    """The answer to an appeal, by somebody other than its first handler."""

    verdict: Verdict
    text: str
    by: str
    at: datetime


class Appeal(Frozen):
    """``criterion`` is empty where the sum is objected to. ``receipt`` is given to who appeals. Times are UTC.

    ``handler`` is who looked into it first and wrote down the ``finding``.
    """

    receipt: str
    round: str
    person: str
    checklist: str = ""
    criterion: str = ""
    text: str
    at: datetime
    handler: str | None = None
    finding: str = ""
    corrections: tuple[Correction, ...] = ()
    reply: Reply | None = None

    @property
    def open(self) -> bool:
        """Whether it waits for an answer."""
        return self.reply is None

    def names(self, criterion: str) -> bool:
        """Whether it is about this criterion: by its id, or because it is about the sum."""
        return self.criterion in ("", criterion)
