"""Commands are run as a county runs them: in Chinese, in a data folder of the test's own, without a terminal."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cadre_tui.plugins.allowed import running
from tests.cli.commands import Commands


@pytest.fixture(autouse=True)
def undisturbed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever the tester's own surroundings say, and in a folder where a file of any name may be left."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CADRE_LANG", "zh")
    monkeypatch.setenv("CADRE_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("CADRE_TOKEN", raising=False)
    monkeypatch.delenv("CADRE_STORE", raising=False)


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Commands:
    """No county yet."""
    return Commands(monkeypatch, capsys, tmp_path)


@pytest.fixture
def county(commands: Commands) -> Commands:
    """A county with an organiser, nobody else."""
    commands.make_county()
    return commands


@pytest.fixture
def peopled(county: Commands) -> Commands:
    """A county with four cadres who have not signed in yet."""
    county.fill_roster()
    return county


@pytest.fixture
def linshan_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The example plugin as an installer would leave it; the file that would enable it."""
    about = tmp_path / "site" / "linshan-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: linshan\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[cadre.plugins]\nlinshan = tests.examples.linshan\n")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    for name in [each for each in sys.modules if each.startswith("tests.examples.linshan")]:
        monkeypatch.delitem(sys.modules, name)
    data = tmp_path / "data"
    data.mkdir(exist_ok=True)
    yield data / "plugins.toml"
    running.start(tuple)


@pytest.fixture
def linshan_enabled(linshan_installed: Path) -> Path:
    """The same, and it may run; the file that says so."""
    linshan_installed.write_text('schema = 1\n[enabled]\nlinshan = "1.0"\n')
    return linshan_installed
