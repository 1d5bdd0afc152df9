"""Sound responses to any checklist.

An answer is made from how its criterion is drawn, so that a plugin's kind is answered like one of the program's own.

Made are: every option, numbers at and between the rungs and conditions, 0 and the largest, lines left out, "not
applicable", what is left blank, answers under hidden criteria, evidence and reasons that are there, empty or owed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from hypothesis import strategies as st

from cadre_tui.kinds.kind import Faults, setting_of
from cadre_tui.kinds.registry import kind_of
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Choices, DateField, Drawing, NumberField, NumberLines, RatioField
from cadre_tui.model.checklists.checklist import Checklist, Criterion
from cadre_tui.scoring import missing, write_answer
from cadre_tui.testing.amounts import BIGGEST, amounts, shares
from cadre_tui.testing.edges import Edge, at_edge, edges, rungs

FIRST_DAY: Final = date(2026, 1, 1)
TEXTS: Final = ("已学", "Done.", "[b]不是标记[/b]")
BLANK: Final = "　"
REASON: Final = "因为认真。"
PAPER: Final = "学习计划.docx"

OWED: Final[Mapping[str, Mapping[str, Any]]] = {"evidence": {"evidence": (PAPER,)}, "reason": {"reason": REASON}}
PERCENT: Final = st.integers(0, 99)
REASONS: Final = st.sampled_from(["", " ", REASON])
PAPERS: Final = st.sampled_from([(), ("",), ("", PAPER)])


@dataclass(frozen=True)
class _Asked:
    """One criterion: the strategy for the fields of an answer to it, and the edges of the conditions on it."""

    criterion: Criterion
    values: st.SearchStrategy[Mapping[str, Any]]
    sound: Callable[[Mapping[str, Any]], bool]
    edges: Sequence[Edge]


def answers(checklist: Checklist, *, complete: bool = False) -> st.SearchStrategy[dict[str, Answer]]:
    """Answers to a checklist by criterion, each sound. ``complete``: nothing is missing, they may be handed in."""
    named = edges(checklist)
    asked = [_asked(each, checklist, named.get(each.id, ()), complete) for each in checklist.criteria()]
    return _answers(checklist, asked, complete)


def responses(checklist: Checklist, *, complete: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    """The same as a response file holds them: ``{"checklist": …, "answers": {…}}``."""

    def written(given: Mapping[str, Answer]) -> dict[str, Any]:
        return {"checklist": checklist.name, "answers": {key: write_answer(answer) for key, answer in given.items()}}

    return answers(checklist, complete=complete).map(written)


def _asked(criterion: Criterion, checklist: Checklist, named: Sequence[Edge], complete: bool) -> _Asked:
    setting, own = setting_of(criterion, checklist), kind_of(criterion)

    def sound(value: Mapping[str, Any]) -> bool:
        faults = Faults()
        own.read(criterion, write_answer(Answer(**value)), setting, faults)
        return not faults.found

    values = _values(own.draw(criterion, setting), blank=not complete)
    return _Asked(criterion, values.filter(sound), sound, named)


@st.composite
def _answers(draw: st.DrawFn, checklist: Checklist, asked: Sequence[_Asked], complete: bool) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    for each in asked:
        if _chance(draw, 12) and not (complete and each.criterion.required):
            continue
        found[each.criterion.id] = _answer(draw, each)
    return _with_what_is_owed(checklist, found) if complete else found


def _answer(draw: st.DrawFn, asked: _Asked) -> Answer:
    beside: dict[str, Any] = {}
    if _chance(draw, 40):
        beside["reason"] = draw(REASONS)
    if _chance(draw, 40):
        beside["evidence"] = draw(PAPERS)
    if asked.criterion.allow_na and _chance(draw, 30):
        return Answer(na=True, **beside)
    value = draw(asked.values)
    if asked.edges and _chance(draw, 50):
        changed = at_edge(value, draw(st.sampled_from(asked.edges)))
        value = changed if asked.sound(changed) else value
    return Answer(**value, **beside)


def _chance(draw: st.DrawFn, of_hundred: int) -> bool:
    """Yes, so many times in a hundred; it shrinks to no."""
    return draw(PERCENT) >= 100 - of_hundred


def _values(drawing: Drawing, *, blank: bool) -> st.SearchStrategy[Mapping[str, Any]]:
    """The fields of an answer to what is drawn so."""
    match drawing:
        case Choices():
            return st.sampled_from([each.answer.model_dump(exclude_defaults=True) for each in drawing.options])
        case NumberField():
            return st.fixed_dictionaries({"number": _numbers(drawing)})
        case RatioField():
            done = st.fixed_dictionaries({"done": amounts(0, 30), "planned": amounts("0.0001", 30)})
            return st.one_of(st.fixed_dictionaries({"number": shares()}), done)
        case NumberLines():
            lines = {line.id: _line(line.between) for line in drawing.lines}
            return st.fixed_dictionaries({"lines": st.fixed_dictionaries({}, optional=lines)})
        case DateField():
            days = st.integers(0, 400).map(lambda number: FIRST_DAY + timedelta(days=number))
            return st.fixed_dictionaries({"date": days})
        case _:
            texts = (*TEXTS, BLANK) if blank else TEXTS
            return st.fixed_dictionaries({"text": st.sampled_from(texts)})


def _numbers(drawing: NumberField) -> st.SearchStrategy[Decimal]:
    least = -60 if drawing.minimum is None else drawing.minimum
    common = [amounts(least, 60), amounts(0, 12), st.sampled_from([Decimal(0), Decimal(BIGGEST)])]
    steps = rungs(drawing)
    return st.one_of(st.sampled_from(steps), *common) if steps else st.one_of(*common)


def _line(between: tuple[Decimal, Decimal] | None) -> st.SearchStrategy[Decimal]:
    if between is not None:
        return st.one_of(amounts(*between), st.just(Decimal(0)))
    return st.one_of(amounts(0, 12), amounts(0, 3), st.just(Decimal(BIGGEST)))


def _with_what_is_owed(checklist: Checklist, found: dict[str, Answer]) -> dict[str, Answer]:
    """The answers with the evidence and the reasons that they owe."""
    for owed in missing(checklist, found):
        found[owed.criterion] = found[owed.criterion].model_copy(update=OWED[owed.what])
    return found
