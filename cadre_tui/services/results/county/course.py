"""This round beside former ones: what means the same, how the county's mean total and its focal checks went."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from cadre_tui.checklists import meaning
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.checklists.comparable import Apart, ApartCriterion, Unlike
from cadre_tui.model.results.county_result import CriterionAsked, FormerRound
from cadre_tui.model.results.result import Result
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.rounds.round import Round
from cadre_tui.scoring.gathering import TOTAL
from cadre_tui.scoring.spread import mean
from cadre_tui.services.county import County
from cadre_tui.services.results.county.gathered import Asked, asked_of
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.results.reading import each_result


class Alone(Reader):
    """Reads a round for its own figures: it is compared with nothing."""

    @cached_property
    def earlier(self) -> tuple[Reader, ...]:
        """None."""
        return ()


def same_meaning(now: Asked, then: Asked) -> frozenset[str]:
    """The measures that mean the same in both rounds: criteria by their keys, focal checks, the total."""
    former = {each.key: each for each in then.criteria}
    held = {name.partition("|")[0]: each for name, each in then.checklists.items()}
    kept: dict[str, frozenset[str]] = {}
    for each in now.checklists.values():
        kept[each.id] = meaning.unchanged(held[each.id], each) if each.id in held else frozenset()
    same = {
        each.key
        for each in now.criteria
        if each.criterion in kept[each.checklist.partition("|")[0]]
        and (each.by is not Purpose.PEER or _colleagues(now) == _colleagues(then))
        and each.key in former
        and former[each.key].by is each.by
    }
    found = set(same)
    found |= {
        profile
        for profile, keys in now.profile.items()
        if same.issuperset(keys) and then.profile.get(profile) == keys
    }
    whole = all(len(kept[each.id]) == sum(1 for _one in each.criteria()) for each in now.checklists.values())
    if (
        whole
        and len(same) == len(former)
        and _weights(now) == _weights(then)
        and _colleagues(now) == _colleagues(then)
    ):
        found.add(TOTAL)
    return frozenset(found)


def told_apart(now: Asked, then: Asked) -> tuple[ApartCriterion, ...]:
    """The criteria of either round that cannot be compared, each with the reason; those that are gone at the end."""
    same = same_meaning(now, then)
    former = {each.key: each for each in then.criteria}
    held = {name.partition("|")[0]: each for name, each in then.checklists.items()}
    found = []
    for each in now.criteria:
        if each.key in same:
            continue
        before = held.get(each.checklist.partition("|")[0])
        unlike = meaning.unlike(before, now.checklists[each.checklist]).get(each.criterion) if before else None
        if unlike is None:
            why = Apart.NEW if each.key not in former else Apart.COUNTING
            unlike = Unlike(why=Apart.RATERS if why is Apart.COUNTING and former[each.key].by is not each.by else why)
        found.append(_apart(each, unlike))
    asked = {each.key for each in now.criteria}
    return (*found, *(_apart(each, Unlike(why=Apart.GONE)) for key, each in former.items() if key not in asked))


def _apart(asked: CriterionAsked, unlike: Unlike) -> ApartCriterion:
    return ApartCriterion(checklist=asked.checklist, criterion=asked.criterion, text=asked.text, unlike=unlike)


def _other(now: Asked, then: Asked) -> tuple[str, ...]:
    """What besides the criteria keeps two totals apart."""
    reasons = {
        "weights": _weights(now) != _weights(then),
        "counting": _colleagues(now) != _colleagues(then),
    }
    return tuple(reason for reason, holds in reasons.items() if holds)


def _colleagues(asked: Asked) -> tuple[object, ...]:
    """How what colleagues gave becomes one figure."""
    rules = asked.rules
    return asked.rule_by or rules.rule, tuple((each.id, each.weight, each.who, each.levels) for each in rules.group)


def _weights(asked: Asked) -> list[tuple[str, object, object]]:
    return [(use.checklist.partition("|")[0], use.by, use.weight) for use in asked.rules.use]


class Course:
    """Former rounds' totals, taken from the results of those who take part now, as these pass through.

    Nothing is told of fewer people than a round's minimum, nor of fewer than ``floor``.
    """

    def __init__(self, county: County, reader: Reader, now: Asked, floor: int) -> None:
        self._county = county
        self._reader = reader
        self._now = now
        self._floor = floor
        self._totals: dict[str, list[Fraction]] = defaultdict(list)

    def noting(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results; what they tell of former rounds is kept."""
        for each in results:
            for former in each.former:
                if former.total is not None:
                    self._totals[former.round].append(Fraction(former.total))
            yield each

    def rounds(self, profiles: Mapping[str, Mapping[str, Decimal]]) -> tuple[FormerRound, ...]:
        """The oldest first, each as its own page tells it: with those who have left since.

        ``profiles`` are the focal checks by round and measure, as each round's own page tells them.
        """
        return tuple(self._round(each, profiles.get(each.held.id, {})) for each in reversed(self._reader.earlier))

    def _round(self, reader: Reader, profile: Mapping[str, Decimal]) -> FormerRound:
        held: Round = reader.held
        left = [each for each in reader.circle.people if not self._reader.circle.takes_part(each.id)]
        totals = self._totals[held.id] + [
            Fraction(each.total) for each in each_result(Alone(self._county, held), left) if each.total is not None
        ]
        then = asked_of(held, reader.uses)
        same = same_meaning(self._now, then)
        enough = len(totals) >= max(held.rules.least_raters, self._floor)
        return FormerRound(
            round=held.id,
            title=held.rules.title,
            people=len(totals),
            mean=round_half_up(mean(totals), held.rules.rounding.places) if enough else None,
            same=TOTAL in same,
            profile={key: share for key, share in profile.items() if key in same},
            apart=told_apart(self._now, then),
            other=_other(self._now, then),
        )
