"""However a command ends, a person gets a sentence or nothing, and a script an exit code."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from cadre_tui.cli import init
from cadre_tui.cli.main import run
from tests.cli.commands import Commands, refused

SECRET = "他对我的真实评价"


def breaking(error: BaseException) -> click.Command:
    """A command that fails while it holds an answer."""

    @click.command("init")
    def fail() -> None:
        answer = SECRET
        assert answer
        raise error

    return fail


def test_an_unforeseen_error_is_one_sentence_and_a_log_without_values(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = Path(os.environ["CADRE_DATA"])
    data.mkdir()
    monkeypatch.setattr(init, "init", breaking(KeyError(SECRET)))
    told = commands("init")
    log = data / "cadre.log"
    assert refused(told, 4).startswith("程序出了错，没有办成")
    assert len(told.err.splitlines()) == 1
    assert str(log) in told.err
    written = log.read_text("utf-8")
    assert "builtins.KeyError" in written
    assert "test_endings.py" in written
    assert SECRET not in written + told.err
    assert oct(log.stat().st_mode & 0o777) == "0o600"


def test_where_nothing_can_be_logged_debug_is_offered(commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init, "init", breaking(ValueError("x")))
    assert "--debug" in refused(commands("--lang", "en", "init"), 4)


def test_debug_shows_the_inside(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], commands: Commands
) -> None:
    monkeypatch.setattr(init, "init", breaking(ValueError("inside")))
    assert run(["--debug", "init"]) == 4
    told = capsys.readouterr().err
    assert "builtins.ValueError" in told
    assert "test_endings.py" in told
    assert "inside" not in told, "an error's own words may be an answer"
    assert run(["--debug", "--as", "q1", "round", "status"]) == 4
    told = capsys.readouterr().err
    assert "StoreFailure county-not-made" in told
    assert "acting.py" in told
    assert "cadre init" in told


def test_ctrl_c_ends_quietly(commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init, "init", breaking(KeyboardInterrupt()))
    told = commands("init")
    assert (told.code, told.out, told.err.strip()) == (130, "", "")


def test_a_reader_that_has_gone_is_no_error(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "cadre_tui", "--help"], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_waiting_command_that_is_interrupted_shows_no_traceback(tmp_path: Path) -> None:
    terminal, seen = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "cadre_tui", "--data", str(tmp_path / "data"), "init"],
        stdin=seen,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    question = "县的名称：".encode()
    assert process.stderr.read(len(question)) == question
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    os.close(terminal)
    os.close(seen)
    assert (process.returncode, out, err.strip()) == (130, b"", b"")
    assert not (tmp_path / "data").exists()


def test_names_that_the_terminal_lacks_do_not_end_a_command(peopled: Commands) -> None:
    peopled.activate_all()
    done = subprocess.run(
        [sys.executable, "-m", "cadre_tui", "codes", "q1"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "CADRE_TOKEN": peopled.tokens["zzb"], "CADRE_LANG": "en"},
    )
    assert done.returncode == 0, done.stderr
    assert b"activation code" in done.stdout
