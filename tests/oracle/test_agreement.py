"""The program and the second scorer give the same answer on checklists and responses of every shape.

``CADRE_ORACLE_EXAMPLES`` sets how many; the suite takes a few hundred.
"""

import json
import os

from hypothesis import HealthCheck, given, settings

from cadre_tui import checklists
from cadre_tui.cli.main import run
from tests.oracle.both import answered, expected, response_bytes
from tests.oracle.strategies import cases
from tests.oracle.toml_writer import checklist_text

EXAMPLES = int(os.environ.get("CADRE_ORACLE_EXAMPLES", "300"))
relaxed = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None)


@settings(relaxed, max_examples=EXAMPLES)
@given(cases())
def test_the_program_agrees_with_the_second_scorer(case):
    checklist, response = case
    text, written = checklist_text(checklist), response_bytes(response)
    assert answered(text, written) == expected(text, written)


@settings(relaxed, max_examples=max(20, EXAMPLES // 10))
@given(cases())
def test_the_command_line_agrees_with_the_second_scorer(tmp_path_factory, capfd, case):
    checklist, response = case
    folder = tmp_path_factory.mktemp("oracle")
    text, written = checklist_text(checklist), response_bytes(response)
    (folder / "checklist.toml").write_text(text, encoding="utf-8")
    (folder / "response.json").write_bytes(written)
    capfd.readouterr()
    assert run(["score", str(folder / "checklist.toml"), str(folder / "response.json"), "--json"]) == 0
    said = json.loads(capfd.readouterr().out)
    assert said.pop("digest") == checklists.parse(text, "checklist.toml").digest
    assert all(criterion.pop("why") for criterion in said["criteria"])
    assert said == expected(text, written)
