"""The audit log of what organisers did."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from cadre_tui.model.base import Frozen


class AuditEntry(Frozen):
    """One thing that was done. ``hash`` is the SHA-256 of all else, ``previous`` the hash of the entry before.

    ``who`` is a person's id, or ``clock`` for what a time set beforehand brought about. ``at`` is in UTC.
    ``names`` are those of the people whom it names by id, as they were then.
    """

    number: int
    at: datetime
    who: str
    role: str
    code: str
    values: Mapping[str, Any] = {}
    names: Mapping[str, str] = {}
    previous: str
    hash: str


AuditFlaw = Literal["entry-missing", "entry-changed", "entry-unreadable", "end-missing", "head-changed"]
"""What can be wrong with the log; ``head-changed``: what says where it ends was changed or is gone."""


class AuditReport(Frozen):
    """Whether the log is whole: ``wrong`` at entry number ``at``, or None. ``hash`` is the last good entry's."""

    count: int
    hash: str
    wrong: AuditFlaw | None = None
    at: int | None = None
