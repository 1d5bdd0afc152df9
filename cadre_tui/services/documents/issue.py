"""What stands on every document of a round, and the kinds of files that there are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, tzinfo
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.checklists.erratum import Errata, in_force
from cadre_tui.model.people.person import Roster
from cadre_tui.model.rounds.counting_rules import PinnedRule
from cadre_tui.model.rounds.round import Round
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.oversight.progress import zone_of
from cadre_tui.services.people.accounts import county_name


class Format(StrEnum):
    """The kinds of files."""

    WORD = "docx"
    EXCEL = "xlsx"
    HTML = "html"


@dataclass(frozen=True)
class Issue:
    """Who issues it and when, by which rules, under which hashes.

    ``checklists`` are those that the round froze; ``corrected`` those of them whose wording is corrected, each with
    what is told beside it.
    """

    county: str
    day: date
    zone: tzinfo | None
    rules: RoundRules
    rules_hash: str
    audit_hash: str
    checklists: tuple[Checklist, ...]
    roster: Roster
    corrected: tuple[tuple[Checklist, Errata], ...] = ()
    rule_by: PinnedRule | None = None

    def errata(self, checklist: Checklist) -> Errata:
        """What is told beside the texts of that checklist."""
        return next((errata for each, errata in self.corrected if each.digest == checklist.digest), {})


class Step(NamedTuple):
    """How far it is: people read (``path`` None), or files written, the last one at ``path``; ``at`` of ``of``."""

    at: int
    of: int
    path: Path | None = None


Told = Callable[[Step], None]
"""Told of every step; what it raises ends the work, and every file that is there is whole."""


def issue_of(county: County, held: Round) -> Issue:
    """As of now."""
    zone = zone_of(held)
    frozen = {pin.digest: county.frozen_checklist(held.id, pin.digest) for pin in held.pins}
    return Issue(
        county=county_name(county),
        day=county.now().astimezone(zone).date(),
        zone=zone,
        rules=held.rules,
        rules_hash=held.rules_hash,
        audit_hash=audit.last_hash(county),
        checklists=tuple(frozen.values()),
        roster=held.roster,
        corrected=tuple(
            (checklist, errata) for digest, checklist in frozen.items() if (errata := in_force(held.errata, digest))
        ),
        rule_by=held.rule_by,
    )
