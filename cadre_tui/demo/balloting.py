"""An anonymous round of one unit of the made-up county, with slips that are still to be drawn."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Final

from cadre_tui.demo.rounds import GRADES, end_of_day
from cadre_tui.files.private import write_private
from cadre_tui.model.ballots.form import SIGNS, BallotForm
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import CadreError
from cadre_tui.model.rounds.round_rules import RaterGroup, RoundRules, Secrecy, Use
from cadre_tui.model.text import Text
from cadre_tui.services.ballots import printing, voting
from cadre_tui.services.county import County
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session

TELLERS: Final = ("q005", "q006")
WORD: Final = "演示"
SLIPS: Final = "ballot-slips"
"""The file in the county's folder in which the slips lie that nobody has drawn yet."""

GROUPS: Final = (
    ("a", Text({"zh": "县领导", "en": "County leaders"}), 30, 8, 6),
    ("b", Text({"zh": "班子成员", "en": "The leadership"}), 30, 8, 6),
    ("c", Text({"zh": "干部职工", "en": "Staff"}), 40, 24, 19),
)
"""By group: its id, title and weight, how many slips were printed, how many were used."""

SHARES: Final = (0.25, 0.5, 0.15, 0.02, 0.08)
"""How often each option of the checklist is marked: good, fairly good, average, poor, don't know."""


def vote_by_ballot(organiser: Session, round_id: str, unit: str, until: date, folder: Path) -> None:
    """Make the round, let most of its voters vote, and leave the other slips in ``folder``."""
    life.new(organiser, _rules(round_id, unit, until))
    life.open_round(organiser, round_id)
    printed = printing.print_slips(organiser, round_id, {group: count for group, _title, _weight, count, _ in GROUPS})
    chance, left = Random(7), list[str]()
    for slips, (_group, _title, _weight, _count, used) in zip(printed, GROUPS, strict=True):
        for code in slips.codes[:used]:
            voter = voting.enter(organiser.county, code, WORD)
            voting.hand_in(voter, _marks(voter.form, chance))
        left += slips.codes[used:]
    write_private(folder / SLIPS, ("\n".join(left) + "\n").encode())


def slip_to_draw(folder: Path, county: County) -> str:
    """A code that is still unused; empty where there is none, or the vote is over."""
    try:
        codes = (folder / SLIPS).read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return ""
    return next((code for code in codes if _unused(county, code)), "")


def _unused(county: County, code: str) -> bool:
    try:
        voting.enter(county, code, WORD)
    except CadreError:
        return False
    return True


def _rules(round_id: str, unit: str, until: date) -> RoundRules:
    return RoundRules(
        id=round_id,
        title=Text({"zh": f"{unit}干部不记名测评", "en": "Anonymous ballot about a town's cadres"}),
        use=(Use(checklist="core.mutual", by=Purpose.PEER, weight=Decimal(100)),),
        secrecy=Secrecy.ANONYMOUS,
        colleagues="ballots",
        group=tuple(
            RaterGroup(id=group, title=title, weight=Decimal(weight)) for group, title, weight, *_slips in GROUPS
        ),
        tellers=TELLERS,
        units=(unit,),
        deadlines={Purpose.PEER: end_of_day(until)},
        grade=GRADES,
    )


def _marks(form: BallotForm, chance: Random) -> str:
    """A ballot by chance, a different eye for each person; the best grade goes to nobody on the whole."""
    drawn = chance.choices(range(len(SHARES)), SHARES, k=len(form.cells))
    return "".join(
        SIGNS[option if cell.question or option else 1] for cell, option in zip(form.cells, drawn, strict=True)
    )
