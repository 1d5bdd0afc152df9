"""Watching over a vote by ballot: how far it is, closing the boxes, opening them with two tellers, the receipts."""

from typing import Final

from cadre_tui.model.ballots.box import Box
from cadre_tui.model.ballots.told import (
    BallotProtocol,
    BallotStatus,
    BoxCount,
    GroupStatus,
    Opened,
    Shut,
)
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.round import FILLING, Phase, Round
from cadre_tui.services import audit
from cadre_tui.services.ballot_boxes import boxes_of, change_box, change_protocol, must_be_even, protocol_of
from cadre_tui.services.ballots.printing import anonymous_round
from cadre_tui.services.ballots.tellers import TwoTellers, must_be_two
from cadre_tui.services.county import County
from cadre_tui.services.people.identity import who_is
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session

STEP: Final = 5
"""Counts are told in steps of so many: a look before and after one voter shows nothing."""


def status(session: Session, round_id: str) -> BallotStatus:
    """How far the vote is, for organisers, supervisors and the round's tellers.

    Raises:
        BadInput: the round does not vote by ballot.
    """
    held = anonymous_round(session.county, round_id)
    if session.person in held.rules.tellers:
        permit(session, Act.TELL_BALLOTS, of=session.person)
    else:
        permit(session, Act.SEE_PROGRESS, unit=next(iter(session.units), ""))
    return _status(session.county, held)


def close(session: Session, round_id: str) -> BallotStatus:
    """Close the boxes: codes that were not used are void from now on, and what was left unfinished is destroyed.

    Raises:
        BadInput: no slips were printed, or they are closed already.
    """
    permit(session, Act.RUN_ROUNDS)
    county = session.county
    held = anonymous_round(county, round_id)
    if held.phase not in FILLING | {Phase.MODERATION}:
        raise BadInput("ballots-not-now")
    boxes = tuple(boxes_of(county, held))
    if not boxes:
        raise BadInput("ballots-not-printed", round=held.id)
    if protocol_of(county, held.id).closed is not None:
        raise BadInput("ballots-closed-already", round=held.id)
    audit.note(session, "ballots-closed", round=held.id)
    for box in boxes:
        change_box(county, held.id, box.group, Box.shut)
    shut = Shut(by=session.person, at=county.now())
    change_protocol(county, held.id, lambda found: found.model_copy(update={"closed": found.closed or shut}))
    return _status(county, held)


def open_boxes(both: TwoTellers, round_id: str) -> Opened:
    """Two tellers open the boxes: what is in them is counted and noted, before any figure can be worked out.

    Which codes there were, and which were used, is destroyed with it.

    Raises:
        NotPermitted: as ``tellers.together``.
        BadInput: the round still goes on, the boxes are not closed, or they are open already.
        StoreFailure: a box holds other than one ballot and one receipt for each used code.
    """
    county = both.county
    held = anonymous_round(county, round_id)
    must_be_two(both, held)
    if held.phase is not Phase.MODERATION:
        raise BadInput("ballots-open-after-round", round=held.id)
    protocol = protocol_of(county, held.id)
    if protocol.closed is None:
        raise BadInput("ballots-not-closed", round=held.id)
    if protocol.opened is not None:
        raise BadInput("ballots-opened-already", round=held.id)
    boxes = tuple(boxes_of(county, held))
    for box in boxes:
        must_be_even(box)
    counts = tuple(_count(held, protocol, box) for box in boxes)
    entry = audit.note(
        both.first,
        "ballots-opened",
        round=held.id,
        second=both.second.person,
        handed_in=sum(each.handed_in for each in counts),
        valid=sum(each.valid for each in counts),
        counts=[each.model_dump(mode="json") for each in counts],
    )
    for box in boxes:
        change_box(county, held.id, box.group, Box.unlocked)
    opened = Opened(counts=counts, hash=entry.hash, by=both.first.person, second=both.second.person, at=county.now())
    change_protocol(county, held.id, lambda found: found.model_copy(update={"opened": opened}))
    return opened


def receipts(county: County, round_id: str) -> tuple[str, ...]:
    """The list of all receipts, of all groups together, in the order of their numbers: anybody may read it.

    Raises:
        BadInput: the boxes are not closed yet.
    """
    held = anonymous_round(county, round_id)
    if protocol_of(county, held.id).closed is None:
        raise BadInput("receipts-after-closing", round=held.id)
    return tuple(sorted(receipt for box in boxes_of(county, held) for receipt in box.receipts))


def in_list(county: County, round_id: str, receipt: str) -> bool:
    """Whether a receipt is in the list, however its groups were written.

    Raises:
        BadInput: as ``receipts``.
    """
    typed = "".join(each for each in receipt.upper() if each.isalnum())
    return typed in receipts(county, round_id)


def listed_in(county: County, receipt: str) -> Round | None:
    """The round in whose list a receipt is; None where it is in none that has been published.

    Raises:
        BadInput: no list has been published yet.
    """
    closed = [
        each
        for each in life.every(county)
        if each.rules.anonymous and protocol_of(county, each.id).closed is not None
    ]
    if not closed:
        raise BadInput("receipts-none-yet")
    return next((each for each in closed if in_list(county, each.id, receipt)), None)


def _status(county: County, held: Round) -> BallotStatus:
    protocol = protocol_of(county, held.id)
    boxes = {each.group: each for each in boxes_of(county, held)}
    people = (who_is(county, each) or Person(id=each, name=each, unit="", level="") for each in held.rules.tellers)
    return BallotStatus(
        round=held.id,
        title=held.rules.title,
        mock=held.rules.mock,
        phase=held.phase,
        tellers=tuple(people),
        groups=tuple(
            GroupStatus(
                group.id,
                group.title,
                boxes[group.id].printed if group.id in boxes else 0,
                _told(boxes.get(group.id), protocol),
                protocol.slips.get(group.id),
            )
            for group in held.rules.group
        ),
        printed=len(boxes) == len(held.rules.group),
        closed=protocol.closed is not None,
        opened=protocol.opened,
    )


def _told(box: Box | None, protocol: BallotProtocol) -> int:
    if box is None:
        return 0
    return box.used if protocol.opened is not None else box.used // STEP * STEP


def _count(held: Round, protocol: BallotProtocol, box: Box) -> BoxCount:
    slips = protocol.slips.get(box.group)
    return BoxCount(
        group=box.group,
        title=next(each.title for each in held.rules.group if each.id == box.group),
        printed=box.printed,
        drawn=slips.drawn if slips else None,
        returned=slips.returned if slips else None,
        voided=slips.voided if slips else None,
        handed_in=box.used,
        valid=box.valid,
    )
