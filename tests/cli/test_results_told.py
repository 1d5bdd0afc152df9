"""``cadre results`` of one person, as it is read."""

from pathlib import Path

import pytest

from tests.cli.commands import Commands
from tests.services.results.test_results import MEANS_ANOTHER, published, second_round, second_version
from tests.services.small import PASSWORD, make


def test_what_cannot_be_compared_with_the_round_before_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    small = make(tmp_path / "data")
    published(small)
    second_version(small, MEANS_ANOTHER)
    second_round(small)
    monkeypatch.setenv("CADRE_DATA", str(small.folder))
    commands = Commands(monkeypatch, capsys, tmp_path)
    told = commands("--as", "zzb", "results", "r2", "--subject", "a1", stdin=f"{PASSWORD}\n")
    assert (told.code, told.out.count("和“第一轮”不能比的考评项")) == (0, 1), told
