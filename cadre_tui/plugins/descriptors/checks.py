"""What a county asks of a whole response before it is handed in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.plugins.descriptors.saying import Words, Wrong


@dataclass(frozen=True)
class ResponseCheck:
    """A check of a whole response to the ``checklist`` of that id, which begins with the plugin's name.

    ``check`` is pure: it gets the frozen checklist and the answers by criterion, and says what is wrong. It is asked
    about self-assessments and inspections; with ``colleagues`` in named rounds also about what colleagues answer
    about each other, without who answers about whom. Of a confidential round no plugin sees that.
    """

    name: str
    title: Words
    checklist: str
    check: Callable[[Checklist, Mapping[str, Answer]], Iterable[Wrong]]
    colleagues: bool = False
