"""Criterion by criterion: oneself beside colleagues, and beside the former round."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cadre_tui.checklists.meaning import apart, unlike
from cadre_tui.model.checklist import Criterion, Purpose, Section
from cadre_tui.model.comparable import Apart, ApartCriterion, Unlike
from cadre_tui.model.result import CriterionResult
from cadre_tui.model.rounding import round_half_up
from cadre_tui.scoring.groups import mean
from cadre_tui.services.results.peers import KEPT_BACK, Peers
from cadre_tui.services.results.reader import Found
from cadre_tui.services.results.sheets import Sheets

PLACES: Final = 2
"""Decimal places of a criterion's figures; the total's are the round's own."""


NEW: Final = Unlike(why=Apart.NEW)


def rows(found: Found, before: Found | None) -> Iterator[CriterionResult]:
    """A row for each criterion that somebody's answer gave a score; ``before`` is the former round's."""
    for key, held in found.sheets.items():
        former = before.sheets.get(key) if before else None
        same = unlike(former.checklist, held.checklist) if former else None
        for section in held.checklist.section:
            for criterion in section.criterion:
                why = NEW if same is None else same.get(criterion.id)
                row = _row(held, found.peers.get(key), criterion, section, before if why is None else None)
                if row is not None:
                    yield row if why is None or before is None else replace(row, unlike=why)


def gone(found: Found, before: Found) -> Iterator[ApartCriterion]:
    """The criteria of the former round that are not asked any more."""
    for key, then in before.sheets.items():
        held = found.sheets.get(key)
        if held is None or held.checklist.digest != then.checklist.digest:
            every = apart(then.checklist, held.checklist if held else None).values()
            yield from (each for each in every if each.unlike.why is Apart.GONE)


def _row(
    held: Sheets, peers: Peers | None, criterion: Criterion, section: Section, before: Found | None
) -> CriterionResult | None:
    given = tuple(held.given(criterion))
    own = next((each for each in given if each.by is Purpose.SELF), None)
    own_score = own.score if own else None
    inspection = mean([each.score for each in given if each.by is Purpose.CHECK and each.score is not None])
    raters = peers.criterion_raters(criterion.id) if peers else 0
    if own_score is None and inspection is None and not raters:
        return None
    figure = peers.criterion(criterion.id) if peers else None
    now = figure if figure is not None else own_score
    then = before_of(held.checklist.id, criterion.id, before, by_peers=figure is not None)
    return CriterionResult(
        criterion=criterion.id,
        checklist=held.checklist.name,
        section=section.title,
        text=criterion.text,
        focus=criterion.focus,
        points=criterion.points,
        own=shown(own_score),
        peers=shown(figure),
        inspection=shown(inspection),
        raters=None if figure is None else raters,
        gap=shown(None if own_score is None or figure is None else own_score - figure),
        change=shown(None if now is None or then is None else now - then),
        guidance=criterion.guidance,
        own_why=own.why if own else (),
        withheld=KEPT_BACK if raters and figure is None else None,
        groups=tuple(map(shown, peers.by_group(criterion.id))) if peers else (),
        section_id=section.id,
        exact=figure,
        unknown=None if peers is None or figure is None else peers.raters - raters,
        worked=peers.criterion_worked(criterion.id, None) if peers else None,
        group_worked=peers.worked_by_group(criterion.id) if peers else (),
        given=given,
    )


def before_of(checklist: str, criterion: str, before: Found | None, *, by_peers: bool) -> Fraction | None:
    """The same figure in the former round, where it was itself shown there: a difference tells no more than both."""
    if before is None:
        return None
    if by_peers:
        peers = before.peers.get(checklist)
        return peers.criterion(criterion) if peers else None
    sheets = before.sheets.get(checklist)
    return sheets.own_score(criterion) if sheets else None


def shown(value: Fraction | None) -> Decimal | None:
    """A criterion's figure as it stands on the sheet."""
    return None if value is None else round_half_up(value, PLACES)
