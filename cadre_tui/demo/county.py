"""Make the made-up county through the same services that a real one uses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from shutil import rmtree
from typing import Final

from cadre_tui.demo.answering import answers_to
from cadre_tui.demo.balloting import vote_by_ballot
from cadre_tui.demo.deciding import decide
from cadre_tui.demo.rounds import CHINA, finished_on, half_before, half_year, round_of, with_counties
from cadre_tui.demo.studying import study, study_by_oneself, with_facts
from cadre_tui.demo.telling import plan, say_done, telling
from cadre_tui.demo.voices import encourage, object_and_answer, put_right
from cadre_tui.files.private import write_private
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.home import Task, Todo
from cadre_tui.model.people.person import Role, Roster
from cadre_tui.services.county import County, open_county, utc_now
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.growth import plans
from cadre_tui.services.people import accounts, roles, roster
from cadre_tui.services.results import disclosure
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session

PASSWORD: Final = "demo"  # noqa: S105 - shown on the demo's start screen
ORGANISER: Final = "admin"
ORGANISER_NAME: Final = "周明"
SUPERVISOR: Final = "ducha"
SUPERVISOR_NAME: Final = "何清"
CADRE: Final = "q042"
COLLEAGUE: Final = "q045"
WRITERS: Final = ("q041", "q043", "q044")
"""Who writes words of encouragement."""
DEPUTY: Final = "q001"
UNIT_HEAD: Final = "q041"
"""Who has to put something right: the county's deputy secretary, the head of a town."""

PLANNERS: Final = (CADRE, COLLEAGUE, "q047", "q001", "q010", "q013", "q025", "q043", "q044", "q050", "q063", "q071")
"""Who has written a study plan, and certificates."""

FRESH: Final = frozenset({"q047", "q010", "q063"})
"""People whose drawers in the round under way are still empty, so that everything is there to be tried."""

HERE: Final = Path(__file__).parent
SEED: Final = 2026
MADE: Final = "made-on"
SELF_DAYS: Final = timedelta(days=6)
PEER_DAYS: Final = timedelta(days=13)
"""How long the round under way still lasts on the day for which the county is made."""

PAST_DAYS: Final = timedelta(days=20)
"""How long each finished round lasted."""


@dataclass
class Calendar:
    """The clock that the made-up past is lived by."""

    now: datetime

    def __call__(self) -> datetime:
        """The moment that it is."""
        return self.now

    def move_to(self, day: date) -> None:
        """Go to nine in the morning of a day, in China."""
        self.now = datetime.combine(day, time(9), CHINA)


