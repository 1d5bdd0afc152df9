"""A response as JSON -> answers, taken strictly and told whole; and answers back to JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from cadre_tui.files.bounds import OutOfBounds, within_bounds
from cadre_tui.kinds.absent import AbsentCriterion
from cadre_tui.kinds.kind import Faults, Setting
from cadre_tui.kinds.registry import kind_of
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Checklist, Criterion
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.fault import BadInput
from cadre_tui.model.nearest import Guesses
from cadre_tui.model.text import sound
from cadre_tui.model.written import exact, usable

TOP: Final = ("checklist", "digest", "answers")
BESIDE: Final = ("reason", "evidence")
VALUES: Final = ("choice", "yes", "number", "done", "planned", "lines", "text", "date", "na")


class Table(dict[str, Any]):
    """A JSON object that remembers which of its keys were written twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        counted = Counter(key for key, _ in pairs)
        self.doubled = tuple(sorted(key for key, times in counted.items() if times > 1))


def parse_response(text: bytes, file: str) -> Any:
    """The JSON in a file, its numbers exact and its doubled keys remembered.

    Raises:
        BadInput: where it is not UTF-8 or not JSON, or is deeper or larger than any response.
    """
    try:
        written = text.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("response-not-utf8", file=file) from None
    try:
        said = json.loads(written, parse_float=exact, parse_int=exact, parse_constant=exact, object_pairs_hook=Table)
        within_bounds(said)
    except json.JSONDecodeError as error:
        raise BadInput("response-not-json", file=file, line=error.lineno, column=error.colno) from None
    except (OutOfBounds, RecursionError):
        raise BadInput("response-beyond", file=file) from None
    return said


def read_response(checklist: Checklist, raw: Any, *, draft: bool = False) -> dict[str, Answer]:
    """The answers of a response in the contract's JSON. ``draft`` lets an answer be without its value.

    Raises:
        BadInput: with every fault of it; or it answers a criterion of a plugin's kind that is not at hand.
    """
    faults = Faults()
    answers: dict[str, Answer] = {}
    if not isinstance(raw, Mapping):
        faults.add(codes.NOT_AN_OBJECT)
    else:
        _doubled(raw, "", faults)
        _read_top(checklist, raw, faults)
        answers = _read_answers(checklist, raw.get("answers"), faults, draft=draft)
    if faults.found:
        raise BadInput("response-faulty", tuple(faults.found), count=len(faults.found))
    return answers


def _read_top(checklist: Checklist, raw: Mapping[str, Any], faults: Faults) -> None:
    guesses = Guesses()
    for key in raw:
        if key not in TOP:
            faults.add(codes.UNKNOWN_FIELD, str(key), name=key, known=TOP, meant=guesses.nearest(key, TOP))
    for key in ("checklist", "answers"):
        if key not in raw:
            faults.add(codes.MISSING_FIELD, key, name=key)
    if "checklist" in raw and raw["checklist"] != checklist.name:
        faults.add(codes.OTHER_CHECKLIST, "checklist", name=raw["checklist"], expected=checklist.name)
    if "digest" in raw and raw["digest"] != checklist.digest:
        faults.add(codes.OTHER_DIGEST, "digest", expected=checklist.digest)
    if "answers" in raw and not isinstance(raw["answers"], Mapping):
        faults.add(codes.NOT_OF_TYPE, "answers", expected="table")


def _read_answers(checklist: Checklist, written: Any, faults: Faults, *, draft: bool) -> dict[str, Answer]:
    if not isinstance(written, Mapping):
        return {}
    _doubled(written, "answers", faults)
    known = {
        criterion.id: (criterion, Setting(checklist, section))
        for section in checklist.section
        for criterion in section.criterion
    }
    _need_kinds(checklist, [known[each][0] for each in written if each in known])
    answers: dict[str, Answer] = {}
    guesses = Guesses()
    for criterion_id, answer in written.items():
        if criterion_id not in known:
            meant = guesses.nearest(criterion_id, known)
            faults.add(codes.NO_SUCH_CRITERION, f"answers.{criterion_id}", name=criterion_id, meant=meant)
            continue
        within = Faults()
        read = _read_answer(*known[criterion_id], answer, within, draft=draft)
        for fault in within.found:
            path = f"answers.{criterion_id}.{fault.path}".rstrip(".")
            faults.add(fault.code, path, criterion=criterion_id, **fault.values)
        if read is not None and not within.found:
            answers[criterion_id] = read
    return answers


