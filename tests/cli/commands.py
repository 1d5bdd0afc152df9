"""Commands as a test calls them: what is read, what is told, and the exit code."""

import json
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from cadre_tui.cli.main import run

PASSWORD = "qinghe-2026"
ROSTER = """编号,姓名,单位,层级,职务
q1,张建国,城关镇,乡科级干部,副镇长
q2,李敏,城关镇,乡科级干部,党政办主任
q3,王海,城关镇,乡科级干部,经发办主任
q4,赵雪梅,城关镇,乡科级干部,宣传委员
"""
ROUND = """id = "2026-h2"
secrecy = "named"
min_raters = 3
title = { zh = "2026年下半年学习考评", en = "Second half of 2026" }
[[use]]
checklist = "core.mutual"
by = "self"
weight = 40
[[use]]
checklist = "core.mutual"
by = "peer"
weight = 60
[[grade]]
code = "excellent"
text = { zh = "优秀", en = "Excellent" }
min = 90
[[grade]]
code = "fail"
text = { zh = "不合格", en = "Fail" }
min = 0
"""


@dataclass(frozen=True)
class Told:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Commands:
    """Runs commands in this process. ``tokens`` are kept by person, so that a password is hashed but once."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        self.folder = folder
        self.tokens: dict[str, str] = {}

    def __call__(self, *arguments: str | Path, stdin: str = "") -> Told:
        self._capsys.readouterr()
        self._monkeypatch.setattr("sys.stdin", StringIO(stdin))
        code = run([str(each) for each in arguments])
        out, err = self._capsys.readouterr()
        assert "Traceback" not in err
        return Told(code, out, err)

    def by(self, person: str, *arguments: str | Path, stdin: str = "") -> Told:
        """A command by somebody who has a token."""
        with self._monkeypatch.context() as patch:
            patch.setenv("CADRE_TOKEN", self.tokens[person])
            return self(*arguments, stdin=stdin)

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path

    def make_county(self) -> None:
        """The county and its organiser ``zzb``."""
        options = ("--county", "清河县", "--organiser", "zzb", "--name", "组织部")
        assert self("init", *options, stdin=f"{PASSWORD}\n").code == 0
        self.tokens["zzb"] = self("--as", "zzb", "sign-in", stdin=f"{PASSWORD}\n").out.strip()

    def fill_roster(self) -> None:
        assert self.by("zzb", "roster", "import", self.file("roster.csv", ROSTER), "--yes").code == 0

    def activate_all(self) -> None:
        """Everybody's first use, each with the code that the organiser has for them."""
        for each in self.by("zzb", "codes", "--json").json["codes"]:
            told = self("--as", each["id"], "sign-in", "--activate", stdin=f"{each['code']}\npassword-{each['id']}\n")
            assert told.code == 0
            self.tokens[each["id"]] = told.out.strip()


def refused(told: Told, code: int) -> str:
    """The sentence of a refusal: alone on standard error, nothing on standard output."""
    assert told.code == code, told
    assert told.out == ""
    return told.err.splitlines()[0]
