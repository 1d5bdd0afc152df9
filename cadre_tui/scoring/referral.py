"""Which cases people look at: by the share of certain options among all colleagues' votes about a person. Pure."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from cadre_tui.model.rounds.counting_rules import Referral


class Ballot(NamedTuple):
    """One answer of a colleague to one criterion: the option's code, and whether it has a score (不了解 has none)."""

    option: str
    scored: bool


def share(rule: Referral, ballots: Iterable[Ballot]) -> Fraction | None:
    """The votes with these options ÷ all that count in the denominator; None where none does."""
    counted = [each for each in ballots if each.scored or rule.of == "all"]
    if not counted:
        return None
    return Fraction(sum(each.option in rule.options for each in counted), len(counted))


def refers(rule: Referral, ballots: Iterable[Ballot]) -> bool:
    """Whether the case is referred: the share is below ``under``, or above ``over``; equal to it is neither."""
    found = share(rule, ballots)
    if found is None:
        return False
    return found < rule.under if rule.under is not None else rule.over is not None and found > rule.over
