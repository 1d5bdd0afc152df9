"""The rules of study, whatever is put in: the proposed year, shares of a year, sums, what collides."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_tui.model.study.log import Attendance, HoursEntry, MakeUp, Mark, StudyLog
from cadre_tui.model.study.period import Period, half_of, quarter, year_of
from cadre_tui.model.study.proposing import proposed
from cadre_tui.model.study.session import Audience, StudyCalendar, StudySession
from cadre_tui.model.study.settings import LEADERS, MIDDLE, StudySettings
from cadre_tui.model.study.sums import hours_on, required_in, summed
from cadre_tui.model.study.terms import Matter, StudyKind
from cadre_tui.services.study.course_rows import day_in, number_in
from cadre_tui.services.study.holidays import works

NOW = datetime(2026, 12, 31, tzinfo=UTC)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
HOURS = st.decimals("0.5", "8", places=1)


@settings(deadline=None)
@given(
    year=st.integers(2000, 2099),
    weekday=st.integers(0, 6),
    free=st.frozensets(st.integers(1, 366), max_size=200),
    count=st.integers(1, 4),
)
def test_a_proposed_year_takes_turns_and_meets_on_working_days(
    year: int, weekday: int, free: frozenset[int], count: int
) -> None:
    audiences = [Audience(id=f"a{at}", title=LEADERS.title, levels=("agency-staff",)) for at in range(count)]

    def worked(day: date) -> bool:
        return day.weekday() < 5 and day.timetuple().tm_yday not in free

    found = proposed(year, audiences, weekday, worked, Decimal(3))
    assert all(worked(each.day) and each.day.year == year for each in found)
    assert len({each.day.isocalendar()[:2] for each in found}) == len(found), "one a week"
    assert all(one.day < other.day for one, other in pairwise(found))
    turns = [each.audience for each in found]
    assert turns == [audiences[at % count].id for at in range(len(found))]
    assert len({each.id for each in found}) == len(found)
    weeks = {date.fromordinal(day).isocalendar()[:2] for day in _days(year) if worked(date.fromordinal(day))}
    assert {each.day.isocalendar()[:2] for each in found} == {week for week in weeks if week[0] == year}


def _days(year: int) -> range:
    return range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)


def test_the_countrys_holidays_and_the_countys_own_days_are_respected() -> None:
    settled = StudySettings(free=(date(2026, 3, 6),), working=(date(2026, 5, 1),))
    worked = works(settled, 2026)
    assert not worked(date(2026, 10, 1)), "National Day"
    assert not worked(date(2026, 2, 17)), "Spring Festival"
    assert worked(date(2026, 10, 10)), "a Saturday worked on instead"
    assert not worked(date(2026, 3, 6))
    assert worked(date(2026, 5, 1))
    assert not worked(date(2026, 3, 7)), "a Saturday"
    found = proposed(2026, (LEADERS, MIDDLE), 4, worked, Decimal(3))
    assert date(2026, 3, 5) in {each.day for each in found}, "the day before the free Friday"
    short = frozenset({date(2026, 3, 4), date(2026, 3, 7)})
    (only,) = (each.day for each in proposed(2026, (LEADERS,), 4, lambda day: day in short, Decimal(3)))
    assert only == date(2026, 3, 4), "the Wednesday, though the Saturday worked on is nearer"


@given(first=DAYS, last=DAYS)
def test_the_parts_of_a_year_add_up_to_it(first: date, last: date) -> None:
    whole = Period(first=min(first, last), last=max(first, last))
    assert 0 < whole.share <= 1
    assert required_in(Decimal(90), year_of(2026)) == 90
    assert required_in(Decimal(90), half_of(2026, 1)) + required_in(Decimal(90), half_of(2026, 2)) == 90
    assert whole.until(date(2025, 1, 1)).share == 0
    assert (first in whole) and (last in whole)
    assert 1 <= quarter(first) <= 4


MARKS = st.builds(
    Attendance,
    session=st.just(""),
    mark=st.sampled_from(Mark),
    made_up=st.none() | st.just(MakeUp(day=date(2026, 12, 1), proof="笔记")),
    by=st.just("zzb"),
    at=st.just(NOW),
)
ENTRIES = st.builds(
    HoursEntry,
    id=st.just(""),
    title=st.just("课"),
    day=DAYS,
    hours=HOURS,
    kind=st.sampled_from(StudyKind),
    matter=st.none() | st.sampled_from(Matter),
    counted=st.booleans(),
    at=st.just(NOW),
)


@settings(deadline=None)
@given(
    days=st.lists(DAYS, max_size=12, unique=True),
    marks=st.lists(MARKS, max_size=12),
    entries=st.lists(ENTRIES, max_size=12),
    bounds=st.tuples(DAYS, DAYS),
)
def test_sums_are_what_adding_one_by_one_finds(
    days: list[date], marks: list[Attendance], entries: list[HoursEntry], bounds: tuple[date, date]
) -> None:
    sessions = {
        f"/s{at}": StudySession(id=f"s{at}", audience="leaders", day=day, hours=Decimal(3), kind=StudyKind.ABILITY)
        for at, day in enumerate(days)
    }
    attendance = tuple(each.model_copy(update={"session": key}) for key, each in zip(sessions, marks, strict=False))
    kept = tuple(each.model_copy(update={"id": str(at)}) for at, each in enumerate(entries))
    log = StudyLog(year=2026, person="p", attendance=attendance, hours=kept)
    period = Period(first=min(bounds), last=max(bounds))
    found = summed(log, sessions, period)
    total = attended = 0
    for each in attendance:
        if period.first <= sessions[each.session].day <= period.last:
            there = each.mark is Mark.PRESENT or each.made_up is not None
            attended += there
            total += 3 * there
    elsewhere = sum(each.hours for each in kept if each.counted and period.first <= each.day <= period.last)
    assert (found.attended, found.hours) == (attended, total + elsewhere)
    assert sum(found.of_kind(kind) for kind in StudyKind) == found.hours
    missed = found.excused + found.absent
    assert found.attended + missed == len(found.sessions)
    assert summed(log, {}, period).sessions == (), "what no calendar knows is left out"


@given(day=DAYS, several=st.integers(1, 5), hours=HOURS)
def test_hours_of_several_days_are_spread_over_them(day: date, several: int, hours: Decimal) -> None:
    until = min(day + timedelta(days=several - 1), date(2026, 12, 31))
    entry = HoursEntry(id="1", title="班", day=day, until=until, hours=hours, at=NOW)
    log = StudyLog(year=2026, person="p", hours=(entry,))
    assert hours_on(log, {}, entry) == Fraction(hours) / entry.days, "itself is not counted twice"
    other = entry.model_copy(update={"id": "2"})
    assert hours_on(log, {}, other) == 2 * Fraction(hours) / entry.days


def test_two_sessions_collide_where_nobody_could_be_in_both() -> None:
    day = date(2026, 3, 6)
    nine = StudySession(id="a-01", audience="a", day=day, begins=time(9), ends=time(11))
    assert not nine.collides(nine.model_copy(update={"theme": "改了"})), "the same one"
    assert nine.collides(nine.model_copy(update={"id": "b-01", "begins": time(10), "ends": time(12)}))
    assert not nine.collides(nine.model_copy(update={"id": "b-01", "begins": time(11), "ends": time(12)}))
    assert nine.collides(nine.model_copy(update={"id": "b-01", "begins": None, "ends": None}))
    assert not nine.collides(nine.model_copy(update={"id": "b-01", "day": date(2026, 3, 7)}))
    assert StudyCalendar(year=2026, sessions=(nine,)).free_id("a") == "a-02"


@given(day=st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_day_is_read_however_a_system_writes_it(day: date) -> None:
    ways = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y年%m月%d日", "%Y-%m-%d %H:%M:%S")
    assert {day_in(day.strftime(way)) for way in ways} == {day}
    assert day_in(f"{day.year}/{day.month}/{day.day}") == day


@given(text=st.text(max_size=20))
def test_what_is_no_number_of_hours_is_none(text: str) -> None:
    found = number_in(text)
    assert found is None or (found.is_finite() and found >= 0)
    assert number_in("4 学时") == number_in("4") == 4
    assert day_in(text) is None or isinstance(day_in(text), date)
