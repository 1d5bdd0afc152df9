"""Obstacles, violations and pieces as faults: a code, the unit and the values that the sentence needs."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from cadre_tui.model.codes import allocation as codes
from cadre_tui.model.fault import Fault
from cadre_tui.model.rounds.allocation import Bar, Barred, Obstacle, ObstacleKind, Pair, UnitProof, Violation, Wrong

TOLD: Final = 12
"""People of a piece that a sentence names; of more, how many there are."""

BARRED: Final = {
    Bar.SELF: codes.BARRED_SELF,
    Bar.CONFLICT: codes.BARRED_CONFLICT,
    Bar.SUPERIOR: codes.BARRED_SUPERIOR,
    Bar.SUBORDINATE: codes.BARRED_SUBORDINATE,
}

WRONG: Final = {
    Wrong.SELF: codes.PAIR_SELF,
    Wrong.CONFLICT: codes.PAIR_CONFLICT,
    Wrong.SUPERIOR: codes.PAIR_SUPERIOR,
    Wrong.SUBORDINATE: codes.PAIR_SUBORDINATE,
    Wrong.OTHER_UNIT: codes.PAIR_OTHER_UNIT,
    Wrong.UNKNOWN: codes.PAIR_UNKNOWN,
    Wrong.DOUBLED: codes.PAIR_DOUBLED,
    Wrong.SHORT: codes.SUBJECT_SHORT,
    Wrong.OVER: codes.SUBJECT_OVER,
    Wrong.LIGHT: codes.RATER_LIGHT,
    Wrong.HEAVY: codes.RATER_HEAVY,
}


def fault_of(obstacle: Obstacle) -> Iterator[Fault]:
    """The obstacle, then each rule that took something away, with the pairs: everybody by name, it is a proof."""
    kept = obstacle.kind is ObstacleKind.KEPT
    values: dict[str, Any] = {
        "people": obstacle.people,
        "needed": obstacle.needed,
        "possible": obstacle.possible,
        "others": obstacle.others,
        "pairs": _told(obstacle.kept),
    }
    yield Fault(code=_code(obstacle), path=obstacle.unit, values=values, warning=kept)
    for rule, code in BARRED.items():
        pairs = [each.pair for each in obstacle.barred if each.bar is rule]
        if pairs:
            people = tuple(each.rater for each in pairs)
            taken = {"people": people, "pairs": _told(pairs), "count": len(pairs)}
            yield Fault(code=code, path=obstacle.unit, values=taken, warning=kept)


def _code(obstacle: Obstacle) -> str:
    match obstacle.kind:
        case ObstacleKind.SMALL:
            return codes.UNIT_SMALL
        case ObstacleKind.SUBJECTS:
            return codes.TOO_FEW_RATERS_LEFT if obstacle.others else codes.TOO_FEW_RATERS
        case ObstacleKind.RATERS:
            return codes.TOO_FEW_SUBJECTS_LEFT if obstacle.others else codes.TOO_FEW_SUBJECTS
        case ObstacleKind.KEPT:
            return codes.KEPT_IN_THE_WAY if obstacle.others else codes.KEPT_TOO_MANY


def fault_of_violation(violation: Violation) -> Fault:
    """What is wrong with a pair or a number of pairs."""
    values: dict[str, Any] = violation.model_dump(exclude={"what"})
    return Fault(code=WRONG[violation.what], values=values)


def fault_of_pieces(unit: UnitProof) -> Fault | None:
    """A unit that is not one piece, as a warning; None where it is."""
    if not unit.pieces:
        return None
    code = codes.IN_PIECES_BY_RULES if unit.split_by_rules else codes.IN_PIECES
    smallest = min(unit.pieces, key=lambda each: (len(each.subjects), each.subjects))
    values = {"count": len(unit.pieces), "raters": shortened(smallest.raters), "people": shortened(smallest.subjects)}
    return Fault(code=code, path=unit.unit, values=values, warning=True)


def fault_of_dropped(dropped: Barred) -> Fault:
    """A pair that was to be kept and is no longer allowed, as a warning."""
    values = {"rater": dropped.pair.rater, "subject": dropped.pair.subject}
    return Fault(code=codes.NO_LONGER_ALLOWED, values=values, warning=True)


def shortened(names: Sequence[str]) -> tuple[str, ...]:
    """The first names, and of more, how many there are in all."""
    return tuple(names) if len(names) <= TOLD else (*names[:TOLD], f"…({len(names)})")


def _told(pairs: Iterable[Pair]) -> tuple[str, ...]:
    return tuple(f"{each.rater}→{each.subject}" for each in pairs)
