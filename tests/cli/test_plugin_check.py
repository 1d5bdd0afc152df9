"""``cadre plugin check --format …``: the same faults for people, for programs and for GitHub."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cadre_tui.cli.main import run
from tests.checklists.tables.workbooks import agency, written
from tests.examples import AGENCY

COMMAND = re.compile(r"::(error|warning) ([^:]*)::(.*)")


@pytest.fixture(autouse=True)
def chinese_and_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CADRE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CADRE_LANG", "zh")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A folder whose name GitHub's runner would read as signs of its own."""
    path = tmp_path / "甲,乙:50%" / "faulty.toml"
    path.parent.mkdir()
    path.write_text(AGENCY.read_text("utf-8").replace('focus = "plan"', 'focus = "plam"'), "utf-8")
    return path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    status = run(["--no-plugins", *arguments])
    return status, capsys.readouterr().out.splitlines()


def test_each_format_tells_place_code_and_the_nearest_word(faulty: Path, capsys: Any) -> None:
    line = next(at for at, each in enumerate(faulty.read_text("utf-8").split("\n"), 1) if "plam" in each)
    status, (first,) = said(capsys, "plugin", "check", str(faulty))
    assert status == 1
    assert re.fullmatch(rf"{re.escape(str(faulty))}:{line}:11: CL013 .*“plam”.*“plan”.*", first)
    status, told = said(capsys, "--lang", "en", "plugin", "check", "--format", "github", str(faulty))
    assert status == 1
    command = COMMAND.fullmatch(told[0])
    assert command is not None
    about = dict(each.split("=") for each in command[2].split(","))
    assert about.pop("file").endswith("甲%2C乙%3A50%25/faulty.toml")
    assert (command[1], about) == ("error", {"line": str(line), "col": "11", "title": "CL013"})
    assert "did you mean “plan”?" in command[3]


def test_json_is_the_same_either_way(faulty: Path, capsys: Any) -> None:
    one = said(capsys, "plugin", "check", "--json", str(faulty))
    assert said(capsys, "plugin", "check", "--format", "json", str(faulty)) == one
    assert json.loads("\n".join(one[1]))["right"] is False


def test_a_cell_and_a_warning_and_several_lines_on_github(tmp_path: Path, capsys: Any) -> None:
    sheets = agency()
    sheets["考评项"][1][7] = "评\n极"
    table = written(sheets, tmp_path / "t.xlsx")
    warned = tmp_path / "warned.toml"
    warned.write_text(AGENCY.read_text("utf-8").replace('text = "好"', 'text = { zh = "好", fr = "bon" }'), "utf-8")
    status, told = said(capsys, "plugin", "check", "--format", "github", str(table), str(warned))
    assert status == 1
    assert all(COMMAND.fullmatch(each) for each in told)
    assert any(each.startswith(f"::error file={table},title=CL02") and "考评项!H2" in each for each in told)
    assert any(each.startswith(f"::warning file={warned},line=") for each in told)


def test_what_is_right_is_silent_on_github_and_a_missing_file_is_wrong_usage(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "right.toml"
    path.write_text(re.sub(r"\{ zh = (\".*?\"), en = .*? \}", r"\1", AGENCY.read_text("utf-8")), "utf-8")
    assert said(capsys, "plugin", "check", "--format", "github", str(path)) == (0, [])
    assert said(capsys, "plugin", "check", "--format", "github", str(tmp_path / "nowhere.toml")) == (2, [])
    assert said(capsys, "plugin", "check", "--format", "xml", str(path)) == (2, [])


@pytest.mark.parametrize(("language", "word"), [("zh", "错："), ("en", "Wrong:")])
def test_a_code_is_explained_with_its_examples(language: str, word: str, capsys: Any) -> None:
    status, told = said(capsys, "--lang", language, "plugin", "explain", "cl013")
    assert status == 0
    assert told[0].startswith("CL013 ")
    assert word in told
    assert '    focus = "plam"' in told
    status, lines = said(capsys, "--lang", language, "plugin", "explain", "CL013", "--json")
    assert status == 0
    assert 'focus = "plan"' in json.loads("\n".join(lines))["right"][0]


@pytest.mark.parametrize(("code", "told"), [("RO014", "q1 | 张建国 | 城关镇 | 乡科干事"), ("rd061", "reviewers = 5")])
def test_codes_of_rosters_and_rounds_are_explained_too(code: str, told: str, capsys: Any) -> None:
    status, lines = said(capsys, "plugin", "explain", code)
    assert status == 0
    assert lines[0].startswith(f"{code.upper()} ")
    assert f"    {told}" in lines


def test_a_code_that_no_file_alone_gets_is_explained_without_examples(capsys: Any) -> None:
    status, lines = said(capsys, "plugin", "explain", "AL002")
    assert status == 0
    assert [each for each in lines if each][1:] == [
        "按规则（回避、上下级）剩下的人不够评他们。看列出的规则，放宽一条，或减少每人的评价人数。"
    ]


def test_a_code_without_a_page_is_wrong_usage(capsys: Any) -> None:
    assert run(["plugin", "explain", "CL999"]) == 2
    assert "CL" in capsys.readouterr().err


def test_what_is_wrong_says_where_to_read_more(faulty: Path, capsys: Any) -> None:
    run(["--no-plugins", "plugin", "check", str(faulty)])
    assert "cadre plugin explain CL013" in capsys.readouterr().err
