"""What was handed in before, answer by answer, in the words of the checklist that it answers."""

from collections.abc import Iterator

from cadre_tui.kinds import draw
from cadre_tui.locale import _, language
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Choices
from cadre_tui.model.checklists.checklist import Checklist, Criterion
from cadre_tui.services.filling.originals import Kept
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.words import terms
from cadre_tui.words.documents.form import answer_lines, answer_options


def heading(kept: Kept) -> str:
    """About whom, to which checklist, when it was handed in."""
    original = kept.original
    told = _("{purpose}　{subject}　{checklist}").format(
        purpose=terms.purpose(kept.purpose), subject=kept.subject.name, checklist=kept.checklist.name
    )
    at = original.submitted.astimezone(CHINA) if original.submitted else None
    return told + "　" + (_("{at} 提交").format(at=f"{at:%Y-%m-%d %H:%M}") if at else _("草稿"))


def why(kept: Kept) -> str:
    """Why it is an original now, since when."""
    at = f"{kept.original.at.astimezone(CHINA):%Y-%m-%d %H:%M}"
    if kept.original.sealed:
        return _("{at} 封存后重新填写；内容不再显示").format(at=at)
    if kept.original.amended:
        return _("{at} 考评表修订：{reason}").format(at=at, reason=kept.original.reason)
    return _("{at} 退回：{reason}").format(at=at, reason=kept.original.reason)


def answers(kept: Kept) -> Iterator[tuple[str, str]]:
    """Each criterion that was answered, and the answer."""
    said = language()
    for criterion in kept.checklist.criteria():
        answer = kept.original.answers.get(criterion.id)
        if answer is not None:
            yield criterion.text.say(said), _answer(criterion, kept.checklist, answer)


def _answer(criterion: Criterion, checklist: Checklist, answer: Answer) -> str:
    drawing = draw(criterion, checklist)
    told = [_("不适用")] if answer.na else []
    if isinstance(drawing, Choices):
        told += [text for text, chosen in answer_options(drawing, answer) if chosen]
    told += [f"{label}{_('：')}{text}" for label, text in answer_lines(criterion, drawing, answer) if text]
    return _("；").join(told)
