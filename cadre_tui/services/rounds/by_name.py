"""What needs to know who a rater is, and so is refused in an anonymous round."""

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.rounds.round import Round
from cadre_tui.services.permission.table import WRITING


def must_not_be_anonymous(held: Round, code: str = "ballots-stay-whole") -> None:
    """Refuse what looks at single votes, or treats one person otherwise than all, where votes are ballots.

    Raises:
        BadInput: it is an anonymous round; ``code`` says why not.
    """
    if held.rules.anonymous:
        raise BadInput(code, round=held.id)


def extendable(held: Round) -> frozenset[Purpose]:
    """For what one person may be given more time, as the round stands: for nothing in an anonymous one."""
    return frozenset() if held.rules.anonymous or held.phase not in WRITING else frozenset(held.rules.purposes)


def returnable(held: Round) -> frozenset[Purpose]:
    """Of what one person's responses may be given back, as the round stands: never of ballots."""
    if held.phase not in WRITING:
        return frozenset()
    return frozenset(held.rules.purposes) - (frozenset({Purpose.PEER}) if held.rules.anonymous else frozenset())
