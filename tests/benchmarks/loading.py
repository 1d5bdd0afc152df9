"""A thousand checklists read and listed, and a thousand plugins listed, each beside what it must not cost."""

import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from cadre_tui import checklists
from cadre_tui.cli.main import collect_seldom
from cadre_tui.plugins.known.kept_offers import AT_REST
from cadre_tui.plugins.known.loading import load_catalogue
from tests.benchmarks.table import Measured
from tests.examples import AGENCY

MANY = 1000
RUNS = 5


def measure(folder: Path) -> Iterator[Measured]:
    """In turns, so that a busy moment of the machine meets both alike."""
    files = _checklists(folder / "checklists")
    collect_seldom()  # as the program does
    checklists.read(files[0])  # the models are built once, whatever the number of files
    read = [(_seconds(lambda: _read(files)), _seconds(lambda: _parsed(files))) for _ in range(RUNS)]
    yield _beside(f"{MANY} checklists read, beside tomllib alone", read, limit=1.6)
    time.sleep(AT_REST / 1e9)  # what was changed a moment ago is not kept
    cache = folder / "cache"
    _offered(files[0].parent, cache)
    offered = [
        (_seconds(lambda: _offered(files[0].parent, cache)), _seconds(lambda: _offered(files[0].parent, None)))
        for _ in range(RUNS)
    ]
    yield _beside(f"{MANY} checklists listed again, beside reading them", offered, limit=0.25)
    packages = _packages(folder / "packages")
    bare = dict(os.environ, CADRE_DATA=str(folder / "data"))
    full = {**bare, "PYTHONPATH": os.pathsep.join((str(packages), os.environ.get("PYTHONPATH", "")))}
    listed = [(_command(full, "plugin", "list"), _command(bare, "plugin", "list")) for _ in range(RUNS)]
    yield _beside(f"{MANY} installed plugins listed, beside none", listed, limit=None)
    started = [(_command(full, "--version"), _command(bare, "--version")) for _ in range(RUNS)]
    yield _beside(f"the start with {MANY} plugins installed, beside none", started, limit=1.2)


def _checklists(folder: Path) -> list[Path]:
    folder.mkdir()
    text = AGENCY.read_text("utf-8")
    for number in range(MANY):
        (folder / f"{number}.toml").write_text(text.replace("qinghe.agency", f"qinghe.agency-{number}"), "utf-8")
    return sorted(folder.iterdir())


def _packages(folder: Path) -> Path:
    """Packages that each advertise a plugin, as pip leaves them; their code is never asked for."""
    for number in range(MANY):
        about = folder / f"plugin_{number}-1.0.dist-info"
        about.mkdir(parents=True)
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: plugin-{number}\nVersion: 1.0\n", "utf-8")
        (about / "entry_points.txt").write_text(f"[cadre.plugins]\nplugin-{number} = plugin_{number}\n", "utf-8")
    return folder


def _read(files: list[Path]) -> None:
    for file in files:  # none is kept, as of what tomllib reads: a list keeps a few words of each
        checklists.read(file)


def _parsed(files: list[Path]) -> None:
    for file in files:
        tomllib.loads(file.read_text("utf-8"))


def _offered(folder: Path, cache: Path | None) -> None:
    offers = load_catalogue([folder], plugins=False, cache=cache).offers()
    assert sum(each.problem is None for each in offers) >= MANY


def _command(environment: dict[str, str], *arguments: str) -> float:
    command = [sys.executable, "-m", "cadre_tui", *arguments]
    return _seconds(lambda: subprocess.run(command, env=environment, check=True, capture_output=True))


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _beside(name: str, runs: list[tuple[float, float]], limit: float | None, goal: float | None = None) -> Measured:
    ours, baseline = (median(run[side] for run in runs) * 1000 for side in (0, 1))
    return Measured(name, ours, baseline, "ms", limit, goal)
