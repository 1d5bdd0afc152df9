"""Who rates whom in a round that is under way, after the roster has changed: nothing that was begun is lost.

Whoever joined the roster comes into the round, whoever left it goes out, and so do, or come back, those who went on
leave or are back. Everybody else stays as the round has them: who moved or rose counts where they were when it
opened. A pair whose response was begun or handed in is kept, whatever the rules now say; for its sake somebody who
left stays in the round's roster as one who is away.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cadre_tui.allocation.allocating import Progress, allocate
from cadre_tui.allocation.circle import Circle
from cadre_tui.allocation.of_round import allocation_rules, participants
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Person, Roster, Standing
from cadre_tui.model.rounds.allocation import Barred, Obstacle, Pair, Participant
from cadre_tui.model.rounds.round import Round
from cadre_tui.model.rounds.round_allocation import RosterMoves
from cadre_tui.model.rounds.round_rules import PAIRED
from cadre_tui.services.county import County
from cadre_tui.services.drawers import read_drawer

Begun = frozenset[tuple[str, str, Purpose]]
"""Rater, subject and purpose of every response that was begun."""


@dataclass(frozen=True)
class Rerun:
    """What the round would become."""

    roster: Roster
    moves: RosterMoves
    pairs: tuple[Pair, ...]
    kept: tuple[Pair, ...]
    dropped: tuple[Barred, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()


def begun(county: County, round_id: str) -> Begun:
    """Every response of the round that was begun or handed in, one read a rater."""
    return frozenset(
        (key.of[1], each.subject, each.purpose)
        for key in county.store.below("drawers", round_id)
        for each in read_drawer(county, *key.of).responses
    )


def rerun(
    held: Round,
    today: Roster,
    before: tuple[Pair, ...],
    work: Begun,
    conflicts: frozenset[Pair],
    seed: int,
    progress: Progress | None = None,
) -> Rerun:
    """Work it out; units in which nobody came or went keep their pairs.

    Raises:
        CannotAllocate: the rules make it impossible in a unit.
    """
    rules = held.rules
    roster, moves = _roster(held.roster, today, work)
    pairs = before
    dropped: tuple[Barred, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    if rules.colleagues == "balanced":
        pairs, dropped, obstacles = _dealt_again(held, roster, before, work, conflicts, seed, progress)
    elif rules.colleagues == "list":
        gone = {*moves.left, *moves.away}
        pairs = tuple(each for each in before if not gone & set(each))
    circle = Circle(rules, roster, pairs if rules.colleagues in PAIRED else ())
    kept = sorted(set(_not_asked(circle, work)))
    return Rerun(roster, moves, pairs, tuple(kept), dropped, obstacles)


def _dealt_again(
    held: Round,
    roster: Roster,
    before: tuple[Pair, ...],
    work: Begun,
    conflicts: frozenset[Pair],
    seed: int,
    progress: Progress | None,
) -> tuple[tuple[Pair, ...], tuple[Barred, ...], tuple[Obstacle, ...]]:
    """The pairs, new in units in which something changed; what of the kept ones was dropped, what was in the way."""
    rules, now = held.rules, participants(held.rules, roster)
    changed = _changed_units(participants(rules, held.roster), now)
    changed |= _units_of(now, {each.subject for each in conflicts & set(before)})
    there = {each.id: each.unit for each in now}
    peers = {Pair(rater, subject) for rater, subject, purpose in work if purpose is Purpose.PEER}
    found = allocate(
        [each for each in now if each.unit in changed],
        allocation_rules(rules, conflicts),
        seed,
        kept=[each for each in peers if {there.get(each.rater), there.get(each.subject)} & changed],
        progress=progress,
    )
    pairs = (*(each for each in before if there.get(each.subject) not in changed), *found.pairs)
    pairs = tuple(each for each in pairs if each.rater in there and each.subject in there)
    return pairs, found.dropped, found.obstacles


def unasked(
    held: Round, roster: Roster, pairs: Iterable[Pair], kept: Iterable[Pair], work: Begun
) -> tuple[Pair, ...]:
    """What was begun and would be lost with these pairs."""
    asked = pairs if held.rules.colleagues in PAIRED else ()
    return tuple(_not_asked(Circle(held.rules, roster, (*asked, *kept)), work))


def _roster(before: Roster, today: Roster, work: Begun) -> tuple[Roster, RosterMoves]:
    now = {each.id: each for each in today.people}
    was = {each.id: each for each in before.people}
    needed = {person for rater, subject, _purpose in work for person in (rater, subject)}
    stays = [_with_standing(each, now.get(each.id)) for each in before.people if each.id in now or each.id in needed]
    joined = [each for each in today.people if each.id not in was]
    units = {each.id: each for each in (*before.units, *today.units)}
    used = {unit for each in (*stays, *joined) for unit in (each.unit, *each.also_in)}
    roster = Roster(
        units=tuple(each for each in units.values() if each.id in used or each in before.units),
        people=(*stays, *joined),
    )
    away = [
        each.id for each in stays if each.standing is Standing.ON_LEAVE and was[each.id].standing != each.standing
    ]
    back = [each.id for each in stays if each.standing is not Standing.ON_LEAVE and _was_away(was[each.id])]
    left = [each.id for each in before.people if each.id not in now and not _was_away(each)]
    return roster, RosterMoves(
        joined=tuple(each.id for each in joined),
        left=tuple(left),
        away=tuple(each for each in away if each in now),
        back=tuple(back),
    )


def _with_standing(person: Person, now: Person | None) -> Person:
    return person.model_copy(update={"standing": now.standing if now else Standing.ON_LEAVE})


def _was_away(person: Person) -> bool:
    return person.standing is Standing.ON_LEAVE


def _changed_units(before: Iterable[Participant], now: Iterable[Participant]) -> set[str]:
    """The units in which somebody came or went."""
    return {each.unit for each in set(before) ^ set(now)}


def _units_of(people: Iterable[Participant], ids: set[str]) -> set[str]:
    return {each.unit for each in people if each.id in ids}


def _not_asked(circle: Circle, work: Begun) -> Iterable[Pair]:
    """What was begun and the rules no longer ask for; for a self-assessment or an inspection, the person rated."""
    asked: dict[tuple[str, Purpose], set[str]] = {}
    for rater, subject, purpose in work:
        if (rater, purpose) not in asked:
            asked[rater, purpose] = {each.id for each in circle.subjects(rater, purpose)}
        if subject not in asked[rater, purpose]:
            yield Pair(rater, subject) if purpose is Purpose.PEER else Pair(subject, subject)
