"""Appeals as they are read: whose they are, what they are about, who looked into them, what can be put right."""

from collections.abc import Iterable, Mapping
from typing import Any

from cadre_tui.kinds import draw
from cadre_tui.model.answers.drawing import Choices, Drawing
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.oversight.appeal import Appeal, Correction
from cadre_tui.model.oversight.voices import AppealLine, AppealPage, Correctable, Corrected
from cadre_tui.model.rounds.round import Phase, Round
from cadre_tui.model.text import Text
from cadre_tui.scoring import write_answer
from cadre_tui.services.county import County
from cadre_tui.services.oversight import appeal_records, appeals, corrections
from cadre_tui.services.people.identity import who_is
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.assignments import used_checklists
from cadre_tui.services.rounds.criteria import criterion_texts
from cadre_tui.services.rounds.hours import appeals_until
from cadre_tui.services.session import Session


def own_page(session: Session, round_id: str) -> AppealPage:
    """What one objected to oneself, and by when one may."""
    held = life.find(session.county, round_id)
    permit(session, Act.SEE_APPEALS, of=session.person, phase=held.phase)
    return _page(session.county, held, appeals.own(session, round_id))


def page(session: Session, round_id: str) -> AppealPage:
    """Everybody's appeals, those that wait first."""
    held = life.find(session.county, round_id)
    permit(session, Act.SEE_APPEALS, phase=held.phase)
    return _page(session.county, held, appeals.appeals(session, round_id))


def correctable(session: Session, round_id: str, receipt: str) -> tuple[Correctable, ...]:
    """What can be put right for an appeal: the person's own answers and the inspectors', never a colleague's.

    Where the appeal names a criterion, that one alone.

    Raises:
        BadInput: there is no such appeal.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.CORRECT, phase=held.phase)
    found = appeal_records.find(county, round_id, receipt)
    choices = []
    for purpose, checklist in used_checklists(county, held):
        if purpose not in corrections.CORRECTED or found.checklist not in ("", checklist.id):
            continue
        for rater in (found.person,) if purpose is Purpose.SELF else held.rules.inspectors:
            name = _name(county, rater)
            choices += [
                Correctable(purpose=purpose, rater=rater, name=name, checklist=checklist, criterion=each)
                for each in checklist.criteria()
                if found.names(each.id)
            ]
    return tuple(choices)


def _page(county: County, held: Round, found: Iterable[Appeal]) -> AppealPage:
    texts = criterion_texts(county, held)
    until = appeals_until(held) if held.rules.appeal_days else None
    open_ = held.phase is Phase.PUBLISHED and until is not None and county.now() <= until

    def line(each: Appeal) -> AppealLine:
        person = held.roster.person(each.person)
        unit = held.roster.unit(person.unit) if person else None
        return AppealLine(
            appeal=each,
            name=person.name if person else each.person,
            unit=unit.name if unit else "",
            about=texts.get((each.checklist, each.criterion)),
            corrected=tuple(_corrected(county, held, one) for one in each.corrections),
            handler=_name(county, each.handler) if each.handler else "",
            answerer=_name(county, each.reply.by) if each.reply else "",
        )

    return AppealPage(
        round=held.id,
        title=held.rules.title,
        mock=held.rules.mock,
        until=until,
        open=open_,
        lines=tuple(map(line, found)),
    )


def _corrected(county: County, held: Round, done: Correction) -> Corrected:
    """With the texts as the round froze them."""
    for purpose, checklist in used_checklists(county, held):
        criterion = checklist.criterion(done.criterion)
        if purpose is done.purpose and checklist.id == done.checklist and criterion is not None:
            drawing = draw(criterion, checklist)
            return Corrected(
                about=criterion.text, before=_chosen(drawing, done.before), after=_chosen(drawing, done.after)
            )
    return Corrected(about=Text({"zh": done.criterion}))


def _chosen(drawing: Drawing, written: Mapping[str, Any]) -> Text | None:
    """The text of the option that an answer in writing chooses."""
    if not isinstance(drawing, Choices):
        return None
    chosen = (each.text for each in drawing.options if write_answer(each.answer).items() <= written.items())
    return next(chosen, None)


def _name(county: County, person_id: str) -> str:
    person = who_is(county, person_id)
    return person.name if person else person_id
