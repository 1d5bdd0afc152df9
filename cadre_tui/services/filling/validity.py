"""Whether a rater's set of responses is taken, by the rules of the round."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from cadre_tui.model.answers.drawer import Drawer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.filling.asked import Asked, Judged, Sheet, TooBlank
from cadre_tui.model.filling.form import Bounds
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.round import Round
from cadre_tui.scoring import validity
from cadre_tui.scoring.sheet import Scorer
from cadre_tui.services.filling.drafts import so_far
from cadre_tui.services.filling.sealed import seals
from cadre_tui.services.session import Session


def readable(held: Round, session: Session, drawer: Drawer, wanted: Sequence[Asked]) -> Sequence[Asked]:
    """Those of which nothing is sealed."""
    sealed = seals(held, session)
    return [each for each in wanted if not sealed(so_far(drawer, each))]


def sheets(drawer: Drawer, wanted: Iterable[Asked]) -> tuple[Sheet, ...]:
    """What is answered so far to each."""
    return tuple(Sheet(*each, so_far(drawer, each).answers) for each in wanted)


def bounds(held: Round, purpose: Purpose, checklist_id: str) -> Bounds:
    """The round's rules as they concern one form; about oneself there is no best grade to be shared out."""
    rules = held.rules
    weights = (use.weight for use in rules.use if use.by is purpose and use.checklist.split("|")[0] == checklist_id)
    return Bounds(
        blanks=rules.validity.blanks,
        best=None if purpose is Purpose.SELF else rules.validity.best,
        grade=rules.grade[0] if rules.grade else None,
        places=rules.rounding.places,
        weight=next(weights, Decimal(0)),
    )


def judged(held: Round, purpose: Purpose, sheets: tuple[Sheet, ...]) -> Judged:
    """What the round's rules find of a rater's set, by what is answered so far."""
    blank = (_too_blank(held.rules.validity.blanks, each) for each in sheets)
    return Judged(
        sheets=sheets,
        too_blank=next(filter(None, blank), None),
        best=_at_their_best(held, purpose, sheets),
        subjects=len({each.subject.id for each in sheets}),
    )


def must_not_be_blank(found: Judged) -> None:
    """Refuse a set with a response of which more is blank than the round lets be.

    Raises:
        BadInput: ``too-many-blank``, with how many are and how many may be.
    """
    if found.too_blank:
        who, checklist, blank, most = found.too_blank
        raise BadInput("too-many-blank", who=who, checklist=checklist, count=blank, most=most)


def must_be_spread(held: Round, found: Judged) -> None:
    """Send a set back in which more have the best grade than the round lets have it.

    Raises:
        BadInput: ``too-many-best``, with whom it concerns: those whom this rater gave it.
    """
    if not found.best or held.rules.validity.best is None:
        return
    most = validity.most_best(held.rules.validity.best, found.subjects)
    if len(found.best) > most:
        who, count = "、".join(found.best), len(found.best)
        raise BadInput("too-many-best", who=who, count=count, most=most, subjects=found.subjects)


def _too_blank(share: Decimal | None, sheet: Sheet) -> TooBlank | None:
    if share is None:
        return None
    filled = validity.fill(sheet.checklist, sheet.answers)
    most = validity.most(share, filled.asked)
    if len(filled.blank) <= most:
        return None
    return TooBlank(sheet.subject.name, sheet.checklist.title, len(filled.blank), most)


def _at_their_best(held: Round, purpose: Purpose, sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """The names of those who have the best grade, where the round says how many may; about oneself it never does."""
    if purpose is Purpose.SELF or held.rules.validity.best is None:
        return ()
    checklists = {each.checklist.name: each.checklist for each in sheets}
    scorers = {name: Scorer(each) for name, each in checklists.items()}
    weights = {name: bounds(held, purpose, each.id).weight for name, each in checklists.items()}
    rated: dict[Person, list[validity.Rated]] = {}
    for each in sheets:
        answers = validity.taken(each.checklist, each.answers, held.rules.validity.blanks)
        name = each.checklist.name
        rated.setdefault(each.subject, []).append(validity.Rated(scorers[name], answers, weights[name]))
    grade = held.rules.grade[0] if held.rules.grade else None
    places = held.rules.rounding.places
    return tuple(subject.name for subject, found in rated.items() if validity.best(found, grade, places))
