"""A checklist and a response, answered by the program's own functions and by the second scorer."""

import json
import tomllib
from decimal import Decimal

from cadre_tui import checklists, scoring
from tests.oracle.independent_scorer import nearest_double, scored
from tests.oracle.toml_writer import checklist_text


def response_bytes(response):
    """A response file."""
    return json.dumps(response, ensure_ascii=False, default=float).encode()


def expected(text, written):
    """What the second scorer answers."""
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
    """A section's or a criterion's score."""
    return {"id": part.id, "score": nearest_double(part.score), "points": nearest_double(part.points)}


def judged(checklist, answers):
    """The answer, which both must give alike."""
    text = checklist_text(checklist)
    written = response_bytes({"checklist": f"{checklist['id']}|{checklist['version']}", "answers": answers})
    found = answered(text, written)
    assert found == expected(text, written)
    return found


def total(made, answers):
    """The total alone."""
    return judged(made, answers)["total"]


def scores(found, part="criteria"):
    """Scores by id; ``part`` is ``criteria`` or ``sections``."""
    return {row["id"]: row["score"] for row in found[part]}


def gaps(found):
    """What is missing, as pairs."""
    return [(gap["criterion"], gap["what"]) for gap in found["missing"]]
