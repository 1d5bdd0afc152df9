"""Known numbers that fill in a self-assessment: proposed once, each kept with its source beside the answer."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Final

from cadre_tui.kinds.registry import kind_of
from cadre_tui.model.answer import Answer
from cadre_tui.model.checklist import Checklist
from cadre_tui.model.fault import CadreError
from cadre_tui.model.response import Known, Response
from cadre_tui.model.text import sound
from cadre_tui.model.written import usable
from cadre_tui.plugins import Fact, FactSource
from cadre_tui.plugins.allowed import running
from cadre_tui.plugins.asking.calling import call
from cadre_tui.plugins.asking.host import Origin
from cadre_tui.plugins.asking.trusting import exact
from cadre_tui.plugins.descriptors.saying import text

HOOK: Final = "cadre_facts"

PLACES: Final = 8
"""Decimal places of a known number that has no end."""

MOST_ENTRIES: Final = 50


def wanted(checklist: Checklist, response: Response) -> dict[str, str]:
    """The facts that could still be proposed, by criterion."""
    return {
        each.id: each.fact
        for each in checklist.criteria()
        if each.fact is not None and each.id not in response.known and kind_of(each).takes_fact(each)
    }


def known_about(person: str, facts: frozenset[str]) -> dict[str, Known]:
    """What is known of a person, by fact. Of two sources of one fact neither is taken; one that fails tells none."""
    found: dict[str, list[Known]] = {}
    for origin, source in running.host().every(HOOK, FactSource):
        if facts & set(source.facts):
            for fact, known in _read(origin, source, person).items():
                if fact in facts:
                    found.setdefault(fact, []).append(known)
    return {fact: same[0] for fact, same in found.items() if len(same) == 1}


def proposed(response: Response, wanted: Mapping[str, str], known: Mapping[str, Known]) -> Response:
    """The draft with what is known beside its criteria, and as the answer where there is none."""
    fresh = {criterion: known[fact] for criterion, fact in wanted.items() if fact in known}
    given = {key for key, answer in response.answers.items() if answer.given}
    answers = {key: _filled(response.answers.get(key), each) for key, each in fresh.items() if key not in given}
    return response.model_copy(
        update={"known": {**response.known, **fresh}, "answers": {**response.answers, **answers}}
    )


def _filled(written: Answer | None, known: Known) -> Answer:
    return (written or Answer()).model_copy(update={"number": known.value})


def _read(origin: Origin, source: FactSource, person: str) -> dict[str, Known]:
    try:
        given = call(origin.name, lambda: list(source.read(person)))
        return dict(_judged(source, given))
    except (CadreError, AttributeError, TypeError, ValueError) as error:
        if isinstance(error, CadreError):
            running.host().noted(origin, error)
        return {}


def _judged(source: FactSource, given: list[Fact]) -> Iterator[tuple[str, Known]]:
    for each in given:
        value = _decimal(exact(each.value))
        if each.fact not in source.facts or value < 0 or not usable(value):
            raise ValueError("a fact that the source does not state, or a number that no answer is")
        entries = tuple(entry for entry in each.entries if sound(entry))[:MOST_ENTRIES]
        yield each.fact, Known(value=value, source=text(source.title), entries=entries)


def _decimal(value: Fraction) -> Decimal:
    with localcontext(prec=40):
        return round(Decimal(value.numerator) / Decimal(value.denominator), PLACES).normalize() + 0
