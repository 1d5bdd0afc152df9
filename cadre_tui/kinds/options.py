"""What ``rating`` and ``choice`` share: one code out of several, and which of them are the extremes."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from cadre_tui.kinds.kind import Faults
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.codes import checklists as codes


def read_choice(written: Mapping[str, Any], known: tuple[str, ...], faults: Faults) -> Mapping[str, Any]:
    """The chosen code."""
    choice = written["choice"]
    if not isinstance(choice, str):
        faults.add(codes.NOT_OF_TYPE, "choice", expected="text")
    elif choice not in known:
        faults.add(codes.NO_SUCH_OPTION, "choice", option=choice, known=known)
    else:
        return {"choice": choice}
    return {}


def extreme(scores: Mapping[str, Decimal], answer: Answer) -> bool:
    """Whether the chosen option has the highest or the lowest score; one without a score never has."""
    score = scores.get(answer.choice or "")
    return score is not None and score in {max(scores.values()), min(scores.values())}
