"""What opening the study register costs in a county of ten thousand people with a year of it, beside one of eighty.

A clerk opens it: the calendar, a sign-in of a unit of eighty, one person's year. Each county's roster was read
when the clerk signed in; whoever signs in pays that once. An organiser looks at everybody, again and again.
"""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from cadre_tui.model.people.person import Role
from cadre_tui.model.study.log import Mark
from cadre_tui.model.study.period import year_of
from cadre_tui.services.county import County, open_county
from cadre_tui.services.people import accounts, roles, roster
from cadre_tui.services.session import Session
from cadre_tui.services.study import arranging, signing_in
from cadre_tui.services.study.overview import overview, person_year
from cadre_tui.store import keys
from tests.benchmarks.county import PASSWORD
from tests.benchmarks.table import Measured

FEW, MANY = 80, 10_000
UNIT = 80
"""People of a unit in both counties."""

YEAR = 2026
NOW = datetime(YEAR, 12, 31, 4, tzinfo=UTC)
TIMES = 25
LIMIT = 1.5
"""The register of many opens in no more than so many times that of few."""

LOOKS = 6
FURTHER = 0.2
"""A further look at everybody takes no more than so much of the first."""


def measure(folder: Path) -> Iterator[Measured]:
    """The same clerk's work in both counties, in turns."""
    few, many = (filled(folder / str(people), people) for people in (FEW, MANY))
    for name, act in (("calendar", _calendar), ("sign-in of 80 people", _sign_in), ("year of one person", _year)):
        taken: dict[str, list[float]] = {"few": [], "many": []}
        for _time in range(TIMES):
            taken["few"].append(_seconds(lambda: act(few)))  # noqa: B023 - called at once
            taken["many"].append(_seconds(lambda: act(many)))  # noqa: B023
        told = f"study: the {name}, of {MANY:,} people and a year, beside {FEW}"
        yield Measured(told, 1000 * median(taken["many"]), 1000 * median(taken["few"]), "ms", limit=LIMIT)
    organiser = accounts.act_as(accounts.sign_in(many.county, "zzb", PASSWORD), Role.ORGANISER)
    first, *further = (_seconds(lambda: _overview(organiser)) for _time in range(LOOKS))
    told = f"study: each further look at all {MANY:,} people's, beside the first"
    yield Measured(told, 1000 * median(further), 1000 * first, "ms", limit=FURTHER)


def filled(folder: Path, people: int) -> Session:
    """A county of units of eighty in which everybody has a year of marks; the clerk of its first unit."""
    county = open_county(f"tinydb://{folder.absolute()}", clock=lambda: NOW, lasting=False, quick_passwords=True)
    accounts.first_organiser(county, "zzb", "组织部", PASSWORD)
    organiser = accounts.sign_in(county, "zzb", PASSWORD)
    table = folder.parent / f"study-{people}.csv"
    rows = [f"p{n},干部{n},单位{(n - 1) // UNIT + 1},agency-staff" for n in range(1, people + 1)]
    table.write_text("编号,姓名,单位,层级\n" + "\n".join(rows) + "\n", "utf-8")
    roster.import_roster(organiser, table)
    arranging.adopt(organiser, YEAR)
    _marks(county, people)
    roles.grant(organiser, "p1", Role.CLERK, units=["单位1"])
    accounts.set_password(organiser, "p1", PASSWORD)
    opened = open_county(f"tinydb://{folder.absolute()}", clock=lambda: NOW, quick_passwords=True)
    return accounts.act_as(accounts.sign_in(opened, "p1", PASSWORD), Role.CLERK)


def _marks(county: County, people: int) -> None:
    """Everybody's register of the year, as the sign-in writes it; put straight into the store, to be done in time."""
    sessions = [each for each in arranging.calendar_of(county, YEAR).sessions if each.audience == "middle"]
    mark = {"mark": Mark.PRESENT.value, "reason": "", "made_up": None, "by": "zzb", "at": NOW.isoformat()}
    marks = {each.key: {"session": each.key, **mark} for each in sessions}
    for number in range(1, people + 1):
        document = {"year": YEAR, "person": f"p{number}", "attendance": marks}
        county.store.change(keys.study_log(YEAR, f"p{number}"), lambda _found, put=document: put)


def _calendar(session: Session) -> None:
    assert len(arranging.calendar(session, YEAR).sessions) == 52


def _sign_in(session: Session) -> None:
    assert len(signing_in.sign_in(session, YEAR, "middle-20").lines) == UNIT


def _overview(session: Session) -> None:
    assert overview(session, year_of(YEAR)).whole.people == MANY


def _year(session: Session) -> None:
    assert person_year(session, "p7", year_of(YEAR)).sums.attended == 26


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
