"""``cadre score`` as a person or a script meets it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cadre_tui.cli.main import run
from cadre_tui.cli.table import cell_width
from tests.examples import AGENCY, AGENCY_RESPONSE
from tests.examples.writing import HEAD, section, yes_no

Captured = pytest.CaptureFixture[str]


def run_json(capsys: Captured, *arguments: str) -> tuple[int, Any]:
    code = run(["score", *arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_json_is_as_the_page_of_commands_says(capsys: Captured) -> None:
    code, sheet = run_json(capsys, str(AGENCY), str(AGENCY_RESPONSE))
    assert code == 0
    assert list(sheet) == ["checklist", "digest", "total", "grade", "veto", "missing", "sections", "criteria"]
    assert (sheet["checklist"], sheet["total"], sheet["grade"], sheet["veto"]) == (
        "qinghe.agency|2026.1",
        86.6,
        "pass",
        None,
    )
    assert sheet["sections"][0] == {"id": "plan", "score": 50.0, "points": 60.0}
    assert [list(each) for each in sheet["criteria"]] == [["id", "score", "points", "why"]] * 6
    assert sheet["criteria"][2]["score"] is None
    assert sheet["criteria"][0]["why"] == "好 100 ÷ 100 × 20 = 20"


def test_scores_are_the_nearest_doubles_and_not_rounded(tmp_path: Path, capsys: Captured) -> None:
    file, response = tmp_path / "a.toml", tmp_path / "r.json"
    file.write_text(HEAD + section('id = "r"\nkind = "ratio"\ntext = "率"\npoints = 1'), encoding="utf-8")
    response.write_text('{"checklist": "test.list|1", "answers": {"r": {"done": 1, "planned": 3}}}')
    _, sheet = run_json(capsys, str(file), str(response))
    assert sheet["criteria"][0]["score"] == sheet["sections"][0]["score"] == 1 / 3
    assert sheet["total"] == 0.33


def test_the_table_stands_straight_and_gives_every_reason(capsys: Captured) -> None:
    assert run(["score", str(AGENCY), str(AGENCY_RESPONSE)]) == 0
    told = capsys.readouterr().out
    assert "21 × 1.5 = 31.5，封顶 30，计 30" in told
    assert "77 ÷ 90 × 100 ≈ 85.5556" in told
    assert "总分：86.6    等次：合格" in told
    rows = told.splitlines()
    start = cell_width(rows[2][: rows[2].index("怎么来的")])
    reasons = ("好 100", "21 × 1.5", "不适用", "缺调研报告 2", "县级 1", "“否”")
    for reason in reasons:
        row = next(line for line in rows if reason in line)
        assert cell_width(row[: row.index(reason)]) == start


def test_english_is_complete(capsys: Captured) -> None:
    assert run(["--lang", "en", "score", str(AGENCY), str(AGENCY_RESPONSE)]) == 0
    told = capsys.readouterr().out
    assert "Total: 86.6" in told
    assert "Is there a written study plan for the year?" in told


def test_what_is_missing_is_listed_and_still_scored(tmp_path: Path, capsys: Captured) -> None:
    response = tmp_path / "r.json"
    response.write_text('{"checklist": "qinghe.agency|2026.1", "answers": {"plan.written": {"choice": "good"}}}')
    code, sheet = run_json(capsys, str(AGENCY), str(response))
    assert (code, sheet["total"]) == (0, 20)
    assert {"criterion": "plan.written", "what": "evidence"} in sheet["missing"]
    assert {"criterion": "plan.sessions", "what": "answer"} in sheet["missing"]
    assert run(["score", str(AGENCY), str(response)]) == 0
    assert "年度个人学习计划是否建立：佐证" in capsys.readouterr().out


def test_of_a_faulty_checklist_and_a_bad_response_the_checklist_is_told(tmp_path: Path, capsys: Captured) -> None:
    file, response = tmp_path / "a.toml", tmp_path / "r.json"
    file.write_text(HEAD + section(yes_no("a", '"x"'), yes_no("a")), encoding="utf-8")
    response.write_text("nonsense")
    assert run(["score", str(file), str(response)]) == 1
    out, told = capsys.readouterr()
    assert out == ""
    assert told.splitlines()[0] == "考评表 a.toml 有 2 处错误，请逐条改正后再试："
    assert [line.split()[4] for line in told.splitlines()[1:]] == ["CL012", "CL020"]


def test_a_bad_response_is_told_whole(tmp_path: Path, capsys: Captured) -> None:
    response = tmp_path / "r.json"
    response.write_text(
        '{"checklist": "qinghe.agency|2026.1", "answers": {"x": {}, "plan.sessions": {"number": "3"}}}'
    )
    assert run(["score", str(AGENCY), str(response), "--json"]) == 2
    out, told = capsys.readouterr()
    assert out == ""
    assert "RS010 answers.x" in told
    assert "RS016 answers.plan.sessions.number" in told


@pytest.mark.parametrize(
    ("checklist", "response", "code"),
    [
        ("nowhere.toml", str(AGENCY_RESPONSE), 2),
        ("nowhere", str(AGENCY_RESPONSE), 2),
        ("table.csv", str(AGENCY_RESPONSE), 2),
        (str(AGENCY), "nowhere.json", 2),
        (str(AGENCY), ".", 2),
        (str(AGENCY), str(AGENCY), 2),
    ],
)
def test_a_file_that_is_not_there_is_told_in_a_sentence(
    checklist: str, response: str, code: int, capsys: Captured
) -> None:
    assert run(["score", checklist, response]) == code
    out, told = capsys.readouterr()
    assert out == ""
    assert told
    assert "Traceback" not in told


def test_a_checklist_of_the_catalogue_is_scored_by_its_id(tmp_path: Path, capsys: Captured) -> None:
    response = tmp_path / "r.json"
    response.write_text('{"checklist": "core.mutual|2", "answers": {}}')
    assert run(["score", "core.mutual", str(response)]) == 2
    assert "core.mutual|" in capsys.readouterr().err


def test_a_newer_format_asks_for_a_newer_program(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "a.toml"
    file.write_text("schema = 2\nwhatever = 1\n")
    assert run(["--lang", "en", "score", str(file), str(AGENCY_RESPONSE)]) == 1
    told = capsys.readouterr().err
    assert "needs a newer program" in told
    assert "whatever" not in told


def test_it_needs_no_screen_no_plugin_and_no_store() -> None:
    script = (
        "import sys; from cadre_tui.cli.main import run\n"
        f"assert run(['score', {str(AGENCY)!r}, {str(AGENCY_RESPONSE)!r}, '--json']) == 0\n"
        "heavy = {'textual', 'rich', 'pluggy', 'tinydb', 'openpyxl', 'argon2'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "rooms = ('cadre_tui.tui', 'cadre_tui.store', 'cadre_tui.plugins')\n"
        "ours = [name for name in sys.modules if name.startswith(rooms)]\n"
        "assert not ours, ours\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
