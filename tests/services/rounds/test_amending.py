"""Amending a round's checklist: one write, originals kept and never counted, what means the same carried over."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from cadre_tui import checklists
from cadre_tui.model.answers.response import Response, State
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.fault import NotPermitted
from cadre_tui.model.rounds.round import Round
from cadre_tui.services import audit
from cadre_tui.services.drawers import drawer, read_drawer
from cadre_tui.services.filling import responses, tasks, writing
from cadre_tui.services.oversight import progress
from cadre_tui.services.results import reading
from cadre_tui.services.rounds import amending, life
from tests.refusing import refused
from tests.services.office import rate, rules_of
from tests.services.small import (
    DAY,
    MEANS_ANOTHER,
    PAIR,
    Small,
    fill_peers,
    fill_self,
    pair,
    rules,
    second_version,
    task,
)

SELF, PEER = Purpose.SELF, Purpose.PEER
SECOND = ('version = "1"', 'version = "2"')
EVERYBODY = ("a1", "a2", "a3", "a4")


def other(*becomes: tuple[str, str]) -> Checklist:
    """The second version of ``t.pair``: 第二项 means something else, unless it is said what changes."""
    written = PAIR
    for was, now in (SECOND, *(becomes or (MEANS_ANOTHER,))):
        assert was in written
        written = written.replace(was, now, 1)
    return checklists.parse(written, "pair.toml")


def held(small: Small) -> Round:
    return life.find(small.again().county, "r1")


def own(small: Small, person: str = "a1") -> Response:
    found = read_drawer(small.again().county, "r1", person).response(person, "t.pair", SELF)
    assert found is not None
    return found


@pytest.fixture
def handed_in(going: Small) -> Small:
    """a1 has handed in everything, a2 has begun."""
    cadre = going.signed_in("a1")
    fill_self(cadre, one="good", two="half")
    fill_peers(cadre, dict.fromkeys(EVERYBODY, ("good", "half")))
    other_cadre = going.signed_in("a2")
    responses.save(other_cadre, task(other_cadre, SELF, "t.pair", "a2"), pair("half", "nil"))
    return going


def test_what_will_happen_is_told_first_and_nothing_is_written(handed_in: Small) -> None:
    before = held(handed_in)
    found = amending.considered(handed_in.organiser, "r1", other())
    assert [(each.kind.value, each.where) for each in found.changes] == [("meaning", "pair.two › allow_na")]
    assert (found.carried, set(found.unlike)) == (("pair.one",), {"pair.two"})
    assert found.counts[SELF] == amending.Count(1, 1)
    assert found.counts[PEER].handed_in == len(tasks.todo(handed_in.signed_in("a1"), "r1", PEER).tasks)
    assert (found.reopened, found.needs_time) == (1 + found.counts[PEER].handed_in, ())
    assert held(handed_in) == before


def test_the_round_pins_the_new_checklist_and_gives_back_what_was_handed_in_to_the_old(handed_in: Small) -> None:
    before, old = held(handed_in), own(handed_in)
    made = amending.amend(handed_in.organiser, "r1", other(), "第二项补了不适用")
    after = held(handed_in)
    assert {each.name for each in after.pins} == {"t.own|1", "t.pair|2"}
    assert (made.before.name, made.now.digest, made.rules_hash) == ("t.pair|1", other().digest, before.rules_hash)
    assert after.rules_hash != before.rules_hash
    now = own(handed_in)
    assert (now.state, now.checklist, now.digest) == (State.REOPENED, "t.pair|2", other().digest)
    assert {key: each.choice for key, each in now.answers.items()} == {"pair.one": "good"}
    (original,) = now.originals
    assert (original.answers, original.submitted) == (old.answers, old.submitted)
    assert (original.checklist, original.digest, original.amended) == ("t.pair|1", old.digest, True)
    assert handed_in.again().county.frozen_checklist("r1", original.digest).name == "t.pair|1"
    begun = own(handed_in, "a2")
    assert (begun.state, {key: each.choice for key, each in begun.answers.items()}) == (
        State.DRAFT,
        {"pair.one": "half"},
    )
    assert begun.originals[0].answers["pair.two"].choice == "nil"
    untouched = read_drawer(handed_in.again().county, "r1", "a1").response("a1", "t.own", SELF)
    assert untouched is not None
    assert untouched.state is State.SUBMITTED
    entry = audit.entries(handed_in.organiser)[-1]
    assert (entry.code, entry.values["reason"], entry.values["count"]) == (
        "round-amended",
        "第二项补了不适用",
        made.reopened,
    )


def test_results_come_of_what_was_handed_in_to_the_new_checklist_alone(handed_in: Small) -> None:
    amending.amend(handed_in.organiser, "r1", other(), "改")
    assert progress.status(handed_in.organiser, "r1").counts[SELF].handed_in == 1  # t.own alone
    for person in EVERYBODY:
        cadre = handed_in.again().signed_in(person)
        if person != "a1":
            fill_peers(cadre, dict.fromkeys(EVERYBODY, ("nil", "nil")))
            fill_self(cadre)
    handed_in.published("r1")
    found = reading.result(handed_in.again().organiser, "r1", "a2")
    row = next(each for each in found.criteria if each.criterion == "pair.one")
    assert (row.checklist, row.raters, row.peers) == ("t.pair|2", 2, 0)
    assert [each.checklist for each in found.parts if each.by is PEER] == ["t.pair|2"]


def test_people_are_told_why_and_hand_in_again(handed_in: Small) -> None:
    cadre = handed_in.signed_in("a1")
    old = task(cadre, SELF, "t.pair", "a1")
    amending.amend(handed_in.organiser, "r1", other(), "第二项补了不适用")
    later = handed_in.again().signed_in("a1")
    todo = tasks.todo(later, "r1", SELF)
    assert [each.reason for each in todo.amended] == ["第二项补了不适用"]
    form = responses.open_form(later, task(later, SELF, "t.pair", "a1"))
    assert form.amended == "第二项补了不适用"
    with refused("form-amended"):  # whoever still sees the former form
        responses.save(later, old, pair("nil", "nil"))
    assert own(handed_in).answers["pair.one"].choice == "good"
    with refused("not-complete"):
        responses.hand_in(later, "r1", SELF)
    responses.hand_in(
        later, "r1", SELF, {task(later, SELF, "t.pair", "a1"): {"pair.two": pair("good", "good")["pair.two"]}}
    )
    assert (own(handed_in).state, len(own(handed_in).originals)) == (State.SUBMITTED, 1)


def test_who_hands_in_at_the_same_moment_answers_the_old_checklist_and_it_does_not_count(
    going: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The amendment falls between the last look at the round and the write of the drawer."""
    cadre, there = going.signed_in("a1"), going.again()
    done: list[Any] = []

    plain = drawer.written

    def just_then(*arguments: Any) -> Any:
        if not done:
            done.append(amending.amend(there.organiser, "r1", other(), "改"))
        return plain(*arguments)

    monkeypatch.setattr(drawer, "written", just_then)
    fill_self(cadre, one="good", two="good")
    assert done
    found = own(going)
    assert (found.state, found.checklist, found.originals[0].amended) == (State.REOPENED, "t.pair|2", True)
    assert found.originals[0].answers["pair.two"].choice == "good"


