"""A small county, made through the services as a real one is: one round published, one under way."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

from cadre_tui.demo.answering import answers_to
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round_rules import RoundRules, Secrecy, Use
from cadre_tui.model.text import Text
from cadre_tui.services.county import County, open_county
from cadre_tui.services.filling import responses
from cadre_tui.services.home import home_of
from cadre_tui.services.people import accounts, roster
from cadre_tui.services.results import disclosure
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session

PASSWORD = "qinghe-2026"
ORGANISER = "zzb"
PEOPLE = (
    ("q1", "张建国", "副镇长"),
    ("q2", "李敏", "党政办主任"),
    ("q3", "王海", "经济发展办主任"),
    ("q4", "赵雪梅", "宣传委员"),
)
NOW = datetime.now(UTC)
USES = (
    Use(checklist="core.learning", by=Purpose.SELF, weight=Decimal(40)),
    Use(checklist="core.mutual", by=Purpose.SELF),
    Use(checklist="core.mutual", by=Purpose.PEER, weight=Decimal(60)),
)


@dataclass
class Clock:
    """The time that the county lives in, moved by hand."""

    now: datetime

    def __call__(self) -> datetime:
        """The moment that it is."""
        return self.now


def store_url(folder: Path) -> str:
    """The address of the store in ``folder``."""
    return f"tinydb://{folder.absolute()}"


def round_of(round_id: str, title: str, until: datetime, former: str | None = None) -> RoundRules:
    """A round of self-assessment and colleagues in one unit."""
    return RoundRules(
        id=round_id,
        title=Text({"zh": title, "en": f"Round {round_id}"}),
        use=USES,
        deadlines={Purpose.SELF: until, Purpose.PEER: until},
        former=former,
        secrecy=Secrecy.NAMED,
    )


def make(folder: Path, strength: Callable[[str], float] = lambda rater: 0.8) -> None:
    """Make the county in ``folder``; ``strength`` says how well each rater (by id) thinks of everybody, 0 to 1."""
    clock = Clock(NOW - timedelta(days=200))
    county = open_county(store_url(folder), clock=clock)
    accounts.first_organiser(county, ORGANISER, "组织部", PASSWORD)
    organiser = accounts.sign_in(county, ORGANISER, PASSWORD)
    roster.import_roster(organiser, _roster(folder.parent / "roster.csv"))
    sessions = _activate(county, organiser)
    _lived_through(organiser, sessions, strength, clock)
    clock.now = NOW - timedelta(days=2)
    life.new(organiser, round_of("r2", "2026年下半年学习考评", NOW + timedelta(days=6, hours=1), former="r1"))
    life.open_round(organiser, "r2")


def _roster(path: Path) -> Path:
    rows = ["编号,姓名,单位,层级,职务"]
    rows += [f"{person},{name},城关镇,township-bureau,{duty}" for person, name, duty in PEOPLE]
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


def _activate(county: County, organiser: Session) -> dict[str, Session]:
    codes = accounts.issue_activation_codes(organiser)
    return {person: accounts.activate(county, person, codes[person], PASSWORD) for person, _name, _duty in PEOPLE}


def _lived_through(
    organiser: Session, sessions: dict[str, Session], strength: Callable[[str], float], clock: Clock
) -> None:
    life.new(organiser, round_of("r1", "2026年上半年学习考评", clock.now + timedelta(days=20)))
    life.open_round(organiser, "r1")
    for person, session in sessions.items():
        chance = Random(person)
        for todo in home_of(session).todos:
            for task in todo.tasks:
                form = responses.open_form(session, task)
                answers = answers_to(form.checklist, strength(person), chance, clock.now.date())
                responses.save(session, task, answers)
            responses.hand_in(session, todo.round, todo.purpose)
    clock.now += timedelta(days=10)
    life.close_round(organiser, "r1", "到期未交的不计入")
    disclosure.check(organiser, "r1")
    life.publish(organiser, "r1")
