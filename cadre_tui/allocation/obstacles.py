"""Why a unit cannot be allocated: which people, which rules, and the numbers that prove it."""

from collections import Counter
from collections.abc import Iterator

from cadre_tui.allocation.case import Case
from cadre_tui.allocation.draft import Draft
from cadre_tui.allocation.flow import Cut
from cadre_tui.model.rounds.allocation import Obstacle, ObstacleKind


def plain_obstacles(case: Case) -> tuple[Obstacle, ...]:
    """What single people show: a cadre with too few who may rate them, a rater with too few whom they may rate."""
    raters = frozenset(case.raters)
    small = [each for each in case.subjects if len(raters) - (each in raters) < case.each]
    if small:
        possible = min(len(raters) - (each in raters) for each in small)
        return (
            Obstacle(
                unit=case.unit,
                kind=ObstacleKind.SMALL,
                people=case.named(small),
                needed=case.each,
                possible=possible,
            ),
        )
    return (*_lonely_subjects(case), *_lonely_raters(case))


def _lonely_subjects(case: Case) -> Iterator[Obstacle]:
    raters = frozenset(case.raters)
    barred = Counter(subject for rater, subject in case.barred if rater in raters)
    for subject in case.subjects:
        possible = len(raters) - (subject in raters) - barred[subject]
        if possible < case.each:
            yield Obstacle(
                unit=case.unit,
                kind=ObstacleKind.SUBJECTS,
                people=case.named([subject]),
                needed=case.each,
                possible=possible,
                barred=case.told_bars(raters, frozenset([subject])),
            )


def _lonely_raters(case: Case) -> Iterator[Obstacle]:
    subjects = frozenset(case.subjects)
    barred = Counter(rater for rater, subject in case.barred if subject in subjects)
    for rater in case.raters:
        possible = len(subjects) - (rater in subjects) - barred[rater]
        if possible < case.least:
            yield Obstacle(
                unit=case.unit,
                kind=ObstacleKind.RATERS,
                people=case.named([rater]),
                needed=case.least,
                possible=possible,
                barred=case.told_bars(frozenset([rater]), subjects),
            )


def of_cut(case: Case, cut: Cut) -> Obstacle:
    """A cut of a case of which nothing is fixed, told from the side of the fewer people."""
    outside = frozenset(case.raters) - cut.raters
    allowed = sum(case.allowed(rater, subject) for rater in outside for subject in cut.subjects)
    barred = case.told_bars(outside, cut.subjects)
    given = case.given_by(len(cut.raters))
    if len(cut.subjects) <= len(outside):
        return Obstacle(
            unit=case.unit,
            kind=ObstacleKind.SUBJECTS,
            people=case.named(cut.subjects),
            needed=case.each * len(cut.subjects),
            possible=allowed + given,
            others=case.named(cut.raters),
            barred=barred,
        )
    others = frozenset(case.subjects) - cut.subjects
    return Obstacle(
        unit=case.unit,
        kind=ObstacleKind.RATERS,
        people=case.named(outside),
        needed=case.total - given,
        possible=allowed + case.each * len(others),
        others=case.named(others),
        barred=barred,
    )


def of_kept(draft: Draft, cut: Cut) -> Obstacle:
    """A cut that only the kept pairs make: those whom the cut's raters spend on others than its cadres."""
    case = draft.case
    spent = [pair for pair in sorted(draft.fixed) if pair[0] in cut.raters and pair[1] not in cut.subjects]
    return Obstacle(
        unit=case.unit,
        kind=ObstacleKind.KEPT,
        people=case.named(cut.subjects),
        needed=case.each * len(cut.subjects),
        possible=case.each * len(cut.subjects) - cut.shortage,
        others=case.named(cut.raters),
        kept=tuple(map(case.pair, spent)),
    )


def too_many_kept(draft: Draft) -> Iterator[Obstacle]:
    """People who have more by the kept pairs alone than exact balance gives them."""
    case = draft.case
    for subject in case.subjects:
        kept = [pair for pair in sorted(draft.fixed) if pair[1] == subject]
        if len(kept) > case.each:
            yield Obstacle(
                unit=case.unit,
                kind=ObstacleKind.KEPT,
                people=case.named([subject]),
                needed=len(kept),
                possible=case.each,
                kept=tuple(map(case.pair, kept)),
            )
    most = case.least + bool(case.one_more)
    full: list[int] = []
    for rater in case.raters:
        kept = [pair for pair in sorted(draft.fixed) if pair[0] == rater]
        full += [rater] * (len(kept) > case.least)
        if len(kept) > most:
            yield Obstacle(
                unit=case.unit,
                kind=ObstacleKind.KEPT,
                people=case.named([rater]),
                needed=len(kept),
                possible=most,
                kept=tuple(map(case.pair, kept)),
            )
    if case.one_more and len(full) > case.one_more:
        yield Obstacle(
            unit=case.unit,
            kind=ObstacleKind.KEPT,
            people=case.named(full),
            needed=len(full) * most,
            possible=case.given_by(len(full)),
            kept=tuple(case.pair(pair) for pair in sorted(draft.fixed) if pair[0] in full),
        )
