"""What stands beside a text of a frozen checklist; the text stays as it is, and its digest too."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from cadre_tui.model.base import Frozen
from cadre_tui.model.text import Text

Field = tuple[str, ...]
"""Where a text stands, by ids, as ``cadre plugin diff`` names it: ``("criterion", "plan.hours", "text")``."""


class Erratum(Frozen):
    """One text told otherwise, in all its languages: what ``was`` told until then, and what is told ``now``.

    None where there was, or is, nothing. ``digest`` is that of the frozen checklist. ``at`` is in UTC.
    """

    checklist: str
    digest: str
    field: Field
    was: Text | None
    now: Text | None
    reason: str
    by: str
    at: datetime


Errata = Mapping[Field, Erratum]
"""What is told beside the texts of one checklist, by where they stand."""


def in_force(errata: Iterable[Erratum], digest: str) -> Errata:
    """The newest of each text of the checklist; none where it went back to what stands there."""
    first: dict[Field, Erratum] = {}
    newest: dict[Field, Erratum] = {}
    for each in errata:
        if each.digest == digest:
            first.setdefault(each.field, each)
            newest[each.field] = each
    return {field: each for field, each in newest.items() if each.now != first[field].was}
