"""Whether a ballot is valid by what the round froze: every line marked, the best grade for no more than a share."""

from decimal import Decimal

from cadre_tui.model.ballots.form import BallotForm
from cadre_tui.model.ballots.told import Checked
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.rounds.round import Round
from cadre_tui.scoring import validity
from cadre_tui.services.ballots.forms import checklists_on_ballot
from cadre_tui.services.county import County


def look_over(county: County, held: Round, form: BallotForm, marks: str) -> Checked:
    """What is still blank, and who has the best grade where more have it than may."""
    most = validity.most_best(form.best, len(form.subjects))
    checklists = checklists_on_ballot(county, held)
    best = [subject for at, subject in enumerate(form.subjects) if _best(held, checklists, form, marks, at)]
    return Checked(form.blanks(marks), tuple(best), most)


def _best(held: Round, checklists: tuple[Checklist, ...], form: BallotForm, marks: str, at: int) -> bool:
    rules = held.rules
    weights = {use.checklist.split("|")[0]: use.weight for use in rules.use if use.by is Purpose.PEER}
    rated = []
    for checklist in checklists:
        answers = form.answers(marks, at, checklist.name)
        if answers:
            rated.append(validity.Rated(checklist, answers, weights.get(checklist.id, Decimal(0))))
    return validity.best(rated, rules.grade[0] if rules.grade else None, rules.rounding.places)
