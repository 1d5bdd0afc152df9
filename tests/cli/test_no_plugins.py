"""``--no-plugins`` leaves out everything but what is built in, or what is named; before every command and the app."""

import json
from pathlib import Path

import pytest

from cadre_tui.cli.invocation import left_out
from cadre_tui.cli.main import run

ROOT = Path(__file__).parents[2]
QINGHE = ROOT / "plugins" / "qinghe"


@pytest.mark.parametrize(
    ("said", "everything", "names"),
    [
        (None, False, set()),
        ("", False, set()),
        ("0", False, set()),
        ("False", False, set()),
        ("1", True, set()),
        ("yes", True, set()),
        ("*", True, set()),
        ("a", False, {"a"}),
        ("a, b，c、 d,", False, {"a", "b", "c", "d"}),
    ],
)
def test_what_is_said_is_everything_or_names(said: str | None, everything: bool, names: set[str]) -> None:
    assert left_out(said) == (everything, names)


def ids(capsys, *arguments: str) -> set[str]:
    assert run([*arguments, "plugin", "list", "--json"]) == 0
    return {each["id"] for each in json.loads(capsys.readouterr().out)["checklists"]}


def test_bare_it_leaves_all_but_the_built_in_and_with_names_only_these(tmp_path: Path, capsys, monkeypatch) -> None:
    (tmp_path / "checklists").mkdir()
    (tmp_path / "checklists" / "a.toml").write_bytes((QINGHE / "qinghe.agency.toml").read_bytes())
    data = ("--data", str(tmp_path))
    everything = ids(capsys, *data)
    assert {"core.mutual", "qinghe.agency", "hequan.village"} <= everything
    assert ids(capsys, *data, "--no-plugins") == {"core.learning", "core.mutual"}
    assert everything - ids(capsys, *data, "--no-plugins=qinghe.agency") == {"qinghe.agency"}
    assert everything - ids(capsys, *data, "--no-plugins=hequan-village,nobody") == {"hequan.village"}
    monkeypatch.setenv("CADRE_NO_PLUGINS", "1")
    assert ids(capsys, *data) == {"core.learning", "core.mutual"}
    assert ids(capsys, *data, "--no-plugins=core.mutual") == everything - {"core.mutual"}


def test_a_value_for_a_command_is_not_taken_for_its_names(capsys) -> None:
    assert run(["--no-plugins", "plugin", "info", "core.mutual"]) == 0
    assert "core.mutual" in capsys.readouterr().out
