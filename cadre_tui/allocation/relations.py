"""How people of a roster stand to each other: who leads whom, who are equals, who is served by whom."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.round_rules import Relation

Key = TypeVar("Key")


def units_of(person: Person) -> tuple[str, ...]:
    """The units in which a person has a post, the first one first."""
    return tuple(dict.fromkeys((person.unit, *person.also_in)))


def taking_part(person: Person, units: frozenset[str]) -> tuple[str, ...]:
    """Those of a person's units that take part in a round; all of them where its rules name no ``units``."""
    return tuple(each for each in units_of(person) if not units or each in units)


class Relations:
    """The relations among the people of a roster; each can be asked for from either end, without looking at all.

    Only the one who leads somebody directly, and is on the roster, is their superior. Equals have the same superior;
    where neither has one, they are of the same unit and level. Who serves whom, and who is of a unit, counts
    further posts, too. Nobody stands in any relation to themself. Whoever is asked about must be on the roster.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        self._everybody = {each.id: each for each in people}
        self._posts = {each.id: frozenset(units_of(each)) for each in self._everybody.values()}
        self._superior = {each.id: self._leader(each) for each in self._everybody.values()}
        self._step = {
            each.id: (self._superior[each.id],) if self._superior[each.id] else (each.unit, each.level)
            for each in self._everybody.values()
        }
        self._led_by = self._grouped(lambda each: (self._superior[each.id],))
        self._of_step = self._grouped(lambda each: (self._step[each.id],))
        self._of_unit = self._grouped(units_of)
        self._serving = self._grouped(lambda each: each.serves)

    def fits(self, relation: Relation, rater: Person, subject: Person) -> bool:
        """Whether ``rater`` stands to ``subject`` like that."""
        if rater.id == subject.id:
            return False
        match relation:
            case Relation.SUPERIORS:
                return self._superior[subject.id] == rater.id
            case Relation.SUBORDINATES:
                return self._superior[rater.id] == subject.id
            case Relation.EQUALS:
                return self._step[rater.id] == self._step[subject.id]
            case Relation.SERVED:
                return not self._posts[rater.id].isdisjoint(subject.serves)
            case Relation.UNIT:
                return not self._posts[rater.id].isdisjoint(self._posts[subject.id])

    def raters(self, relation: Relation, subject: Person) -> Iterator[Person]:
        """Who stands to ``subject`` like that; somebody of two units of theirs comes twice."""
        match relation:
            case Relation.SUPERIORS:
                found: Iterable[Person] = filter(None, [self._everybody.get(self._superior[subject.id])])
            case Relation.SUBORDINATES:
                found = self._led_by.get(subject.id, ())
            case Relation.EQUALS:
                found = self._of_step[self._step[subject.id]]
            case Relation.SERVED:
                found = self._in(subject.serves)
            case Relation.UNIT:
                found = self._in(units_of(subject))
        return (each for each in found if each.id != subject.id)

    def subjects(self, relation: Relation, rater: Person) -> Iterator[Person]:
        """To whom ``rater`` stands like that: the other way round."""
        match relation:
            case Relation.SUPERIORS:
                return self.raters(Relation.SUBORDINATES, rater)
            case Relation.SUBORDINATES:
                return self.raters(Relation.SUPERIORS, rater)
            case Relation.SERVED:
                found = (each for unit in units_of(rater) for each in self._serving.get(unit, ()))
                return (each for each in found if each.id != rater.id)
            case Relation.EQUALS | Relation.UNIT:
                return self.raters(relation, rater)

    def _leader(self, person: Person) -> str:
        """The id of the one who leads a person; empty where nobody on the roster does."""
        return person.superior if person.superior in self._everybody and person.superior != person.id else ""

    def _in(self, units: Iterable[str]) -> Iterator[Person]:
        return (each for unit in units for each in self._of_unit.get(unit, ()))

    def _grouped(self, keys: Callable[[Person], Iterable[Key]]) -> Mapping[Key, list[Person]]:
        found: dict[Key, list[Person]] = defaultdict(list)
        for each in self._everybody.values():
            for key in keys(each):
                found[key].append(each)
        return found
