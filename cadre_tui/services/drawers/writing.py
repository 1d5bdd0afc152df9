"""How responses are stored: over what is stored of them, so that what this version does not know stays.

What a response does not say, because nobody has said anything else yet, is not stored.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawer import Change
from cadre_tui.model.answers.response import A_FEW_WORDS, Response
from cadre_tui.model.base import Frozen

BUT_ANSWERS: Final = {*Response.model_fields} - {"answers"}
"""The fields of a response besides its answers, each of which is stored by itself."""

A_CHOICE: Final = {"choice", "reason"}
"""What nearly every answer says, and nothing else."""


def written(
    change: Change, read: Mapping[str, Response], stored: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    """The responses that change, by name, as they are to be stored; fields that this version does not know stay.

    ``stored`` is what is stored of them by now, ``read`` the responses that were read from it. A response that the
    change took from ``read`` keeps what is stored but for what becomes other, which is written once for all of them;
    another one is written anew.
    """
    others = _others(change)
    found = {name: {**stored.get(name, {}), **others} for name in change.of}
    anew = [name for name, response in change.of.items() if not change.other or read.get(name) is not response]
    for name in anew:
        said = change.after[name].model_dump(mode="json", include=BUT_ANSWERS, exclude_defaults=True)
        found[name] = {**_beyond(Response, stored.get(name, {})), **said}
    for name in change.of if "answers" in change.other else anew:
        found[name]["answers"] = _answers(stored.get(name, {}).get("answers", {}), change.after[name].answers)
    for name in change.of if "originals" in change.other else anew:
        if name in read and "originals" in found[name]:
            found[name]["originals"] = _originals(stored[name], read[name], found[name], change.after[name])
    return found


def _others(change: Change) -> dict[str, Any]:
    """What becomes other in all of them, but the answers, as it is stored; also where it is nothing from then on."""
    a_response = next(iter(change.of.values()))
    fields = BUT_ANSWERS & change.other.keys()
    return a_response.but(change.other).model_dump(mode="json", include=fields)


def _originals(
    stored: Mapping[str, Any], read: Response, found: Mapping[str, Any], after: Response
) -> list[dict[str, Any]]:
    """What was kept before stays as it is stored, and what is kept now comes after it."""
    before = len(read.originals)
    if after.originals[:before] != read.originals:
        return list(found["originals"])
    return [*stored.get("originals", ()), *found["originals"][before:]]


def _answers(known: Mapping[str, Any], answers: Mapping[str, Answer]) -> dict[str, Any]:
    """The answers, and in each what this version does not know of it."""
    beyond = {criterion: _beyond(Answer, each) for criterion, each in known.items()}
    return {
        criterion: {**beyond[criterion], **_answer(answer)} if beyond.get(criterion) else _answer(answer)
        for criterion, answer in answers.items()
    }


def _answer(answer: Answer) -> dict[str, Any]:
    """Nearly all are a choice out of a handful, bare or with a few words: one object for all alike."""
    if answer.model_fields_set <= A_CHOICE and len(answer.reason) <= A_FEW_WORDS:
        return _chosen(answer.choice, answer.reason)
    return answer.model_dump(mode="json", exclude_defaults=True)


@lru_cache(1_000)
def _chosen(choice: str | None, reason: str) -> dict[str, Any]:
    return Answer(choice=choice, reason=reason).model_dump(mode="json", exclude_defaults=True)


def _beyond(model: type[Frozen], known: Mapping[str, Any]) -> dict[str, Any]:
    """What is stored that the model does not know."""
    return {key: value for key, value in known.items() if key not in model.model_fields}
