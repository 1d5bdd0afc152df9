"""``cadre allocate`` as a person or a script meets it."""

import os
import pty
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random
from time import monotonic, sleep

import pytest

from cadre_tui.cli.oversight import progress
from tests.cli.commands import Commands, refused

ROSTER = "person,unit,level,superior\n" + "".join(
    f"{unit}{at},{unit},township-bureau,{f'{unit}1' if at in (2, 3) else ''}\n"
    for unit, size in (("a", 7), ("b", 9))
    for at in range(1, size + 1)
)


@pytest.fixture
def roster(commands: Commands) -> Path:
    return commands.file("roster.csv", ROSTER)


def test_json_is_as_the_page_of_commands_says(commands: Commands, roster: Path) -> None:
    conflicts = commands.file("conflicts.csv", "rater,subject\na1,a2\nb4,b1\n")
    told = commands("allocate", roster, "--reviewers", "3", "--conflicts", conflicts, "--seed", "7", "--json")
    assert (told.code, told.err) == (0, "")
    answer = told.json
    assert list(answer) == ["assignments", "proof"]
    assert list(answer["proof"]) == ["per_subject", "per_rater", "components", "mutual_pairs", "seed"]
    assert answer["proof"]["per_subject"] == answer["proof"]["per_rater"] == {"min": 3, "max": 3}
    assert (answer["proof"]["components"], answer["proof"]["seed"]) == (1, 7)
    pairs = [(each["rater"], each["subject"]) for each in answer["assignments"]]
    assert all(list(each) == ["rater", "subject"] for each in answer["assignments"])
    assert set(Counter(subject for _rater, subject in pairs).values()) == {3}
    assert len(pairs) == len(set(pairs)) == 16 * 3
    assert not {("a1", "a2"), ("b4", "b1")} & set(pairs)
    assert all(rater[0] == subject[0] and rater != subject for rater, subject in pairs)


def test_the_same_seed_gives_the_same_whatever_the_order_of_the_rows(commands: Commands, roster: Path) -> None:
    head, *rows = ROSTER.splitlines()
    Random(1).shuffle(rows)
    shuffled = commands.file("shuffled.csv", "\n".join([head, *rows]))
    told = [
        commands("allocate", file, "--reviewers", "2", "--seed", "5", "--json").out for file in (roster, shuffled)
    ]
    assert told[0] == told[1]


def test_a_seed_that_was_drawn_is_told_and_can_be_used_again(commands: Commands, roster: Path) -> None:
    drawn = commands("allocate", roster, "--reviewers", "2", "--json")
    seed = str(drawn.json["proof"]["seed"])
    assert commands("allocate", roster, "--reviewers", "2", "--seed", seed, "--json").out == drawn.out
    assert f"种子是 {seed}" in commands("allocate", roster, "--reviewers", "2", "--seed", seed).out


def test_people_are_told_by_unit_with_the_proof_in_words(commands: Commands, roster: Path) -> None:
    told = commands("allocate", roster, "--reviewers", "3", "--seed", "7")
    lines = told.out.splitlines()
    assert lines[0] == "a"
    assert lines[1].split() == ["评价人", "评谁"]
    assert lines[3].startswith("a1")
    assert len(lines[3].split()[1].split("、")) == 3
    assert [line.split() for line in lines if line.startswith("b ")] == [["b", "9", "3", "3", "1", "0"]]
    assert "连成一片" in told.out
    english = commands("--lang", "en", "allocate", roster, "--reviewers", "3", "--seed", "7").out
    assert "one connected piece" in english
    assert not any("\u4e00" <= each <= "\u9fff" for each in english)


def test_leaders_and_those_whom_they_lead(commands: Commands, roster: Path) -> None:
    def pairs(option: str) -> set[tuple[str, str]]:
        told = commands("allocate", roster, "--reviewers", "4", option, "--seed", "1", "--json").json
        return {(each["rater"], each["subject"]) for each in told["assignments"]}

    assert not {("a2", "a1"), ("a3", "a1"), ("b2", "b1")} & pairs("--no-superiors")
    assert not {("a1", "a2"), ("a1", "a3"), ("b1", "b2")} & pairs("--no-subordinates")


def test_what_is_impossible_is_told_with_rules_and_people(commands: Commands, roster: Path) -> None:
    conflicts = commands.file("c.csv", "评价人,被评人\n" + "".join(f"a{at},a1\n" for at in range(2, 6)))
    told = commands("allocate", roster, "--reviewers", "3", "--conflicts", conflicts, "--json")
    assert refused(told, 1) == "有 1 个单位按现在的规则分配不出来，什么都没有写出，原因如下："
    assert told.err.splitlines()[1:] == [
        "AL002 a：a1 要有 3 个评价人，按规则只有 2 个人可以评",
        "AL010 a：不能评自己的：a1",
        "AL011 a：因回避不能评的（评价人→被评人，共 4 对）：a2→a1、a3→a1、a4→a1、a5→a1",
    ]
    assert refused(commands("--lang", "en", "allocate", roster, "--reviewers", "7"), 1).startswith("By these rules 1")


