"""Sealed responses: what was said of colleagues in confidence before one's entry was in somebody else's hand.

Whoever issues a person another code could enter as that person. So what was saved before is read by nobody who enters
since: it stays and counts, and is answered anew as a whole or not at all. Within a sealed response nothing may be
added: which criteria are asked, and of which a reason is owed, would tell what was answered to others.
"""

from collections.abc import Callable, Iterable

from cadre_tui.model.answers.drawer import Drawer
from cadre_tui.model.answers.response import Response
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.rounds.round import Round
from cadre_tui.scoring import validity
from cadre_tui.services.filling.drafts import checklist_of
from cadre_tui.services.session import Session


def seals(held: Round, session: Session) -> Callable[[Response], bool]:
    """Tells of a response whether it is sealed for this session: another could have entered as its person since."""
    if not held.rules.confidential:
        return lambda _response: False
    person, hands, types_for_others = session.person, session.hands, session.paper_of is not None

    def sealed(response: Response) -> bool:
        if response.saved is None or response.purpose is not Purpose.PEER:
            return False
        if types_for_others and response.entered_by != person:
            return True  # read by nobody who types for others, whatever was done to their own entry
        return response.hands.get(person, 0) < hands

    return sealed


def is_sealed(response: Response | None, session: Session, held: Round) -> bool:
    """Whether one response is; where there is none, nothing is."""
    return response is not None and seals(held, session)(response)


def closed(response: Response) -> Response:
    """The response without anything that it answers."""
    kept = tuple(each.model_copy(update={"answers": {}}) for each in response.originals)
    return response.model_copy(update={"answers": {}, "originals": kept, "at": None})


def as_read(response: Response, session: Session, held: Round) -> Response:
    """The response as this session may read it: a sealed one closed, of one answered anew what was before closed."""
    return reader(held, session)(response)


def reader(held: Round, session: Session) -> Callable[[Response], Response]:
    """The same, for whoever reads many."""
    sealed = seals(held, session)
    return lambda response: closed(response) if sealed(response) else _without_sealed(response)


def as_read_of_drawer(drawer: Drawer, session: Session, held: Round) -> Drawer:
    """The drawer with every response as this session may read it."""
    return drawer.each(reader(held, session))


def _without_sealed(response: Response) -> Response:
    """The response, whose originals are closed where one of them was sealed."""
    if not response.originals or not any(each.sealed for each in response.originals):
        return response
    return response.model_copy(update={"originals": closed(response).originals})


def may_go_in(response: Response, session: Session, held: Round) -> bool:
    """Whether a sealed draft may be handed in as it stands.

    Not where the round limits the best grades: to judge that would tell how many were given it, and to try again
    with other answers whom. Whether one is whole tells nothing of what is in it.
    """
    checklist = checklist_of(session.county, held, response.purpose, response.checklist)
    rule = held.rules.validity
    if rule.best is not None:
        return False
    if rule.blanks is not None:
        filled = validity.fill(checklist, response.answers)
        if len(filled.blank) > validity.most(rule.blanks, filled.asked):
            return False
    return not validity.owed(checklist, response.answers, rule.blanks, response.known)


def must_be_readable(responses: Iterable[Response | None], session: Session, held: Round) -> None:
    """Refuse to write over what is sealed.

    Raises:
        BadInput: something is.
    """
    if any(is_sealed(each, session, held) for each in responses):
        raise BadInput("response-sealed")


def anew(response: Response, session: Session, held: Round) -> Response:
    """An empty draft in the place of a sealed response, which is kept.

    Raises:
        BadInput: it is not sealed.
    """
    if not is_sealed(response, session, held):
        raise BadInput("not-sealed")
    now = session.county.now()
    original = response.as_original("", session.person, now, sealed=True)
    return Response(
        checklist=response.checklist,
        digest=response.digest,
        subject=response.subject,
        purpose=response.purpose,
        saved=now,
        originals=(*response.originals, original),
        hands=session.readers,
    )
