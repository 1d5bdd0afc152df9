"""Whatever a process remembers, it answers and stores what one would that has just been started."""

import json
import os
from decimal import Decimal
from pathlib import Path
from shutil import copy2, copytree, ignore_patterns
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import CadreError
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round_rules import Secrecy, Validity
from cadre_tui.services.county import County
from cadre_tui.services.filling import paper, responses, tasks
from cadre_tui.services.people import accounts
from cadre_tui.services.rounds import amending, extending, life, reopening
from cadre_tui.services.session import Session
from cadre_tui.store import keys
from cadre_tui.store.envelope import packed
from tests.services.office import rules_of
from tests.services.small import DAY, MEANS_ANOTHER, PASSWORD, Clock, Small, reopened, second_version

PEER = Purpose.PEER
RATER, CLERK = "l1", "e7"

choices = st.sampled_from(["good", "half", "unknown", None])
answers = st.builds(Answer, choice=choices, reason=st.sampled_from(["", "见台账", "学" * 30])) | st.none()
changes = st.dictionaries(st.sampled_from(["pair.one", "pair.two"]), answers, min_size=1)
whom = st.integers(0, 2)
acts = (
    st.tuples(st.sampled_from(["save", "hand in with"]), whom, changes)
    | st.tuples(st.just("respond"), whom, st.sampled_from(["good", "half"]), st.booleans())
    | st.tuples(st.just("answer anew"), whom)
    | st.tuples(st.just("fill"), st.sampled_from(["good", "half"]))
    | st.tuples(st.sampled_from(["hand in", "take back"]))
    | st.tuples(st.sampled_from(["hand in", "take back", "issue a code"]))
    | st.tuples(st.sampled_from(["give back", "give time", "amend", "look", "look for gaps"]))
)
places = st.sampled_from(["first", "first", "first", "second", "clerk"])
"""The rater's own two processes, and a clerk's who types the rater's paper."""

bounds = st.builds(
    Validity,
    blanks=st.sampled_from([None, Decimal("0.5")]),
    best=st.sampled_from([None, Decimal("0.1")]),
)


class Office:
    """A round in which one person is rated by many, and the processes of those who fill in one rater's responses."""

    def __init__(self, folder: Path, secrecy: Secrecy, validity: Validity) -> None:
        self.folder = folder
        self.clock = Clock()
        self.small = reopened(folder, self.clock)
        self.small.opened(rules_of(secrecy=secrecy, validity=validity))
        clerk = {"roles": ["clerk"], "units": ["甲单位"]}
        self.small.county.store.change(keys.account(CLERK), lambda found: {**(found or {}), **clerk})
        self.passwords = {RATER: PASSWORD, CLERK: PASSWORD}
        self.processes = {"first": self.small, "second": self.small.again(), "clerk": self.small.again()}
        self.begin()
        for act in (("fill", "half"), ("look for gaps",)):
            told(act, self.sessions["first"], self.small.organiser)

    def begin(self) -> None:
        """Everybody signs in."""
        self.sessions = {place: self.session(each.county, place) for place, each in self.processes.items()}

    def session(self, county: County, place: str) -> Session:
        """Whoever fills in there."""
        if place != "clerk":
            return accounts.sign_in(county, RATER, self.passwords[RATER])
        clerk = accounts.act_as(accounts.sign_in(county, CLERK, self.passwords[CLERK]), Role.CLERK)
        return paper.begin(clerk, "r1", RATER)

    def issue_a_code(self, place: str, number: int) -> None:
        """What they said before may be sealed from then on."""
        person = CLERK if place == "clerk" else RATER
        self.passwords[person] = f"quiet horse {number}"
        code = accounts.issue_activation_codes(self.small.organiser, [person])[person]
        accounts.activate(self.small.county, person, code, self.passwords[person])
        self.begin()

    def amend(self) -> None:
        """Once: 第二项 means something else from then on."""
        if life.find(self.small.county, "r1").amendments:
            return
        second_version(self.small, MEANS_ANOTHER)
        self.small.county.look_again()
        (second,) = amending.candidates(self.small.organiser, "r1")
        amending.amend(self.small.organiser, "r1", second, "改字", None)


