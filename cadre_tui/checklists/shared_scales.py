"""Scales of plugins, written into the checklists that name them: what is frozen needs no plugin to be read."""

from collections.abc import Iterator, Mapping
from typing import Any

from cadre_tui.checklists.draft import Draft
from cadre_tui.kinds import scales
from cadre_tui.kinds.registry import of_plugin
from cadre_tui.model.checklists.checklist import Scale
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.fault import Fault


def with_shared_scales(raw: dict[str, Any]) -> dict[str, Any]:
    """The tables with every scale that a plugin brings written out behind the checklist's own.

    Raises:
        CadreError: a plugin that brings one cannot be used.
    """
    found = [scale for name in dict.fromkeys(lacking_scales(raw)) if (scale := scales.find(name)) is not None]
    if not found:
        return raw
    return {**raw, "scale": [*raw.get("scale", ()), *map(_written, found)]}


def told_as_needed(draft: Draft) -> None:
    """Where no plugin is asked: a scale that may be a plugin's is no fault, but something to know."""
    known = [scale.id for _, scale in draft.scales()]
    draft.faults[:] = [_needed(each) if _may_be_shared(each, known) else each for each in draft.faults]


def _may_be_shared(fault: Fault, known: list[str]) -> bool:
    """A dotted name whose prefix is none of the checklist's own scales'."""
    name = str(fault.values.get("name", ""))
    prefix = name.partition(".")[0]
    return (
        fault.code == codes.UNKNOWN_SCALE
        and of_plugin(name)
        and not any(each.startswith(f"{prefix}.") for each in known)
    )


def _needed(fault: Fault) -> Fault:
    values = {"name": fault.values["name"]}
    return Fault(code=codes.PLUGIN_NEEDED, path=fault.path, values=values, warning=True)


def lacking_scales(raw: Mapping[str, Any]) -> Iterator[str]:
    """The scales that are named, are not written in the tables, and may be a plugin's."""
    own = [each.get("id") for each in _tables(raw, "scale")]  # an id may be anything that a file can say
    for section in _tables(raw, "section"):
        for criterion in _tables(section, "criterion"):
            name = criterion.get("scale")
            if isinstance(name, str) and of_plugin(name) and name not in own:
                yield name


def _tables(raw: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    written = raw.get(key)
    return [each for each in written if isinstance(each, dict)] if isinstance(written, list) else []


def _written(scale: Scale) -> dict[str, Any]:
    options = [
        {"code": each.code, "text": dict(each.text.root)} | ({} if each.score is None else {"score": each.score})
        for each in scale.option
    ]
    return {"id": scale.id, "option": options}
