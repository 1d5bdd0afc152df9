"""Criterion by criterion: oneself beside colleagues, and beside the former round."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cadre_tui.checklists.meaning import apart, unlike
from cadre_tui.model.checklists.checklist import Criterion, Purpose, Section
from cadre_tui.model.checklists.comparable import Apart, ApartCriterion, Unlike
from cadre_tui.model.results.result import CriterionResult, Given
from cadre_tui.model.rounding import round_half_up
from cadre_tui.scoring.groups import mean
from cadre_tui.services.results.peers import KEPT_BACK, NOBODYS, Shown
from cadre_tui.services.results.reader import Found

PLACES: Final = 2
"""Decimal places of a criterion's figures; the total's are the round's own."""


NEW: Final = Unlike(why=Apart.NEW)


def rows(found: Found, before: Found | None) -> Iterator[CriterionResult]:
    """A row for each criterion that somebody's answer gave a score; ``before`` is the former round's."""
    for key, held in found.sheets.items():
        former = before.sheets.get(key) if before else None
        same = unlike(former.checklist, held.checklist) if former else None
        name, peers = held.checklist.name, found.peers.get(key)
        for section in held.checklist.section:
            for criterion in section.criterion:
                theirs = peers.shown_of(criterion.id) if peers else NOBODYS
                why = None if before is None else NEW if same is None else same.get(criterion.id)
                then = None if why else before_of(key, criterion.id, before, by_peers=theirs.figure is not None)
                row = _row(name, section, criterion, theirs, held.given(criterion), then, why)
                if row is not None:
                    yield row


def gone(found: Found, before: Found) -> Iterator[ApartCriterion]:
    """The criteria of the former round that are not asked any more."""
    for key, then in before.sheets.items():
        held = found.sheets.get(key)
        if held is None or held.checklist.digest != then.checklist.digest:
            every = apart(then.checklist, held.checklist if held else None).values()
            yield from (each for each in every if each.unlike.why is Apart.GONE)


def _row(
    checklist: str,
    section: Section,
    criterion: Criterion,
    theirs: Shown,
    given: tuple[Given, ...],
    then: Fraction | None,
    why: Unlike | None,
) -> CriterionResult | None:
    own = given[0] if given and given[0].by is Purpose.SELF else None
    own_score, figure = own.score if own else None, theirs.figure
    inspection = mean([each.score for each in given if each is not own and each.score is not None])
    if own_score is None and inspection is None and not theirs.raters:
        return None
    now = own_score if figure is None else figure
    return CriterionResult(
        criterion=criterion.id,
        checklist=checklist,
        section=section.title,
        text=criterion.text,
        focus=criterion.focus,
        points=criterion.points,
        own=shown(own_score),
        peers=shown(figure),
        inspection=shown(inspection),
        raters=None if figure is None else theirs.raters,
        gap=None if own_score is None or figure is None else shown(own_score - figure),
        change=None if now is None or then is None else shown(now - then),
        guidance=criterion.guidance,
        own_why=own.why if own else (),
        withheld=KEPT_BACK if theirs.raters and figure is None else None,
        groups=tuple(map(shown, theirs.of_groups)),
        section_id=section.id,
        exact=figure,
        unknown=theirs.unknown,
        worked=theirs.worked,
        group_worked=theirs.worked_by_group,
        given=given,
        unlike=why,
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