def done(act: tuple[Any, ...], session: Session, organiser: Session) -> object:
    """What is answered."""
    wanted = tasks.todo(session, "r1", PEER).tasks
    match act:
        case "save", at, new:
            return responses.save(session, wanted[at], new)
        case "hand in with", at, new:
            return responses.hand_in(session, "r1", PEER, {wanted[at]: new})
        case "respond", at, choice, renew:
            (pin,) = life.find(session.county, "r1").pins
            raw = {"checklist": pin.name, "answers": {each: {"choice": choice} for each in ("pair.one", "pair.two")}}
            return responses.respond(session, "r1", wanted[at].subject.id, raw, renew=renew)
        case "answer anew", at:
            return responses.answer_anew(session, wanted[at])
        case "fill", choice:
            full = {"pair.one": Answer(choice="good"), "pair.two": Answer(choice=choice, reason="见台账")}
            return responses.save_many(session, dict.fromkeys(wanted, full))
        case ("hand in",):
            return responses.hand_in(session, "r1", PEER)
        case ("take back",):
            return responses.take_back(session, "r1", PEER)
        case ("give back",):
            return reopening.reopen(organiser, "r1", RATER, PEER, "再看看")
        case ("give time",):
            return extending.extend(organiser, "r1", RATER, PEER, organiser.county.now() + DAY, "出差")
        case ("look for gaps",):
            return responses.gaps(session, "r1", PEER)
        case _:
            return responses.open_forms(session, "r1", PEER, "t.pair"), wanted


def told(act: tuple[Any, ...], session: Session, organiser: Session) -> object:
    """The answer, or the refusal."""
    try:
        return done(act, session, organiser)
    except CadreError as refusal:
        return type(refusal), refusal.code, dict(refusal.values)


def linked(was: str, now: str) -> None:
    """Of a document a second name will do: none is ever changed in place."""
    (os.link if was.endswith(".json") else copy2)(was, now)


def copied(folder: Path, to: Path) -> Path:
    copytree(folder, to, ignore=ignore_patterns(".*"), copy_function=linked)
    return to


def drawer(folder: Path) -> object:
    file = folder / "drawers" / "r1" / f"{RATER}.json"
    return json.loads(file.read_bytes())["tables"] if file.exists() else None


def must_remember_what_is_stored(small: Small) -> None:
    """Nobody has changed in place what the store hands out again."""
    for each in small.county.store._remembered._last.values():
        assert packed(each.envelope) == each.content


@settings(max_examples=12)
@given(
    st.sampled_from([Secrecy.CONFIDENTIAL, Secrecy.NAMED]),
    bounds,
    st.lists(st.tuples(places, acts), min_size=4, max_size=12),
)
def test_it_is_answered_and_stored_alike(
    made_bureau: Path, secrecy: Secrecy, validity: Validity, steps: list[tuple[str, tuple[Any, ...]]]
) -> None:
    with TemporaryDirectory() as top:
        office = Office(copied(made_bureau, Path(top) / "data"), secrecy, validity)
        for number, (place, act) in enumerate(steps):
            if act == ("issue a code",):
                office.issue_a_code(place, number)
            elif act == ("amend",):
                office.amend()
            else:
                fresh = reopened(copied(office.folder, Path(top) / f"{number}"), office.clock)
                expected = told(act, office.session(fresh.county, place), fresh.organiser)
                assert told(act, office.sessions[place], office.processes[place].organiser) == expected
                assert drawer(office.folder) == drawer(fresh.folder)
                must_remember_what_is_stored(office.processes[place])
            office.clock.now += DAY / 1_000
