"""What a checklist needs of plugins, by the names that stand in it; nothing of a plugin is looked at."""

from collections.abc import Mapping
from typing import Any

from cadre_tui.checklists.shared_scales import lacking_scales
from cadre_tui.kinds.registry import of_plugin
from cadre_tui.model.checklists.checklist import Checklist


def needed_of_plugins(checklist: Checklist) -> tuple[str, ...]:
    """Kinds, scales and the scorer, each once, in the order of the checklist."""
    scorer = (checklist.scorer,) if checklist.scorer else ()
    kinds = (each.kind for each in checklist.criteria() if of_plugin(each.kind))
    return tuple(dict.fromkeys((*scorer, *kinds, *lacking_scales(checklist.canonical))))


def needed_as_frozen(form: Mapping[str, Any]) -> tuple[str, ...]:
    """The same of a frozen copy, by what stands in it: kinds and the scorer; its scales are written out."""
    scorer = (form["scorer"],) if form.get("scorer") else ()
    criteria = (each for section in form.get("section", ()) for each in section.get("criterion", ()))
    kinds = (each["kind"] for each in criteria if of_plugin(each["kind"]))
    return tuple(dict.fromkeys((*scorer, *kinds)))