def _need_kinds(checklist: Checklist, answered: Iterable[Criterion]) -> None:
    """Nothing is taken that cannot be judged."""
    lacking = sorted({each.kind for each in answered if isinstance(each, AbsentCriterion)})
    if lacking:
        raise BadInput("kind-missing", kinds=", ".join(lacking), checklist=checklist.name)


def _read_answer(
    criterion: Criterion, setting: Setting, written: Any, faults: Faults, *, draft: bool
) -> Answer | None:
    shapes = kind_of(criterion).shapes
    if not isinstance(written, Mapping):
        faults.add(codes.WRONG_SHAPE, expected=_keys(shapes))
        return None
    _doubled(written, "", faults)
    _doubled(written.get("lines"), "lines", faults)
    for key in written:
        if key not in VALUES and key not in BESIDE:
            faults.add(codes.UNKNOWN_FIELD, str(key), name=key, known=(*_keys(shapes), "na", *BESIDE))
    beside = _read_beside(written, faults)
    given = frozenset(written) & frozenset(VALUES)
    if given == {"na"}:
        return _not_applicable(criterion, written["na"], beside, faults)
    if given in shapes:
        fields = kind_of(criterion).read(criterion, written, setting, faults)
        return None if faults.found else Answer(**fields, **beside)
    if not given:
        if not draft:
            faults.add(codes.NO_VALUE, expected=_keys(shapes))
        return None if faults.found else Answer(**beside)
    double = "na" in given or any(shape < given for shape in shapes)
    faults.add(
        codes.DOUBLE_SHAPE if double else codes.WRONG_SHAPE, expected=_keys(shapes), given=tuple(sorted(given))
    )
    return None


def _read_beside(written: Mapping[str, Any], faults: Faults) -> dict[str, Any]:
    reason, evidence = written.get("reason", ""), written.get("evidence", [])
    if not sound(reason):
        faults.add(codes.NOT_OF_TYPE, "reason", expected="text")
    if not isinstance(evidence, list) or not all(sound(each) for each in evidence):
        faults.add(codes.NOT_OF_TYPE, "evidence", expected="list of texts")
        return {}
    return {"reason": reason, "evidence": tuple(evidence)}


def _not_applicable(criterion: Criterion, na: Any, beside: Mapping[str, Any], faults: Faults) -> Answer | None:
    if na is not True:
        faults.add(codes.NOT_OF_TYPE, "na", expected="true")
    elif not criterion.allow_na:
        faults.add(codes.NA_REFUSED, "na")
    return None if faults.found else Answer(na=True, **beside)


def _keys(shapes: tuple[frozenset[str], ...]) -> tuple[str, ...]:
    return tuple(" + ".join(sorted(shape)) for shape in shapes)


def _doubled(written: Any, path: str, faults: Faults) -> None:
    for key in getattr(written, "doubled", ()):
        faults.add(codes.DOUBLED_KEY, f"{path}.{key}".lstrip("."), name=key)


def write_answer(answer: Answer) -> dict[str, Any]:
    """The answer in the contract's JSON; a number has the digits of the nearest double."""
    written: dict[str, Any] = {}
    if answer.na:
        written["na"] = True
    for key in ("choice", "yes", "text"):
        if getattr(answer, key) is not None:
            written[key] = getattr(answer, key)
    for key in ("number", "done", "planned"):
        if getattr(answer, key) is not None:
            written[key] = _json_number(getattr(answer, key))
    if answer.lines is not None:
        written["lines"] = {line: _json_number(amount) for line, amount in answer.lines.items()}
    if answer.date is not None:
        written["date"] = answer.date.isoformat()
    if answer.reason:
        written["reason"] = answer.reason
    if answer.evidence:
        written["evidence"] = list(answer.evidence)
    return written


def _json_number(number: Decimal) -> int | float:
    if not usable(number):
        return float("nan")  # refused wherever it is read, and never turned into a number of a million digits
    return int(number) if number == number.to_integral_value() else float(number)
