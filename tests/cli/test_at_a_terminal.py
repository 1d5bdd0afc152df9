"""A person at a terminal is asked: passwords are typed unseen, steps that cannot be undone are confirmed."""

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.cli.commands import PASSWORD, ROSTER, ROUND, Commands

PATIENCE = 20.0


class Typing:
    """A command at a terminal: what it shows, and what is typed."""

    def __init__(self, process: subprocess.Popen[bytes], terminal: int) -> None:
        self.process = process
        self._terminal = terminal
        self.shown = ""

    def answer(self, question: str, answer: str) -> None:
        """Type a line once the question is shown."""
        before = len(self.shown)
        self._wait(lambda: question in self.shown[before:])
        time.sleep(0.05)  # the echo is turned off just before the question; a person is never that quick
        os.write(self._terminal, f"{answer}\n".encode())

    def end(self) -> int:
        self._wait(lambda: self.process.poll() is not None)
        return self.process.wait()

    def _wait(self, arrived) -> None:  # type: ignore[no-untyped-def]
        until = time.monotonic() + PATIENCE
        while not arrived():
            assert time.monotonic() < until, self.shown
            if select.select([self._terminal], [], [], 0.05)[0]:
                try:
                    self.shown += os.read(self._terminal, 65536).decode()
                except OSError:  # the other end is closed
                    self.process.wait()
                    return


@contextmanager
def typing(*arguments: object, token: str | None = None) -> Iterator[Typing]:
    terminal, seen = pty.openpty()
    env = {**os.environ, **({"CADRE_TOKEN": token} if token else {})}
    command = [sys.executable, "-m", "cadre_tui", *map(str, arguments)]
    process = subprocess.Popen(command, stdin=seen, stdout=seen, stderr=seen, start_new_session=True, env=env)
    os.close(seen)
    try:
        yield Typing(process, terminal)
    finally:
        process.kill()
        process.wait()
        os.close(terminal)


def test_a_county_is_made_by_answering_and_no_password_is_seen(commands: Commands) -> None:
    with typing("init") as person:
        person.answer("县的名称：", "清河县")
        person.answer("组织者的编号：", "zzb")
        person.answer("组织者的姓名：", "组织部")
        person.answer("组织者的密码（至少 8 个字符）：", PASSWORD)
        person.answer("再输一次：", PASSWORD)
        assert person.end() == 0
    assert "清河县的数据建好了" in person.shown
    assert PASSWORD not in person.shown
    assert commands("--as", "zzb", "sign-in", stdin=f"{PASSWORD}\n").code == 0


def test_two_passwords_that_differ_make_nothing(commands: Commands) -> None:
    with typing("init", "--county", "清河县", "--organiser", "zzb", "--name", "组织部") as person:
        person.answer("组织者的密码（至少 8 个字符）：", PASSWORD)
        person.answer("再输一次：", "something else")
        assert person.end() == 2
    assert "两次输入的密码不一样" in person.shown
    assert commands("--as", "zzb", "sign-in", stdin=f"{PASSWORD}\n").code == 4


@pytest.mark.parametrize(("answer", "imported"), [("y", True), ("是", True), ("n", False), ("", False)])
def test_a_roster_is_written_once_a_person_agrees(answer: str, imported: bool, county: Commands) -> None:
    path = county.file("roster.csv", ROSTER)
    with typing("roster", "import", path, token=county.tokens["zzb"]) as person:
        person.answer("写入花名册吗？（y 是，其他键不是）", answer)
        assert person.end() == (0 if imported else 2)
    assert ("花名册已经写入。" in person.shown) is imported
    assert re.search("增加 4 人", person.shown)


def test_a_step_that_cannot_be_undone_is_confirmed(peopled: Commands) -> None:
    peopled.by("zzb", "round", "new", peopled.file("round.toml", ROUND))
    for answer, code, phase in (("n", 2, "setup"), ("y", 0, "open")):
        with typing("round", "open", "2026-h2", token=peopled.tokens["zzb"]) as person:
            person.answer("开启“2026年下半年学习考评”吗？", answer)
            assert person.end() == code
        assert peopled.by("zzb", "round", "status", "--json").json["rounds"][0]["phase"] == phase
    for reason, code in (("", 1), ("到期未交", 0)):
        with typing("round", "close", "2026-h2", token=peopled.tokens["zzb"]) as person:
            person.answer("没有提交的不计入，理由是（直接回车就不办）：", reason)
            if reason:
                person.answer("结束“2026年下半年学习考评”吗？", "y")
            assert person.end() == code
    with typing("round", "publish", "2026-h2", "--yes", token=peopled.tokens["zzb"]) as person:
        assert person.end() == 0
