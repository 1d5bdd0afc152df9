"""A year of a county: 80 people, two audiences, 52 sessions, three exports with overlaps and faults; sums by hand."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from cadre_tui.model.fault import BadInput
from cadre_tui.model.study.log import Mark
from cadre_tui.model.study.period import half_of, year_of
from cadre_tui.model.study.session import StudySession
from cadre_tui.model.study.terms import StudyKind
from cadre_tui.services.study import courses, signing_in
from cadre_tui.services.study.overview import overview, person_year
from tests.services.small import Small
from tests.services.study.study_county import LEVELS, UNITS, YEAR, calendar, day, make, sources

NET = """学员编号,课程,完成日期,学时,证书号,类别
p01,党章,2026-02-03,4,N1,党性教育
p01,党章,2026-02-03,4,N1,党性教育
p02,招商,2026-03-04,6,N2,业务
p03,招商,2026-05-09,20,N3,业务
p99,招商,2026-03-04,6,N4,业务
p04,招商,2027-03-04,6,N5,业务
p05,招商,2026-03-04,三,N6,业务
"""
SCHOOL = """姓名,班次,开始,结束,学时,结业证
人02,科级干部班,2026-04-13,2026-04-17,40,党校0417
人01,科级干部班,2026-04-13,2026-04-17,40,党校0418
人06,招商,2026-03-04,,6,党校0304
"""
LAW = """工号,内容,日期,时长（分钟）
p02,招商,2026/3/4,270
p06,民法典,2026/6/1,90
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Small:
    small = make(tmp_path_factory.mktemp("study") / "data")
    sources(small)
    return small


