"""Two people who act together: whether by the log one of them may have entered as the other."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from cadre_tui.model.oversight.audit import AuditEntry

ENTRY_GIVEN: Final = frozenset({"role-given", "codes-issued", "accounts-reset", "ssh-line-made"})
"""What an organiser does by which they, or somebody of theirs, could enter as another person."""


def in_hand(log: Iterable[AuditEntry], person: str, since: datetime | None) -> frozenset[str]:
    """Those as whom ``person`` may have entered themself, by the log ``since`` then, also by way of others.

    Whoever gives out roles and codes could else make the second person up.
    """
    found = {person}
    for each in log:
        if each.code in ENTRY_GIVEN and each.who in found and (since is None or each.at >= since):
            found.update([each.values["person"]] if "person" in each.values else each.values.get("people", ()))
    return frozenset(found)