def made_on(folder: Path) -> date | None:
    """The day for which the county in ``folder`` was made, None where there is none."""
    try:
        return date.fromisoformat((folder / MADE).read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None


def is_over(folder: Path, today: date) -> bool:
    """Whether the round that was under way has ended meanwhile, or there is no county yet."""
    made = made_on(folder)
    return made is None or not made <= today <= made + PEER_DAYS


def county_files() -> list[Path]:
    """The bare checklist of a county that comes with the program: in the package, or in a checkout."""
    packaged = HERE / "qinghe"
    folder = packaged if packaged.is_dir() else HERE.parents[1] / "plugins" / "qinghe"
    return [*sorted(folder.glob("*.toml")), HERE / "qinghe.register.toml"]


def make(folder: Path, today: date) -> None:
    """Make the county in ``folder``, which is replaced whole once the new one is complete."""
    fresh = folder.with_name(f".{folder.name}.new")
    rmtree(fresh, ignore_errors=True)
    fresh.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    checklists = fresh / "checklists"
    for each in (fresh, checklists):
        each.mkdir(mode=0o700)
    for path in county_files():
        write_private(checklists / path.name, path.read_bytes())
    calendar = Calendar(datetime.combine(today, time(9), CHINA))
    _live(open_demo(fresh, calendar), calendar, today, fresh)
    write_private(fresh / MADE, today.isoformat().encode())
    rmtree(folder, ignore_errors=True)
    fresh.rename(folder)


def open_demo(folder: Path, clock: Callable[[], datetime] | None = None) -> County:
    """The county in ``folder``, opened; with a ``clock`` of its own while its past is made, all of it or nothing."""
    return open_county(
        f"tinydb://{folder.as_posix()}",
        folders=(folder / "checklists",),
        clock=clock or utc_now,
        quick_passwords=True,
        lasting=clock is None,
    )


def _live(county: County, calendar: Calendar, today: date, folder: Path) -> None:
    """Two rounds finished, half a year apart, one under way, and an anonymous one beside it."""
    this = half_year(today)
    last = half_before(*this)
    first = half_before(*last)
    started_on = today - timedelta(days=8)

    calendar.move_to(finished_on(*first) - PAST_DAYS)
    organiser, supervisor = _founded(county)
    people = accounts.current_roster(county)
    former = _finished(organiser, people, calendar, first, Random(SEED - 1), lift=-0.07)
    latest = _finished(organiser, people, calendar, last, Random(SEED), former=former)

    over = finished_on(*last)
    calendar.move_to(over + timedelta(days=1))
    object_and_answer(organiser, supervisor, _signed_in(county, CADRE), latest)
    head = _signed_in(county, UNIT_HEAD)
    put_right(organiser, head, DEPUTY, _unit_of(people, UNIT_HEAD), latest, today + timedelta(days=26))
    _plan_and_do(_signed_in(county, CADRE), calendar, former, latest, over, started_on)

    calendar.move_to(started_on)
    study(organiser, people, started_on, Random(SEED + 2))
    study_by_oneself(organiser, people_signed_in(county, PLANNERS), started_on, Random(SEED + 3))
    current = _opened(organiser, this, today, latest)
    calendar.move_to(today - timedelta(days=1))
    _fill_in(county, people, current, today, Random(SEED + 1), share=0.55)
    encourage(people_signed_in(county, WRITERS), current, (CADRE, COLLEAGUE))
    vote_by_ballot(organiser, f"{current}-piao", _unit_of(people, CADRE), today + PEER_DAYS, folder)


def _founded(county: County) -> tuple[Session, Session]:
    """The organiser and the supervisor, once everybody is known and has a password."""
    accounts.first_organiser(county, ORGANISER, ORGANISER_NAME, PASSWORD, "清河县")
    organiser = accounts.act_as(_signed_in(county, ORGANISER), Role.ORGANISER)
    roster.import_roster(organiser, HERE / "roster.csv")
    for person in accounts.current_roster(county).people:
        accounts.set_password(organiser, person.id, PASSWORD)

    roles.grant(organiser, SUPERVISOR, Role.SUPERVISOR, name=SUPERVISOR_NAME)
    accounts.set_password(organiser, SUPERVISOR, PASSWORD)
    return organiser, accounts.act_as(_signed_in(county, SUPERVISOR), Role.SUPERVISOR)


def _finished(
    organiser: Session,
    people: Roster,
    calendar: Calendar,
    half: tuple[int, int],
    chance: Random,
    *,
    former: str | None = None,
    lift: float = 0.0,
) -> str:
    """Let a round be lived through, from its opening to its publication; answers its id."""
    county, ends = organiser.county, finished_on(*half)
    rules = round_of(*half, ends, ends, former=former)
    calendar.move_to(ends - PAST_DAYS)
    life.new(organiser, rules)
    life.open_round(organiser, rules.id)
    _fill_in(county, people, rules.id, ends, chance, share=1.0, lift=lift)
    calendar.move_to(ends)
    life.close_round(organiser, rules.id, "到期未交的不计入")
    disclosure.check(organiser, rules.id)
    decide(organiser, rules.id)
    life.publish(organiser, rules.id)
    return rules.id


def _plan_and_do(
    cadre: Session, calendar: Calendar, former: str, latest: str, planned_on: date, started_on: date
) -> None:
    """What the cadre made of the latest results, having seen those before, until the round under way began."""
    plans.saw(cadre, former)
    plan(cadre, latest, planned_on)
    calendar.move_to(max(planned_on + timedelta(days=2), started_on - timedelta(days=5)))
    say_done(cadre, latest)


def _opened(organiser: Session, half: tuple[int, int], today: date, former: str) -> str:
    """The round under way, with the counties' own checklists; answers its id."""
    offered = frozenset(each.id for each in organiser.county.catalogue.offers() if each.problem is None)
    rules = with_counties(round_of(*half, today + SELF_DAYS, today + PEER_DAYS, former=former), offered)
    life.new(organiser, rules)
    life.open_round(organiser, rules.id)
    return rules.id


def _unit_of(people: Roster, person_id: str) -> str:
    return next(each.unit for each in people.people if each.id == person_id)


def people_signed_in(county: County, ids: tuple[str, ...]) -> list[Session]:
    """Sessions of some of the people."""
    return [_signed_in(county, each) for each in ids]


def _signed_in(county: County, person_id: str) -> Session:
    return accounts.sign_in(county, person_id, PASSWORD)


def _fill_in(
    county: County, people: Roster, round_id: str, day: date, chance: Random, share: float, lift: float = 0.0
) -> None:
    """Let ``share`` of the people hand in; of the others some have begun. Characters stay from round to round.

    ``lift`` is by how much everybody does better (or worse) than they usually do, on a scale from 0 to 1.
    """
    character = Random(SEED)
    strengths = {person.id: character.uniform(0.62, 0.97) + lift for person in people.people}
    for person in people.people:
        flattery = character.gauss(0.04, 0.08)
        session = _signed_in(county, person.id)
        for purpose in (Purpose.SELF, Purpose.PEER):
            if share < 1 and person.id in FRESH:
                continue
            todo = tasks.todo(session, round_id, purpose)
            through = chance.random() < share and not (share < 1 and person.id in (CADRE, COLLEAGUE))
            _answer(session, todo, strengths, flattery, day, chance, through)


def _answer(
    session: Session,
    todo: Todo,
    strengths: dict[str, float],
    flattery: float,
    day: date,
    chance: Random,
    through: bool,
) -> None:
    """Answer one person's tasks of one purpose: all and hand in, or about half of the first ones."""
    own = 0.05 if todo.purpose is Purpose.SELF else flattery
    answers: dict[Task, dict[str, Answer | None]] = {}
    stopped_at = None
    for checklist_id in {task.checklist: None for task in todo.tasks}:
        forms = responses.open_forms(session, todo.round, todo.purpose, checklist_id)
        for form in forms if through else forms[: len(forms) // 2 or 1]:
            strength = min(1.0, strengths[form.task.subject.id] + own)
            whole = answers_to(form.checklist, strength, chance, day)
            whole = with_facts(session, form, whole)
            whole = telling(form.task, session.person, whole, frozenset({CADRE, COLLEAGUE}))
            kept = len(whole) if through else max(1, len(whole) * 6 // 10)
            answers[form.task] = dict(list(whole.items())[:kept])
            stopped_at = next(iter(list(whole)[kept:]), None)
        if not through:
            break
    if through:
        responses.hand_in(session, todo.round, todo.purpose, answers)
    else:
        responses.save_many(session, answers, stopped_at)
