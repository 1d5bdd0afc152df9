"""``cadre score`` and ``cadre plugin`` with a checklist that a plugin's kinds are needed for."""

import json
import sys
from pathlib import Path

import pytest

from cadre_tui.cli.main import run
from tests.examples.plugins import LINSHAN_LIST

Captured = pytest.CaptureFixture[str]
ANSWERS = {
    "study.card": {"number": 20},
    "study.visits": {"lines": {"p0": 1, "p2": 3}},
    "study.done": {"yes": True},
}


@pytest.fixture
def response(tmp_path: Path) -> str:
    file = tmp_path / "r.json"
    file.write_text(json.dumps({"checklist": "linshan.agency|2026.1", "answers": ANSWERS}), "utf-8")
    return str(file)


@pytest.mark.usefixtures("linshan_enabled")
def test_an_enabled_plugin_scores_and_its_steps_are_told(response: str, capsys: Captured) -> None:
    assert run(["score", str(LINSHAN_LIST), response, "--json"]) == 0
    sheet = json.loads(capsys.readouterr().out)
    assert (sheet["total"], sheet["grade"]) == (70, "good")
    assert [row["score"] for row in sheet["criteria"]] == [10, 20, 40]
    assert sheet["criteria"][0]["why"] == "20 个，满 8 个计 1 次：2 × 5；计 10 分"
    assert run(["--lang", "en", "score", str(LINSHAN_LIST), response]) == 0
    assert "2 places visited" in capsys.readouterr().out


@pytest.mark.usefixtures("linshan_installed")
def test_one_that_is_not_enabled_is_named(response: str, capsys: Captured) -> None:
    assert run(["score", str(LINSHAN_LIST), response]) == 2
    assert "linshan.points_card" in capsys.readouterr().err
    assert "tests.examples.linshan" not in sys.modules


@pytest.mark.usefixtures("linshan_enabled")
def test_left_out_it_is_not_run(response: str, capsys: Captured) -> None:
    assert run(["--no-plugins", "score", str(LINSHAN_LIST), response]) == 2
    assert run(["--no-plugins=linshan", "score", str(LINSHAN_LIST), response]) == 2
    assert "tests.examples.linshan" not in sys.modules


@pytest.mark.usefixtures("linshan_enabled")
def test_list_info_and_check_run_no_plugin_and_say_what_is_needed(capsys: Captured) -> None:
    folder = str(LINSHAN_LIST.parent)
    assert run(["plugin", "list", "--checklists", folder]) == 0
    assert "linshan.agency" in capsys.readouterr().out
    assert run(["plugin", "info", "linshan.agency", "--checklists", folder]) == 0
    assert "linshan.points_card、linshan.visits" in capsys.readouterr().out
    assert run(["plugin", "explain", "linshan.agency", "--checklists", folder, "--json"]) == 0
    assert run(["--no-plugins", "plugin", "info", "linshan.agency", "--checklists", folder, "--json"]) == 0
    capsys.readouterr()
    assert run(["plugin", "check", str(LINSHAN_LIST)]) == 0
    assert "CL029" in capsys.readouterr().out
    assert "tests.examples.linshan" not in sys.modules


@pytest.mark.usefixtures("linshan_enabled")
def test_another_checklist_does_not_import_it(tmp_path: Path, response: str, capsys: Captured) -> None:
    assert run(["score", "core.learning", response]) == 2  # the response is to another checklist
    assert "tests.examples.linshan" not in sys.modules


@pytest.mark.usefixtures("linshan_enabled")
def test_of_a_faulty_checklist_and_a_bad_response_the_checklist_is_told_first(
    tmp_path: Path, response: str, capsys: Captured
) -> None:
    faulty, bad = tmp_path / "a.toml", tmp_path / "bad.json"
    faulty.write_text(LINSHAN_LIST.read_text("utf-8").replace("every = 8", "every = 0"), "utf-8")
    bad.write_text("{")
    assert run(["score", str(faulty), str(bad)]) == 1
    assert "every 要大于零" in capsys.readouterr().err
    assert run(["score", str(LINSHAN_LIST), str(bad)]) == 2