def test_a_unit_in_pieces_is_allocated_and_told(commands: Commands) -> None:
    ids = [f"a{at}" for at in range(8)]
    roster = commands.file("r.csv", "person,unit\n" + "".join(f"{each},a\n" for each in ids))
    apart = [(one, other) for one in ids for other in ids if (one < "a4") != (other < "a4")]
    conflicts = commands.file("c.csv", "rater,subject\n" + "".join(f"{one},{other}\n" for one, other in apart))
    told = commands("allocate", roster, "--reviewers", "2", "--conflicts", conflicts, "--json")
    assert told.code == 0
    assert told.json["proof"]["components"] == 2
    assert "AL041 a" in told.err


@pytest.mark.parametrize(
    ("roster", "conflicts", "sentences"),
    [
        ("person,unit\na,x\nb\n", "rater,subject\n", ["roster.csv 第 3 行 B 列 RO010 unit：这一格不能是空的"]),
        ("person,unit\na,x\na,x\n", "", ["roster.csv 第 3 行 A 列 RO011 person"]),
        (
            "person,unit,superior\na1,x,a3\na2,x,a2\n",
            "",
            ["第 2 行 C 列 RT001 superior：名单里没有编号为“a3”的人", "第 3 行 C 列 RT004"],
        ),
        ("person\na\n", "", ["第 1 行 RO007：缺少“单位”"]),
        ("干部\na\n", "", ["第 1 行 RO005：找不到列名"]),
        ("person,unit\na1,x\n", "rater,subject\na1,a9\n", ["conflicts.csv 第 2 行 B 列 RT001 subject"]),
        ("person,unit\na1,x\n", "rater,subjct\na1,a9\n", ["conflicts.csv 第 1 行 RO009"]),
        ("person,unit,is_rated\na1,x,maybe\n", "", ["第 2 行 C 列 RT005 is_rated"]),
        ("person,unit\n", "", ["RO004"]),
    ],
)
def test_bad_tables_are_told_with_the_place(
    roster: str, conflicts: str, sentences: list[str], commands: Commands
) -> None:
    arguments = ["allocate", commands.file("roster.csv", roster), "--reviewers", "1"]
    if conflicts:
        arguments += ["--conflicts", commands.file("conflicts.csv", conflicts)]
    told = commands(*arguments)
    assert refused(told, 2).endswith(f"有 {len(sentences)} 处错误，请逐条改正后再试：")
    for sentence, line in zip(sentences, told.err.splitlines()[1:], strict=True):
        assert sentence in line


def test_a_wrong_use_is_told(commands: Commands, roster: Path) -> None:
    assert "没有" not in refused(commands("allocate", roster), 2)
    assert "--reviewers" in refused(commands("allocate", roster, "--reviewers", "0"), 2)
    assert "找不到表格文件" in refused(commands("allocate", "nowhere.csv", "--reviewers", "2"), 2)
    plain = commands.file("plain.csv", "person,unit\na,x\nb,x\n")
    told = commands("allocate", plain, "--reviewers", "1", "--no-superiors")
    assert refused(told, 2)
    assert "上级" in told.err.splitlines()[1]


def test_long_work_is_told_at_a_terminal_and_ends_at_once_with_ctrl_c(tmp_path: Path) -> None:
    rows = [f"p{unit}-{at},u{unit}" for unit in range(400) for at in range(120)]
    (tmp_path / "r.csv").write_text("person,unit\n" + "\n".join(rows), "utf-8")
    outer, inner = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "cadre_tui", "allocate", "r.csv", "--reviewers", "8"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": ":".join(filter(None, sys.path)), "CADRE_LANG": "zh"},
        stdout=subprocess.PIPE,
        stderr=inner,
    )
    shown, until = "", monotonic() + 60
    while "/48000" not in shown and monotonic() < until:
        shown += os.read(outer, 4096).decode()
    assert "已分配" in shown
    process.send_signal(signal.SIGINT)
    out, _nothing = process.communicate(timeout=20)
    assert (process.returncode, out) == (130, b"")
    sleep(0.1)
    rest = os.read(outer, 65536).decode()
    os.close(outer)
    os.close(inner)
    assert rest.rstrip().endswith("\r\x1b[K")
    assert "Traceback" not in shown + rest


def test_progress_is_for_people_only(commands: Commands, roster: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    assert commands("allocate", roster, "--reviewers", "2", "--seed", "1").err == ""


def test_it_needs_no_screen_no_plugin_and_no_store(roster: Path) -> None:
    script = (
        "import sys; from cadre_tui.cli.main import run\n"
        f"assert run(['allocate', {str(roster)!r}, '--reviewers', '2', '--json']) == 0\n"
        "heavy = {'textual', 'rich', 'pluggy', 'tinydb', 'openpyxl', 'argon2', 'networkx'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
