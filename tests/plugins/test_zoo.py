"""With every broken plugin installed, some enabled: every command for getting out of it works, in real processes."""

import json
import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from cadre_tui.model.rounds.counting_rules import PinnedRule
from cadre_tui.model.text import Text
from cadre_tui.plugins.allowed import running
from cadre_tui.plugins.allowed.permission import PermissionFile
from cadre_tui.plugins.allowed.standing import Standing
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.scoring.brought_rules import CountedByPlugin, Unfigured
from cadre_tui.words.refusals import sentence
from tests.plugins.zoo import BROKEN, RULES, Zoo

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("plugin", "list", "--json"),
    ("plugin", "list"),
    *(("plugin", "enable", name, "--yes", "--json") for name in (*BROKEN, *RULES, "sound")),
    ("plugin", "enable", "newer", "--yes"),
    ("plugin", "enable", "double", "--yes"),
    ("plugin", "info", "exits"),
    ("plugin", "info", "double", "--json"),
    ("plugin", "info", "core.mutual"),
    ("plugin", "check", "{checklist}"),
    ("plugin", "lock"),
    ("plugin", "lock", "--check"),
    ("plugin", "disable", "misspelt"),
    ("plugin", "disable", "zoo-huge"),
    ("plugin", "disable", "circle.one"),
    ("plugin", "list", "--json"),
    ("--no-plugins", "plugin", "list", "--json"),
    ("--no-plugins=sound,zoo-circle", "plugin", "list", "--json"),
    ("--no-plugins", "score", "core.mutual", "{response}", "--json"),
    ("score", "core.mutual", "{response}", "--json"),
    ("init", "--county", "清河县", "--organiser", "zzb", "--name", "组织部"),
    ("doctor",),
    ("audit", "verify"),
)
"""What is run in one process, one after the other."""

SCRIPT = """
import contextlib, io, json, sys
from cadre_tui.cli.main import run
answers = []
for command in json.loads(sys.argv[1]):
    out, err = io.StringIO(), io.StringIO()
    sys.stdin = io.StringIO("qinghe-2026\\n")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(command)
    answers.append([code, out.getvalue(), err.getvalue()])
json.dump(answers, sys.stdout)
"""


def environment(zoo: Zoo, data: Path) -> dict[str, str]:
    root = str(Path(__file__).parents[2])
    more = {"CADRE_DATA": str(data), "CADRE_LANG": "zh", "CADRE_PLUGIN_SECONDS": "3", "PYTHONUTF8": "1"}
    return {**os.environ, **more, "PYTHONPATH": os.pathsep.join((str(zoo.site), root))}


@pytest.fixture(scope="session")
def recovery(zoo: Zoo, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[tuple[str, ...], Any], set[str]]:
    """Of each command the exit code, what it told, and what went wrong; and whose code they ran."""
    folder = tmp_path_factory.mktemp("recovery")
    response = folder / "response.json"
    response.write_text('{"checklist": "core.mutual|2026.1", "answers": {}}', "utf-8")
    checklist = Path(__file__).parents[2] / "plugins" / "qinghe" / "qinghe.agency.toml"
    zoo.imported()
    lines = [[part.format(response=response, checklist=checklist) for part in command] for command in COMMANDS]
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, json.dumps(lines)],
        env=environment(zoo, folder / "data"),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return dict(zip(COMMANDS, json.loads(done.stdout), strict=True)), zoo.imported()


REFUSED = {("plugin", "enable", "newer", "--yes"), ("plugin", "enable", "double", "--yes")}


@pytest.mark.parametrize("command", dict.fromkeys(COMMANDS), ids=" ".join)
def test_every_way_out_of_it_works(recovery, command: tuple[str, ...]) -> None:
    code, out, err = recovery[0][command]
    assert code == (1 if command in REFUSED else 0), err
    assert "Traceback" not in out + err
    assert out or command in REFUSED


def test_none_of_these_commands_ran_a_plugin(recovery) -> None:
    assert not recovery[1]


def test_each_tells_what_it_should(recovery) -> None:
    told = recovery[0]
    assert "zoo-double-a 1.0" in told["plugin", "enable", "double", "--yes"][2]
    assert "zoo-double-b 1.0" in told["plugin", "enable", "double", "--yes"][2]
    assert ">=99" in told["plugin", "enable", "newer", "--yes"][2]
    listed = json.loads(told["plugin", "list", "--json"][1])
    standing = {each["name"]: each["status"] for each in listed["plugins"]}
    assert standing["sound"] == standing["exits"] == "on"
    assert (standing["misspelt"], standing["newer"], standing["double"]) == (
        "not-enabled",
        "needs-other-program",
        "double-name",
    )
    assert standing["huge-huge"] == "disabled"
    checklists = {each["id"]: each for each in listed["checklists"]}
    assert checklists["core.mutual"]["status"] == "usable"
    assert checklists["circle.two"]["status"] == "faulty"
    bare = json.loads(told["--no-plugins", "plugin", "list", "--json"][1])
    assert {each["id"] for each in bare["checklists"]} == {"core.learning", "core.mutual"}
    assert not bare["plugins"]
    named = json.loads(told["--no-plugins=sound,zoo-circle", "plugin", "list", "--json"][1])
    standing = {each["name"]: each["status"] for each in named["plugins"]}
    assert (standing["sound"], standing["circle-one"], standing["exits"]) == ("left-out", "left-out", "on")
    assert "circle.two" not in {each["id"] for each in named["checklists"]}


def test_when_they_are_run_each_is_told_and_the_sound_one_comes(
    zoo: Zoo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(zoo.site))
    monkeypatch.setenv("CADRE_PLUGIN_SECONDS", "3")
    file = PermissionFile(tmp_path)
    for name in (*BROKEN, "sound"):
        file.enable(name, "1.0")
    catalogue = load_catalogue(permission=file)
    offers = {offer.id: offer for offer in catalogue.offers()}
    assert offers["sound.one"].problem is None
    assert offers[""].problem is not None
    assert offers[""].problem.code == "checklist-too-large"
    failed = {each.name for each in catalogue.plugins if each.status is Standing.FAILED}
    assert failed == set(BROKEN)
    told = "\n".join(map(sentence, catalogue.problems))
    reasons = ("nothing_of_that_name", "SystemExit", "没有网络", "3 秒", "cadre_checklist，", "zoo-double-a", ">=99")
    for part in reasons:
        assert part in told
    log = (tmp_path / "cadre.log").read_text("utf-8")
    assert "Traceback" in log
    assert "没有网络" in log
    again = load_catalogue(permission=file, run=False)
    assert {each.name for each in again.plugins if each.status is Standing.FAILED} == set(BROKEN)
    zoo.imported()


@pytest.mark.parametrize("name", RULES)
def test_a_rule_that_goes_wrong_gives_no_figure_and_stops_nothing(
    zoo: Zoo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.syspath_prepend(str(zoo.site))
    monkeypatch.setenv("CADRE_PLUGIN_SECONDS", "0.3")
    file = PermissionFile(tmp_path)
    file.enable(name, "1.0")
    running.start_allowed(file)
    pinned = PinnedRule(name=f"{name}.x", title=Text({"zh": "规则"}), plugin=name, version="1.0")
    with pytest.raises(Unfigured):
        CountedByPlugin(pinned, {}).figure([Fraction(1), Fraction(2)])
    assert CountedByPlugin(pinned, {"1 2": "3/2"}).figure([Fraction(1), Fraction(2)]) == Fraction(3, 2)
    zoo.imported()
    running.start_none()
