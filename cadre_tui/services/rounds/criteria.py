"""The texts of a round's criteria, and the codes of the options that they are answered with."""

from collections.abc import Iterator, Mapping

from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.rounds.round import Round
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


def option_codes(checklist: Checklist) -> Iterator[str]:
    """The codes of all options of a checklist's scales and choices."""
    for scale in checklist.scale:
        yield from (each.code for each in scale.option)
    for criterion in checklist.criteria():
        yield from (each.code for each in getattr(criterion, "option", ()))
