"""Whether a ballot is valid by what the round froze: every line marked, the best grade for no more than a share."""

from collections.abc import Sequence
from decimal import Decimal

from cadre_tui.model.ballots.form import BallotForm
from cadre_tui.model.ballots.told import Checked
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round import Round
from cadre_tui.scoring import validity
from cadre_tui.scoring.sheet import Scorer
from cadre_tui.services.ballots.forms import checklists_on_ballot
from cadre_tui.services.county import County


def look_over(county: County, held: Round, form: BallotForm, marks: str) -> Checked:
    """What is still blank, and who has the best grade where more have it than may."""
    most = validity.most_best(form.best, len(form.subjects))
    scorers = [Scorer(each) for each in checklists_on_ballot(county, held)]
    best = [subject for at, subject in enumerate(form.subjects) if _best(held, scorers, form, marks, at)]
    return Checked(form.blanks(marks), tuple(best), most)


def _best(held: Round, scorers: Sequence[Scorer], form: BallotForm, marks: str, at: int) -> bool:
    rules = held.rules
    weights = {use.checklist.split("|")[0]: use.weight for use in rules.use if use.by is Purpose.PEER}
    rated = []
    for scorer in scorers:
        answers = form.answers(marks, at, scorer.checklist.name)
        if answers:
            rated.append(validity.Rated(scorer, answers, weights.get(scorer.checklist.id, Decimal(0))))
    return validity.best(rated, rules.grade[0] if rules.grade else None, rules.rounding.places)
