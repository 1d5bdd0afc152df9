"""An office of twelve who all rate each other: what a round's raters are looked at by."""

from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.rounds import life
from tests.services.office import rules_of
from tests.services.small import Small, make

STAFF = tuple(f"k{at:02}" for at in range(1, 13))
PEOPLE = tuple((each, f"甲{each}", "甲单位", "agency-staff") for each in STAFF)
SAME = "k03"
"""Gives everybody the same."""

POINTS = {"good": 2, "half": 1, "nil": 0}


def rated_office(folder: Path, raters: tuple[str, ...] = STAFF, **changes: Any) -> Small:
    """All ``raters`` have rated all; the round is closed, nobody has looked at anything."""
    small = make(folder, PEOPLE)
    small.opened(rules_of("r1", **changes))
    chance = Random(4)
    merit = {each: chance.choice(["good", "good", "half", "nil"]) for each in STAFF}
    for rater in raters:
        session = small.signed_in(rater)
        answers: dict[Any, Mapping[str, Answer | None]] = {}
        for task in tasks.todo(session, "r1", Purpose.PEER).tasks:
            one, two = (_mark(chance, merit[task.subject.id]) for _ in range(2))
            one, two = ("half", "half") if rater == SAME else (one, two)
            answers[task] = {"pair.one": Answer(choice=one), "pair.two": Answer(choice=two)}
        responses.hand_in(session, "r1", Purpose.PEER, answers)
    life.close_round(small.organiser, "r1", "没交的不计入")
    return small


def _mark(chance: Random, merit: str) -> str:
    return merit if chance.random() < 0.7 else chance.choice(list(POINTS))
