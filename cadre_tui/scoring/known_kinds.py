"""What a checklist needs of plugins before it can be scored."""

from cadre_tui.kinds.registry import kinds
from cadre_tui.model.checklist import Checklist
from cadre_tui.model.fault import BadInput


def need_kinds(checklist: Checklist) -> None:
    """Every kind of the checklist, and its scorer, must be at hand.

    Raises:
        BadInput: naming the plugin's kind or scorer that is not.
    """
    if checklist.scorer is not None:
        raise BadInput("scorer-missing", name=checklist.scorer, checklist=checklist.name)
    lacking = sorted({criterion.kind for criterion in checklist.criteria()} - set(kinds()))
    if lacking:
        raise BadInput("kind-missing", kinds=", ".join(lacking), checklist=checklist.name)