def test_who_began_to_hand_in_before_and_writes_after_is_told(going: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    cadre, there = going.signed_in("a1"), going.again()
    plain = writing.change_drawer

    def just_before(*arguments: Any) -> Any:
        if not held(going).amendments:
            amending.amend(there.organiser, "r1", other(), "改")
        return plain(*arguments)

    monkeypatch.setattr(writing, "change_drawer", just_before)
    with refused("form-amended"):
        fill_self(cadre)
    assert read_drawer(going.again().county, "r1", "a1").responses == ()


KILLED = """
import os, signal, sys
from pathlib import Path
from cadre_tui.store.folder.engine import FolderStore
from tests.services.rounds.test_amending import other
from tests.services.small import Clock, reopened
from cadre_tui.services.rounds import amending
small = reopened(Path(sys.argv[1]), Clock())
plain, writes = FolderStore.change, []
def change(self, key, edit):
    def dying(found):
        made = edit(found)
        writes.append(key)
        if len(writes) == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
        return made
    return plain(self, key, dying)
FolderStore.change = change
amending.amend(small.organiser, "r1", other(), "改")
print(len(writes))
"""


@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_killed_at_any_write_it_is_as_before_and_can_be_done_again(handed_in: Small, at: int) -> None:
    before, old = held(handed_in), own(handed_in)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(handed_in.folder), str(at)], capture_output=True, check=False,
        cwd=Path(__file__).parents[3], env=os.environ, text=True,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert (held(handed_in), own(handed_in)) == (before, old)
    again = handed_in.again()
    amending.amend(again.organiser, "r1", other(), "改")
    assert own(handed_in).state is State.REOPENED


