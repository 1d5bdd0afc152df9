"""``cadre plugin diff``: files and known checklists, overlays as what they make."""

import json
from pathlib import Path

import pytest

from cadre_tui.cli.main import run

QINGHE = Path(__file__).parents[2] / "plugins" / "qinghe"
CORE = str(QINGHE / "qinghe.core.toml")


@pytest.fixture(autouse=True)
def empty_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CADRE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CADRE_LANG", "zh")


def test_an_overlay_is_compared_with_its_base_as_what_it_makes(capsys) -> None:
    assert run(["plugin", "diff", "core.learning", CORE, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    classes = {each["field"]: each["class"] for each in answer["changes"]}
    assert answer["class"] == "meaning"
    assert classes["title"] == "wording"
    assert classes["qinghe.dialect"] == "additive"
    assert classes["work.problems › points"] == classes["group.records"] == "meaning"
    assert "plan.hours" in answer["unchanged"]
    assert "work.problems" not in answer["unchanged"]
    assert not answer["version_reused"]


def test_another_content_under_the_same_name_is_pointed_out(tmp_path: Path, capsys) -> None:
    file = QINGHE / "qinghe.agency.toml"
    other = tmp_path / "agency.toml"
    other.write_text(file.read_text("utf-8").replace("学习笔记质量", "笔记质量"), "utf-8")
    assert run(["plugin", "diff", str(file), str(other)]) == 0
    told = capsys.readouterr().out
    assert "alone.quality › text" in told
    assert "只有措辞不同" in told
    assert "换一个版本号" in told
    assert run(["--lang", "en", "plugin", "diff", str(file), str(file)]) == 0
    assert "The contents are the same." in capsys.readouterr().out


def test_a_faulty_one_is_refused_and_an_unknown_one_is_bad_input(tmp_path: Path, capsys) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text((QINGHE / "qinghe.core.toml").read_text("utf-8").replace("points = 10", "points = 11"), "utf-8")
    assert run(["plugin", "diff", "core.learning", str(bad)]) == 1
    assert "CL031" in capsys.readouterr().err
    assert run(["plugin", "diff", "core.learning", "core.nothing"]) == 2


def test_a_response_is_scored_by_the_file_of_an_overlay(tmp_path: Path, capsys) -> None:
    response = tmp_path / "response.json"
    response.write_text(json.dumps({"checklist": "qinghe.core|2026.1", "answers": {"qinghe.dialect": {"yes": True}}}))
    assert run(["score", CORE, str(response), "--json"]) == 0
    scores = {each["id"]: each["score"] for each in json.loads(capsys.readouterr().out)["criteria"]}
    assert scores["qinghe.dialect"] == 3
    assert "group.records" not in scores
