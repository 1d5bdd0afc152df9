"""Counties in which much is stored: everybody's responses to a round, and those of the rounds before it."""

import json
import os
from pathlib import Path

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round_rules import Use, Validity
from cadre_tui.services.county import County
from cadre_tui.services.filling import forms, responses, tasks
from cadre_tui.services.people import accounts
from cadre_tui.services.session import Session
from cadre_tui.store.envelope import NAME, packed, unpacked
from tests.benchmarks.county import PASSWORD, PERSON, crowd

COLLEAGUES = 10
"""People in a unit, each scoring the nine others and themselves: ten responses a person."""

USES = (Use(checklist="core.mutual", by=Purpose.SELF), Use(checklist="core.mutual", by=Purpose.PEER))

MOST_NAMES = 50_000
"""Of one file; file systems bound how many it may have."""


def filled(folder: Path, count: int, uses: tuple[Use, ...] = USES, unit: int = COLLEAGUES) -> Session:
    """A county that holds that many responses, all handed in; the session of one of its people."""
    each_has = unit if len(uses) > 1 else 1
    folder.mkdir(mode=0o700)
    county = crowd(folder, count // each_has, uses, unit)
    session = handed_in(county, [each.by for each in uses])
    written = next(folder.glob(f"drawers/r1/{PERSON}.json"))
    envelope = json.loads(written.read_bytes())
    (row,) = envelope["tables"]["document"].values()
    for number in range(2, count // each_has + 1):
        copy = written.with_name(f"p{number}.json")
        row["rater"] = f"p{number}"
        envelope["name"] = f"drawers/r1/p{number}"
        copy.write_bytes(packed(envelope))
    assert len(list(written.parent.glob("*.json"))) * each_has == count
    return session


def crowded(
    folder: Path,
    unit: int,
    count: int,
    most_people: int = 10_000,
    reviewers: int | None = None,
    validity: Validity = Validity(),  # noqa: B008 - never changed
) -> Session:
    """A county whose units have ``unit`` people each, with that many responses or a little more, of many rounds.

    Each rates everybody of their unit, or ``reviewers`` of them, and themself.

    What nobody reads here are second names of one drawer: a folder of a million answers, without their bytes.
    """
    each_has = unit if reviewers is None else reviewers + 1
    people = max(unit, min(most_people, count // each_has) // unit * unit)
    folder.mkdir(mode=0o700)
    session = handed_in(crowd(folder, people, USES, unit, reviewers, validity))
    own = folder / "drawers" / "r1" / f"{PERSON}.json"
    lacking, round_number = count // each_has - 1, 1
    names = [f"p{number}.json" for number in range(2, people + 1)]
    model, given = own, MOST_NAMES
    while lacking > 0:
        there = folder / "drawers" / f"r{round_number}"
        there.mkdir(mode=0o700, exist_ok=True)
        for name in names[:lacking]:
            if given >= MOST_NAMES:
                model, given = folder / f".model-{lacking}", 0
                model.write_bytes(_nameless(own))
                model.chmod(0o600)
            os.link(model, there / name)
            given += 1
        lacking -= len(names)
        round_number += 1
    return session


def _nameless(drawer: Path) -> bytes:
    """A drawer that does not say whose it is, and is believed under any name."""
    envelope = unpacked(drawer.read_bytes())
    return packed({field: value for field, value in envelope.items() if field != NAME})


def handed_in(county: County, purposes: list[Purpose] | None = None) -> Session:
    """The session of the one person, who has handed in everything."""
    session = accounts.sign_in(county, PERSON, PASSWORD)
    for purpose in purposes or [Purpose.SELF, Purpose.PEER]:
        answered(session, purpose)
        responses.hand_in(session, "r1", purpose)
    return session


def answered(session: Session, purpose: Purpose) -> None:
    """All that is asked of one purpose answered, with a reason for each answer, and saved at once."""
    changes = {}
    for task in tasks.todo(session, "r1", purpose).tasks:
        if not changes:
            checklist = forms.open_form(session, task).checklist
            good = checklist.scale[0].option[1].code
        changes[task] = {each.id: Answer(choice=good, reason="见台账") for each in checklist.criteria()}
    responses.save_many(session, changes)
