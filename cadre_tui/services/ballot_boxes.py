"""A round's ballot boxes and its protocol: how they are read, and changed in one write each."""

from collections.abc import Callable, Iterator

from cadre_tui.model.ballots.box import Box
from cadre_tui.model.ballots.told import BallotProtocol
from cadre_tui.model.fault import BadInput, NotRight, StoreFailure
from cadre_tui.model.rounds.round import Round
from cadre_tui.services.county import County
from cadre_tui.services.stored import stored
from cadre_tui.store import Document, keys


def box_of(county: County, round_id: str, group: str) -> Box | None:
    """The box of one group; None where no slips have been printed for it."""
    document = county.store.read(keys.ballot_box(round_id, group))
    return stored(Box, document, "ballots") if document else None


def boxes_of(county: County, held: Round) -> Iterator[Box]:
    """The boxes of a round, in the order of its groups."""
    for group in held.rules.group:
        found = box_of(county, held.id, group.id)
        if found is not None:
            yield found


def must_be_even(box: Box) -> None:
    """Let a box go on in which every ballot has its used code and its receipt, and none stands twice.

    Raises:
        StoreFailure: it has not; somebody else than this program wrote into it.
    """
    count = len({each.key for each in box.ballots})
    codes = count if box.opened else sum(each.used for each in box.slips)
    slips = box.printed if box.opened else len({each.hash for each in box.slips})
    if not (count == len(box.ballots) == codes == len(set(box.receipts))) or slips != box.printed:
        raise StoreFailure("ballot-box-uneven", round=box.round, group=box.group)


def look_into(county: County, round_id: str, group: str) -> None:
    """Read a box and hold it against itself.

    Raises:
        StoreFailure: it is damaged, or uneven.
    """
    box = box_of(county, round_id, group)
    if box is not None:
        must_be_even(box)


def change_box(county: County, round_id: str, group: str, change: Callable[[Box], Box]) -> Box:
    """What ``change`` makes of a box: slips, ballots and receipts, in one write.

    Raises:
        BadInput: no slips have been printed for the group.
    """

    def write(found: Document | None) -> Document:
        if not found:
            raise BadInput("ballots-not-printed", round=round_id)
        return {**found, **_written(change(stored(Box, found, "ballots")))}

    return stored(Box, county.store.change(keys.ballot_box(round_id, group), write), "ballots")


def put_box(county: County, box: Box, may: Callable[[Box | None], object]) -> None:
    """Put a fresh box in the place of what is there, if ``may`` raises nothing about that."""

    def write(found: Document | None) -> Document:
        may(stored(Box, found, "ballots") if found else None)
        return _written(box)

    county.store.change(keys.ballot_box(box.round, box.group), write)


def protocol_of(county: County, round_id: str) -> BallotProtocol:
    """What was noted of the round's ballots; empty where nothing was."""
    document = county.store.read(keys.ballot_protocol(round_id))
    return stored(BallotProtocol, document, "ballot-protocols") if document else BallotProtocol()


def change_protocol(
    county: County, round_id: str, change: Callable[[BallotProtocol], BallotProtocol]
) -> BallotProtocol:
    """What ``change`` makes of the protocol, under its lock; what this version does not know stays."""

    def write(found: Document | None) -> Document:
        before = stored(BallotProtocol, found, "ballot-protocols") if found else BallotProtocol()
        return {**(found or {}), **change(before).model_dump(mode="json")}

    return stored(BallotProtocol, county.store.change(keys.ballot_protocol(round_id), write), "ballot-protocols")


def must_be_opened(county: County, held: Round) -> None:
    """Let figures be worked out only where two tellers have opened the boxes.

    Raises:
        NotRight: they have not.
    """
    if held.rules.anonymous and protocol_of(county, held.id).opened is None:
        raise NotRight("ballots-not-opened", round=held.id)


def _written(box: Box) -> Document:
    """As it is stored; of the people what a ballot shows."""
    people = [each.model_dump(mode="json", exclude_defaults=True) for each in box.subjects]
    return {**box.model_dump(mode="json"), "subjects": people}
