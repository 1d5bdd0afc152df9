"""A small real county, made through the services: 2 units, 8 people, one published round and one under way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

from cadre_tui.model.checklists.checklist import Grade, Purpose
from cadre_tui.model.rounds.round_rules import RoundRules, Secrecy, Use
from cadre_tui.model.text import Text
from cadre_tui.services.county import County, open_county
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.growth import plans
from cadre_tui.services.home import home_of
from cadre_tui.services.people import accounts, roster
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from tests.tui.small_answers import answers_to

CHINA = timezone(timedelta(hours=8), "CST")
NOW = datetime(2026, 11, 10, 14, 3, 22, tzinfo=CHINA)
"""When every test of the screens takes place: six days before self-assessments must be in."""

PASSWORD = "qinghe-2026"
ORGANISER = "zzb"
NEWCOMER = "q8"
"""Has an activation code (see ``NEWCOMER_CODE``) and no password yet."""

FORMER, CURRENT = "2026-h1", "2026-h2"
PEOPLE = (
    ("q1", "张建国", "城关镇", "township-bureau", "副镇长"),
    ("q2", "李敏", "城关镇", "township-bureau", "党政办主任"),
    ("q3", "王海", "城关镇", "agency-staff", "经济发展办主任"),
    ("q4", "赵雪梅", "城关镇", "agency-staff", "宣传委员"),
    ("q5", "陈刚", "城关镇", "agency-staff", "[a1]材料员"),
    ("q6", "刘洋", "县政府办", "agency-staff", "秘书"),
    ("q7", "孙丽华", "县政府办", "agency-staff", "副主任"),
    ("q8", "周建平", "县政府办", "agency-staff", "科员"),
)
STRENGTH: Mapping[str, float] = {"q1": 0.92, "q2": 0.85, "q3": 0.8, "q4": 0.88, "q5": 0.7}
USES = (
    Use(checklist="core.learning", by=Purpose.SELF, weight=Decimal(40)),
    Use(checklist="core.mutual", by=Purpose.SELF),
    Use(checklist="core.mutual", by=Purpose.PEER, weight=Decimal(60)),
)
GRADES = (
    Grade(code="excellent", text=Text({"zh": "优秀", "en": "Excellent"}), min=Decimal(90)),
    Grade(code="good", text=Text({"zh": "良好", "en": "Good"}), min=Decimal(80)),
    Grade(code="pass", text=Text({"zh": "合格", "en": "Pass"}), min=Decimal(60)),
    Grade(code="fail", text=Text({"zh": "不合格", "en": "Fail"}), min=Decimal(0)),
)


@dataclass
class Clock:
    """The time that the county lives in, moved by hand."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


def county_in(folder: Path, clock: Clock | None = None) -> County:
    """The county whose files lie in ``folder``."""
    return open_county(f"tinydb://{folder.absolute()}", clock=clock or Clock(), quick_passwords=True)


def signed_in(county: County, person: str) -> Session:
    """That person's session."""
    return accounts.sign_in(county, person, PASSWORD)


def make(folder: Path) -> str:
    """Make it; answers the newcomer's activation code."""
    folder.mkdir(mode=0o700)
    clock = Clock(NOW - timedelta(days=200))
    county = county_in(folder, clock)
    accounts.first_organiser(county, ORGANISER, "组织部", PASSWORD, county_name="清河县")
    organiser = signed_in(county, ORGANISER)
    roster.import_roster(organiser, _table(folder.parent / "roster.csv"))
    codes = accounts.issue_activation_codes(organiser)
    sessions = {
        person: accounts.activate(county, person, codes[person], PASSWORD)
        for person, *_rest in PEOPLE
        if person != NEWCOMER
    }
    _live_through_former(organiser, sessions, clock)
    clock.now = NOW - timedelta(days=5)
    _begin_current(organiser, sessions)
    return codes[NEWCOMER]


def _table(path: Path) -> Path:
    rows = ["编号,姓名,单位,层级,职务", *(",".join(person) for person in PEOPLE)]
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


def _round(round_id: str, title: str, english: str, begins: datetime, former: str | None = None) -> RoundRules:
    day = begins.replace(hour=23, minute=59, second=0)
    return RoundRules(
        id=round_id,
        title=Text({"zh": title, "en": english}),
        use=USES,
        deadlines={Purpose.SELF: day + timedelta(days=11), Purpose.PEER: day + timedelta(days=18)},
        grade=GRADES,
        former=former,
        secrecy=Secrecy.NAMED,
        min_raters=3,
    )


def _live_through_former(organiser: Session, sessions: Mapping[str, Session], clock: Clock) -> None:
    life.new(organiser, _round(FORMER, "2026年上半年学习考评", "Learning, first half of 2026", clock.now))
    life.open_round(organiser, FORMER)
    for person, session in sessions.items():
        for todo in home_of(session).todos:
            for task in todo.tasks:
                form = responses.open_form(session, task)
                strength = STRENGTH.get(task.subject.id, 0.8)
                responses.save(session, task, answers_to(form.checklist, strength, f"{person} {task.subject.id}"))
            responses.hand_in(session, todo.round, todo.purpose)
    clock.now += timedelta(days=30)
    life.close_round(organiser, FORMER, "到期未交的不计入")
    life.publish(organiser, FORMER)
    for session in sessions.values():
        plans.saw(session, FORMER)


def _begin_current(organiser: Session, sessions: Mapping[str, Session]) -> None:
    """q1 is half way through, q2 has handed everything in, q3 has begun with colleagues; nobody else began."""
    title, english = "2026年下半年学习考评", "Learning, second half of 2026"
    life.new(organiser, _round(CURRENT, title, english, NOW - timedelta(days=5), former=FORMER))
    life.open_round(organiser, CURRENT)
    for person, share in (("q1", 0.6), ("q2", 1.0), ("q3", 0.0)):
        for todo in home_of(sessions[person]).todos:
            _answer(sessions[person], todo.round, todo.purpose, share)


def _answer(session: Session, round_id: str, purpose: Purpose, share: float) -> None:
    todo = tasks.todo(session, round_id, purpose)
    if purpose is Purpose.PEER:
        share = {0.6: 0.0, 0.0: 0.5}.get(share, share)
    for task in todo.tasks:
        form = responses.open_form(session, task)
        answers = answers_to(form.checklist, STRENGTH.get(task.subject.id, 0.8), task.subject.id)
        first = dict(list(answers.items())[: round(len(answers) * share)])
        if first:
            responses.save(session, task, first, at=list(first)[-1])
    if share == 1:
        responses.hand_in(session, round_id, purpose)
