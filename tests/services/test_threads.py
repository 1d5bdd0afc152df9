"""Threads that share one county, as the app's do: nothing is lost, and what each is told is so."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from random import Random

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import CadreError
from cadre_tui.model.filling.home import Task
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.session import Session
from tests.services.small import Small

PEER = Purpose.PEER
EXPECTED = {"handed-in-already", "nothing-handed-in"}
TIMES = 25


def answers(session: Session, wanted: Sequence[Task], place: int) -> dict[tuple[str, str], str]:
    """Each place answers a criterion of its own; what was told to be saved last is answered."""
    told: dict[tuple[str, str], str] = {}
    task, criterion = wanted[place % len(wanted)], ("pair.one", "pair.two")[place % 2]
    for number in range(TIMES):
        reason = f"{place}-{number}"
        try:
            done = responses.save(session, task, {criterion: Answer(choice="good", reason=reason)})
        except CadreError as refusal:
            assert refusal.code in EXPECTED
        else:
            assert done.answers[criterion].reason == reason
            told[task.subject.id, criterion] = reason
    return told


def goes_in_and_out(session: Session, place: int) -> None:
    chance = Random(place)
    for _time in range(TIMES):
        act = chance.choice((responses.hand_in, responses.take_back, responses.gaps))
        try:
            act(session, "r1", PEER)
        except CadreError as refusal:
            assert refusal.code in EXPECTED


def test_nothing_is_lost_between_threads(going: Small) -> None:
    """Four threads to each of two drawers: some answer, some look, and some hand in and take back."""
    people = ("a1", "b1")
    sessions = {person: going.signed_in(person) for person in people}
    wanted = {person: tasks.todo(each, "r1", PEER).tasks for person, each in sessions.items()}
    full = {"pair.one": Answer(choice="good"), "pair.two": Answer(choice="half")}
    for person in people:
        responses.save_many(sessions[person], dict.fromkeys(wanted[person], full))
    with ThreadPoolExecutor(8) as threads:
        saved = [
            (person, threads.submit(answers, sessions[person], wanted[person], place))
            for place in (0, 1)
            for person in people
        ]
        moved = [threads.submit(goes_in_and_out, sessions[person], at) for at in (0, 1) for person in people]
    assert [each.result() for each in moved] == [None] * 4
    for person, told in saved:
        stored = {each.subject: each for each in read_drawer(going.again().county, "r1", person).responses}
        assert {key: stored[key[0]].answers[key[1]].reason for key in told.result()} == told.result()
        assert len({each.state for each in stored.values()}) == 1, "all go in, and out, together"
    assert State.REOPENED not in {each.state for each in stored.values()}
