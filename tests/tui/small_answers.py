"""Answers for the small county, always the same: golden screens must not change with the demo's phrases."""

from datetime import date
from decimal import Decimal
from random import Random

from cadre_tui.kinds import draw
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Choices, DateField, DrawnLine, NumberField, NumberLines, RatioField
from cadre_tui.model.checklists.checklist import Checklist, Criterion
from cadre_tui.scoring import missing, visible

EVIDENCE = "学习档案盒第 3 册"
REASON = "情况见记录，已列入下半年计划。"
SUMMARY = "上半年按计划学习四个专题，完成调研报告一篇，两条措施写进了工作方案。"


def answers_to(checklist: Checklist, strength: float, seed: str) -> dict[str, Answer]:
    """A complete, valid set of answers; ``strength`` from 0 to 1, the same for the same ``seed``."""
    chance = Random(f"{checklist.id} {seed}")
    answers = {each.id: _answer(each, checklist, strength, chance) for each in checklist.criteria()}
    shown = visible(checklist, answers)
    answers = {key: answer for key, answer in answers.items() if key in shown}
    for owed in missing(checklist, answers):
        beside = {"evidence": {"evidence": (EVIDENCE,)}, "reason": {"reason": REASON}}.get(owed.what, {})
        answers[owed.criterion] = answers[owed.criterion].model_copy(update=beside)
    return answers


def _answer(criterion: Criterion, checklist: Checklist, strength: float, chance: Random) -> Answer:
    quality = min(max(strength + chance.uniform(-0.2, 0.15), 0.0), 1.0)
    match draw(criterion, checklist):
        case Choices() as choices:
            return _chosen(criterion, choices, quality)
        case NumberField() as field:
            return Answer(number=field.tiers[0][0] if field.tiers else Decimal(3))
        case RatioField():
            return Answer(done=Decimal(round(40 * quality)), planned=Decimal(40))
        case NumberLines() as lines:
            return Answer(lines={line.id: _amount(line, chance.random() < quality) for line in lines.lines})
        case DateField():
            return Answer(date=date(2026, 6, 1))
        case _:
            return Answer(text=SUMMARY)


def _chosen(criterion: Criterion, choices: Choices, quality: float) -> Answer:
    scored = [option for option in choices.options if option.earns is not None]
    if criterion.veto or not scored:
        return choices.options[-1].answer
    ranked = sorted(scored, key=lambda option: option.earns or Decimal(0), reverse=True)
    return ranked[min(round((1 - quality) * 4), len(ranked) - 1)].answer


def _amount(line: DrawnLine, fine: bool) -> Decimal:
    if fine:
        return Decimal(0)
    return line.between[0] if line.between else Decimal(1)
