"""Who takes part in a round, and who is asked about whom: worked out from its rules, its roster and its pairs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from cadre_tui.allocation.relations import Relations, taking_part
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Person, Roster, Standing
from cadre_tui.model.rounds.round_rules import RaterGroup, Relation, RoundRules


class Circle:
    """The people of one round, found by id and by who is asked about whom.

    Asked about colleagues are: in ``unit`` mode everybody with a post in one of the subject's units, as far as these
    take part; in ``roster`` mode whoever names the subject; in ``groups`` mode whoever on the roster fits a group
    (also somebody of no unit that takes part); in ``list`` and ``balanced`` mode the ``pairs`` (rater, subject).
    In the other modes ``pairs`` are asked besides: what somebody had begun before the roster changed.

    Who only rates is never a subject. Who is on leave is neither asked nor rated, unless a pair, the roster's column
    of colleagues in ``roster`` mode, or the round's inspectors name them. Who is seconded counts where the roster
    has them.
    """

    def __init__(self, rules: RoundRules, roster: Roster, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._rules = rules
        self._everybody = {each.id: each for each in roster.people}
        self._place = {person_id: at for at, person_id in enumerate(self._everybody)}
        units = frozenset(rules.units)
        self._shared = {each.id: taking_part(each, units) for each in roster.people}
        self._of_unit: dict[str, list[Person]] = defaultdict(list)
        for each in roster.people:
            if each.standing is not Standing.ON_LEAVE:
                for unit in self._shared[each.id]:
                    self._of_unit[unit].append(each)
        self._named = self._by_name(pairs)
        self._naming = _turned(self._named)
        away = {each.id for each in roster.people if each.standing is Standing.ON_LEAVE} - self._naming.keys()
        self.people = tuple(
            each for each in roster.people if each.rated and self._shared[each.id] and each.id not in away
        )
        self._taking_part = {each.id: each for each in self.people}

    @cached_property
    def _relations(self) -> Relations:
        return Relations(self._everybody.values())

    def person(self, person_id: str) -> Person | None:
        """Somebody of the roster, whether taking part or not."""
        return self._everybody.get(person_id)

    def takes_part(self, person_id: str) -> bool:
        """Whether the person is rated in the round."""
        return person_id in self._taking_part

    def subjects(self, rater_id: str, purpose: Purpose) -> tuple[Person, ...]:
        """About whom ``rater_id`` is asked, in the roster's order; never about oneself but for oneself."""
        if purpose is Purpose.CHECK:
            asked = self.people if rater_id in self._rules.inspectors else ()
            return tuple(each for each in asked if each.id != rater_id)
        if purpose is Purpose.SELF:
            found = self._taking_part.get(rater_id)
            return (found,) if found else ()
        rater = self._everybody.get(rater_id)
        if rater is None:
            return ()
        if self._rules.colleagues == "unit" and rater_id not in self._named and len(self._shared[rater_id]) == 1:
            return self._of_one_unit(rater)
        named = [self._taking_part[each] for each in self._named.get(rater_id, ()) if each in self._taking_part]
        if self._rules.colleagues == "roster":  # the order in which the roster names them
            return tuple(each for each in named if each is not rater)
        return self._in_order((*named, *self._asked_about(rater)), but=rater_id)

    def raters(self, subject_id: str, purpose: Purpose) -> tuple[Person, ...]:
        """Who is asked about ``subject_id``: the other way round."""
        subject = self._taking_part.get(subject_id)
        if subject is None:
            return ()
        if purpose is Purpose.SELF:
            return (subject,)
        if purpose is Purpose.CHECK:
            asked = (self._everybody[each] for each in self._rules.inspectors if each in self._everybody)
            return tuple(each for each in asked if each.id != subject_id)
        naming = (self._everybody[each] for each in self._naming.get(subject_id, ()))
        return self._in_order((*naming, *self._asked_of(subject)), but=subject_id)

    def group_of(self, rater_id: str, subject_id: str) -> RaterGroup | None:
        """The first rater group that fits; None where the round has none, or the one is not asked about the other.

        Who is asked by a pair although no group fits any more counts in the last.
        """
        if self._rules.colleagues != "groups":
            return None
        rater, subject = self._everybody.get(rater_id), self._taking_part.get(subject_id)
        if rater is None or subject is None or rater is subject:
            return None
        group = self._group(rater, subject)
        if subject_id in self._named.get(rater_id, ()):
            return group or next(reversed(self._rules.group), None)
        return group if self._available(rater) and self._available(subject) else None

    def _asked_about(self, rater: Person) -> Iterator[Person]:
        """Whom the rules let ``rater`` rate, by unit or by group."""
        if not self._available(rater):
            return iter(())
        if self._rules.colleagues == "unit":
            found: Iterable[Person] = (each for unit in self._shared[rater.id] for each in self._of_unit[unit])
        elif self._rules.colleagues == "groups":
            met = (each for relation in self._kinds() for each in self._relations.subjects(relation, rater))
            found = (each for each in met if self._group(rater, each))
        else:
            found = ()
        return (each for each in found if self._available(each) and each.id in self._taking_part)

    def _of_one_unit(self, rater: Person) -> tuple[Person, ...]:
        """The same for nearly everybody: the others of the one unit, which stand in the roster's order there."""
        (unit,) = self._shared[rater.id]
        others = self._of_unit[unit] if self._available(rater) else ()
        return tuple(each for each in others if each is not rater and each.id in self._taking_part)

    def _asked_of(self, subject: Person) -> Iterator[Person]:
        """Whom the rules let rate ``subject``: the other way round."""
        if not self._available(subject):
            return iter(())
        if self._rules.colleagues == "unit":
            found: Iterable[Person] = (each for unit in self._shared[subject.id] for each in self._of_unit[unit])
        elif self._rules.colleagues == "groups":
            met = (each for relation in self._kinds() for each in self._relations.raters(relation, subject))
            found = (each for each in met if self._group(each, subject))
        else:
            found = ()
        return (each for each in found if self._available(each))

    def _group(self, rater: Person, subject: Person) -> RaterGroup | None:
        fits = self._relations.fits
        for group in self._rules.group:
            if not group.levels or rater.level in group.levels:
                for relation in group.who:
                    if fits(relation, rater, subject):
                        return group
        return None

    def _kinds(self) -> Iterable[Relation]:
        return dict.fromkeys(relation for group in self._rules.group for relation in group.who)

    def _available(self, person: Person) -> bool:
        """Whether the person is there to be asked and rated without being named."""
        return person.standing is not Standing.ON_LEAVE

    def _in_order(self, people: Iterable[Person], but: str) -> tuple[Person, ...]:
        found = {each.id: each for each in people if each.id != but}
        return tuple(sorted(found.values(), key=lambda each: self._place[each.id]))

    def _by_name(self, pairs: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
        """Whom each rater is asked about by name: by a pair, or by the roster where that is the rule."""
        named: dict[str, dict[str, None]] = defaultdict(dict)
        if self._rules.colleagues == "roster":
            for each in self._everybody.values():
                if self._shared[each.id]:
                    named[each.id].update(dict.fromkeys(each.colleagues))
        for rater, subject in pairs:
            named[rater][subject] = None
        return {
            rater: [each for each in subjects if each in self._everybody]
            for rater, subjects in named.items()
            if rater in self._everybody
        }


def _turned(named: Mapping[str, list[str]]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for rater, subjects in named.items():
        for subject in subjects:
            found[subject].append(rater)
    return found
