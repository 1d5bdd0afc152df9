"""A county of three units, small, middling and large, that has lived through three rounds of self-assessment."""

from decimal import Decimal
from pathlib import Path

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round_rules import Secrecy, Use
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.people import accounts, roles
from cadre_tui.services.session import Session
from tests.services.small import DAY, GRADES, PASSWORD, Clock, Small, make, pair, reopened, rules

SIZES = {"甲单位": ("a", 6, 2), "乙单位": ("b", 7, 0), "丙单位": ("c", 2, 1)}
"""By unit the letter, how many people, how many of them leaders."""

PEOPLE = tuple(
    (f"{letter}{at}", f"人{letter}{at}", unit, "township-bureau" if at <= leaders else "agency-staff")
    for unit, (letter, people, leaders) in SIZES.items()
    for at in range(1, people + 1)
)
SELF_ONLY = (Use(checklist="t.pair", by=Purpose.SELF, weight=Decimal(1)),)
SUPERVISOR, CLERK = "dc", "lx"


def marks(person: str) -> tuple[str, str]:
    """Leaders 10 points, of all others the first of a unit 4 and the rest 8."""
    leaders = {letter: count for letter, _people, count in SIZES.values()}
    at = int(person[1:])
    return ("good", "good") if at <= leaders[person[0]] else ("nil", "good") if at == 3 else ("good", "half")


def hold(small: Small, round_id: str, worse: frozenset[str] = frozenset(), **changes: object) -> None:
    small.opened(rules(round_id, **{"use": SELF_ONLY, "grade": GRADES, "colleagues": "none", **changes}))
    for person, *_rest in PEOPLE:
        session = small.signed_in(person)
        one, two = ("nil", "nil") if person in worse else marks(person)
        answers = {task: pair(one, two) for task in tasks.todo(session, round_id, Purpose.SELF).tasks}
        responses.hand_in(session, round_id, Purpose.SELF, answers)
    small.clock.now += DAY
    small.published(round_id)


def make_units(folder: Path) -> None:
    """``r1`` and ``r2`` confidential, ``n1`` named and of no minimum, ``open`` under way."""
    small = make(folder, PEOPLE)
    for person, role, units in ((SUPERVISOR, Role.SUPERVISOR, ()), (CLERK, Role.CLERK, ("甲单位",))):
        roles.grant(small.organiser, person, role, units, name=person)
        accounts.set_password(small.organiser, person, PASSWORD)
    hold(small, "r1", worse=frozenset({"a1", "a2"}), secrecy=Secrecy.CONFIDENTIAL, min_raters=3)
    hold(small, "r2", secrecy=Secrecy.CONFIDENTIAL, min_raters=3)
    hold(small, "n1", min_raters=1)
    small.opened(rules("open", use=SELF_ONLY, colleagues="none"))


def long_after(folder: Path) -> Small:
    """The county in ``folder`` when all of that is over."""
    clock = Clock()
    clock.now += 40 * DAY
    return reopened(folder, clock)


def acting(small: Small, person: str, role: Role) -> Session:
    """Somebody in one of their roles."""
    return accounts.act_as(small.signed_in(person), role)
