"""However the program ends, what was answered is there, and the terminal is as it was."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.people import accounts
from tests.terminal import county
from tests.terminal.driver import Terminal
from tests.terminal.steps import answered, choose, cursor, heading, sign_in

PERSON = "q1"
CHECKLIST = "core.mutual"
SECOND = 1.0
"""What may be lost at most."""


def at_the_form(folder: Path, **looks: object) -> Terminal:
    """The program, with the eight ratings of oneself open."""
    terminal = Terminal("--data", str(folder), **looks)  # type: ignore[arg-type]
    sign_in(terminal, PERSON, county.PASSWORD)
    choose(terminal, "自我检查  四项重点与四项素养评价")
    terminal.wait_until(lambda: cursor(terminal) == 1, "the form")
    return terminal


def give(terminal: Terminal, keys: str) -> None:
    """Answer one criterion a key, each waited for."""
    for key in keys:
        before = answered(terminal)
        terminal.send(key)
        terminal.wait_until(lambda before=before: answered(terminal) == before + 1, f"{before + 1} answers")


def kept(folder: Path) -> list[str]:
    """The options that are on the disk, in the order of the form."""
    opened = county.open_county(county.store_url(folder))
    session = accounts.sign_in(opened, PERSON, county.PASSWORD)
    (task,) = (each for each in tasks.todo(session, "r2", Purpose.SELF).tasks if each.checklist == CHECKLIST)
    form = responses.open_form(session, task)
    given = (form.response.answers.get(each.id) for each in form.checklist.criteria())
    return [answer.choice or "" for answer in given if answer]


def chosen(keys: str) -> list[str]:
    return [("good", "fair", "average", "poor", "unknown")[int(key) - 1] for key in keys]


def test_killed_in_mid_form_all_but_the_last_second_is_there(folder: Path) -> None:
    with at_the_form(folder) as terminal:
        give(terminal, "1221")
        terminal.look_on(SECOND)
        give(terminal, "3")
        terminal.kill(signal.SIGKILL)
        assert terminal.exit_code() == -signal.SIGKILL
    assert kept(folder)[:4] == chosen("1221")


def test_answers_are_on_the_disk_within_a_second_while_one_goes_on(folder: Path) -> None:
    with at_the_form(folder) as terminal:
        for number, key in enumerate("12312", 1):
            give(terminal, key)
            terminal.look_on(SECOND)
            assert len(kept(folder)) == number, terminal.text


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM], ids=lambda number: number.name)
def test_a_signal_saves_everything_and_gives_the_terminal_back(folder: Path, number: signal.Signals) -> None:
    with at_the_form(folder) as terminal:
        give(terminal, "12321")
        terminal.kill(number)
        terminal.exit_code(seconds=10)
        assert not terminal.left_behind()
        assert "较好" not in terminal.text
    assert kept(folder) == chosen("12321")


def test_a_lost_line_saves_everything(folder: Path) -> None:
    with at_the_form(folder) as terminal:
        give(terminal, "12321")
        terminal.hang_up()
        terminal.exit_code(seconds=10)
    assert kept(folder) == chosen("12321")


@pytest.mark.parametrize(
    "end",
    [lambda terminal: terminal.press("ctrl+q"), lambda terminal: terminal.kill(signal.SIGTERM)],
    ids=["ctrl+q", "SIGTERM"],
)
def test_a_reason_that_is_being_written_is_kept(folder: Path, end: Callable[[Terminal], None]) -> None:
    with at_the_form(folder) as terminal:
        give(terminal, "1")
        terminal.press("up", "tab")
        terminal.wait_for("理由")
        terminal.send("带着问题学习，提出两条措施")
        terminal.wait_for("两条措施")
        process = Path(f"/proc/{terminal.process}")
        told = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        end(terminal)
        terminal.exit_code(seconds=10)
        assert not terminal.left_behind()
    for secret in (county.PASSWORD, "两条措施"):
        assert secret.encode() not in told + (folder / "cadre.log").read_bytes()
    opened = county.open_county(county.store_url(folder))
    session = accounts.sign_in(opened, PERSON, county.PASSWORD)
    (task,) = (each for each in tasks.todo(session, "r2", Purpose.SELF).tasks if each.checklist == CHECKLIST)
    reasons = {answer.reason for answer in responses.open_form(session, task).response.answers.values()}
    assert "带着问题学习，提出两条措施" in reasons


def test_opened_again_the_form_is_where_one_stopped(folder: Path) -> None:
    with at_the_form(folder) as terminal:
        give(terminal, "123")
        stopped = cursor(terminal)
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
    with Terminal("--data", str(folder)) as terminal:
        sign_in(terminal, PERSON, county.PASSWORD)
        choose(terminal, "自我检查  四项重点与四项素养评价")
        terminal.wait_until(lambda: cursor(terminal) == stopped, f"the cursor at {stopped}")
        assert answered(terminal) == 3
        assert PERSON not in heading(terminal)
