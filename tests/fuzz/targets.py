"""Each reader with right files to begin from: what comes of any bytes is a thing, or a refusal that can be told."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import rmtree
from zipfile import ZipFile

from openpyxl import Workbook

from cadre_tui import checklists, scoring
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import CadreError
from cadre_tui.plugins.allowed.permission import PermissionFile
from cadre_tui.plugins.known import lock
from cadre_tui.plugins.known.checking import check_paths
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.services.people.ssh import public_key
from cadre_tui.services.rounds.rules.file import read_round_file
from cadre_tui.services.safekeeping import backups, restoring
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
    "ssh-key": Target(
        ".pub",
        (b"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ8Y0bVq3Zk3Xq0Zb3Xq0Zb3Xq0Zb3Xq0Zb3Xq0Zb3Xq a@b\n",),
        lambda file: public_key(file.read_text("utf-8", "replace")),
    ),
}

NAMES = {"lock": lock.FILE, "permission": "plugins.toml"}
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
