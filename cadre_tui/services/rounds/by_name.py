"""What needs to know who a rater is, and so is refused in an anonymous round."""

from cadre_tui.model.fault import BadInput
from cadre_tui.model.rounds.round import Round


def must_not_be_anonymous(held: Round, code: str = "ballots-stay-whole") -> None:
    """Refuse what looks at single votes, or treats one person otherwise than all, where votes are ballots.

    Raises:
        BadInput: it is an anonymous round; ``code`` says why not.
    """
    if held.rules.anonymous:
        raise BadInput(code, round=held.id)
