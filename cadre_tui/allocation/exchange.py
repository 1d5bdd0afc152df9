"""Exchanges: pairs laid and taken up together, so that everybody keeps their number.

Two pairs that exchange their subjects are the shortest; where rules forbid every such one, a longer chain may do.
"""

from random import Random

from cadre_tui.allocation.case import Numbered
from cadre_tui.allocation.draft import Draft

Exchange = tuple[list[Numbered], list[Numbered]]
"""The pairs to lay, and those to take up."""


def exchange(draft: Draft, pair: Numbered, chance: Random) -> Exchange | None:
    """The shortest exchange (among these, by chance) that lays ``pair``; None where no allocation near by has it.

    The subject gives up another rater, who takes another subject, who gives up another rater, until it is the pair's
    own rater who is given up, or one with fewer to rate who may have one more instead of another.
    """
    rater, subject = pair
    came: dict[int, Numbered] = {}  # of a rater: the subject who gives them up, and the rater whom that one gets
    waiting = [(rater, subject)]
    unseen = [each for each in draft.case.subjects if each != subject]
    chance.shuffle(unseen)
    while waiting:
        following: list[Numbered] = []
        for new, taken in waiting:
            given_up = [each for each in draft.raters_of[taken] if (each, taken) not in draft.fixed]
            chance.shuffle(given_up)
            for loser in given_up:
                if loser == new or loser in came:
                    continue
                came[loser] = (taken, new)
                if loser == rater or _may_shift(draft, loser, rater):
                    return _chain(came, loser, pair)
                took = [each for each in unseen if draft.case.allowed(loser, each) and not draft.has(loser, each)]
                following += ((loser, each) for each in took)
                gone = set(took)
                unseen = [each for each in unseen if each not in gone]
        waiting = following
    return None


def _may_shift(draft: Draft, loser: int, winner: int) -> bool:
    """Whether one may rate one fewer, the other one more, with nobody else concerned."""
    fewer, more = len(draft.subjects_of[loser]), len(draft.subjects_of[winner])
    if more >= fewer:
        return False
    share = draft.share
    return more < share[winner] or (more == share[winner] and fewer > share[loser])


def _chain(came: dict[int, Numbered], last: int, pair: Numbered) -> Exchange:
    laid: list[Numbered] = []
    taken_up: list[Numbered] = []
    loser = last
    while True:
        subject, new = came[loser]
        taken_up.append((loser, subject))
        laid.append((new, subject))
        if (new, subject) == pair:
            return laid, taken_up
        loser = new


def undo(draft: Draft, done: Exchange) -> None:
    """Take an exchange back."""
    laid, taken_up = done
    draft.change(taken_up, laid)
