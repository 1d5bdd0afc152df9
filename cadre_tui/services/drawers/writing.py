"""How responses are stored: over what is stored of them, so that what this version does not know stays."""

from collections.abc import Mapping
from typing import Any, Final

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawer import Change
from cadre_tui.model.answers.response import Response

BUT_ANSWERS: Final = {*Response.model_fields} - {"answers"}


def written(
    change: Change, read: Mapping[str, Response], known: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    """The responses that change as they are stored, by name; fields that this version does not know stay in them.

    ``known`` is what is stored by now, ``read`` what that was read as. Where the change began with that, all but what
    is other stays as it is, and what is other in all is written once.
    """
    others = _others(change)
    found = {name: {**known.get(name, {}), **others} for name in change.of}
    anew = [name for name, response in change.of.items() if not change.other or read.get(name) is not response]
    for name in anew:
        found[name] |= _fields(change.after[name], BUT_ANSWERS)
    for name in change.of if "answers" in change.other else anew:
        found[name]["answers"] = _answers(known.get(name, {}).get("answers", {}), change.after[name].answers)
    return found


def _others(change: Change) -> dict[str, Any]:
    """What becomes other in all but the answers."""
    a_response = next(iter(change.of.values()))
    return _fields(a_response.but(change.other), BUT_ANSWERS & change.other.keys())


def _fields(response: Response, fields: set[str]) -> dict[str, Any]:
    return response.model_dump(mode="json", include=fields)


def _answers(known: Mapping[str, Any], answers: Mapping[str, Answer]) -> dict[str, Any]:
    """The answers, and in each what this version does not know of it."""
    return {
        criterion: {
            **{key: value for key, value in known.get(criterion, {}).items() if key not in Answer.model_fields},
            **answer.model_dump(mode="json", exclude_defaults=True),
        }
        for criterion, answer in answers.items()
    }
