"""A small county for the services' tests: two units, checklists whose sums can be done in one's head."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from cadre_tui.demo.deciding import decide
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Grade, Purpose
from cadre_tui.model.filling.home import Task
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round_rules import RoundRules, Secrecy, Use
from cadre_tui.model.text import Text
from cadre_tui.plugins.allowed.permission import PermissionFile
from cadre_tui.services.county import County, address, open_county
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.people import accounts, roster
from cadre_tui.services.results import disclosure
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session

START = datetime(2026, 3, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
ORGANISER = "zzb"
PASSWORD = "correct horse"
LEFT_OUT = "没交的不计入"
"""Why an organiser goes on without what was not handed in."""

NOTES = "own.notes"

PAIR = """
schema = 1
id = "t.pair"
version = "1"
title = { zh = "两项评价", en = "Two ratings" }
purpose = ["self", "peer", "check"]
total = 10
rounding = { places = 1 }
[[scale]]
id = "three"
option = [
  { code = "good", text = { zh = "好", en = "Good" }, score = 100 },
  { code = "half", text = { zh = "一般", en = "Half" }, score = 50 },
  { code = "nil", text = { zh = "差", en = "Nil" }, score = 0 },
  { code = "unknown", text = { zh = "不了解", en = "Don't know" } },
]
[[section]]
id = "all"
title = { zh = "全部", en = "All" }
[[section.criterion]]
id = "pair.one"
kind = "rating"
text = { zh = "第一项", en = "The first" }
scale = "three"
points = 6
[[section.criterion]]
id = "pair.two"
kind = "rating"
text = { zh = "第二项", en = "The second" }
scale = "three"
points = 4
"""

OWN = """
schema = 1
id = "t.own"
version = "1"
title = { zh = "自查", en = "Own" }
purpose = ["self"]
levels = ["agency-staff"]
total = 10
rounding = { places = 2 }
[[section]]
id = "all"
title = { zh = "全部", en = "All" }
[[section.criterion]]
id = "own.share"
kind = "ratio"
text = { zh = "完成率", en = "Share" }
points = 10
[[section.criterion]]
id = "own.notes"
kind = "text"
text = { zh = "小结", en = "Notes" }
required = false
"""

PEOPLE = (
    ("a1", "安一", "甲单位", "agency-staff"),
    ("a2", "安二", "甲单位", "agency-staff"),
    ("a3", "安三", "甲单位", "agency-staff"),
    ("a4", "安四", "甲单位", "township-bureau"),
    ("b1", "白一", "乙单位", "agency-staff"),
    ("b2", "白二", "乙单位", "agency-staff"),
)

USES = (
    Use(checklist="t.own", by=Purpose.SELF, weight=Decimal(1)),
    Use(checklist="t.pair", by=Purpose.SELF),
    Use(checklist="t.pair", by=Purpose.PEER, weight=Decimal(3)),
)


@dataclass
class Clock:
    """The time that the county lives in."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Small:
    """The county and whoever acts in it."""

    folder: Path
    clock: Clock
    county: County
    organiser: Session

    def signed_in(self, person: str) -> Session:
        return accounts.sign_in(self.county, person, PASSWORD)

    def opened(self, rules: RoundRules) -> None:
        life.new(self.organiser, rules)
        life.open_round(self.organiser, rules.id)

    def published(self, round_id: str) -> None:
        life.close_round(self.organiser, round_id, LEFT_OUT)
        disclosure.check(self.organiser, round_id)
        decide(self.organiser, round_id)
        life.publish(self.organiser, round_id)

    def again(self) -> "Small":
        """The same county as another process sees it, with nothing remembered."""
        return reopened(self.folder, self.clock)


def text(written: str) -> Text:
    return Text({"zh": written})


def rules(round_id: str = "r1", **changes: Any) -> RoundRules:
    usual = {"id": round_id, "title": text("第一轮"), "use": USES, "min_raters": 2, "secrecy": Secrecy.NAMED}
    return RoundRules(**{**usual, **changes})


