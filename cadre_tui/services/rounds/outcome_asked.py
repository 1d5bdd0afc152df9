"""Whether a round's grades are looked at before they are published: by its rules, or by what colleagues gave."""

from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round import SHOWN, Phase, Round
from cadre_tui.scoring.analysis.free import FEWEST_FREE, most_free
from cadre_tui.services.county import County
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.rounds.settled import has_outcome, settled_of


def asks_outcome(county: County, held: Round) -> bool:
    """Whether somebody works the outcome out before the publication; once published, whether somebody did.

    Where the rules make it so, or where an adjusted figure can exist, which might give other grades.
    """
    if has_outcome(held.rules):
        return True
    if held.phase in SHOWN:
        return bool(settled_of(county, held.id).cases)
    return held.phase is Phase.MODERATION and _adjusts(county, held)


def _adjusts(county: County, held: Round) -> bool:
    """Whether colleagues' votes move grades, and are so many that they can be adjusted."""
    if not held.rules.grade or not any(use.by is Purpose.PEER and use.weight for use in held.rules.use):
        return False
    handed_in = (
        (rater.id, each.subject)
        for rater in held.roster.people
        for each in read_drawer(county, held.id, rater.id).responses
        if each.purpose is Purpose.PEER and each.state is State.SUBMITTED
    )
    return most_free(handed_in) >= FEWEST_FREE
