"""A county of 80 people with two audiences, at the end of a year: for the tests of study."""

from datetime import UTC, date, datetime
from pathlib import Path

from cadre_tui.model.people.person import Role
from cadre_tui.model.study.session import StudyCalendar
from cadre_tui.model.study.settings import CourseSource
from cadre_tui.model.study.terms import Matter, StudyKind
from cadre_tui.services.people import accounts, roles
from cadre_tui.services.session import Session
from cadre_tui.services.study import arranging, settling
from tests.services.small import ORGANISER, PASSWORD, Clock, Small, county_in, reopened

YEAR = 2026
LEVELS = ("county-leadership", "township-bureau", "agency-staff", "agency-staff")
UNITS = ("甲单位", "乙单位", "丙单位", "丁单位")
CLERK = "p01"
"""Of the first unit."""

CADRE = "p02"


def people(count: int = 80) -> list[tuple[str, str, str, str]]:
    """By unit in turn, and in each by level in turn."""
    return [(f"p{at:02d}", f"人{at:02d}", UNITS[at % 4], LEVELS[at // 4 % 4]) for at in range(1, count + 1)]


def make(folder: Path, count: int = 80) -> Small:
    """The county; it is the last day of its year."""
    (folder / "checklists").mkdir(parents=True)
    clock = Clock(datetime(YEAR, 12, 31, 4, tzinfo=UTC))
    county = county_in(folder, clock)
    accounts.first_organiser(county, ORGANISER, "组织部", PASSWORD, "某县")
    small = reopened(folder, clock)
    table = folder.parent / "roster.csv"
    rows = ["编号,姓名,单位,层级", *(",".join(each) for each in people(count))]
    table.write_text("\n".join(rows) + "\n", "utf-8")
    from cadre_tui.services.people import roster  # noqa: PLC0415

    roster.import_roster(small.organiser, table)
    for person in (CLERK, CADRE):
        accounts.set_password(small.organiser, person, PASSWORD)
    roles.grant(small.organiser, CLERK, Role.CLERK, units=["乙单位"])
    return small


def clerk(small: Small) -> Session:
    return accounts.act_as(small.signed_in(CLERK), Role.CLERK)


def calendar(small: Small) -> StudyCalendar:
    return arranging.adopt(small.organiser, YEAR)


SOURCES = (
    CourseSource(
        id="net",
        title="干部网络学院",
        columns={
            "person": "学员编号",
            "title": "课程",
            "day": "完成日期",
            "hours": "学时",
            "number": "证书号",
            "kind": "类别",
        },
        kinds={"党性教育": StudyKind.POLITICAL, "业务": StudyKind.ABILITY},
    ),
    CourseSource(
        id="school",
        title="县委党校",
        columns={
            "person": "姓名",
            "title": "班次",
            "day": "开始",
            "until": "结束",
            "hours": "学时",
            "proof": "结业证",
        },
        by_name=True,
        matter=Matter.THEORY,
    ),
    CourseSource(
        id="law",
        title="普法平台",
        columns={"person": "工号", "title": "内容", "day": "日期", "hours": "时长（分钟）"},
        minutes=45,
    ),
)


def sources(small: Small) -> None:
    for each in SOURCES:
        settling.add_source(small.organiser, each)


def day(written: str) -> date:
    return date.fromisoformat(written)


def now() -> Clock:
    """The day on which the tests of the screens take place: the last of the year."""
    return Clock(datetime(YEAR, 12, 31, 4, tzinfo=UTC))
