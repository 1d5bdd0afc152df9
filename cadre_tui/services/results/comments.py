"""What colleagues wrote about a person, whoever it was."""

from collections.abc import Iterable, Iterator

from cadre_tui.model.checklist import Purpose
from cadre_tui.model.result import Comment
from cadre_tui.model.round_rules import RoundRules
from cadre_tui.scoring.disclosure import Cell
from cadre_tui.services.results.reader import Found
from cadre_tui.services.results.sheets import Rated


def comments(rules: RoundRules, found: Found) -> tuple[Comment, ...] | None:
    """The reasons that colleagues wrote, criterion by criterion, sorted by their text: that order tells nothing.

    None where some were written and none may be shown: fewer colleagues than the round says rated. Where a
    criterion's figure is withheld so is what was written to it, since a reason may be asked for some answers alone.
    """
    written = dict(_written(found))
    if not written:
        return ()
    shown = tuple(
        each
        for key, peers in found.peers.items()
        if peers.raters >= rules.least_comments and not peers.withheld
        for each in written.get(key, ())
        if Cell(each.criterion) not in peers.hidden
    )
    return shown or None


def _written(found: Found) -> Iterator[tuple[str, tuple[Comment, ...]]]:
    for key, sheets in found.sheets.items():
        rated = sheets.counted(Purpose.PEER)
        told = [
            Comment(checklist=sheets.checklist.name, criterion=criterion.id, text=text)
            for criterion in sheets.checklist.criteria()
            for text in sorted(_reasons(rated, criterion.id))
        ]
        if told:
            yield key, tuple(told)


def _reasons(rated: Iterable[Rated], criterion: str) -> Iterator[str]:
    for each in rated:
        answer = each.response.answers.get(criterion)
        if answer is not None and (text := " ".join(answer.reason.split())):
            yield text
