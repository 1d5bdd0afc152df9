"""A small real county for one test, made through the services: an organiser, three cadres, a round under way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from shutil import copyfile
from typing import Any, Final

from cadre_tui import scoring
from cadre_tui.model.checklists.checklist import LEVELS, Checklist, Purpose
from cadre_tui.model.filling.home import Task
from cadre_tui.model.results.result import Result
from cadre_tui.model.rounds.round_rules import RoundRules, Secrecy, Use
from cadre_tui.model.text import Text
from cadre_tui.plugins.known.folder import TABLE_ENDINGS
from cadre_tui.services.county import County, address, open_county
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.people import accounts, roster
from cadre_tui.services.results import reading
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session

NOW: Final = datetime(2026, 11, 10, 6, tzinfo=UTC)
"""When everything in it happens."""

PASSWORD: Final = "county-2026"  # noqa: S105 - of a county that lasts for one test
ORGANISER: Final = "organiser"
NAMES: Final = {"c1": "张建国", "c2": "李敏", "c3": "王海"}
ROUND: Final = "test"


@dataclass
class TemporaryCounty:
    """A county in ``folder``, whose round uses one checklist for as many purposes as it is meant for.

    Where ``checklist`` is a file it is put into the county's own folder of checklists. The cadres ``c1``, ``c2`` and
    ``c3`` work in one unit and are of a level that the checklist is for.
    """

    folder: Path
    checklist: str | Path
    _sessions: dict[str, Session] = field(default_factory=dict)

    @cached_property
    def county(self) -> County:
        """The county, with its round under way."""
        dropped = self.folder / "checklists"
        dropped.mkdir(parents=True, mode=0o700)
        place = Path(self.checklist)
        if place.suffix.lower() in (".toml", *TABLE_ENDINGS):
            copyfile(place, dropped / place.name)
        county = open_county(
            address(self.folder / "data"), folders=(dropped,), clock=lambda: NOW, quick_passwords=True, lasting=False
        )
        self._begin(county)
        return county

    @cached_property
    def read(self) -> Checklist:
        """The checklist as the round froze it."""
        return self.county.frozen_checklist(ROUND, life.find(self.county, ROUND).pins[0].digest)

    @property
    def purposes(self) -> tuple[Purpose, ...]:
        """What the round asks it for."""
        return _purposes(self.read)

    @property
    def purpose(self) -> Purpose:
        """What it is filled in for, where a test does not say: the first purpose that it is meant for."""
        return self.purposes[0]

    def session(self, person: str) -> Session:
        """That person, signed in."""
        if person not in self._sessions:
            self._sessions[person] = accounts.sign_in(self.county, person, PASSWORD)
        return self._sessions[person]

    def tasks(self, person: str, purpose: Purpose | None = None) -> tuple[Task, ...]:
        """What the person is asked to fill in."""
        return tasks.todo(self.session(person), ROUND, purpose or self.purpose).tasks

    def answer(self, person: str, answers: Mapping[str, Any], purpose: Purpose | None = None) -> None:
        """Save the answers, in the form of a response file, to everything that the person is asked for."""
        read = scoring.read_response(self.read, {"checklist": self.read.name, "answers": answers}, draft=True)
        for task in self.tasks(person, purpose):
            responses.save(self.session(person), task, read)

    def hand_in(self, person: str, purpose: Purpose | None = None) -> None:
        """Hand in what was answered.

        Raises:
            BadInput: something is missing.
        """
        responses.hand_in(self.session(person), ROUND, purpose or self.purpose)

    def publish(self) -> None:
        """Close the round, whatever is still missing, and publish it."""
        life.close_round(self.session(ORGANISER), ROUND, "-")
        life.publish(self.session(ORGANISER), ROUND, "-")

    def result(self, person: str) -> Result:
        """What the person is shown once the round is published."""
        return reading.result(self.session(person), ROUND, person)

    def _begin(self, county: County) -> None:
        accounts.first_organiser(county, ORGANISER, "组织部", PASSWORD, county_name="测试县")
        organiser = self._sessions[ORGANISER] = accounts.sign_in(county, ORGANISER, PASSWORD)
        checklist = county.catalogue.checklist(self._named(county))
        people = self.folder / "roster.csv"
        level = next(iter(checklist.levels), LEVELS[0])
        rows = [
            "编号,姓名,单位,层级,职务",
            *(f"{person},{name},办公室,{level},科员" for person, name in NAMES.items()),
        ]
        people.write_text("\n".join(rows), "utf-8")
        roster.import_roster(organiser, people)
        for person in NAMES:
            accounts.set_password(organiser, person, PASSWORD)
        life.new(organiser, _rules(checklist))
        life.open_round(organiser, ROUND)

    def _named(self, county: County) -> str:
        place = Path(self.checklist)
        offers = county.catalogue.offers()
        return next((each.name for each in offers if each.source.path.name == place.name), str(self.checklist))


def _purposes(checklist: Checklist) -> tuple[Purpose, ...]:
    return checklist.purpose or (Purpose.SELF, Purpose.PEER)


def _rules(checklist: Checklist) -> RoundRules:
    asked = _purposes(checklist)
    return RoundRules(
        id=ROUND,
        title=Text({"zh": "测试轮次", "en": "A round for a test"}),
        use=tuple(Use(checklist=checklist.name, by=purpose, weight=Decimal(100)) for purpose in asked),
        secrecy=Secrecy.NAMED,
        colleagues="unit" if Purpose.PEER in asked else "none",
        inspectors=("c1",) if Purpose.CHECK in asked else (),
    )
