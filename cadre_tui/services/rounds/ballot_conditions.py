"""What must hold of a round's ballots: before it opens, and before it is published."""

from collections.abc import Iterator
from typing import Final

from cadre_tui.kinds import draw
from cadre_tui.model.answers.drawing import Choices
from cadre_tui.model.ballots.form import SIGNS
from cadre_tui.model.checklists.checklist import Ask, Checklist, Purpose
from cadre_tui.model.fault import CadreError
from cadre_tui.model.rounds.round import Round, Unmet
from cadre_tui.services.ballot_boxes import protocol_of
from cadre_tui.services.county import County

UNSEALED: Final = "ballots-unsealed"
"""People still vote. A round that ends by its own times ends nevertheless: it said so to all before."""


def ballots_unmet(county: County, held: Round) -> Iterator[Unmet]:
    """Checklists that cannot stand on a ballot: each line is one mark, and 不了解 is one of them."""
    for name in dict.fromkeys(use.checklist for use in held.rules.use if use.by is Purpose.PEER):
        try:
            checklist = county.catalogue.checklist(name)
        except CadreError:
            continue  # told already
        wrong = [each for each, sound in _lines(checklist) if not sound]
        if wrong:
            yield Unmet("ballot-checklist", {"checklist": checklist.title, "what": wrong})


def boxes_unsealed(county: County, held: Round) -> Iterator[Unmet]:
    """Nobody knows who has yet to vote: that the vote is over is said by sealing the boxes, and by nothing else."""
    if held.rules.anonymous and protocol_of(county, held.id).closed is None:
        yield Unmet(UNSEALED, {"round": held.id})


def boxes_unopened(county: County, held: Round) -> Iterator[Unmet]:
    """No figure is worked out before two tellers have opened the boxes."""
    if held.rules.anonymous and protocol_of(county, held.id).opened is None:
        yield Unmet("ballots-unopened", {"round": held.id})


def _lines(checklist: Checklist) -> Iterator[tuple[str, bool]]:
    """Each criterion by its id, and whether it can be marked on a ballot."""
    for each in checklist.criteria():
        drawing = draw(each, checklist)
        marked = isinstance(drawing, Choices) and len(drawing.options) <= len(SIGNS)
        unknown = isinstance(drawing, Choices) and any(option.earns is None for option in drawing.options)
        plain = each.show_when is None and each.required
        asks = {each.evidence, each.reason} & {Ask.REQUIRED, Ask.EXTREMES}
        yield each.id, marked and unknown and plain and not asks
