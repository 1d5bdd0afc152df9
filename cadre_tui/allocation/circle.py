"""Who takes part in a round, and who is asked about whom: worked out from its rules and its roster."""

from collections import defaultdict

from cadre_tui.model.checklist import Purpose
from cadre_tui.model.people import Person, Roster
from cadre_tui.model.round_rules import RoundRules


class Circle:
    """The people of one round, found by id, by unit and by who names them."""

    def __init__(self, rules: RoundRules, roster: Roster) -> None:
        self.people = tuple(each for each in roster.people if not rules.units or each.unit in rules.units)
        self._rules = rules
        self._everybody = {each.id: each for each in roster.people}
        self._taking_part = {each.id: each for each in self.people}
        self._of_unit: dict[str, list[Person]] = defaultdict(list)
        self._named_by: dict[str, list[Person]] = defaultdict(list)
        for each in self.people:
            self._of_unit[each.unit].append(each)
            for colleague in each.colleagues:
                self._named_by[colleague].append(each)

    def person(self, person_id: str) -> Person | None:
        """Somebody of the roster, whether taking part or not."""
        return self._everybody.get(person_id)

    def takes_part(self, person_id: str) -> bool:
        """Whether the person is rated in the round."""
        return person_id in self._taking_part

    def subjects(self, rater_id: str, purpose: Purpose) -> tuple[Person, ...]:
        """About whom ``rater_id`` is asked; never about oneself but for oneself."""
        if purpose is Purpose.CHECK:
            asked = self.people if rater_id in self._rules.inspectors else ()
            return tuple(each for each in asked if each.id != rater_id)
        rater = self._taking_part.get(rater_id)
        if rater is None:
            return ()
        if purpose is Purpose.SELF:
            return (rater,)
        return tuple(each for each in self._colleagues(rater) if each.id != rater_id)

    def raters(self, subject_id: str, purpose: Purpose) -> tuple[Person, ...]:
        """Who is asked about ``subject_id``: the other way round."""
        subject = self._taking_part.get(subject_id)
        if subject is None:
            return ()
        if purpose is Purpose.SELF:
            return (subject,)
        if purpose is Purpose.CHECK:
            asked = [self._everybody[each] for each in self._rules.inspectors if each in self._everybody]
        elif self._rules.colleagues == "unit":
            asked = self._of_unit[subject.unit]
        else:
            asked = self._named_by[subject_id] if self._rules.colleagues == "roster" else []
        return tuple(each for each in asked if each.id != subject_id)

    def _colleagues(self, rater: Person) -> list[Person]:
        if self._rules.colleagues == "unit":
            return self._of_unit[rater.unit]
        if self._rules.colleagues == "roster":
            return [self._taking_part[each] for each in rater.colleagues if each in self._taking_part]
        return []
