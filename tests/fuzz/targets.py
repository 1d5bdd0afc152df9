"""Each reader with right files to begin from: what comes of any bytes is a thing, or a refusal that can be told."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import rmtree
from unittest.mock import patch
from zipfile import ZipFile

from openpyxl import Workbook

from cadre_tui import __version__, checklists, scoring
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import DrawnOption
from cadre_tui.model.ballots.form import BallotForm, Question
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import CadreError
from cadre_tui.model.people.person import Person
from cadre_tui.model.study.settings import CourseSource
from cadre_tui.model.study.terms import StudyKind
from cadre_tui.model.text import Text
from cadre_tui.plugins.allowed import kept_faults
from cadre_tui.plugins.allowed.kept_faults import KeptFaults
from cadre_tui.plugins.allowed.permission import PermissionFile
from cadre_tui.plugins.allowed.standing import PluginRecord, Standing
from cadre_tui.plugins.known import kept_offers, lock
from cadre_tui.plugins.known.checking import check_paths
from cadre_tui.plugins.known.kept_offers import KeptOffers
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.services.ballots.marks_file import read_marks, read_remarks
from cadre_tui.services.people.ssh import public_key
from cadre_tui.services.rounds.rules.file import read_round_file
from cadre_tui.services.safekeeping import backups, closed, passphrase, restoring
from cadre_tui.services.safekeeping.archive import Archive
from cadre_tui.services.safekeeping.passphrase import close
from cadre_tui.services.study.course_rows import Rows
from cadre_tui.services.study.given_facts import read_facts
from cadre_tui.services.tables.raters import read_pairs, read_participants
from cadre_tui.services.tables.ratings import read_ratings
from cadre_tui.services.tables.roster.reading import read_roster
from cadre_tui.store.envelope import Damaged, Newer, packed, unpacked
from cadre_tui.words import faults, refusals
from cadre_tui.words.printable import OBEYED
from tests.examples import AGENCY, AGENCY_RESPONSE
from tests.files.hostile import entry, manifest, zipped

ROOT = Path(__file__).parents[2]
ROSTER = """编号,姓名,单位,层级,职务,上级,评价同事,状态,参评
q1,张建国,城关镇,乡科级干部,副镇长,,q2,在岗,是
q2,李敏,城关镇,机关干部,,q1,q1,借调,否
"""
TABLE = """[考评表]
编号,demo.learning
版本,'2026.1
名称,示例
[考评项]
节编号,节名称,编号,类型,考评内容,分值
a,b,a.b,是否,有没有,10
"""
LOCK = b'{"schema": 1, "locked": [\n  {"what": "plugin", "name": "a", "version": "1", "digest": "ab"}\n]}\n'
MAY_RUN = b'schema = 1\ndisabled = ["a"]\n[enabled]\nlinshan = "1.0"\n'
RATINGS = "被评人,评价人,分数,评价主体\nc1,r1,88.5,a\nc1,r2,90,a\nc2,r1,79,b\nc2,r2,85,b\n"
DOCUMENT = packed({"tables": {"document": {"1": {"name": "清河县", "organiser": "zzb"}}}})
COURSES = "编号,课程,日期,学时,类别,证书号\nq1,网络课程,2026-03-01,1.5,理论,a1\nq2,专题班,2026/4/2,8学时,,\n"
FACTS = "编号,数名,数值,总数,条目\nq1,study.days,2,3,第一次\nq1,study.days,,,第二次\nq2,study.days,1.5,,\n"
NOW = datetime(2026, 11, 29, tzinfo=UTC)
PEOPLE = tuple(Person(id=each, name=each, unit="u", level="agency-staff") for each in ("q1", "q2"))
SOURCE = CourseSource(
    id="x",
    title="网校",
    columns={"person": "编号", "title": "课程", "day": "日期", "hours": "学时", "kind": "类别", "number": "证书号"},
    kinds={"理论": StudyKind.POLITICAL},
)
BALLOT = BallotForm(
    round="r",
    title=Text({"zh": "测评"}),
    mock=False,
    group="a",
    group_title=Text({"zh": "同级"}),
    subjects=PEOPLE,
    questions=(
        Question(
            checklist="a|1",
            criterion="a.b",
            text=Text({"zh": "总体"}),
            options=tuple(
                DrawnOption(text=Text({"zh": each}), answer=Answer(choice=each)) for each in ("good", "fair")
            ),
            about=frozenset({"q1", "q2"}),
        ),
    ),
    best=Decimal(1),
    text=True,
)
MARKS = b'{"marks": {"q1": {"a.b": "good"}, "q2": {"a.b": "fair"}}, "remarks": {"q1": "well done"}}'
FAULT = {"code": "plugin-raised", "values": {"name": "linshan", "error": "x"}}
FAILED = {"linshan": {"version": "1", "faults": {"imported": FAULT}}}
OFFERS = {str(AGENCY): {"stamp": [1], "told": {}}}
PAIRS = "评价人,被评人\nq1,q2\nq2,q1\n"


@dataclass(frozen=True)
class Target:
    """One reader: what its files end with, right ones, and how a file is read."""

    ending: str
    seeds: tuple[bytes, ...]
    read: Callable[[Path], object]


def book(*tables: tuple[str, str]) -> bytes:
    """A workbook of CSV texts by the names of their sheets."""
    made, held = Workbook(), BytesIO()
    made.remove(made.active)  # type: ignore[arg-type]
    for name, text in tables:
        page = made.create_sheet(name)
        for line in text.splitlines():
            page.append(line.split(","))
    made.save(held)
    return held.getvalue()


@cache
def known() -> Checklist:
    return checklists.read(AGENCY)


def backup() -> bytes:
    """A right one of a single document."""
    about = entry("county", len(DOCUMENT)).replace("0" * 64, sha256(DOCUMENT).hexdigest())
    return zipped({"manifest.json": manifest(about), "documents/county.json": DOCUMENT})


def restored(file: Path) -> None:
    """Verified, and restored where it is right; the folder goes again."""
    backups.verify(file, lambda: "a pass-phrase")
    folder = file.parent / "restored"
    try:
        restoring.restore(file, folder, lambda: "a pass-phrase")
    finally:
        rmtree(folder, ignore_errors=True)
    assert not [each for each in file.parent.iterdir() if each != file]


def in_parts() -> bytes:
    """The same closed piece by piece, but for the passphrase: that is slow on purpose."""
    file = BytesIO()
    with patch.object(passphrase, "close", lambda content, _word: content), closed.closing(file, "") as stream:
        stream.write(backup())
    return file.getvalue()


def opened_parts(file: Path) -> None:
    """Opened, and read through."""
    with patch.object(passphrase, "opened", lambda content, *_of: content), file.open("rb") as stream:
        Archive(closed.opened(stream, "", file.name), file.name).must_be_whole()


def document(file: Path) -> None:
    with suppress(Damaged, Newer):
        unpacked(file.read_bytes())


def locked(file: Path) -> object:
    return lock.read(file.parent)


TARGETS = {
    "checklist": Target(
        ".toml",
        (AGENCY.read_bytes(), *(each.read_bytes() for each in sorted((ROOT / "plugins").rglob("*.toml")))),
        lambda file: (checklists.check(file), check_paths([file], load_catalogue(plugins=False))),
    ),
    "checklist-table": Target(
        ".xlsx",
        ((ROOT / "plugins" / "linshui" / "linshui.enterprise.xlsx").read_bytes(),),
        lambda file: (checklists.check(file), checklists.stated(file)),
    ),
    "checklist-csv": Target(
        ".csv",
        (TABLE.encode(),),
        checklists.check,
    ),
    "round": Target(".toml", ((ROOT / "tests" / "examples" / "round.toml").read_bytes(),), read_round_file),
    "response": Target(
        ".json",
        (AGENCY_RESPONSE.read_bytes(),),
        lambda file: scoring.read_response(known(), scoring.parse_response(file.read_bytes(), file.name)),
    ),
    "roster": Target(".xlsx", (book(("花名册", ROSTER)),), read_roster),
    "roster-csv": Target(".csv", (ROSTER.encode(), ROSTER.encode("gb18030"), ROSTER.encode("utf-16")), read_roster),
    "ratings": Target(".csv", (RATINGS.encode(), book(("a", RATINGS))), read_ratings),
    "raters": Target(".csv", (ROSTER.encode(),), read_participants),
    "pairs": Target(".csv", (PAIRS.encode(),), lambda file: read_pairs(file, known={"q1", "q2"})),
    "courses": Target(
        ".csv",
        (COURSES.encode(), book(("学时", COURSES))),
        lambda file: Rows(SOURCE, PEOPLE, PEOPLE, NOW.date(), "zzb").read(file, (), NOW),
    ),
    "facts": Target(
        ".csv",
        (FACTS.encode(), book(("台账", FACTS))),
        lambda file: read_facts(file, {"q1", "q2"}, Text({"zh": "台账"})),
    ),
    "ballot": Target(".json", (MARKS,), lambda file: (read_marks(BALLOT, file), read_remarks(BALLOT, file))),
    "backup-in-parts": Target(".age", (in_parts(),), opened_parts),
    "closed-backup": Target(".age", (close(backup(), "a pass-phrase"),), restored),
    "backup": Target(".zip", (backup(),), restored),
    "document": Target(".json", (DOCUMENT,), document),
    "lock": Target(
        ".lock",
        (LOCK,),
        locked,
    ),
    "permission": Target(
        ".toml",
        (MAY_RUN,),
        lambda file: PermissionFile(file.parent).read(),
    ),
    "kept-faults": Target(
        ".json",
        (json.dumps({"schema": 2, "program": __version__, "failed": FAILED}).encode(),),
        lambda file: KeptFaults(file.parent).with_fault(PluginRecord("linshan", "a", Standing.ON, version="1")),
    ),
    "kept-offers": Target(
        ".json",
        (json.dumps({"format": 1, "program": __version__, "offers": OFFERS}).encode(),),
        lambda file: KeptOffers(file.parent).of(AGENCY),
    ),
    "ssh-key": Target(
        ".pub",
        (b"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ8Y0bVq3Zk3Xq0Zb3Xq0Zb3Xq0Zb3Xq0Zb3Xq0Zb3Xq a@b\n",),
        lambda file: public_key(file.read_text("utf-8", "replace")),
    ),
}

NAMES = {
    "lock": lock.FILE,
    "permission": "plugins.toml",
    "kept-faults": kept_faults.FILE,
    "kept-offers": kept_offers.FILE,
}
"""Readers that look for a file of one name."""


def try_out(name: str, content: bytes, folder: Path) -> list[str]:
    """Feed one reader; what is told where it refuses, nothing where it takes it. Raises whatever a person would be
    shown as a failure of the program.
    """
    target = TARGETS[name]
    file = folder / NAMES.get(name, f"fuzzed{target.ending}")
    file.write_bytes(content)
    try:
        target.read(file)
    except CadreError as error:
        told = [refusals.sentence(error), *map(faults.sentence, error.faults[:1_000])]
        assert all(told)
        assert not any(OBEYED.search(each) for each in told)
        return told
    finally:
        file.unlink()
    return []


def parts_of(content: bytes) -> dict[str, bytes] | None:
    """The members of an archive; None of anything else."""
    if not content.startswith(b"PK"):
        return None
    with ZipFile(BytesIO(content)) as parts:
        return {each: parts.read(each) for each in parts.namelist()}