@pytest.mark.parametrize(
    ("becomes", "code"),
    [
        ((("第二项", "第二项（改）"), ('version = "2"', 'version = "1"')), "amend-version-reused"),
        ((('purpose = ["self", "peer", "check"]', 'purpose = ["self"]'),), "round-wrong-purpose"),
        ((("total = 10", 'total = 10\nlevels = ["agency-staff"]'),), "amend-other-people"),
        ((('id = "t.pair"', 'id = "t.other"'),), "round-no-checklist"),
    ],
)
def test_what_cannot_take_its_place_is_refused(going: Small, becomes: tuple[tuple[str, str], ...], code: str) -> None:
    with refused(code):
        amending.considered(going.organiser, "r1", other(*becomes))
    assert held(going).amendments == ()


def test_neither_the_same_nor_a_former_one_nor_without_a_reason(going: Small) -> None:
    same = checklists.parse(PAIR, "x.toml")
    with refused("amend-nothing"):
        amending.considered(going.organiser, "r1", same)
    with refused("reason-missing"):
        amending.amend(going.organiser, "r1", other(), " ")
    amending.amend(going.organiser, "r1", other(), "改")
    with refused("amend-had-before"):
        amending.considered(going.organiser, "r1", same)


def test_only_an_organiser_and_only_while_people_fill_in(going: Small) -> None:
    with refused("role-may-not", NotPermitted):
        amending.amend(going.signed_in("a1"), "r1", other(), "改")
    life.close_round(going.organiser, "r1", "到期")
    with refused("amend-not-now", NotPermitted):
        amending.amend(going.organiser, "r1", other(), "改")


def test_where_nobody_could_hand_in_again_a_time_is_needed_and_everybody_has_it(small: Small) -> None:
    ends = small.clock.now + 10 * DAY
    small.opened(rules(sequence="self-first", deadlines={SELF: ends}))
    fill_self(small.signed_in("a1"))
    small.clock.now += 11 * DAY
    assert life.find(small.county, "r1").phase.value == "peer"
    found = amending.considered(small.organiser, "r1", other())
    assert found.needs_time == (SELF,)
    with refused("amend-needs-time"):
        amending.amend(small.organiser, "r1", other(), "改")
    with refused("time-past"):
        amending.amend(small.organiser, "r1", other(), "改", small.clock.now - DAY)
    until = small.clock.now + 5 * DAY
    amending.amend(small.organiser, "r1", other(), "改", until)
    later = small.again().signed_in("a1")
    assert tasks.todo(later, "r1", SELF).deadline == until
    responses.hand_in(later, "r1", SELF, {task(later, SELF, "t.pair", "a1"): pair("good", "good")})
    small.clock.now = until + timedelta(minutes=1)
    with refused("deadline-passed"):
        responses.take_back(small.again().signed_in("a1"), "r1", SELF)


def test_amended_twice_the_answers_go_through_both(handed_in: Small) -> None:
    first = own(handed_in)
    amending.amend(handed_in.organiser, "r1", other(), "一")
    third = (('version = "2"', 'version = "3"'), MEANS_ANOTHER, ("points = 6", "points = 6\nallow_na = true"))
    amending.amend(handed_in.organiser, "r1", other(*third), "二")
    now = own(handed_in)
    assert (now.checklist, dict(now.answers), len(now.originals)) == ("t.pair|3", {}, 1)
    assert now.originals[0].answers == first.answers


def test_a_confidential_round_is_amended_like_a_named_one(bureau: Small) -> None:
    bureau.opened(rules_of())
    rate(bureau, {"l1": ("good", "half")})
    made = amending.amend(bureau.organiser, "r1", other(), "改")
    drawer = read_drawer(bureau.again().county, "r1", "l1")
    assert {each.state for each in drawer.responses} == {State.REOPENED}
    assert made.reopened == len(drawer.responses)


def test_a_former_round_that_was_amended_compares_by_its_final_checklist(going: Small) -> None:
    amending.amend(going.organiser, "r1", other(), "改")
    for person in EVERYBODY:
        cadre = going.again().signed_in(person)
        fill_self(cadre)
        fill_peers(cadre, dict.fromkeys(EVERYBODY, ("good", "half")))
    going.published("r1")
    second_version(going, MEANS_ANOTHER)
    later = going.again()
    later.clock.now += 180 * DAY
    later.opened(rules("r2", former="r1"))
    for person in EVERYBODY:
        cadre = later.signed_in(person)
        fill_self(cadre, round_id="r2")
        fill_peers(cadre, dict.fromkeys(EVERYBODY, ("good", "good")), round_id="r2")
    later.published("r2")
    found = {each.criterion: each for each in reading.result(later.organiser, "r2", "a1").criteria}
    assert (found["pair.two"].unlike, found["pair.two"].change) == (None, 2)
