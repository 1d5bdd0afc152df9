"""What must still be there before a response can be handed in."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from cadre_tui.kinds.kind import Setting
from cadre_tui.kinds.registry import kind_of
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Known
from cadre_tui.model.answers.score_sheet import Missing
from cadre_tui.model.checklists.checklist import Ask, Checklist, Criterion
from cadre_tui.scoring.known import unexplained
from cadre_tui.scoring.visibility import visible

NOT_OWED: Final = (Ask.NONE, Ask.OPTIONAL)

NOTHING_KNOWN: Final[Mapping[str, Known]] = MappingProxyType({})


def missing(
    checklist: Checklist, answers: Mapping[str, Answer], known: Mapping[str, Known] = NOTHING_KNOWN
) -> tuple[Missing, ...]:
    """Answers, evidence and reasons that are owed, in the order of the checklist. What is hidden owes nothing.

    ``known`` are the numbers that were proposed, by criterion: another answer owes its reason.
    """
    shown = visible(checklist, answers)
    settings = ((section, Setting(checklist, section)) for section in checklist.section)
    return tuple(
        each
        for section, setting in settings
        for criterion in section.criterion
        if criterion.id in shown and not _owes_nothing(criterion, answers.get(criterion.id), known)
        for each in _owed(criterion, answers.get(criterion.id), setting, known)
    )


def _owes_nothing(criterion: Criterion, answer: Answer | None, known: Mapping[str, Known]) -> bool:
    """Whether that shows at a glance, as with nearly all: a choice with its reason, no evidence asked for."""
    if answer is None or answer.choice is None or known or criterion.evidence not in NOT_OWED:
        return False
    return criterion.reason in NOT_OWED or bool(answer.reason.strip())


def _owed(
    criterion: Criterion, answer: Answer | None, setting: Setting, known: Mapping[str, Known]
) -> Iterator[Missing]:
    """It is the answer that owes evidence and a reason: without one only the answer is missing."""
    if answer is None or not answer.given:
        if criterion.required:
            yield Missing(criterion=criterion.id, what="answer")
        return
    if answer.na:
        return
    if _asked(criterion.evidence, criterion, answer, setting) and not any(each.strip() for each in answer.evidence):
        yield Missing(criterion=criterion.id, what="evidence")
    asked = not answer.reason.strip() and _asked(criterion.reason, criterion, answer, setting)
    if asked or (known and unexplained(criterion, answer, known)):
        yield Missing(criterion=criterion.id, what="reason")


def _asked(ask: Ask, criterion: Criterion, answer: Answer, setting: Setting) -> bool:
    if ask is Ask.EXTREMES:
        return kind_of(criterion).extreme(criterion, answer, setting)
    return ask is Ask.REQUIRED
