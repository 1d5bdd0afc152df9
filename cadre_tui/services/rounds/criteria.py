"""The texts of a round's criteria, by the ids of their checklist and their own."""

from collections.abc import Mapping

from cadre_tui.model.round import Round
from cadre_tui.model.text import Text
from cadre_tui.services.county import County
from cadre_tui.services.rounds.assignments import used_checklists


def criterion_texts(county: County, held: Round) -> Mapping[tuple[str, str], Text]:
    """Each criterion that the round asks about."""
    return {
        (checklist.id, criterion.id): criterion.text
        for _purpose, checklist in used_checklists(county, held)
        for criterion in checklist.criteria()
    }
