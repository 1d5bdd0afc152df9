"""What a checklist needs of plugins before it can be scored."""

from cadre_tui.kinds.absent import AbsentCriterion
from cadre_tui.kinds.registry import find
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import BadInput
from cadre_tui.scoring import scorers


def need_kinds(checklist: Checklist) -> None:
    """Every kind of the checklist, and its scorer, must be at hand.

    Raises:
        BadInput: naming the plugin's kind or scorer that is not.
    """
    if checklist.scorer is not None and scorers.find(checklist.scorer) is None:
        raise BadInput("scorer-missing", name=checklist.scorer, checklist=checklist.name)
    used = {(each.kind, isinstance(each, AbsentCriterion)) for each in checklist.criteria()}
    lacking = sorted({name for name, absent in used if absent or find(name) is None})
    if lacking:
        raise BadInput("kind-missing", kinds=", ".join(lacking), checklist=checklist.name)
