"""Section by section: what oneself, colleagues and inspections gave it."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from cadre_tui.model.checklists.checklist import Purpose, Section
from cadre_tui.model.results.result import SectionResult
from cadre_tui.scoring.groups import mean
from cadre_tui.services.results.criteria import shown
from cadre_tui.services.results.reader import Found
from cadre_tui.services.results.sheets import Sheets


def section_rows(found: Found) -> Iterator[SectionResult]:
    """A row for each section that somebody gave a score."""
    for key, held in found.sheets.items():
        peers = found.peers.get(key)
        for section in held.checklist.section:
            own, inspection = (_own(held, purpose, section) for purpose in (Purpose.SELF, Purpose.CHECK))
            several = peers is not None and len(peers.groups) > 1
            row = SectionResult(
                section=section.id,
                checklist=held.checklist.name,
                title=section.title,
                points=sum((each.points for each in section.criterion), Decimal(0)),
                own=shown(own),
                peers=shown(peers.section(section)) if peers else None,
                inspection=shown(inspection),
                groups=tuple(shown(peers.section(section, at)) for at in range(len(peers.groups)))
                if peers and several
                else (),
            )
            if any(each is not None for each in (row.own, row.peers, row.inspection, *row.groups)):
                yield row


def _own(held: Sheets, purpose: Purpose, section: Section) -> Fraction | None:
    rows = (row for each in held.by.get(purpose, ()) for row in each.sheet.sections if row.id == section.id)
    return mean(row.score for row in rows if row.score is not None)