GRADES = (
    Grade(code="good", text=text("良好"), min=Decimal("8")),
    Grade(code="pass", text=text("合格"), min=Decimal("5")),
    Grade(code="fail", text=text("不合格"), min=Decimal(0)),
)


def county_in(folder: Path, clock: Clock) -> County:
    return open_county(
        address(folder),
        folders=(folder / "checklists",),
        permission=PermissionFile(folder),
        clock=clock,
        quick_passwords=True,
    )


def reopened(folder: Path, clock: Clock) -> Small:
    county = county_in(folder, clock)
    organiser = accounts.act_as(accounts.sign_in(county, ORGANISER, PASSWORD), Role.ORGANISER)
    return Small(folder, clock, county, organiser)


def write_roster(path: Path, people: tuple[tuple[str, ...], ...] = PEOPLE) -> Path:
    headings = ("编号", "姓名", "单位", "层级", "评价谁")[: len(people[0])]
    path.write_text("\n".join(map(",".join, (headings, *people))) + "\n", "utf-8")
    return path


def make(folder: Path, people: tuple[tuple[str, ...], ...] = PEOPLE) -> Small:
    """The county, made; everybody has a password."""
    (folder / "checklists").mkdir(parents=True)
    for name, written in (("t.pair", PAIR), ("t.own", OWN)):
        (folder / "checklists" / f"{name}.toml").write_text(written, "utf-8")
    clock = Clock()
    county = county_in(folder, clock)
    accounts.first_organiser(county, ORGANISER, "组织部", PASSWORD, "某县")
    small = reopened(folder, clock)
    roster.import_roster(small.organiser, write_roster(folder.parent / f"{folder.name}.csv", people))
    for person, *_rest in people:
        accounts.set_password(small.organiser, person, PASSWORD)
    return small


MEANS_ANOTHER = ("points = 4", "points = 4\nallow_na = true")
"""What makes another question of 第二项."""


def second_version(small: Small, *becomes: tuple[str, str]) -> None:
    """The next version of ``t.pair`` lies in the folder of checklists, with these texts in the place of others."""
    file = small.folder / "checklists" / "t.pair.toml"
    written = file.read_text("utf-8")
    for was, now in (('version = "1"', 'version = "2"'), *becomes):
        assert was in written
        written = written.replace(was, now, 1)
    file.write_text(written, "utf-8")


def task(session: Session, purpose: Purpose, checklist: str, subject: str, round_id: str = "r1") -> Task:
    """That task of this person."""
    found = tasks.todo(session, round_id, purpose).tasks
    (wanted,) = [each for each in found if (each.checklist, each.subject.id) == (checklist, subject)]
    return wanted


def pair(one: str, two: str) -> dict[str, Answer | None]:
    return {"pair.one": Answer(choice=one), "pair.two": Answer(choice=two)}


def share(number: str) -> dict[str, Answer | None]:
    return {"own.share": Answer(number=Decimal(number))}


def fill_self(session: Session, own: str = "0.5", one: str = "good", two: str = "good", round_id: str = "r1") -> None:
    """Fill in all about oneself, and hand it in."""
    answers: dict[Task, Mapping[str, Answer | None]] = {
        each: share(own) if each.checklist == "t.own" else pair(one, two)
        for each in tasks.todo(session, round_id, Purpose.SELF).tasks
    }
    responses.hand_in(session, round_id, Purpose.SELF, answers)


def fill_peers(session: Session, marks: Mapping[str, tuple[str, str]], round_id: str = "r1") -> None:
    """Rate colleagues as ``marks`` says, all others as not known, and hand it in."""
    answers: dict[Task, Mapping[str, Answer | None]] = {
        each: pair(*marks.get(each.subject.id, ("unknown", "unknown")))
        for each in tasks.todo(session, round_id, Purpose.PEER).tasks
    }
    responses.hand_in(session, round_id, Purpose.PEER, answers)
