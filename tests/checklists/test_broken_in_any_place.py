"""Sound checklists of every shape, broken in up to three places: read or refused in words, never a traceback."""

import copy
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cadre_tui import checklists, scoring
from cadre_tui.model.fault import CadreError
from cadre_tui.words import faults, refusals
from tests.oracle.strategies import cases
from tests.oracle.toml_writer import checklist_text

JUNK = [
    -1, 0, 1, True, False, "", "x", "deduct", "penalty", Decimal("1.5"), Decimal("1E+30"), date(2026, 1, 1),
    [], [1], ["x"], [{}], [{"id": "x"}], {}, {"is": True}, {"criterion": "zz", "is": 1}, {"zh": "x"}, {"zh": 1},
]  # fmt: skip
KEYS = ["cap", "per", "points", "kind", "required", "zz", "fact", "veto", "show_when", "line", "min", "title"]

QUICKLY = [phase for phase in Phase if phase is not Phase.shrink]
"""These examples are too large to be made smaller in good time."""


def places(tree: Any) -> list[tuple[Any, Any]]:
    """Every place of nested tables and lists, as the holder and the key in it."""
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [place for key, value in inner for place in ((tree, key), *places(value))]


@settings(max_examples=100, deadline=None, phases=QUICKLY, suppress_health_check=list(HealthCheck))
@given(cases(), st.data())
def test_a_broken_checklist_is_read_or_refused_in_words(case: tuple[Any, Any], data: st.DataObject) -> None:
    checklist = copy.deepcopy(case[0])
    for _ in range(data.draw(st.integers(1, 3))):
        around = places(checklist)
        holder, key = around[data.draw(st.integers(0, len(around) - 1))]
        if isinstance(holder, dict) and data.draw(st.booleans()):
            del holder[key]
            key = data.draw(st.sampled_from(KEYS))
        holder[key] = copy.deepcopy(data.draw(st.sampled_from(JUNK)))
    try:
        text = checklist_text(checklist)
    except (AttributeError, KeyError, TypeError):
        return  # broken in a way that the writer of these tests cannot write down
    try:
        read = checklists.parse(text, "x.toml")
    except CadreError as error:
        assert refusals.sentence(error)
        assert all(faults.sentence(fault) for fault in error.faults)
        return
    assert checklists.thaw(read.canonical) == read
    assert [each.id for each in scoring.score(read, {}).criteria] == [each.id for each in read.criteria()]
