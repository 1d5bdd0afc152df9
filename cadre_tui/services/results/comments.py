"""What colleagues wrote about a person, whoever it was."""

from collections.abc import Iterable, Iterator

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.results.result import Comment
from cadre_tui.model.rounds.round_rules import RoundRules
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
        reasons = tuple(_reasons(sheets.counted(Purpose.PEER)))
        if not reasons:
            continue
        place = {each.id: at for at, each in enumerate(sheets.checklist.criteria())}
        told = sorted((place[criterion], criterion, text) for criterion, text in reasons if criterion in place)
        if told:
            name = sheets.checklist.name
            yield key, tuple(Comment(checklist=name, criterion=criterion, text=text) for _at, criterion, text in told)


def _reasons(rated: Iterable[Rated]) -> Iterator[tuple[str, str]]:
    for each in rated:
        for criterion, answer in each.response.answers.items():
            if answer.reason and (text := " ".join(answer.reason.split())):
                yield criterion, text
