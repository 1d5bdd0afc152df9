"""A made-up year of study: sessions signed in, courses taken in, plans written, certificates shown."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.filling.form import Form
from cadre_tui.model.people.person import Person, Roster
from cadre_tui.model.study.certificate import Certificate, CertificateSort
from cadre_tui.model.study.log import HoursEntry, Mark
from cadre_tui.model.study.period import quarter
from cadre_tui.model.study.plan import Progress
from cadre_tui.model.study.settings import CourseSource
from cadre_tui.model.study.terms import Matter, StudyKind
from cadre_tui.services.filling import responses
from cadre_tui.services.session import Session
from cadre_tui.services.study import arranging, certificates, courses, hours, plans, settling, signing_in
from cadre_tui.services.study.proposing import usual

THEMES: Final = (
    ("党的二十大精神专题", "县委党校 冯老师", StudyKind.POLITICAL, Matter.THEORY),
    ("优化营商环境条例", "县司法局 贺局长", StudyKind.KNOWLEDGE, Matter.BUSINESS),
    ("信访积案化解案例研讨", "县信访局 唐局长", StudyKind.ABILITY, Matter.BUSINESS),
    ("乡村振兴重点政策", "县农业农村局 郭局长", StudyKind.KNOWLEDGE, Matter.BUSINESS),
    ("廉洁从政警示教育", "县纪委监委 罗常委", StudyKind.POLITICAL, Matter.THEORY),
    ("防汛应急处置演练", "县应急局 邓局长", StudyKind.ABILITY, Matter.BUSINESS),
    ("心理调适与沟通", "市委党校 谢教授", StudyKind.PSYCHOLOGICAL, Matter.BUSINESS),
    ("财政预算绩效管理", "县财政局 彭局长", StudyKind.KNOWLEDGE, Matter.BUSINESS),
)
REASONS: Final = ("出差", "下村", "病假", "参加市里培训")
COURSES: Final = (("政府信息公开", 4), ("数字政务", 6), ("公文写作", 8), ("民法典释义", 4), ("安全生产", 6))
SOURCE: Final = CourseSource(
    id="net",
    title="干部网络学院",
    columns={"person": "学员编号", "title": "课程", "day": "完成日期", "hours": "学时", "number": "证书号"},
    matter=Matter.BUSINESS,
)
OUTCOMES: Final = ("写进了股室的工作流程", "在年中的专项检查里用上了", "给同事讲了一课")


def study(organiser: Session, people: Roster, until: date, chance: Random) -> None:
    """The county's year until a day: its calendar, who was there, and what the online academy exported."""
    for year in (until.year - 1, until.year) if until.month < 7 else (until.year,):
        _sessions(organiser, year, until, chance)
    settling.add_source(organiser, SOURCE)
    with TemporaryDirectory() as folder:
        table = Path(folder) / "网络学院导出.csv"
        rows = (",".join(row) for row in _exported(people, until, chance))
        table.write_text("\n".join(("学员编号,课程,完成日期,学时,证书号", *rows)) + "\n", "utf-8")
        courses.take(organiser, courses.compare(organiser, SOURCE.id, table))


def study_by_oneself(organiser: Session, sessions: list[Session], day: date, chance: Random) -> None:
    """Plans begun from the level's template, some of it done; certificates; hours that wait for the clerk."""
    for session in sessions:
        person = session.county.roster().person(session.person)
        if person is not None:
            _plan(session, person, day, chance)
            _certificates(organiser, session, day)
    first = sessions[0]
    entry = HoursEntry(
        id="",
        title="市委党校乡镇干部专题班",
        day=day - timedelta(days=20),
        until=day - timedelta(days=18),
        hours=Decimal(18),
        kind=StudyKind.ABILITY,
        matter=Matter.BUSINESS,
        proof="结业证书（市党校结字〔2026〕112号）",
        at=session_now(first),
    )
    hours.add(first, first.person, entry, agreed=True)


def with_facts(session: Session, form: Form, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers, but what the register knows as it knows it; of what it does not know: not applicable."""
    asked = [each for each in form.checklist.criteria() if each.fact is not None]
    if not asked:
        return dict(answers)
    known = responses.open_form(session, form.task).response.answers
    return {**answers, **{each.id: known.get(each.id, Answer(na=True)) for each in asked}}


def session_now(session: Session) -> datetime:
    """The county's moment."""
    return session.county.now()


def _sessions(organiser: Session, year: int, until: date, chance: Random) -> None:
    found = arranging.adopt(organiser, year)
    for at, each in enumerate(found.sessions):
        theme, speaker, kind, matter = THEMES[at // 2 % len(THEMES)]
        told = {"theme": theme, "speaker": speaker, "kind": kind, "matter": matter, "place": "县委党校报告厅"}
        arranging.put(organiser, year, each.model_copy(update=told))
        if each.day > until:
            continue
        for line in signing_in.sign_in(organiser, year, each.id).lines:
            luck = chance.random()
            if luck < 0.05:
                signing_in.mark(organiser, year, each.id, line.person.id, Mark.EXCUSED, chance.choice(REASONS))
            elif luck < 0.065:
                signing_in.mark(organiser, year, each.id, line.person.id, Mark.ABSENT)
        for line in signing_in.mark_rest(organiser, year, each.id, Mark.PRESENT).lines:
            missed = line.attendance is not None and line.attendance.mark is Mark.EXCUSED
            if missed and chance.random() < 0.4 and each.day + timedelta(days=6) <= until:
                day = each.day + timedelta(days=6)
                signing_in.make_up(organiser, year, each.id, line.person.id, day, "补学笔记")


def _exported(people: Roster, until: date, chance: Random) -> Iterator[tuple[str, ...]]:
    """Each person some courses, each on a day of its own; the last row stands there twice, as exports have it."""
    number = 0
    row: tuple[str, ...] = ()
    for person in people.people:
        begins = until - timedelta(days=chance.randrange(60, 240))
        for at, (title, hours_) in enumerate(chance.sample(COURSES, chance.randrange(2, 5))):
            number += 1
            day = begins + timedelta(days=at * 11)
            if day.year == until.year:
                row = (person.id, title, day.isoformat(), str(hours_), f"W{number:04d}")
                yield row
    if row:
        yield row


def _plan(session: Session, person: Person, day: date, chance: Random) -> None:
    year = day.year
    for each in usual(person.level, year):
        plans.put(session, year, person.id, each.item("zh"))
    items = plans.plan(session, year, person.id).items
    for item in items:
        if item.due is not None and item.due < day and chance.random() < 0.7:
            plans.tell(session, year, person.id, item.id, Progress.DONE, chance.choice(OUTCOMES))
        else:
            plans.tell(session, year, person.id, item.id, Progress.BEGUN)
    first = items[0]
    fresh = first.model_copy(update={"hours": first.hours - 6, "progress": Progress.BEGUN})
    plans.put(session, year, person.id, fresh, "第三季度抽调到防汛专班")
    plans.review(session, year, person.id, quarter(day), "按进度在学，业务类的排到了淡季，下一季补上。")


def _certificates(organiser: Session, session: Session, day: date) -> None:
    for sort, name, used in (
        (CertificateSort.ABILITY, "社会工作者（中级）", "社区矛盾调解"),
        (CertificateSort.SKILL, "无人机巡查", "防汛巡堤"),
    ):
        one = Certificate(
            id="", sort=sort, name=name, day=day - timedelta(days=90), used=used, at=session_now(session)
        )
        kept = certificates.add(session, session.person, one)
        certificates.accept(organiser, session.person, kept.certificates[-1].id)
