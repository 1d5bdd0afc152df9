"""Many people at once: nothing lost, nothing doubled; and whoever is killed keeps what was reported saved."""

import os
import signal
import time
from decimal import Decimal
from pathlib import Path
from random import Random

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round_rules import Use
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling import responses
from cadre_tui.services.oversight import progress
from tests.services.small import Clock, Small, make, pair, reopened, rules, share, task
from tests.store.processes import ended_well, in_a_process


def test_two_hundred_hand_ins_from_eight_processes_are_all_there(tmp_path: Path) -> None:
    """Forty people hand in five times each, every time in another order of people, through eight processes."""
    people = tuple(
        (f"p{number:02}", f"人{number:02}", f"单位{number // 2:02}", "agency-staff") for number in range(40)
    )
    small = make(tmp_path / "data", people)
    names = [f"r{number}" for number in range(5)]
    for name in names:
        small.opened(rules(name, use=(Use(checklist="t.pair", by=Purpose.PEER, weight=Decimal(1)),), min_raters=1))
    work = [(person, name) for name in names for person, *_rest in people]
    Random(7).shuffle(work)

    def hand_in(share: list[tuple[str, str]]) -> None:
        mine = reopened(tmp_path / "data", Clock())
        for person, name in share:
            about = f"p{int(person[1:]) ^ 1:02}"
            answers = {key: {"choice": "good"} for key in ("pair.one", "pair.two")}
            responses.respond(mine.signed_in(person), name, about, {"checklist": "t.pair|1", "answers": answers})

    assert all(map(ended_well, [in_a_process(lambda at=at: hand_in(work[at::8])) for at in range(8)]))
    fresh = small.again()
    drawers = [read_drawer(fresh.county, name, person) for person, name in work]
    found = [response for drawer in drawers for response in drawer.responses if response.state is State.SUBMITTED]
    assert len(found) == 200
    assert sum(progress.status(fresh.organiser, name).line.handed_in[Purpose.PEER][0] for name in names) == 200


def test_one_person_in_four_places_loses_no_answer(going: Small) -> None:
    """The same drawer: four processes save different answers of one person at the same time."""
    cadre = going.signed_in("a1")
    subjects = ("a2", "a3", "a4")
    tasks = {about: task(cadre, Purpose.PEER, "t.pair", about) for about in subjects}
    own = task(cadre, Purpose.SELF, "t.own", "a1")

    def save(place: int) -> None:
        mine = going.again().signed_in("a1")
        for number in range(12):
            if place < 3:
                responses.save(mine, tasks[subjects[place]], {"pair.one": Answer(choice="good", reason=str(number))})
            else:
                responses.save(mine, own, share(f"0.{number + 10}"))

    assert all(map(ended_well, [in_a_process(lambda place=place: save(place)) for place in range(4)]))
    drawer = read_drawer(going.again().county, "r1", "a1")
    assert {
        each.subject: each.answers["pair.one"].reason for each in drawer.responses if each.subject != "a1"
    } == dict.fromkeys(subjects, "11")
    kept = drawer.response("a1", "t.own", Purpose.SELF)
    assert kept is not None
    assert kept.answers["own.share"].number == Decimal("0.21")


def test_what_was_reported_saved_is_there_after_a_kill(going: Small) -> None:
    """Two dozen sessions are killed in the middle of saving and handing in."""
    chance = Random(11)
    about = task(going.signed_in("a1"), Purpose.PEER, "t.pair", "a2")
    for _each in range(24):
        reader, writer = os.pipe()

        def work(writer: int = writer) -> None:
            mine = going.again().signed_in("a1")
            number = int(reason(going.again()) or 0)
            while True:
                number += 1
                responses.save(mine, about, {"pair.one": Answer(choice="good", reason=str(number))})
                os.write(writer, b"%d\n" % number)

        child = in_a_process(work)
        os.close(writer)
        told = os.read(reader, 1)
        time.sleep(chance.uniform(0, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while piece := os.read(reader, 65536):
            told += piece
        os.close(reader)
        reported = int(told.rstrip(b"\n").split(b"\n")[-1])
        assert int(reason(going.again())) in (reported, reported + 1)


def reason(small: Small) -> str:
    """What a1's drawer holds as the reason about a2; empty where nothing is saved yet."""
    found = read_drawer(small.county, "r1", "a1").response("a2", "t.pair", Purpose.PEER)
    return found.answers["pair.one"].reason if found else ""


def test_a_whole_set_is_handed_in_or_none_of_it_when_killed(going: Small) -> None:
    chance = Random(13)
    seen: set[tuple[State, ...]] = set()
    for _each in range(15):
        begun, begin = os.pipe()

        def work(begin: int = begin) -> None:
            mine = going.again().signed_in("a1")
            todo = [task(mine, Purpose.PEER, "t.pair", about) for about in ("a2", "a3", "a4")]
            os.write(begin, b"x")
            while True:
                responses.hand_in(mine, "r1", Purpose.PEER, {each: pair("good", "half") for each in todo})
                responses.take_back(mine, "r1", Purpose.PEER)

        child = in_a_process(work)
        os.close(begin)
        assert os.read(begun, 1), "it was ready"
        os.close(begun)
        time.sleep(chance.uniform(0, 0.08))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        states = [each.state for each in read_drawer(going.again().county, "r1", "a1").responses]
        assert states in ([], [State.DRAFT] * 3, [State.SUBMITTED] * 3)
        seen.add(tuple(states))
        if State.SUBMITTED in states:
            responses.take_back(going.again().signed_in("a1"), "r1", Purpose.PEER)
    assert seen - {()}, "some were killed after they had begun"
