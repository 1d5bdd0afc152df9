"""How a response is stored: over what is stored of it, so that what this version does not know stays."""

from collections.abc import Mapping
from typing import Any, Final

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Change, Response

BUT_ANSWERS: Final = {*Response.model_fields} - {"answers"}


class Writing:
    """Responses that are stored together: what is other in many, such as that they go in now, is written once.

    ``known`` is what is stored by now, ``read`` what that was read as, both by name.
    """

    def __init__(self, read: Mapping[str, Response], known: Mapping[str, Mapping[str, Any]]) -> None:
        self._read = read
        self._known = known
        self._written: dict[int, dict[str, Any]] = {}

    def stored(self, name: str, change: Change) -> dict[str, Any]:
        """The response as it is stored; fields that this version does not know stay, in it and in each answer.

        Where the change began with what is stored, all but what is other stays as it is.
        """
        known = self._known.get(name, {})
        if self._read.get(name) is not change.of:
            fields = _written(change.after, BUT_ANSWERS)
        else:
            fields = self._written.get(id(change.other)) or self._write(change)
            if "answers" not in change.other:
                return {**known, **fields}
        return {**known, **fields, "answers": _answers(known.get("answers", {}), change.after.answers)}

    def _write(self, change: Change) -> dict[str, Any]:
        fields = _written(change.after, BUT_ANSWERS & change.other.keys())
        self._written[id(change.other)] = fields
        return fields


def _written(response: Response, fields: set[str]) -> dict[str, Any]:
    return response.model_dump(mode="json", include=fields)


def _answers(known: Mapping[str, Any], answers: Mapping[str, Answer]) -> dict[str, Any]:
    return {
        criterion: {
            **{key: value for key, value in known.get(criterion, {}).items() if key not in Answer.model_fields},
            **answer.model_dump(mode="json", exclude_defaults=True),
        }
        for criterion, answer in answers.items()
    }
