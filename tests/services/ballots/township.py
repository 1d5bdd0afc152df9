"""A township that votes by ballot: sixty cadres, three groups of voters, two tellers."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from cadre_tui.model.ballots.form import SIGNS, BallotForm
from cadre_tui.model.checklists.checklist import Grade, Purpose
from cadre_tui.model.rounds.round_rules import RaterGroup, RoundRules, Secrecy, Use
from cadre_tui.services.ballots import counting, printing, tellers, voting
from cadre_tui.services.ballots.tellers import TwoTellers
from cadre_tui.services.rounds import life
from tests.services.small import PASSWORD, Small, make, rules, text

CADRES = tuple(f"c{at:02}" for at in range(1, 61))
TELLERS = ("t1", "t2")
GOOD, HALF, NIL, UNKNOWN = SIGNS[:4]
"""The options of the checklist ``t.pair``."""

PEOPLE = (
    *((each, f"干部{each}", "城关镇", "agency-staff", "") for each in CADRES),
    *((each, f"监票{each}", "纪委", "agency-staff", "") for each in TELLERS),
)

GROUPS = tuple(
    RaterGroup(id=name, title=text(title), weight=Decimal(weight))
    for name, title, weight in (("a", "县领导", 30), ("b", "班子成员", 30), ("c", "干部职工", 40))
)

WORD = "春风"


def anonymous(round_id: str = "r1", **changes: Any) -> RoundRules:
    """An anonymous round in which colleagues alone count."""
    usual: dict[str, Any] = {
        "use": (Use(checklist="t.pair", by=Purpose.PEER, weight=Decimal(1)),),
        "secrecy": Secrecy.ANONYMOUS,
        "colleagues": "ballots",
        "group": GROUPS,
        "tellers": TELLERS,
        "units": ("城关镇",),
        "min_raters": 3,
        "min_comments": 3,
        "grade": (
            Grade(code="good", text=text("良好"), min=Decimal(8)),
            Grade(code="pass", text=text("合格"), min=Decimal(0)),
        ),
    }
    return rules(round_id, **{**usual, **changes})


def township(folder: Path, people: Sequence[tuple[str, ...]] = PEOPLE) -> Small:
    """The county with that township."""
    return make(folder, tuple(people))


def opened(small: Small, counts: Mapping[str, int], **changes: Any) -> dict[str, tuple[str, ...]]:
    """An anonymous round under way, with that many slips a group; the codes by group."""
    small.opened(anonymous(**changes))
    return {each.group: each.codes for each in printing.print_slips(small.organiser, "r1", counts)}


def vote(small: Small, code: str, marks: str) -> str:
    """Whoever has that slip hands in those marks; answers the receipt."""
    return voting.hand_in(voting.enter(small.county, code, WORD), marks)


def marks_of(form: BallotForm, chance: Random) -> str:
    """A valid ballot by chance."""
    drawn = [chance.choice([HALF, NIL, UNKNOWN]) for _each in form.cells]
    return "".join(drawn)


def both(small: Small, round_id: str = "r1") -> TwoTellers:
    """The two tellers, signed in."""
    return tellers.together(small.signed_in("t1"), round_id, "t2", PASSWORD)


def opened_boxes(small: Small) -> None:
    """The round is closed, the boxes are closed and opened."""
    counting.close(small.organiser, "r1")
    life.close_round(small.organiser, "r1")
    counting.open_boxes(both(small), "r1")
