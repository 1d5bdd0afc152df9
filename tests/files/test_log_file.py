"""The log is its owner's alone and does not grow for ever, whoever writes into it."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from cadre_tui.cli import crash
from cadre_tui.files.log_file import LARGEST, made_ready
from cadre_tui.plugins.asking import plugin_log
from cadre_tui.tui import ending


def by_a_command(path: Path) -> None:
    assert crash.note(ValueError("x"), path)


def by_a_plugin(path: Path) -> None:
    plugin_log.write_into(path.parent)
    plugin_log.log.error("x")


def by_the_app(path: Path) -> None:
    ending.write_log_to(path)
    ending.log.info("x")


@pytest.mark.parametrize("write", [by_a_command, by_a_plugin, by_the_app])
def test_a_large_one_is_set_aside_once(
    write: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for log in (plugin_log.log, ending.log):
        monkeypatch.setattr(log, "handlers", [logging.NullHandler()])
    path, aside = tmp_path / plugin_log.FILE, tmp_path / f"{plugin_log.FILE}.1"
    aside.write_text("the one before")
    path.write_text("a" * LARGEST)
    path.chmod(0o600)
    made_ready(path)
    assert path.stat().st_size == LARGEST, "not yet"
    path.write_text("a" * (LARGEST + 1))
    write(path)
    assert 0 < path.stat().st_size < 10_000
    assert aside.stat().st_size == LARGEST + 1
    assert [oct(each.stat().st_mode & 0o777) for each in (path, aside)] == ["0o600"] * 2
    assert sorted(tmp_path.iterdir()) == [path, aside]
