"""A draft whose numbers are right is made better by exchanges: one connected piece, few who rate each other."""

from random import Random

from cadre_tui.allocation.case import Case, Numbered
from cadre_tui.allocation.draft import Draft
from cadre_tui.allocation.exchange import Exchange, exchange, undo
from cadre_tui.allocation.pieces import pieces

MOST_TRIES = 600
"""Exchanges that are tried to connect a unit. To find out for certain can take longer than anybody would wait."""

MOST_PARTNERS = 300
"""Pairs with which a mutual one is tried to exchange."""


def fewest_pieces(case: Case, raters_at_work: int) -> int:
    """Pieces below which no allocation of the case can come: the rules, or too few pairs, keep them apart."""
    allowed = ((rater, subject) for rater in case.raters for subject in case.subjects if case.allowed(rater, subject))
    rated = len(case.subjects) if case.each else 0
    return max(len(pieces(allowed)), raters_at_work + rated - case.total)


def connect(draft: Draft, chance: Random) -> None:
    """Make one piece of the unit, or as few as can be found."""
    parts = draft.pieces()
    if len(parts) < 2:
        return
    fewest = fewest_pieces(draft.case, sum(map(bool, draft.subjects_of.values())))
    tries = MOST_TRIES
    while len(parts) > fewest and tries > 0:
        level: Exchange | None = None
        before = len(parts)
        for pair in _across(draft, parts, chance):
            tries -= 1
            found = exchange(draft, pair, chance)
            if found is not None:
                draft.change(*found)
                now = draft.pieces()
                if len(now) < before:
                    parts = now
                    break
                undo(draft, found)
                level = found if len(now) == before else level
            if tries <= 0:
                break
        else:
            # Nothing joins two pieces at once: go on from a neighbour in as many.
            if level is None:
                return
            draft.change(*level)
            parts = draft.pieces()


def _across(draft: Draft, parts: list[tuple[set[int], set[int]]], chance: Random) -> list[Numbered]:
    """Allowed pairs that would join two pieces, by chance."""
    piece_of = {subject: at for at, (_raters, subjects) in enumerate(parts) for subject in subjects}
    found = [
        (rater, subject)
        for at, (raters, _subjects) in enumerate(parts)
        for rater in sorted(raters)
        for subject in draft.case.subjects
        if piece_of.get(subject) != at and draft.case.allowed(rater, subject)
    ]
    chance.shuffle(found)
    return found


def part_mutual(draft: Draft, chance: Random) -> None:
    """Let few people rate each other, by exchanges of two pairs, without more pieces than there are."""
    count = len(draft.pieces())
    mutual = draft.mutual()
    while mutual:
        done = False
        for one, other in mutual:
            done = _part(draft, one, other, count, chance) or done
        if not done:
            return
        mutual = draft.mutual()


def _part(draft: Draft, one: int, other: int, count: int, chance: Random) -> bool:
    if not draft.rate_each_other(one, other):
        return False
    pairs = list(draft.pairs())
    partners = chance.sample(pairs, min(MOST_PARTNERS, len(pairs)))
    for pair in ((one, other), (other, one)):
        if pair in draft.fixed:
            continue
        for partner in partners:
            if not _exchangeable(draft, pair, partner):
                continue
            done: Exchange = ([(pair[0], partner[1]), (partner[0], pair[1])], [pair, partner])
            before = _mutual_among(draft, done)
            draft.change(*done)
            if _mutual_among(draft, done) < before and len(draft.pieces()) <= count:
                return True
            undo(draft, done)
    return False


def _exchangeable(draft: Draft, pair: Numbered, partner: Numbered) -> bool:
    (one, first), (two, second) = pair, partner
    if one == two or first == second or partner in draft.fixed:
        return False
    free = not draft.has(one, second) and not draft.has(two, first)
    return free and draft.case.allowed(one, second) and draft.case.allowed(two, first)


def _mutual_among(draft: Draft, done: Exchange) -> int:
    """How many of the pairs that an exchange touches are mutual."""
    touched = {tuple(sorted(pair)) for part in done for pair in part}
    return sum(draft.rate_each_other(one, other) for one, other in touched)
