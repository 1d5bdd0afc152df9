"""Every reader against every file that nobody writes in good faith: refused whole in words, soon, obeyed never.

The table of readers is the commands that take a file; who adds one adds it here.
"""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest

from tests.cli.commands import Commands, Told
from tests.files import hostile

SOON = 60
"""Seconds: not how long it takes, but when it is certain that it never ends."""

PASSPHRASE = "a pass-phrase of the test\n"
Reader = Callable[[Commands, Path], Told]

READERS: dict[str, tuple[str, dict[str, bytes | str], Reader]] = {
    "a checklist to be checked": ("x.toml", hostile.TOML, lambda run, file: run("plugin", "check", file)),
    "a checklist to be used": ("x.toml", hostile.TOML, lambda run, file: run("score", file, file)),
    "a checklist among others": (
        "x.toml",
        hostile.TOML,
        lambda run, file: run("plugin", "info", "a.b", "--checklists", file.parent),
    ),
    "a round": ("x.toml", hostile.TOML, lambda run, file: run("round", "check", file)),
    "the plugins that may run": (
        "data/plugins.toml",
        hostile.TOML,
        lambda run, file: run("plugin", "enable", "linshan"),
    ),
    "a response": ("x.json", hostile.JSON, lambda run, file: run("score", "core.learning", file)),
    "the lock": ("data/plugins.lock", hostile.JSON, lambda run, file: run("plugin", "lock", "--check")),
    "a checklist as a table": ("x.xlsx", hostile.XLSX, lambda run, file: run("plugin", "check", file)),
    "a checklist as CSV": ("x.csv", hostile.CSV, lambda run, file: run("plugin", "check", file)),
    "a roster": ("x.xlsx", hostile.XLSX, lambda run, file: run.by("zzb", "roster", "import", file, "--yes")),
    "a roster as CSV": ("x.csv", hostile.CSV, lambda run, file: run.by("zzb", "roster", "import", file, "--yes")),
    "ratings": ("x.xlsx", hostile.XLSX, lambda run, file: run("analyse", file)),
    "ratings as CSV": ("x.csv", hostile.CSV, lambda run, file: run("analyse", file)),
    "raters": ("x.xlsx", hostile.XLSX, lambda run, file: run("allocate", file, "--reviewers", "1")),
    "raters as CSV": ("x.csv", hostile.CSV, lambda run, file: run("allocate", file, "--reviewers", "1")),
    "who is kept apart": (
        "x.xlsx",
        hostile.XLSX,
        lambda run, file: run.by("zzb", "round", "allocate", "2026-h2", "--conflicts", file, "--yes"),
    ),
    "who is kept apart as CSV": (
        "x.csv",
        hostile.CSV,
        lambda run, file: run.by("zzb", "round", "allocate", "2026-h2", "--conflicts", file, "--yes"),
    ),
    "hours of another register": (
        "x.xlsx",
        hostile.XLSX,
        lambda run, file: run.by("zzb", "study", "import", "x", file, "--yes"),
    ),
    "hours of another register as CSV": (
        "x.csv",
        hostile.CSV,
        lambda run, file: run.by("zzb", "study", "import", "x", file, "--yes"),
    ),
    "numbers of another register": (
        "x.csv",
        hostile.CSV,
        lambda run, file: run.by("zzb", "study", "facts", "import", file, "--title", "台账", "--yes"),
    ),
    "a backup": ("x.zip", hostile.BACKUP, lambda run, file: run("doctor", file, stdin=PASSPHRASE)),
    "a backup to be restored": (
        "x.zip",
        hostile.BACKUP,
        lambda run, file: run("restore", file, file.parent / "restored", stdin=PASSPHRASE),
    ),
    "a key for sshd": ("x.pub", {}, lambda run, file: run.by("zzb", "account", "ssh-key", "zzb", file)),
}

NO_HARM = (
    ("the plugins that may run", "nothing"),  # says that none may
    ("raters as CSV", "NUL"),  # it stands in a column that is not looked at
    ("raters as CSV", "numbers without end"),  # so do they
    ("ratings as CSV", "a path for an id"),  # a name like another: nothing of it becomes a file's
)
"""What a reader may take."""

CASES = [
    (reader, what, content)
    for reader, (_name, own, _read) in READERS.items()
    for what, content in {**hostile.ANY, **own}.items()
    if (reader, what) not in NO_HARM
]


@pytest.fixture
def county(commands: Commands) -> Commands:
    """A county that has said how hours of another register are read."""
    commands.make_county()
    columns = [
        word for each in ("person=编号", "title=姓名", "day=层级", "hours=分数") for word in ("--column", each)
    ]
    assert commands.by("zzb", "study", "source", "set", "x", "--title", "网校", *columns).code == 0
    return commands


@pytest.fixture
def in_time() -> Iterator[None]:
    """What hangs is ended, and told."""

    def hangs(_number: int, _frame: FrameType | None) -> None:
        raise AssertionError("it never ends")

    before = signal.signal(signal.SIGALRM, hangs)
    signal.alarm(SOON)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def told_well(told: Told, what: str = "") -> None:
    """A refusal in words: the exit code of one, no traceback, nothing that a terminal obeys."""
    assert told.code in (1, 2) or (told.code == 4 and "程序出了错" not in told.err), (what, told)
    assert told.err.strip() or told.out.strip()
    for each in ("Traceback", "Error:", "Exception", "sys.set_int_max_str_digits", "recursion"):
        assert each not in told.err + told.out
    assert max(map(len, (told.err + told.out).splitlines())) < 10_000, "nobody reads on"
    assert not {sign for sign in told.err + told.out if sign in hostile.OBEYED + "\0" and not sign.isprintable()}


@pytest.mark.parametrize("reader", READERS)
def test_every_reader_refuses_it_whole(reader: str, county: Commands, in_time: None) -> None:
    name, _own, read = READERS[reader]
    file = county.folder / name
    before = sorted(each for each in (county.folder / "data").rglob("*.json") if ".locks" not in each.parts)
    for each, what, content in CASES:
        if each != reader:
            continue
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        told_well(read(county, file), what)
        file.unlink(missing_ok=True)
    assert not (county.folder / "restored").exists()
    assert not (county.folder / "out.toml").exists()
    assert sorted(each for each in (county.folder / "data").rglob("*.json") if ".locks" not in each.parts) == before


@pytest.mark.parametrize("reader", [each for each in READERS if not READERS[each][0].startswith("data/")])
def test_no_reader_takes_what_is_no_file_or_never_ends(reader: str, county: Commands, in_time: None) -> None:
    name, _own, read = READERS[reader]
    file = county.folder / "odd" / name
    file.parent.mkdir()
    told_well(read(county, file))
    file.mkdir()
    told_well(read(county, file))
    file.rmdir()
    file.symlink_to("/dev/zero")
    told_well(read(county, file))
    file.unlink()
    file.symlink_to(file)
    told_well(read(county, file))
    told_well(read(county, county.folder / f"{hostile.OBEYED}{Path(name).suffix}"))
    told_well(read(county, county.folder / ("x" * 300 + Path(name).suffix)))