def expected_of(person: int) -> str:
    return "leaders" if LEVELS[person // 4 % 4] in LEVELS[:2] else "middle"


def attends(person: int, at: int) -> str:
    """What the test decides: every fifth is away now and then; a rule that is worked out here and nowhere else."""
    if person % 5 == 0 and at % 4 == 0:
        return "excused"
    return "absent" if person % 7 == 0 and at % 6 == 0 else "present"


Clicked = dict[tuple[int, str], str]
"""How each person's attendance was marked, by person and session."""

ELSEWHERE = {1: 44, 2: 46, 6: 8}
"""Hours that the three exports tell of, by person."""


def signed(county: Small, planned: tuple[StudySession, ...]) -> Clicked:
    """Everybody is marked at every session of theirs."""
    clicked: dict[tuple[int, str], str] = {}
    seen = {"leaders": 0, "middle": 0}
    for session in planned:
        seen[session.audience] += 1
        for person in range(1, 81):
            if expected_of(person) != session.audience:
                continue
            how = attends(person, seen[session.audience])
            clicked[person, session.id] = how
            if how == "excused":
                signing_in.mark(county.organiser, YEAR, session.id, f"p{person:02d}", Mark.EXCUSED, "出差")
            elif how == "absent":
                signing_in.mark(county.organiser, YEAR, session.id, f"p{person:02d}", Mark.ABSENT)
        signing_in.mark_rest(county.organiser, YEAR, session.id, Mark.PRESENT)
    return clicked


def taken_from_the_net(county: Small, folder: Path) -> None:
    """An export with faulty rows, which are left out; taken twice, it counts once."""
    net = folder / "net.csv"
    net.write_text(NET, "utf-8")
    with pytest.raises(BadInput) as refused:
        courses.compare(county.organiser, "net", net)
    assert [(each.code, each.place.row) for each in refused.value.faults] == [
        ("ST001", 6),
        ("ST005", 7),
        ("ST006", 8),
    ]
    found = courses.compare(county.organiser, "net", net, left_out=[6, 7, 8])
    assert [each.row for each in found.fresh] == [2, 4]
    assert [(each.row, each.doubt) for each in found.doubtful] == [(3, "same-in-file"), (5, "day-full")]
    assert courses.take(county.organiser, found) == 2
    again = courses.compare(county.organiser, "net", net, left_out=[6, 7, 8])
    assert [each.row for each in again.again] == [2, 3, 4]
    assert courses.take(county.organiser, again) == 0


def taken_from_school_and_law(county: Small, folder: Path) -> None:
    """Exports that tell of what is known already, or of more than a day holds: somebody looks, and takes them."""
    school = folder / "school.csv"
    school.write_bytes(SCHOOL.encode("gb18030"))
    trained = courses.compare(county.organiser, "school", school)
    # At the collective session of that Friday both were marked as there: 8 hours of training and 3 more.
    assert [(each.row, each.doubt, each.beside) for each in trained.doubtful] == [
        (2, "day-full", "11"),
        (3, "day-full", "11"),
    ]
    assert courses.take(county.organiser, trained, [each.row for each in trained.doubtful]) == 3

    law = folder / "law.csv"
    law.write_text(LAW, "utf-8")
    online = courses.compare(county.organiser, "law", law)
    assert [(each.row, each.doubt, each.beside) for each in online.doubtful] == [(2, "alike", "招商")]
    assert courses.take(county.organiser, online) == 1


def each_has_their_hours(county: Small, clicked: Clicked) -> None:
    for number in range(1, 81):
        mine = [how for (person, _id), how in clicked.items() if person == number]
        hours = 3 * mine.count("present") + ELSEWHERE.get(number, 0)
        told = person_year(county.organiser, f"p{number:02d}", year_of(YEAR))
        assert told.sums.hours == hours, number
        assert (told.sums.attended, told.sums.excused, told.sums.absent) == tuple(
            mine.count(each) for each in ("present", "excused", "absent")
        )
        assert told.asked == (110 if LEVELS[number // 4 % 4] == "county-leadership" else 90)
    assert person_year(county.organiser, "p01", year_of(YEAR)).sums.of_kind(StudyKind.POLITICAL) == Decimal(
        4 + 3 * sum(how == "present" for (person, _id), how in clicked.items() if person == 1)
    )


def the_county_has_the_sums(county: Small, planned: tuple[StudySession, ...], clicked: Clicked) -> None:
    whole = overview(county.organiser, year_of(YEAR))
    assert whole.whole.people == 80
    assert whole.whole.hours == sum(3 for how in clicked.values() if how == "present") + sum(ELSEWHERE.values())
    assert whole.whole.attendance == Fraction(sum(how == "present" for how in clicked.values()), len(clicked))
    assert {each.name: each.people for each in whole.units} == dict.fromkeys(UNITS, 20)
    assert whole.leaders.people + whole.others.people == 80
    assert (whole.held, whole.planned) == (52, 0)
    half = overview(county.organiser, half_of(YEAR, 1))
    first = {each.id for each in planned if each.day <= day("2026-06-30")}
    assert half.whole.hours == sum(3 for (_p, key), how in clicked.items() if how == "present" and key in first) + 98
    assert half.whole.met == sum(
        3 * sum(how == "present" and key in first for (p, key), how in clicked.items() if p == number)
        + ELSEWHERE.get(number, 0)
        >= (55 if LEVELS[number // 4 % 4] == "county-leadership" else 45)
        for number in range(1, 81)
    )


def test_a_year_is_signed_imported_corrected_and_summed(county: Small, tmp_path: Path) -> None:
    planned = calendar(county).sessions
    assert [sum(each.audience == name for each in planned) for name in ("leaders", "middle")] == [26, 26]
    assert all(one.audience != other.audience for one, other in pairwise(planned))

    clicked = signed(county, planned)
    taken_from_the_net(county, tmp_path)
    taken_from_school_and_law(county, tmp_path)
    each_has_their_hours(county, clicked)
    the_county_has_the_sums(county, planned, clicked)


def test_what_was_missed_is_made_up_and_counts_from_then_on(county: Small) -> None:
    before = person_year(county.organiser, "p05", year_of(YEAR)).sums
    missed = next(each for each in before.sessions if not each.attendance.attended)
    with pytest.raises(BadInput, match="study-made-up-when"):
        signing_in.make_up(county.organiser, YEAR, missed.session.id, "p05", day("2026-01-01"), "笔记")
    signing_in.make_up(county.organiser, YEAR, missed.session.id, "p05", day("2026-12-30"), "补学笔记")
    after = person_year(county.organiser, "p05", year_of(YEAR)).sums
    assert (after.attended, after.made_up, after.hours) == (before.attended + 1, 1, before.hours + 3)
    there = next(each for each in after.sessions if each.attendance.mark is Mark.PRESENT)
    with pytest.raises(BadInput, match="study-not-missed"):
        signing_in.make_up(county.organiser, YEAR, there.session.id, "p05", day("2026-12-30"), "笔记")
