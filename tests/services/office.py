"""A larger unit for what keeps silent: one cadre who is rated by leaders, by equals and by subordinates."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from cadre_tui.demo.deciding import decide
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.result import Result
from cadre_tui.model.rounds.round_rules import RaterGroup, Relation, RoundRules, Secrecy, Use
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.people import accounts
from cadre_tui.services.results import disclosure, reading
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.store import keys
from tests.services.small import Small, make, rules, text

LEADERS = tuple(f"l{at}" for at in range(1, 4))
EQUALS = tuple(f"e{at}" for at in range(1, 8))
BELOW = tuple(f"u{at}" for at in range(1, 7))
SUBJECT = "s"
LEVELS = {"l": "county-leadership", "e": "agency-staff", "u": "township-bureau", "s": "agency-staff"}
PEOPLE = tuple((each, f"人{each}", "甲单位", LEVELS[each[0]]) for each in (SUBJECT, *LEADERS, *EQUALS, *BELOW))

PEERS = (Use(checklist="t.pair", by=Purpose.PEER, weight=Decimal(1)),)
GROUPS = tuple(
    RaterGroup(id=name, title=text(title), who=(Relation.UNIT,), levels=(LEVELS[first],), weight=Decimal(weight))
    for name, title, first, weight in (("a", "领导", "l", 30), ("b", "同级", "e", 30), ("c", "下属", "u", 40))
)
"""By level, all of one unit: three leaders, seven equals, six below."""

EIGHT = (*LEADERS, *EQUALS[:5])

Marks = Mapping[str, tuple[str, str]]
"""What a rater gives the subject to the two criteria."""


def office(folder: Path) -> Small:
    """The county with that unit."""
    return make(folder, PEOPLE)


def rules_of(round_id: str = "r1", **changes: Any) -> RoundRules:
    """A confidential round in which colleagues alone count."""
    usual = {"use": PEERS, "secrecy": Secrecy.CONFIDENTIAL, "min_raters": 5, "min_comments": 8}
    return rules(round_id, **{**usual, **changes})


def in_groups(**changes: Any) -> RoundRules:
    """The same with three rater groups."""
    return rules_of(**{"colleagues": "groups", "group": GROUPS, **changes})


def rate(small: Small, marks: Marks, round_id: str = "r1", reasons: Mapping[str, str] | None = None) -> None:
    """Each rater gives the subject what ``marks`` say, with a reason to the first criterion where there is one."""
    for rater, (one, two) in marks.items():
        session = small.signed_in(rater)
        reason = (reasons or {}).get(rater, "")
        answers: dict[Any, Mapping[str, Answer | None]] = {
            task: {"pair.one": Answer(choice=one, reason=reason), "pair.two": Answer(choice=two)}
            if task.subject.id == SUBJECT
            else {"pair.one": Answer(choice="unknown"), "pair.two": Answer(choice="unknown")}
            for task in tasks.todo(session, round_id, Purpose.PEER).tasks
        }
        responses.hand_in(session, round_id, Purpose.PEER, answers)


def publish(small: Small, round_id: str = "r1") -> None:
    """Close, look at what could tell who, and publish."""
    life.close_round(small.organiser, round_id, "没交的不计入")
    disclosure.check(small.organiser, round_id)
    decide(small.organiser, round_id)
    life.publish(small.organiser, round_id)


def differing(raters: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """Nobody can tell anything from these but the means."""
    return {each: (("good", "nil"), ("half", "good"), ("nil", "half"))[at % 3] for at, each in enumerate(raters)}


def shown(small: Small, marks: dict[str, tuple[str, str]], round_id: str = "r1", **changes: object) -> Result:
    small.opened(rules_of(round_id, **changes))
    rate(small, marks, round_id)
    publish(small, round_id)
    return reading.result(small.organiser, round_id, SUBJECT)


def other_organiser(small: Small) -> Session:
    """Another person of the office who is an organiser, too."""
    return with_role(small, "e7", Role.ORGANISER)


def with_role(small: Small, person: str, role: Role) -> Session:
    def give(found: dict[str, object] | None) -> dict[str, object]:
        return {**(found or {}), "roles": [role.value]}

    small.county.store.change(keys.account(person), give)
    return accounts.act_as(small.signed_in(person), role)
