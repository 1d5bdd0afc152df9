"""The program and the second scorer give the same answer on checklists and responses of every shape.

``CADRE_ORACLE_EXAMPLES`` sets how many; the suite takes a few hundred.
"""

import json
import os
import tomllib
from decimal import Decimal

from hypothesis import HealthCheck, given, settings

from cadre_tui import checklists, scoring
from cadre_tui.cli.main import run
from tests.oracle.independent_scorer import nearest_double, scored
from tests.oracle.strategies import cases
from tests.oracle.toml_writer import checklist_text

EXAMPLES = int(os.environ.get("CADRE_ORACLE_EXAMPLES", "300"))
relaxed = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None)


def response_bytes(response):
    return json.dumps(response, ensure_ascii=False, default=float).encode()


def expected(text, written):
    return scored(tomllib.loads(text, parse_float=Decimal), json.loads(written, parse_float=Decimal))


def answered(text, written):
    """What the program's own functions answer, in the shape of ``cadre score --json``."""
    checklist = checklists.parse(text, "checklist.toml")
    answers = scoring.read_response(checklist, scoring.parse_response(written, "response.json"))
    sheet = scoring.score(checklist, answers)
    return {
        "checklist": sheet.checklist,
        "total": None if sheet.total is None else float(sheet.total),
        "grade": sheet.grade,
        "veto": sheet.veto,
        "missing": [{"criterion": gap.criterion, "what": gap.what} for gap in sheet.missing],
        "sections": [numbers(section) for section in sheet.sections],
        "criteria": [numbers(criterion) for criterion in sheet.criteria],
    }


def numbers(part):
    return {"id": part.id, "score": nearest_double(part.score), "points": nearest_double(part.points)}


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
