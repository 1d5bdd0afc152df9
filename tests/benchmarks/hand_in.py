"""What one hand-in costs as the county grows: into a store of 100 and of 100,000 responses."""

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from cadre_tui.model.answer import Answer
from cadre_tui.model.checklist import Purpose
from cadre_tui.model.round_rules import Use
from cadre_tui.services.county import County
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.people import accounts
from cadre_tui.services.session import Session
from tests.benchmarks.county import PASSWORD, PERSON, crowd
from tests.benchmarks.table import Measured

COLLEAGUES = 10
"""People in a unit, each scoring the nine others and themselves: ten responses a person."""

FEW, MANY = 100, 100_000
TIMES = 40
USES = (Use(checklist="core.mutual", by=Purpose.SELF), Use(checklist="core.mutual", by=Purpose.PEER))


def measure(folder: Path) -> Iterator[Measured]:
    """Both in turns, so that a busy moment of the disk meets both alike."""
    few, many = (filled(folder / f"responses-{count}", count) for count in (FEW, MANY))
    taken: dict[str, list[float]] = {"few": [], "many": []}
    for _time in range(TIMES):
        for name, session in (("few", few), ("many", many)):
            responses.take_back(session, "r1", Purpose.PEER)
            start = time.perf_counter()
            responses.hand_in(session, "r1", Purpose.PEER)
            taken[name].append((time.perf_counter() - start) * 1000)
    yield Measured(
        f"one hand-in into {MANY:,} responses, beside {FEW}",
        median(taken["many"]),
        median(taken["few"]),
        "ms",
        limit=1.2,
    )


def filled(folder: Path, count: int) -> Session:
    """A county that holds that many responses, all handed in; the session of one of its people."""
    folder.mkdir(mode=0o700)
    county = crowd(folder, count // COLLEAGUES, USES, COLLEAGUES)
    session = _handed_in(county)
    written = next(folder.glob(f"drawers/r1/{PERSON}.json"))
    content = written.read_text("utf-8")
    for number in range(2, count // COLLEAGUES + 1):
        copy = written.with_name(f"p{number}.json")
        copy.write_text(content.replace(f'"rater":"{PERSON}"', f'"rater":"p{number}"'), "utf-8")
    assert len(list(written.parent.glob("*.json"))) * COLLEAGUES == count
    return session


def _handed_in(county: County) -> Session:
    session = accounts.sign_in(county, PERSON, PASSWORD)
    for purpose in (Purpose.SELF, Purpose.PEER):
        todo = tasks.todo(session, "r1", purpose)
        for task in todo.tasks:
            form = responses.open_form(session, task)
            good = form.checklist.scale[0].option[1].code
            answers = {each.id: Answer(choice=good, reason="见台账") for each in form.checklist.criteria()}
            responses.save(session, task, answers)
        responses.hand_in(session, "r1", purpose)
    return session
