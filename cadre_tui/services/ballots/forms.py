"""The ballot of a rater group: made of what the round froze, so that it is the same for everybody."""

from collections.abc import Iterator

from cadre_tui import kinds
from cadre_tui.model.answers.drawing import Choices
from cadre_tui.model.ballots.box import Box
from cadre_tui.model.ballots.form import BallotForm, Question
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.round import Round
from cadre_tui.services.county import County
from cadre_tui.services.rounds.assignments import used_checklists


def form_of(county: County, held: Round, box: Box) -> BallotForm:
    """The ballot that everybody of the box's group fills in."""
    group = next(each for each in held.rules.group if each.id == box.group)
    return BallotForm(
        round=held.id,
        title=held.rules.title,
        mock=held.rules.mock,
        group=box.group,
        group_title=group.title,
        subjects=box.subjects,
        questions=tuple(_questions(checklists_on_ballot(county, held), box.subjects)),
        best=held.rules.best_on_ballot,
        text=held.rules.ballot_text,
        until=held.rules.deadlines.get(Purpose.PEER),
    )


def checklists_on_ballot(county: County, held: Round) -> tuple[Checklist, ...]:
    """The checklists that colleagues fill, as the round froze them."""
    return tuple(checklist for by, checklist in used_checklists(county, held) if by is Purpose.PEER)


def subjects_of(county: County, held: Round) -> tuple[Person, ...]:
    """Who stands on the ballots of a round: all who are rated in it and of whom something is asked."""
    asked = checklists_on_ballot(county, held)
    return tuple(
        each
        for each in county.circle(held).people
        if any(checklist.meant_for(each.level, Purpose.PEER) for checklist in asked)
    )


def _questions(checklists: tuple[Checklist, ...], subjects: tuple[Person, ...]) -> Iterator[Question]:
    for checklist in checklists:
        about = frozenset(each.id for each in subjects if checklist.meant_for(each.level, Purpose.PEER))
        for criterion in checklist.criteria():
            drawing = kinds.draw(criterion, checklist)
            if isinstance(drawing, Choices) and about:
                yield Question(
                    checklist=checklist.name,
                    criterion=criterion.id,
                    text=criterion.text,
                    guidance=criterion.guidance,
                    options=drawing.options,
                    about=about,
                )
