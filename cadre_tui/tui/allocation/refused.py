"""A refusal with its first causes, for a line that has room for a few. Pure."""

from collections.abc import Iterable

from cadre_tui.locale import _
from cadre_tui.model.fault import Fault
from cadre_tui.model.people import Person
from cadre_tui.model.refusal import CadreError
from cadre_tui.words import faults, refusals
from cadre_tui.words.raters import with_names

MOST = 3
"""So many causes are told."""


def sentences(error: CadreError, people: Iterable[Person] = ()) -> str:
    """What was refused, and why: each cause with the unit that it is about; ``people`` are called by their names."""
    names = {each.id: each.name for each in people}
    causes = [_cause(with_names(each, names)) for each in error.faults[:MOST] if isinstance(each, Fault)]
    if len(error.faults) > MOST:
        causes.append(_("……共 {count} 处").format(count=len(error.faults)))
    return "\n".join((refusals.sentence(error), *causes))


def _cause(fault: Fault) -> str:
    if fault.place.file:
        return faults.sentence(fault)
    told = faults.explanation(fault.model_copy(update={"path": ""}))
    return _("{place}：{what}").format(place=fault.path, what=told) if fault.path else told
