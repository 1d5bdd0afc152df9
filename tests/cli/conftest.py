"""Commands are run as a county runs them: in Chinese, in a data folder of the test's own, without a terminal."""

from pathlib import Path

import pytest

from tests.cli.commands import Commands


@pytest.fixture(autouse=True)
def undisturbed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever the tester's own surroundings say."""
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
