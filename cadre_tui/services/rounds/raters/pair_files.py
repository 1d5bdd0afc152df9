"""A list of raters, or of conflicts, from a file that an organiser names."""

from pathlib import Path

from cadre_tui.model.rounds.allocation import Pair
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.tables.raters import read_pairs


def pairs_in(session: Session, path: Path | str, *, by_hand: bool = False) -> tuple[Pair, ...]:
    """The pairs (rater, subject) of a table; everybody must be on the roster. ``by_hand``: a list of who rates whom.

    Raises:
        BadInput: the file cannot be used; every faulty cell is told.
    """
    permit(session, Act.ALLOCATE)
    known = {each.id for each in session.county.roster().people}
    return tuple(each.pair for each in read_pairs(path, known=known, by_hand=by_hand))
