"""Two tellers (监票人), whom the rules name: they count slips and enter ballots on paper, always both together."""

from collections.abc import Mapping
from typing import NamedTuple

from cadre_tui.model.ballots.box import Box
from cadre_tui.model.ballots.code import read_code
from cadre_tui.model.ballots.form import BallotForm, Cell
from cadre_tui.model.ballots.told import BallotProtocol, SlipCount
from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.rounds.round import Round
from cadre_tui.services import audit
from cadre_tui.services.ballot_boxes import box_of, boxes_of, change_protocol, protocol_of
from cadre_tui.services.ballots import validity, voting
from cadre_tui.services.ballots.forms import form_of
from cadre_tui.services.ballots.printing import anonymous_round
from cadre_tui.services.county import County
from cadre_tui.services.people.identity import find, who_is
from cadre_tui.services.people.sign_in import sign_in
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.services.two_people import in_hand


class TwoTellers(NamedTuple):
    """Both have signed in. Not to be kept longer than the act that they do together."""

    first: Session
    second: Session

    @property
    def county(self) -> County:
        """Whose tellers they are."""
        return self.first.county


def rounds_to_tell(session: Session) -> tuple[Round, ...]:
    """The rounds of which this person is a teller and whose boxes have not been opened, in the order of ``every``."""
    permit(session, Act.TELL_BALLOTS, of=session.person)
    return tuple(
        each
        for each in life.every(session.county)
        if each.rules.anonymous
        and session.person in each.rules.tellers
        and each.opened is not None
        and protocol_of(session.county, each.id).opened is None
    )


def together(session: Session, round_id: str, who: str, password: str) -> TwoTellers:
    """The one who acts and a second teller (an id, or a name that only one person has), who signs in for it here.

    Raises:
        NotPermitted: one of the two is no teller of the round, they are one person, the password is wrong, or one has
            had the other's entry in hand since the round was opened.
    """
    held = anonymous_round(session.county, round_id)
    must_be_teller(session, held)
    if find(session.county, who) == session.person:
        raise NotPermitted("tellers-one-person")
    second = sign_in(session.county, who, password)
    both = TwoTellers(session, second)
    must_be_two(both, held)
    return both


def must_be_teller(session: Session, held: Round) -> None:
    """Let go on whom the round's rules name as a teller.

    Raises:
        NotPermitted: they name others.
    """
    permit(session, Act.TELL_BALLOTS, of=session.person, phase=held.phase)
    if session.person not in held.rules.tellers:
        raise NotPermitted("not-a-teller", tellers=tellers_named(session.county, held))


def tellers_named(county: County, held: Round) -> str:
    """The names of a round's tellers."""
    found = ((each, who_is(county, each)) for each in held.rules.tellers)
    return "、".join(person.name if person else key for key, person in found)


def must_be_two(both: TwoTellers, held: Round) -> None:
    """Let go on where both are tellers and two people.

    Raises:
        NotPermitted: they are not.
    """
    for each in both:
        must_be_teller(each, held)
    first, second = both
    if first.person == second.person or first.county is not second.county:
        raise NotPermitted("tellers-one-person")
    log = tuple(audit.read(first.county))
    for one, other in ((first.person, second.person), (second.person, first.person)):
        if other in in_hand(log, one, held.opened):
            raise NotPermitted("tellers-in-hand", who=other)


def count_slips(both: TwoTellers, round_id: str, group: str, drawn: int, returned: int = 0, voided: int = 0) -> None:
    """Note what the two counted of a group's slips; a later count takes the place of an earlier one, both are logged.

    Raises:
        NotPermitted: as ``together``.
        BadInput: no slips were printed for the group, the boxes are open, or the numbers do not fit.
    """
    county = both.county
    held = anonymous_round(county, round_id)
    must_be_two(both, held)
    box = box_of(county, held.id, group)
    if box is None:
        raise BadInput("ballots-not-printed", round=held.id)
    if min(drawn, returned, voided) < 0 or drawn > box.printed or returned + voided > drawn:
        raise BadInput("slips-do-not-fit", printed=box.printed)
    counted = SlipCount(
        drawn=drawn,
        returned=returned,
        voided=voided,
        by=both.first.person,
        second=both.second.person,
        at=county.now(),
    )

    def put(found: BallotProtocol) -> BallotProtocol:
        if found.opened is not None:
            raise BadInput("ballots-opened-already", round=held.id)
        numbers = {"printed": box.printed, "drawn": drawn, "returned": returned, "voided": voided}
        audit.note(both.first, "slips-counted", round=held.id, group=group, second=both.second.person, **numbers)
        slips: Mapping[str, SlipCount] = {**found.slips, group: counted}
        return found.model_copy(update={"slips": slips})

    change_protocol(county, held.id, put)


class PaperBallot(NamedTuple):
    """A ballot on paper whose slip was read: the form to be keyed twice."""

    form: BallotForm
    slip: str


def paper_ballot(both: TwoTellers, round_id: str, code: str) -> PaperBallot:
    """The form of a paper ballot, by the code on the slip that lies with it.

    Raises:
        NotPermitted: as ``together``; no slip of this round bears the code.
        BadInput: the code was mistyped or is used, or the boxes are closed.
    """
    county = both.county
    held = anonymous_round(county, round_id)
    must_be_two(both, held)
    typed = read_code(code)
    boxes = [each for each in boxes_of(county, held) if not each.closed]
    if not boxes:
        raise BadInput("ballots-over")
    for box in boxes:
        slip = voting.slip_of(box, typed)
        if slip is not None:
            if slip.used:
                raise BadInput("ballot-code-used")
            return PaperBallot(form_of(county, held, box), slip.hash)
    raise NotPermitted("ballot-code-unknown")


def differences(form: BallotForm, first: str, second: str) -> tuple[Cell, ...]:
    """The places that two keyings mark differently."""
    return tuple(cell for cell, one, other in zip(form.cells, first, second, strict=True) if one != other)


def hand_in_paper(both: TwoTellers, paper: PaperBallot, first: str, second: str) -> bool:
    """Put a ballot that was keyed twice into the box; whether it is valid by the round's rules. A void one counts no.

    Nothing of it is logged: entries stand in an order, and would tell which ballot came when.

    Raises:
        NotPermitted: as ``together``.
        BadInput: the two keyings differ, the boxes are closed, or the code was used meanwhile.
    """
    county, form = both.county, paper.form
    held = anonymous_round(county, form.round)
    must_be_two(both, held)
    if not (form.fits(first) and form.fits(second)):
        raise BadInput("ballot-marks")
    unlike = differences(form, first, second)
    if unlike:
        raise BadInput("paper-ballot-differs", count=len(unlike))
    valid = validity.look_over(county, held, form, first).sound

    def may(box: Box) -> None:
        found = box.slip(paper.slip)
        if box.closed:
            raise BadInput("ballots-over")
        if found is None or found.used:
            raise BadInput("ballot-code-used")

    voting.put_in(county, form, paper.slip, first if valid else None, may)
    return valid
