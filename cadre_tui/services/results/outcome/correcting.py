"""Whose grade people look at again after the publication: corrected by an appeal, while the quota's line stands.

The quota is not shared out anew: nobody else's published grade is moved by an appeal. Whoever was corrected is
listed; whoever stands on a line that parts equals, or was decided about with another total, is decided about anew.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from cadre_tui.model.checklists.checklist import Grade
from cadre_tui.model.people.person import Person
from cadre_tui.model.results.outcome import Cause, Open, Settled
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.services.county import County
from cadre_tui.services.results.grades import quota_code

LASTING: Final = frozenset({Cause.REFERRED, Cause.DIFFERENT})
"""Causes that a correction does not take away, whatever the total has become."""


def corrected(county: County, round_id: str) -> frozenset[str]:
    """The ids of those of whose answers, or about whom, an appeal had something put right."""
    return frozenset(
        key.of[-1]
        for key in county.store.below("appeals", round_id)
        if any(each.get("corrections") for each in (county.store.read(key) or {}).get("appeals", {}).values())
    )


def reopened(
    rules: RoundRules, settled: Settled, subject: Person, total: Decimal | None, earned: Grade | None
) -> Open:
    """The case of somebody who was corrected, by the total that they have now."""
    before = settled.cases.get(subject.id)
    if before is not None and before.total == total:
        return before
    causes = tuple(_causes(rules, settled, subject, total, earned))
    return Open(
        causes=(Cause.CORRECTED, *causes),
        total=total,
        earned=earned.code if earned else None,
        adjusted=before.adjusted if before else None,
    )


def _causes(
    rules: RoundRules, settled: Settled, subject: Person, total: Decimal | None, earned: Grade | None
) -> Iterator[Cause]:
    line = settled.line(subject.unit)
    if line is not None and line.parts(total) and earned is not None and earned.code == quota_code(rules):
        yield Cause.TIE
    before = settled.cases.get(subject.id)
    if before is not None and subject.id in settled.rulings:
        yield from (each for each in before.causes if each in LASTING)
