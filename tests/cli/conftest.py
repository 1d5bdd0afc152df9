"""Commands are run as a county runs them: in Chinese, in a data folder of the test's own, without a terminal."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def undisturbed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever the tester's own surroundings say."""
    monkeypatch.setenv("CADRE_LANG", "zh")
    monkeypatch.setenv("CADRE_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("CADRE_TOKEN", raising=False)
    monkeypatch.delenv("CADRE_STORE", raising=False)
