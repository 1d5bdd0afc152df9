"""Believable answers to any checklist, drawn from what a made-up person is like."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from cadre_tui.demo.phrases import EVIDENCE, REASONS, SUMMARIES
from cadre_tui.kinds import draw
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import (
    AbsentField,
    Choices,
    DateField,
    Drawing,
    DrawnLine,
    NumberField,
    NumberLines,
    RatioField,
    TextField,
)
from cadre_tui.model.checklists.checklist import Checklist, Criterion, Focus
from cadre_tui.scoring import missing, visible

HOURS, TIMES = Decimal(45), Decimal(12)
"""What half a year plans: hours of study, and anything that is counted by the time."""


def answers_to(checklist: Checklist, strength: float, chance: Random, day: date) -> dict[str, Answer]:
    """A complete, valid set of answers by somebody who does as well as ``strength`` (0 to 1) says."""
    drawings = _drawings(checklist)
    answers = {each.id: _answer(each, drawings[each.id], strength, chance, day) for each in checklist.criteria()}
    shown = visible(checklist, answers)
    answers = {key: answer for key, answer in answers.items() if key in shown}
    return _with_what_is_owed(checklist, answers, chance)


_drawn: dict[str, dict[str, Drawing]] = {}


def _drawings(checklist: Checklist) -> dict[str, Drawing]:
    """How each criterion is drawn, worked out once a checklist."""
    if checklist.digest not in _drawn:
        _drawn[checklist.digest] = {each.id: draw(each, checklist) for each in checklist.criteria()}
    return _drawn[checklist.digest]


def _answer(criterion: Criterion, drawing: Drawing, strength: float, chance: Random, day: date) -> Answer:
    quality = min(1.0, max(0.0, chance.gauss(strength, 0.12)))
    match drawing:
        case Choices() as choices:
            return _choose(criterion, choices, quality)
        case NumberField() as field:
            return Answer(number=_number(field, quality))
        case RatioField(unit=unit):
            planned = HOURS if unit and "学时" in unit.say("zh") else TIMES
            return Answer(done=Decimal(int(planned * Decimal(quality))), planned=planned)
        case NumberLines() as lines:
            return Answer(lines={line.id: _count(line, lines.deducts, quality, chance) for line in lines.lines})
        case TextField():
            return Answer(text=chance.choice(SUMMARIES))
        case AbsentField():
            return Answer()
        case DateField():
            return Answer(date=day - timedelta(days=chance.randrange(20, 120)))


def _choose(criterion: Criterion, choices: Choices, quality: float) -> Answer:
    scored = [option for option in choices.options if option.earns is not None]
    if criterion.veto or not scored:
        return choices.options[-1].answer
    best_first = sorted(scored, key=lambda option: option.earns or Decimal(0), reverse=True)
    steps_down = round((1 - quality) * 2.2)
    return best_first[min(steps_down, len(best_first) - 1)].answer


def _number(field: NumberField, quality: float) -> Decimal:
    if field.tiers:
        reached = field.tiers[min(round((1 - quality) * 2), len(field.tiers) - 1)]
        return reached[0]
    if field.per and field.cap:
        return Decimal(int(abs(field.cap / field.per) * Decimal(quality)))
    return Decimal(round(quality * 4))


def _count(line: DrawnLine, deducts: bool, quality: float, chance: Random) -> Decimal:
    wanting = chance.random() > quality if deducts else chance.random() < quality / 2
    if not wanting:
        return Decimal(0)
    return line.between[0] if line.between else Decimal(1)


def _with_what_is_owed(checklist: Checklist, answers: Mapping[str, Answer], chance: Random) -> dict[str, Answer]:
    """The answers with the evidence and the reasons that the checklist asks for."""
    whole = dict(answers)
    for owed in missing(checklist, answers):
        criterion = checklist.criterion(owed.criterion)
        focus = (criterion.focus if criterion else None) or Focus.PLAN
        if owed.what == "evidence":
            update: dict[str, object] = {"evidence": (chance.choice(EVIDENCE[focus]),)}
        elif owed.what == "reason":
            update = {"reason": chance.choice(REASONS[focus])}
        else:
            continue
        whole[owed.criterion] = whole[owed.criterion].model_copy(update=update)
    return whole
