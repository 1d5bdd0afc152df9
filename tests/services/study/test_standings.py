"""What is kept of how everybody stands: what stays as it was is not read again, and nothing stale is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cadre_tui.model.fault import StoreFailure
from cadre_tui.model.people.person import Role
from cadre_tui.model.study.log import HoursEntry, Mark
from cadre_tui.model.study.period import Period, half_of, year_of
from cadre_tui.model.study.plan import StudyItem
from cadre_tui.model.study.session import StudySession
from cadre_tui.model.study.views import StudyOverview
from cadre_tui.services.people import accounts, roster
from cadre_tui.services.study import arranging, hours, plans, settling, signing_in
from cadre_tui.services.study.overview import overview
from cadre_tui.services.study.standings import MOST_PERIODS, standings_of
from cadre_tui.store import keys
from tests.services.small import Small
from tests.services.study.study_county import CADRE, YEAR, calendar, clerk, make, people, sources

PERIOD = year_of(YEAR)
EVERYBODY = 12


@dataclass
class Watched:
    """The county of a process that has looked already, and the same one as others see it."""

    small: Small
    other: Small

    def look(self) -> StudyOverview:
        return overview(self.small.organiser, PERIOD)

    def read(self) -> int:
        """Of how many people the last look added up the year."""
        return standings_of(self.small.county, PERIOD).read


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    small = make(tmp_path / "data", count=EVERYBODY)
    calendar(small)
    sources(small)
    found = Watched(small, small.again())
    signing_in.mark(small.organiser, YEAR, first(found).id, people_of(found)[-1], Mark.PRESENT)
    assert found.look().whole.people == found.read() == EVERYBODY
    return found


def first(watched: Watched) -> StudySession:
    return next(
        each for each in arranging.calendar_of(watched.small.county, YEAR).sessions if each.audience == "middle"
    )


def people_of(watched: Watched) -> list[str]:
    page = signing_in.sign_in(watched.other.organiser, YEAR, first(watched).id)
    return [each.person.id for each in page.lines]


def marks(watched: Watched) -> None:
    signing_in.mark(watched.other.organiser, YEAR, first(watched).id, people_of(watched)[0], Mark.PRESENT)


def writes_hours(watched: Watched) -> None:
    entry = HoursEntry(id="", title="网课", day=date(YEAR, 5, 6), hours=Decimal(4), at=watched.small.clock())
    hours.add(watched.other.organiser, CADRE, entry)


def plans_something(watched: Watched) -> None:
    session = watched.other.signed_in(CADRE)
    plans.put(session, YEAR, CADRE, StudyItem(id="", content="民法典", due=date(YEAR, 3, 1)))


def unit_arranges(watched: Watched) -> None:
    session = clerk(watched.other)
    (unit,) = session.units
    fresh = StudySession(id="", unit=unit, audience="middle", day=date(YEAR, 12, 28), theme="本单位的一次")
    arranging.put(session, YEAR, fresh)


def county_calls_off(watched: Watched) -> None:
    last = arranging.calendar_of(watched.other.county, YEAR).sessions[-1]
    arranging.call_off(watched.other.organiser, YEAR, "", last.id, "防汛")


def settles_other_hours(watched: Watched) -> None:
    fewer = {"required": {}, "required_of_others": Decimal(20)}
    settling.settle(watched.other.organiser, lambda before: before.model_copy(update=fewer))


def somebody_leaves(watched: Watched) -> None:
    table = watched.small.folder.parent / "fewer.csv"
    rows = ["编号,姓名,单位,层级", *(",".join(each) for each in people(EVERYBODY)[:-1])]
    table.write_text("\n".join(rows) + "\n", "utf-8")
    roster.import_roster(watched.other.organiser, table)


def a_day_passes(watched: Watched) -> None:
    watched.small.clock.now -= timedelta(days=330)


CHANGES: dict[Callable[[Watched], None], int] = {
    marks: 1,
    writes_hours: 1,
    plans_something: 1,
    unit_arranges: EVERYBODY // 4,
    county_calls_off: EVERYBODY,
    settles_other_hours: EVERYBODY,
    somebody_leaves: EVERYBODY - 1,
    a_day_passes: EVERYBODY,
}
"""What another process may do, and how many people's years must be added up again for it."""


@pytest.mark.parametrize("change", CHANGES, ids=lambda each: each.__name__)
def test_what_others_change_is_seen_at_the_next_look_and_no_more_than_that_is_read(
    watched: Watched, change: Callable[[Watched], None]
) -> None:
    before = watched.look()
    assert watched.read() == 0
    change(watched)
    after = watched.look()
    assert watched.read() == CHANGES[change]
    assert after == overview(watched.small.again().organiser, PERIOD) != before
    assert watched.look() == after
    assert watched.read() == 0


def test_what_is_written_while_it_is_read_is_seen_at_the_next_look(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans_something(watched)
    store = watched.small.county.store
    read = store.read

    def reading(key: Any) -> Any:
        found = read(key)
        if key == keys.study_log(YEAR, CADRE):
            monkeypatch.undo()
            writes_hours(watched)
        return found

    monkeypatch.setattr(store, "read", reading)
    missing = watched.look().whole.hours
    assert watched.look().whole.hours == missing + 4


def test_a_clerk_sees_the_own_unit_of_what_is_kept_of_all(watched: Watched) -> None:
    session = accounts.act_as(watched.small.signed_in("p01"), Role.CLERK)
    mine = overview(session, PERIOD)
    assert watched.read() == 0
    assert mine.whole.people == EVERYBODY // 4
    assert [each.name for each in mine.units] == ["乙单位"]
    assert mine == overview(clerk(watched.small.again()), PERIOD)


def test_what_cannot_be_understood_is_refused_at_every_look(watched: Watched) -> None:
    watched.other.county.store.change(keys.study_log(YEAR, CADRE), lambda _found: {"hours": {"1": {"day": "?"}}})
    for _look in range(2):
        with pytest.raises(StoreFailure):
            watched.look()


def test_few_periods_are_kept(watched: Watched) -> None:
    kept = standings_of(watched.small.county, PERIOD)
    periods: list[Period] = [half_of(YEAR - at, 1) for at in range(MOST_PERIODS - 1)]
    for each in periods:
        standings_of(watched.small.county, each)
    assert standings_of(watched.small.county, PERIOD) is kept
    for each in periods:
        standings_of(watched.small.county, each)
    standings_of(watched.small.county, half_of(YEAR, 2))
    assert standings_of(watched.small.county, PERIOD) is not kept
