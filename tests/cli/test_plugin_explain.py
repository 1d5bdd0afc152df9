"""``cadre plugin explain``: each field with its base or overlay, file and line."""

import json
from pathlib import Path

import pytest

from cadre_tui.cli.main import run

QINGHE = Path(__file__).parents[2] / "plugins" / "qinghe"
OVERLAY = (QINGHE / "qinghe.core.toml").read_text("utf-8").splitlines()
TRANSLATED = """schema = 1
id = "county.hours"
version = "1"
[overlay]
base = "qinghe.core|2026.1"
[[translate]]
lang = "en"
criterion = "plan.unit"
option = "none"
text = "None whatever"
"""


@pytest.fixture(autouse=True)
def empty_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CADRE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CADRE_LANG", "zh")


def test_each_field_is_told_with_the_line_on_which_it_was_written(capsys) -> None:
    assert run(["plugin", "explain", "qinghe.core", "--json", "--checklists", str(QINGHE)]) == 0
    answer = json.loads(capsys.readouterr().out)
    fields = {each["field"]: each for each in answer["fields"]}
    points = fields["work.problems › points"]
    assert (points["value"], points["from"], points["name"]) == (10, "overlay", "qinghe.core|2026.1")
    assert OVERLAY[points["line"] - 1] == "points = 10"
    assert "第三条" in points["reason"]
    text = fields["work.problems › text"]
    assert (text["from"], text["name"]) == ("base", "core.learning|2026.1")
    assert "带着问题学" in Path(text["file"]).read_text("utf-8").splitlines()[text["line"] - 1]
    assert fields["section › work › points"]["from"] == "overlay"  # summed anew
    assert fields["total"]["from"] == "base"
    (gone,) = answer["excluded"]
    assert gone["criterion"] == "group.records"
    assert OVERLAY[gone["line"] - 1] == "[[exclude]]"


def test_only_what_was_changed_can_be_asked_for(capsys) -> None:
    assert run(["plugin", "explain", "qinghe.core", "--changed", "--checklists", str(QINGHE)]) == 0
    told = capsys.readouterr().out
    assert "qinghe.dialect › points" in told
    assert "（已去掉）" in told
    assert "plan.unit" not in told
    assert run(["--lang", "en", "plugin", "explain", "core.learning", "--changed"]) == 0
    assert "No overlay has changed anything" in capsys.readouterr().out


def test_a_translation_in_an_overlay_on_an_overlay_is_traced_to_its_own_hand(tmp_path: Path, capsys) -> None:
    (tmp_path / "hours.toml").write_text(TRANSLATED, "utf-8")
    folders = ["--checklists", str(QINGHE), "--checklists", str(tmp_path)]
    assert run(["plugin", "explain", "county.hours", "--json", *folders]) == 0
    fields = {each["field"]: each for each in json.loads(capsys.readouterr().out)["fields"]}
    names = {each["name"] for each in fields.values()}
    assert names == {"county.hours|1", "qinghe.core|2026.1", "core.learning|2026.1"}
    english = fields["plan.unit › option › none › text › en"]
    assert (english["name"], english["line"]) == ("county.hours|1", 10)
    assert fields["plan.unit › option › none › text › zh"]["name"] == "core.learning|2026.1"
    assert fields["work.problems › points"]["name"] == "qinghe.core|2026.1"


def test_what_is_not_known_is_refused() -> None:
    assert run(["plugin", "explain", "core.nothing"]) == 2
