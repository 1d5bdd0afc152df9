"""Voting: a code opens a ballot, which can be left and resumed, and is handed in once. Nobody signs in for it.

Nothing here is noted in any log, and no refusal holds what was typed.
"""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from cadre_tui.model.ballots.box import Bit, Box, Cast, Slip
from cadre_tui.model.ballots.code import grouped, read_code
from cadre_tui.model.ballots.form import BLANK, BallotForm
from cadre_tui.model.ballots.remarks import Remarks, packed
from cadre_tui.model.ballots.told import Checked
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.rounds.round import ASKED, Round
from cadre_tui.services.ballot_boxes import boxes_of, change_box
from cadre_tui.services.ballots import sealing, validity
from cadre_tui.services.ballots.forms import form_of
from cadre_tui.services.ballots.keeping import kept, kept_length, taken_out
from cadre_tui.services.county import County
from cadre_tui.services.rounds import life

RECEIPT_BYTES: Final = 8

NOTHING: Final[Remarks] = MappingProxyType({})
"""Nobody wrote anything."""

May = Callable[[Box], object]
"""Raises where a ballot may not be put into the box as it is now."""


@dataclass(frozen=True)
class Voter:
    """Whoever has a slip in hand: no person to the program. ``resumed``: the word opened what had been left."""

    county: County = field(repr=False)
    form: BallotForm = field(repr=False)
    slip: str = field(repr=False)
    key: bytes = field(repr=False)
    marks: str = field(repr=False)
    remarks: Remarks = field(repr=False, default_factory=dict)
    resumed: bool = False


def enter(county: County, code: str, word: str) -> Voter:
    """The ballot that a code opens, with what had been left unfinished where ``word`` is the one chosen then.

    Raises:
        BadInput: the code was mistyped, the word is too short, no vote by ballot is going on, or it is used.
        NotPermitted: no slip bears the code.
    """
    typed = read_code(code)
    held, box, slip = _found(county, typed)
    if slip.used:
        raise BadInput("ballot-code-used")
    key = sealing.draft_key(typed, word, box)
    form = form_of(county, held, box)
    left = taken_out(form, sealing.unsealed(slip.draft, key))
    if left is None:
        return Voter(county, form, slip.hash, key, form.empty)
    return Voter(county, form, slip.hash, key, *left, resumed=True)


def keep(voter: Voter, marks: str, remarks: Remarks = NOTHING) -> Voter:
    """Leave the ballot unfinished: sealed, to be resumed with code and word.

    Raises:
        BadInput: the vote is over, or the code was used meanwhile.
    """
    if not voter.form.fits(marks):
        raise BadInput("ballot-marks")
    draft = sealing.sealed(kept(voter.form, marks, remarks), voter.key)

    def put(box: Box) -> Box:
        _must_take(voter.county, _round(voter), box, voter.slip)
        return box.with_draft(voter.slip, draft)

    change_box(voter.county, voter.form.round, voter.form.group, put)
    return replace(voter, marks=marks, remarks=dict(remarks))


def look_over(voter: Voter, marks: str) -> Checked:
    """What stands in the way of handing it in."""
    return validity.look_over(voter.county, _round(voter), voter.form, marks)


def hand_in(voter: Voter, marks: str, remarks: Remarks = NOTHING) -> str:
    """Put the ballot into the box, and use the code up: in one write, which destroys the draft. Answers the receipt.

    Raises:
        BadInput: a line is blank, too many have the best grade, the vote is over, or the code was used meanwhile.
    """
    form = voter.form
    if not form.fits(marks):
        raise BadInput("ballot-marks")
    checked = look_over(voter, marks)
    if checked.blank:
        raise BadInput("ballot-blank", count=len(checked.blank))
    if not checked.sound:
        who = "、".join(each.name for each in checked.best)
        raise BadInput(
            "too-many-best", who=who, count=len(checked.best), most=checked.most, subjects=len(form.subjects)
        )
    held = _round(voter)

    def may(box: Box) -> None:
        _must_take(voter.county, held, box, voter.slip)

    return put_in(voter.county, form, voter.slip, marks, may, remarks)


def put_in(
    county: County, form: BallotForm, slip: str, marks: str | None, may: May, remarks: Remarks = NOTHING
) -> str:
    """One more ballot in the box and one more code used; ``marks`` None: it is void. ``may`` refuses by raising."""
    valid: Bit = 1 if marks is not None else 0
    cast = Cast(
        key=secrets.token_hex(16),
        valid=valid,
        marks=marks if marks is not None else BLANK * len(form.cells),
        remarks=packed(remarks) if form.text else "",
    )
    receipt = secrets.token_hex(RECEIPT_BYTES).upper()

    def put(box: Box) -> Box:
        may(box)
        return box.with_ballot(slip, sealing.chance(kept_length(form)), cast, receipt)

    change_box(county, form.round, form.group, put)
    return grouped(receipt)


def slip_of(box: Box, code: str) -> Slip | None:
    """The slip in a box that bears a code."""
    return box.slip(sealing.hashed(code, box.salt, box.cost)) if box.slips else None


def _found(county: County, code: str) -> tuple[Round, Box, Slip]:
    going_on = list(_going_on(county))
    if not going_on:
        raise BadInput("ballots-not-now")
    for held, box in going_on:
        slip = slip_of(box, code)
        if slip is not None:
            return held, box, slip
    raise NotPermitted("ballot-code-unknown")


def _going_on(county: County) -> Iterator[tuple[Round, Box]]:
    """Every box into which ballots are put now, with its round."""
    for held in life.every(county):
        if held.rules.anonymous and is_open(county, held):
            yield from ((held, box) for box in boxes_of(county, held) if not box.closed)


def is_open(county: County, held: Round) -> bool:
    """Whether the round's vote is going on: in its phase, after its beginning and before its deadline."""
    if Purpose.PEER not in ASKED.get(held.phase, ()):
        return False
    now, until = county.now(), held.rules.deadlines.get(Purpose.PEER)
    return held.rules.opens.get(Purpose.PEER, now) <= now and (until is None or now <= until)


def _must_take(county: County, held: Round, box: Box, slip: str) -> None:
    if box.closed or not is_open(county, held):
        raise BadInput("ballots-over")
    found = box.slip(slip)
    if found is None or found.used:
        raise BadInput("ballot-code-used")


def _round(voter: Voter) -> Round:
    return life.find(voter.county, voter.form.round)
