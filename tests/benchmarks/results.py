"""All results of a county: 10,000 cadres, each seen by themself and five colleagues by eight criteria.

Measured in a process of its own, so that its memory is the results' alone, beside one that reads the same files.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from subprocess import run
from time import process_time

from cadre_tui.cli.main import collect_seldom
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round_rules import RoundRules, Use
from cadre_tui.model.text import Text
from cadre_tui.services.county import County, open_county
from cadre_tui.services.documents import results as made
from cadre_tui.services.documents.folder import Folder
from cadre_tui.services.documents.issue import Format
from cadre_tui.services.people import accounts, roster
from cadre_tui.services.people.identity import begin
from cadre_tui.services.results import disclosure
from cadre_tui.services.results.county.result import county_result
from cadre_tui.services.results.reading import every
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.assignments import assignments_of
from cadre_tui.services.rounds.raters import allocation
from cadre_tui.store.envelope import packed
from cadre_tui.store.folder.engine import FolderStore
from cadre_tui.store.keys import drawer
from cadre_tui.words import documents
from tests.benchmarks.county import PASSWORD, checklist
from tests.benchmarks.table import Measured

PEOPLE, UNIT, EACH, CRITERIA = 10_000, 50, 5, 8
MAY_TAKE, MAY_HOLD = 10.0, 500.0
"""Seconds, and megabytes of resident memory at the most."""

WORKBOOK_MAY_TAKE = 60.0

MAY_COST = 2.0
"""So many times what all results take: people are added up while their results pass by."""

USES = tuple(Use(checklist=f"bench.form{CRITERIA}", by=by, weight=Decimal(1)) for by in (Purpose.SELF, Purpose.PEER))
NOW = datetime.now(UTC)


def opened(folder: Path) -> County:
    """The county in ``folder``."""
    return open_county(f"tinydb://{folder.absolute()}", folders=(folder / "checklists",))


def make(folder: Path) -> None:
    """A round in which everybody has handed in, closed: by the services, but for the drawers."""
    (folder / "checklists").mkdir(parents=True, mode=0o700)
    folder.chmod(0o700)
    (folder / "checklists" / "form.toml").write_text(checklist(CRITERIA), "utf-8")
    county = opened(folder)
    accounts.first_organiser(county, "zzb", "组织部", PASSWORD)
    organiser = begin(county, "zzb")
    table = folder.parent / "roster.csv"
    rows = [f"p{n},干部{n},单位{(n - 1) // UNIT + 1},agency-staff,科员" for n in range(1, PEOPLE + 1)]
    table.write_text("编号,姓名,单位,层级,职务\n" + "\n".join(rows) + "\n", "utf-8")
    roster.import_roster(organiser, table)
    rules = RoundRules(
        id="r1",
        title=Text({"zh": "考评", "en": "Round"}),
        use=USES,
        colleagues="balanced",
        reviewers=EACH,
        min_raters=3,
        deadlines={use.by: NOW + timedelta(days=30) for use in USES},
    )
    life.new(organiser, rules)
    allocation.allocate(organiser, "r1", seed=1)
    life.open_round(organiser, "r1")
    fill(folder, county)
    life.close_round(organiser, "r1")
    disclosure.check(organiser, "r1")
    life.publish(organiser, "r1")


def fill(folder: Path, county: County) -> None:
    """Everybody's drawer as the program writes it, straight into its file."""
    chance = Random(1)
    store = FolderStore(folder)
    held = life.find(county, "r1")
    (pin,) = held.pins
    criteria = [each.id for each in county.frozen_checklist("r1", pin.digest).criteria()]
    beside = {
        "checklist": pin.name,
        "digest": pin.digest,
        "at": None,
        "late": False,
        "originals": [],
        "entered_by": None,
        "hands": {},
        "known": {},
    }
    beside |= {"state": "submitted", "saved": NOW.isoformat(), "submitted": NOW.isoformat()}
    for number, person in enumerate(held.roster.people):
        responses = {}
        for asked in assignments_of(county, held, person.id):
            answers = {each: {"choice": chance.choice("abcde" if number % 3 else "abcd")} for each in criteria}
            whole = {**beside, "subject": asked.subject, "purpose": asked.purpose.value, "answers": answers}
            responses[f"{asked.purpose.value}/{asked.checklist}/{asked.subject}"] = whole
        document = {"round": "r1", "rater": person.id, "responses": responses}
        path = store._path(drawer("r1", person.id))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(packed({"tables": {"document": {"1": document}}}))


def gather(folder: Path) -> None:
    """Print the seconds that the county's figures take, all results included, and the most memory in megabytes."""
    county = opened(folder)
    started = process_time()
    found = county_result(begin(county, "zzb"), "r1")
    seconds = process_time() - started
    assert found.county.everybody.scored == PEOPLE, found.county.everybody
    print(seconds, most_held())


def work_out(folder: Path) -> None:
    """Print the processor's seconds for all results, and the most memory in megabytes that the process ever held."""
    county = opened(folder)
    started = process_time()
    found = sum(each.total is not None for each in every(begin(county, "zzb"), "r1"))
    seconds = process_time() - started
    assert found == PEOPLE, found
    print(seconds, most_held())


def report(folder: Path) -> None:
    """Print the seconds that the workbook of everybody takes, their results included, and the most memory."""
    county = opened(folder)
    started = process_time()
    (path,) = made.make(
        begin(county, "zzb"),
        "r1",
        Folder(folder.parent / "out"),
        frozenset({Format.EXCEL}),
        documents,
        lambda _step: None,
    )
    seconds = process_time() - started
    assert path.stat().st_size > PEOPLE, path
    print(seconds, most_held())


def most_held() -> float:
    """Megabytes that this process held at its most; ``getrusage`` counts what had started it, too."""
    status = Path("/proc/self/status").read_text("ascii").splitlines()
    return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) / 1024


def read_only(folder: Path) -> float:
    """The processor's seconds for reading the same files, and nothing else."""
    started = process_time()
    for path in sorted(folder.glob("drawers/**/*.json")):
        path.read_bytes()
    return process_time() - started


def measure(folder: Path) -> Iterator[Measured]:
    """All rows."""
    county = folder / "data"
    make(county)
    read = read_only(county)
    seconds, megabytes = alone("all", county)
    yield Measured("all results of 10,000 people, of 10 s", seconds, MAY_TAKE, "s", 1)
    yield Measured("the same, beside reading its files", seconds, read, "s", None)
    yield Measured("memory for it, of 500 MB", megabytes, MAY_HOLD, "MB", 1)
    gathered, megabytes = alone("county", county)
    yield Measured("the county's figures of 10,000 people, beside all results", gathered, seconds, "s", MAY_COST)
    yield Measured("memory for them, of 500 MB", megabytes, MAY_HOLD, "MB", 1)
    written, megabytes = alone("workbook", county)
    yield Measured("the workbook of 10,000 people, of 60 s", written, WORKBOOK_MAY_TAKE, "s", 1)
    yield Measured("memory for it, of 500 MB", megabytes, MAY_HOLD, "MB", 1)


def alone(what: str, county: Path) -> tuple[float, float]:
    """Seconds and megabytes of a process that does nothing else."""
    command = [sys.executable, "-m", "tests.benchmarks.results", what, str(county)]
    told = run(command, check=True, capture_output=True, text=True).stdout
    seconds, megabytes = map(float, told.split())
    return seconds, megabytes


if __name__ == "__main__":
    collect_seldom()  # as ``cadre`` does
    {"all": work_out, "county": gather, "workbook": report}[sys.argv[1]](Path(sys.argv[2]))
