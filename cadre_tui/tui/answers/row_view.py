"""What one row of a form shows, gathered before it is drawn. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cadre_tui.locale import _, pgettext
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Choices, Drawing, NumberLines
from cadre_tui.model.answers.response import Known
from cadre_tui.model.answers.score_sheet import CriterionScore
from cadre_tui.model.checklists.checklist import Criterion


@dataclass(frozen=True)
class RowView:
    """All that a row shows. ``wrong`` are sentences by cell, ``errata`` those that stand beside its texts.

    ``cell`` is the one being typed in; not ``touched``, the first key replaces what stands there. ``known`` is the
    number that was proposed, with its source. ``former_score``: of lines, too many to show.
    """

    number: int
    criterion: Criterion
    drawing: Drawing
    language: str
    answer: Answer | None = None
    former: Answer | None = None
    score: CriterionScore | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)
    owed: tuple[str, ...] = ()
    errata: tuple[str, ...] = ()
    former_score: CriterionScore | None = None
    active: bool = False
    cell: str | None = None
    touched: bool = False
    known: Known | None = None


def position_of(answer: Answer, drawing: Choices) -> int:
    """The position (from 1) of the option that gives this answer, 0 where none does."""
    value = answer.model_copy(update={"reason": "", "evidence": ()})
    return next((at for at, option in enumerate(drawing.options, 1) if option.answer == value), 0)


def reason_label(drawing: Drawing) -> str:
    """What offices call the reason: where points are taken away it says why."""
    return _("扣分原因") if isinstance(drawing, NumberLines) and drawing.deducts else pgettext("form", "理由")
