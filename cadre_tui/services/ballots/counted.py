"""The ballots of opened boxes, as results read them: answers about one person by one checklist."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.ballots.box import Box
from cadre_tui.model.ballots.form import BallotForm
from cadre_tui.model.ballots.remarks import unpacked
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.rounds.round import Round
from cadre_tui.services.ballot_boxes import boxes_of, must_be_opened, protocol_of
from cadre_tui.services.ballots.forms import form_of
from cadre_tui.services.county import County


class Counted(NamedTuple):
    """What one ballot says of somebody. ``ballot`` is chance and leads to nobody."""

    ballot: str
    group: str
    valid: bool
    answers: dict[str, Answer]


class CountedBallots:
    """All boxes of a round, read once.

    Raises:
        NotRight: two tellers have not opened them yet.
    """

    def __init__(self, county: County, held: Round) -> None:
        must_be_opened(county, held)
        self._boxes: tuple[tuple[Box, BallotForm], ...] = tuple(
            (box, form_of(county, held, box)) for box in boxes_of(county, held)
        )
        slips = protocol_of(county, held.id).slips
        self.asked = sum(slips[box.group].drawn if box.group in slips else box.printed for box, _form in self._boxes)
        """How many slips were drawn; where nobody counted them, printed."""
        self._place = lru_cache(None)(self._place_of)

    def about(self, subject: str, checklist: Checklist) -> Iterator[Counted]:
        """What every ballot says of a person by a checklist, group by group."""
        for at, (box, form) in enumerate(self._boxes):
            place = self._place(at, subject)
            if place is None:
                continue
            for ballot in box.ballots:
                answers = form.answers(ballot.marks, place, checklist.name) if ballot.valid else {}
                if checklist.name == next(iter(form.checklists())):
                    answers = _with_remark(answers, unpacked(ballot.remarks).get(place, ""))
                yield Counted(ballot.key, box.group, bool(ballot.valid), answers)

    def _place_of(self, at: int, subject: str) -> int | None:
        ids = [each.id for each in self._boxes[at][1].subjects]
        return ids.index(subject) if subject in ids else None


def _with_remark(answers: dict[str, Answer], remark: str) -> dict[str, Answer]:
    """What was written about somebody stands at the first thing that is asked, as a colleague's reason does."""
    if not remark or not answers:
        return answers
    first = next(iter(answers))
    return {**answers, first: answers[first].model_copy(update={"reason": remark})}
