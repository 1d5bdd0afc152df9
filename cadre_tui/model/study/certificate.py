"""从学历证书到能力证书: what somebody is certified for, and what they can do beside their specialty."""

from datetime import date, datetime
from enum import StrEnum

from cadre_tui.model.base import Frozen


class CertificateSort(StrEnum):
    """What it certifies."""

    STUDY = "study"
    """A diploma, a completed course."""
    ABILITY = "ability"
    """A qualification, a grade of skill, a title of a profession."""
    SKILL = "skill"
    """A skill beside one's specialty, shown by work and not by paper."""


class Certificate(Frozen):
    """One line of the ledger. ``used`` says at which work it served; of a skill that is its proof."""

    id: str
    sort: CertificateSort
    name: str
    issuer: str = ""
    day: date | None = None
    proof: str = ""
    used: str = ""
    counted: bool = True
    by: str = ""
    at: datetime


class CertificateLedger(Frozen):
    """All that is known of one person, whenever it was acquired."""

    person: str
    certificates: tuple[Certificate, ...] = ()

    def of(self, sort: CertificateSort, until: date | None = None) -> tuple[Certificate, ...]:
        """Those of a sort that were looked at; ``until`` leaves out what is later (what bears no day stays in)."""
        return tuple(
            each
            for each in self.certificates
            if each.sort is sort and each.counted and (until is None or each.day is None or each.day <= until)
        )

    def certificate(self, certificate_id: str) -> Certificate | None:
        """The one of that id."""
        return next((each for each in self.certificates if each.id == certificate_id), None)

    def free_id(self) -> str:
        """The id of the next one."""
        return str(max((int(each.id) for each in self.certificates if each.id.isdecimal()), default=0) + 1)
