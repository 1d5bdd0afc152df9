"""A county of 300 people in 12 units lives through a confidential round and a named one."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from cadre_tui.demo.deciding import decide
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import NotPermitted, NotRight
from cadre_tui.model.filling.home import Task
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import Phase
from cadre_tui.model.rounds.round_rules import RoundRules, Secrecy, Use
from cadre_tui.services import audit
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.oversight import progress
from cadre_tui.services.people import accounts, roster
from cadre_tui.services.people.identity import begin
from cadre_tui.services.people.roles import act_as, grant
from cadre_tui.services.results import disclosure, reading
from cadre_tui.services.rounds import extending, life, reopening
from cadre_tui.services.rounds.raters import allocation
from cadre_tui.services.session import Session
from tests.refusing import refused
from tests.services.small import DAY, GRADES, LEFT_OUT, OWN, PAIR, PASSWORD, Clock, Small, county_in, text

UNITS, SIZE, REVIEWERS = 12, 25, 7
SELF, PEER = Purpose.SELF, Purpose.PEER
PEOPLE = tuple(
    (f"p{unit:02d}{place:02d}", f"干部{unit:02d}{place:02d}", f"第{unit:02d}单位", "agency-staff")
    for unit in range(UNITS)
    for place in range(SIZE)
)
USES = (
    Use(checklist="t.own", by=SELF, weight=Decimal(1)),
    Use(checklist="t.pair", by=PEER, weight=Decimal(1)),
)
ABSENT = frozenset({"p0003", "p0517", "p1124"})
"""Who hands nothing in about colleagues."""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Small:
    folder: Path = tmp_path_factory.mktemp("county") / "data"
    (folder / "checklists").mkdir(parents=True)
    for name, written in (("t.pair", PAIR), ("t.own", OWN)):
        (folder / "checklists" / f"{name}.toml").write_text(written, "utf-8")
    clock = Clock(datetime(2026, 3, 1, 1, tzinfo=UTC))
    made = county_in(folder, clock)
    accounts.first_organiser(made, "zzb", "组织部", PASSWORD, "某县")
    organiser = begin(made, "zzb")
    rows = ["编号,姓名,单位,层级", *(",".join(each) for each in PEOPLE)]
    path = folder.parent / "roster.csv"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    change = roster.import_roster(organiser, path)
    assert (len(change.joined), len(change.units_joined)) == (300, 12)
    grant(organiser, "p0000", Role.SUPERVISOR)
    grant(organiser, "p0100", Role.CLERK, units=("第01单位",))
    return Small(folder, clock, made, organiser)


def round_rules(round_id: str, **changes: object) -> RoundRules:
    usual: dict[str, object] = {
        "id": round_id,
        "title": text(round_id),
        "use": USES,
        "colleagues": "balanced",
        "reviewers": REVIEWERS,
        "grade": GRADES,
        "grace": 24,
        "deadlines": {SELF: datetime(2026, 3, 20, tzinfo=UTC), PEER: datetime(2026, 3, 20, tzinfo=UTC)},
    }
    return RoundRules(**{**usual, **changes})


def everybody(small: Small) -> Iterator[Session]:
    for person, *_rest in PEOPLE:
        yield act_as(begin(small.county, person), Role.CADRE)


def fill(session: Session, round_id: str, purpose: Purpose, chance: Random) -> None:
    answers: dict[Task, dict[str, Answer | None]] = {}
    for each in tasks.todo(session, round_id, purpose).tasks:
        if each.checklist == "t.own":
            answers[each] = {"own.share": Answer(number=Decimal(chance.randrange(5, 10)) / 10)}
        else:
            reason = f"由{session.person}写"
            answers[each] = {
                key: Answer(choice=chance.choice(("good", "half", "nil")), reason=reason)
                for key in ("pair.one", "pair.two")
            }
    responses.hand_in(session, round_id, purpose, answers)


def opened(small: Small, rules: RoundRules) -> None:
    """Each step in its order; what comes too early is refused, with the reason."""
    organiser = small.organiser
    life.new(organiser, rules)
    with refused("round-not-ready", NotRight) as told:
        life.open_round(organiser, rules.id)
    assert [each.code for each in told.value.faults] == ["allocation-missing"]
    for early in (life.close_round, life.publish, life.archive):
        with refused("round-out-of-order"):
            early(organiser, rules.id)
    found = allocation.allocate(organiser, rules.id, seed=7)
    assert len(found.pairs) == len(PEOPLE) * REVIEWERS
    held = life.open_round(organiser, rules.id)
    assert held.phase is Phase.OPEN
    assert len(held.rules_hash) == 64


def nobody_looks_yet(small: Small, round_id: str, supervisor: Session) -> None:
    """What nobody may look at, whoever they are; how far it is, is told to those who watch over it."""
    one, other = begin(small.county, "p0001"), begin(small.county, "p0002")
    for who, subject in ((small.organiser, "p0001"), (supervisor, "p0001"), (one, "p0001")):
        with refused("not-before-published", NotPermitted):
            reading.result(who, round_id, subject)
    with refused("not-yours", NotPermitted):
        reading.result(one, round_id, other.person)
    with refused("role-may-not", NotPermitted):
        tasks.todo(small.organiser, round_id, PEER)
    clerk = act_as(begin(small.county, "p0100"), Role.CLERK)
    with refused("not-your-unit", NotPermitted):
        progress.people(clerk, round_id, "第02单位")
    assert len(progress.people(clerk, round_id, "第01单位")) == SIZE

    line = progress.status(supervisor, round_id).line
    asked = (len(PEOPLE) - len(ABSENT)) * REVIEWERS, len(PEOPLE) * REVIEWERS
    assert line.handed_in[PEER] == asked
    assert line.handed_in[SELF] == (300, 300)


def late_ones(small: Small, round_id: str, chance: Random) -> datetime:
    """One hands in late, one has longer, one is too late, one has theirs given back; answers the last deadline."""
    small.clock.now = datetime(2026, 3, 20, 1, tzinfo=UTC)
    late = begin(small.county, "p0003")
    fill(late, round_id, PEER, chance)
    assert all(each.late for each in read_drawer(small.county, round_id, "p0003").responses if each.purpose is PEER)
    until = datetime(2026, 3, 25, tzinfo=UTC)
    extending.extend(small.organiser, round_id, "p0517", PEER, until, "住院")
    small.clock.now = datetime(2026, 3, 21, 1, tzinfo=UTC)
    with refused("deadline-passed"):
        fill(begin(small.county, "p1124"), round_id, PEER, chance)
    fill(begin(small.county, "p0517"), round_id, PEER, chance)
    reopening.reopen(small.organiser, round_id, "p0204", PEER, "填错了人", until)
    again = begin(small.county, "p0204")
    given_back = tasks.todo(again, round_id, PEER).tasks
    assert {each.state for each in given_back} == {State.REOPENED}
    responses.hand_in(again, round_id, PEER)
    kept = [each for each in read_drawer(small.county, round_id, "p0204").responses if each.purpose is PEER]
    assert all(each.originals and each.originals[0].reason == "填错了人" for each in kept)
    return until


def results_name_nobody(small: Small, round_id: str) -> None:
    found = reading.results(small.organiser, round_id)
    assert len(found) == 300
    assert sum(each.total is not None for each in found) == 300
    ids = {person for person, *_rest in PEOPLE}
    for each in (*found[:20], reading.result(begin(small.county, "p0001"), round_id, "p0001")):
        told = str({name: value for name, value in vars(each).items() if name != "subject"})
        assert not [person for person in ids if person in told], "a confidential result names nobody"


def test_a_confidential_round_of_three_hundred(county: Small) -> None:
    small, chance = county, Random(1)
    organiser, supervisor = small.organiser, act_as(begin(small.county, "p0000"), Role.SUPERVISOR)
    opened(small, round_rules("r1"))

    for session in everybody(small):
        fill(session, "r1", SELF, chance)
        if session.person not in ABSENT:
            fill(session, "r1", PEER, chance)
    nobody_looks_yet(small, "r1", supervisor)
    until = late_ones(small, "r1", chance)

    # It ends by itself once the last extension has passed; somebody must answer for what is missing
    small.clock.now = until + timedelta(minutes=1)
    assert life.find(small.county, "r1").phase is Phase.MODERATION
    assert audit.entries(organiser)[-1].who == audit.CLOCK
    disclosure.check(organiser, "r1")
    with refused("round-not-ready", NotRight):
        life.publish(organiser, "r1")
    decide(organiser, "r1")
    life.publish(organiser, "r1", LEFT_OUT)
    results_name_nobody(small, "r1")
    life.archive(organiser, "r1")
    assert audit.verify(small.county).wrong is None


def test_a_named_round_of_three_hundred(county: Small) -> None:
    small, chance = county, Random(2)
    small.clock.now = datetime(2026, 3, 10, tzinfo=UTC) + 100 * DAY
    deadline = small.clock.now + 10 * DAY
    rules = round_rules("r2", secrecy=Secrecy.NAMED, deadlines={SELF: deadline, PEER: deadline})
    opened(small, rules)
    for session in everybody(small):
        fill(session, "r2", SELF, chance)
        fill(session, "r2", PEER, chance)
    life.close_round(small.organiser, "r2")
    decide(small.organiser, "r2")
    life.publish(small.organiser, "r2")
    subject = begin(small.county, "p0001")
    found = reading.result(subject, "r2", "p0001")
    raters = {each.id for each in small.county.circle(life.find(small.county, "r2")).raters("p0001", PEER)}
    told = str(found)
    assert all(f"由{rater}写" in told for rater in raters), "the person rated may see who"
    with refused("not-yours", NotPermitted):
        reading.result(subject, "r2", "p0002")
