"""A form that is open in two places: what was written in both is kept, the words of both. Pure."""

from collections.abc import Mapping
from typing import Any, TypeVar

from cadre_tui.model.answers.answer import Answer

BESIDE = ("reason", "evidence")
"""What stands beside a value; all other fields make up the value."""

NOTHING = Answer()

Held = TypeVar("Held")

Changes = Mapping[str, Answer | None]


def together(stored: Mapping[str, Answer], mine: Changes, seen: Changes) -> dict[str, Answer | None]:
    """My changes, with what somebody else has changed in ``stored`` since I saw it.

    ``seen`` is what stood in my form for each when I last saved or opened it.
    """
    return {each: both(stored.get(each), answer, seen.get(each)) for each, answer in mine.items()}


def both(stored: Answer | None, mine: Answer | None, seen: Answer | None) -> Answer | None:
    """Whatever only one of the two changed is as they changed it; texts that both changed follow one another.

    Of values that both changed, mine comes later and stands.
    """
    if stored == seen:
        return mine
    theirs, ours, before = stored or NOTHING, mine or NOTHING, seen or NOTHING
    value = _value(theirs if _value(ours) == _value(before) else ours)
    if theirs.text and ours.text and theirs.text != before.text != ours.text:
        value["text"] = _joined(theirs.text, ours.text, before.text or "")
    reason = _joined(theirs.reason, ours.reason, before.reason)
    evidence = _either(theirs.evidence, ours.evidence, before.evidence)
    if evidence is None:
        evidence = tuple(dict.fromkeys((*theirs.evidence, *ours.evidence)))
    found = Answer(**value, reason=reason, evidence=evidence)
    return None if found == NOTHING else found


def _value(answer: Answer) -> dict[str, Any]:
    return {name: getattr(answer, name) for name in Answer.model_fields if name not in BESIDE}


def _joined(theirs: str, ours: str, before: str) -> str:
    one = _either(theirs, ours, before)
    if one is not None:
        return one
    if before and theirs.endswith(f"\n{before}"):  # mine stands there already, as it was a moment ago
        return theirs.removesuffix(before) + ours
    if not ours or ours in theirs:
        return theirs
    return ours if theirs in ours else f"{theirs}\n{ours}"


def _either(theirs: Held, ours: Held, before: Held) -> Held | None:
    """What stands where no more than one of the two has changed it; None where both have."""
    if ours == before:
        return theirs
    return ours if theirs in (before, ours) else None
