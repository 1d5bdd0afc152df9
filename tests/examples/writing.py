"""Short checklists for tests, written as a county would write them."""

from collections.abc import Mapping
from typing import Any

from cadre_tui import checklists, scoring
from cadre_tui.model.answers.score_sheet import ScoreSheet
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import CadreError

HEAD = """
schema = 1
id = "test.list"
version = "1"
title = "考评表"
"""

SCALE = """
[[scale]]
id = "level"
option = [
  { code = "good", text = "好", score = 100 },
  { code = "fair", text = "较好", score = 80 },
  { code = "poor", text = "差", score = 40 },
  { code = "unknown", text = "不了解" },
]
"""


def section(*criteria: str, head: str = "", section_id: str = "s") -> str:
    """A section; each criterion is the inside of its table, lines and all."""
    written = "".join(f"\n[[section.criterion]]\n{criterion}\n" for criterion in criteria)
    return f'\n[[section]]\nid = "{section_id}"\ntitle = "节"\n{head}\n{written}'


def yes_no(criterion_id: str, points: str = "10", more: str = "") -> str:
    """A question with yes or no."""
    return f'id = "{criterion_id}"\nkind = "yes_no"\ntext = "问"\npoints = {points}\n{more}'


def rating(criterion_id: str, points: str = "10", more: str = "") -> str:
    """A rating on the scale ``level``."""
    return f'id = "{criterion_id}"\nkind = "rating"\nscale = "level"\ntext = "评"\npoints = {points}\n{more}'


def read(*parts: str, head: str = "") -> Checklist:
    """The checklist made of these parts."""
    return checklists.parse(HEAD + head + SCALE + "".join(parts), "test.toml")


def faults(*parts: str, head: str = "", whole: str | None = None) -> list[tuple[str, str]]:
    """Code and place of everything that is wrong, in the order of the file."""
    try:
        checklists.parse(HEAD + head + SCALE + "".join(parts) if whole is None else whole, "test.toml")
    except CadreError as error:
        return [(fault.code, fault.values["where"]) for fault in error.faults] or [(error.code, "")]
    return []


def answered(checklist: Checklist, answers: Mapping[str, Any]) -> ScoreSheet:
    """The score sheet of answers in the contract's JSON."""
    return scoring.score(
        checklist, scoring.read_response(checklist, {"checklist": checklist.name, "answers": answers})
    )


def refused(checklist: Checklist, answers: Mapping[str, Any], **top: Any) -> list[tuple[str, str]]:
    """Code and path of everything that is wrong with a response."""
    try:
        scoring.read_response(checklist, {"checklist": checklist.name, "answers": answers, **top})
    except CadreError as error:
        assert error.exit_code == 2
        return [(fault.code, fault.path) for fault in error.faults]
    return []
