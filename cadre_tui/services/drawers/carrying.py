"""What becomes of a response when its round's checklist is amended: worked out whenever it is read.

An amendment is one write, that of the round. A response tells by its digest which checklist it answers, so nothing
has to be done to ten thousand drawers, nothing can stop half way, and whoever hands in at the same moment hands in an
answer to the former checklist. It is stored anew when its writer next saves it.
"""

from collections.abc import Iterator
from typing import Any

from cadre_tui.checklists.meaning import unchanged
from cadre_tui.model.answers.response import GIVEN_BACK, Response, State
from cadre_tui.model.rounds.round import Amendment, Round
from cadre_tui.services.county import County


def carried(county: County, held: Round, response: Response) -> Response:
    """The response to the checklist that the round pins now: answers to what means the same, nothing handed in.

    What had been handed in is kept with its checklist, and so is a draft of which an answer does not carry over.
    """
    steps = tuple(_steps(held, response.digest))
    if not steps:
        return response
    answers = dict(response.answers)
    for each in steps:
        before, now = (county.frozen_checklist(held.id, pin.digest) for pin in (each.before, each.now))
        same = unchanged(before, now)
        answers = {criterion: answer for criterion, answer in answers.items() if criterion in same}
    last = steps[-1]
    fresh: dict[str, Any] = {"checklist": last.now.name, "digest": last.now.digest, "answers": answers}
    handed_in = response.state is State.SUBMITTED
    if handed_in:
        fresh |= GIVEN_BACK
    if handed_in or len(answers) < len(response.answers):
        original = response.as_original(last.reason, last.by, last.at, amended=True)
        fresh["originals"] = (*response.originals, original)
    return response.model_copy(update=fresh)


def _steps(held: Round, digest: str) -> Iterator[Amendment]:
    """The amendments since a response of that digest was written, the oldest first."""
    for each in held.amendments:
        if each.before.digest == digest:
            yield each
            digest = each.now.digest
