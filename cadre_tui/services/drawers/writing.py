"""How a response is stored: over what is stored of it, so that what this version does not know stays."""

from collections.abc import Mapping
from itertools import compress
from operator import is_not
from typing import Any, Final

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Response

NAMES: Final = tuple(Response.model_fields)
BUT_ANSWERS: Final = {*NAMES} - {"answers"}


class Writing:
    """Responses that are stored together: what is the same in many, such as that they go in now, is written once."""

    def __init__(self) -> None:
        self._written: dict[tuple[object, ...], dict[str, Any]] = {}

    def over(self, known: Mapping[str, Any], response: Response, before: Response | None) -> dict[str, Any]:
        """The response as it is stored; fields that this version does not know stay, in it and in each answer.

        ``before`` is what ``known`` was read as: what is the very same in ``response`` stays as it is stored.
        """
        if before is None:
            fields = response.model_dump(mode="json", include=BUT_ANSWERS)
            return {**known, **fields, "answers": _answers({}, response.answers)}
        fields = self._fields(response, before)
        if response.answers is before.answers:
            return {**known, **fields}
        return {**known, **fields, "answers": _answers(known.get("answers", {}), response.answers)}

    def _fields(self, response: Response, before: Response) -> dict[str, Any]:
        """What is another object than it was, but for the answers."""
        now, then = response.__dict__.values(), before.__dict__.values()
        other = [*map(is_not, now, then)]
        names = tuple(compress(NAMES, other))
        values = (*names, *map(id, compress(now, other)))
        if values not in self._written:
            self._written[values] = response.model_dump(mode="json", include={*names} - {"answers"})
        return self._written[values]


def _answers(known: Mapping[str, Any], answers: Mapping[str, Answer]) -> dict[str, Any]:
    return {
        criterion: {
            **{key: value for key, value in known.get(criterion, {}).items() if key not in Answer.model_fields},
            **answer.model_dump(mode="json", exclude_defaults=True),
        }
        for criterion, answer in answers.items()
    }
