"""A response, scored, in one line of a test."""

from collections.abc import Mapping
from typing import Any

from cadre_tui import scoring
from cadre_tui.model.answers.score_sheet import ScoreSheet
from cadre_tui.model.checklists.checklist import Checklist


def score(checklist: Checklist, answers: Mapping[str, Any]) -> ScoreSheet:
    """The score sheet of ``answers``, written as in a response file: ``{"plan.written": {"choice": "good"}}``.

    Raises:
        BadInput: an answer does not fit its criterion.
    """
    written = {"checklist": checklist.name, "answers": answers}
    return scoring.score(checklist, scoring.read_response(checklist, written))
