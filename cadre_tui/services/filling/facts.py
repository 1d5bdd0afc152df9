"""Known numbers that fill in a self-assessment: proposed once, each kept with its source beside the answer."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Final

from cadre_tui.kinds.registry import kind_of
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Known, Response
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import CadreError
from cadre_tui.model.rounds.round import Round
from cadre_tui.model.text import sound
from cadre_tui.model.written import usable
from cadre_tui.plugins import Fact, FactSource
from cadre_tui.plugins.allowed import running
from cadre_tui.plugins.asking.calling import call
from cadre_tui.plugins.asking.host import Origin
from cadre_tui.plugins.asking.trusting import exact
from cadre_tui.plugins.descriptors.saying import text
from cadre_tui.services.county import County
from cadre_tui.services.study import facts as register
from cadre_tui.services.study.given_facts import given_to
from cadre_tui.services.study.round_period import period_of

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


def known_about(county: County, held: Round, person: str, facts: frozenset[str]) -> dict[str, Known]:
    """What is known of a person in a round's time, by fact: by the register, by other systems, by plugins.

    Of two sources of one fact neither is taken; one that fails tells none.
    """
    found: dict[str, list[Known]] = {}
    for fact, told in register.known(county, person, facts, period_of(county, held)):
        of = None if told.of is None else _decimal(told.of)
        entries = tuple(each for each in told.entries if sound(each))[:MOST_ENTRIES]
        found.setdefault(fact, []).append(
            Known(value=_decimal(told.value), source=register.SOURCE, entries=entries, of=of)
        )
    for fact, given in given_to(county, person, facts):
        found.setdefault(fact, []).append(given)
    for origin, source in running.host().every(HOOK, FactSource):
        if facts & set(source.facts):
            for fact, known in _read(origin, source, person).items():
                if fact in facts:
                    found.setdefault(fact, []).append(known)
    return {fact: same[0] for fact, same in found.items() if len(same) == 1}


def proposed(
    checklist: Checklist, response: Response, wanted: Mapping[str, str], known: Mapping[str, Known]
) -> Response:
    """The draft with what is known beside its criteria, and as the answer where there is none."""
    criteria = {each.id: each for each in checklist.criteria()}
    answers_of = {
        key: kind_of(criteria[key]).from_fact(criteria[key], known[fact].value, known[fact].of)
        for key, fact in wanted.items()
        if fact in known
    }
    fresh = {key: known[wanted[key]] for key, answer in answers_of.items() if answer is not None}
    given = {key for key, answer in response.answers.items() if answer.given}
    answers = {
        key: _filled(response.answers.get(key), answer)
        for key, answer in answers_of.items()
        if answer is not None and key not in given
    }
    return response.model_copy(
        update={"known": {**response.known, **fresh}, "answers": {**response.answers, **answers}}
    )


def _filled(written: Answer | None, proposed: Answer) -> Answer:
    beside = {"reason": written.reason, "evidence": written.evidence} if written else {}
    return proposed.model_copy(update=beside)


def _read(origin: Origin, source: FactSource, person: str) -> dict[str, Known]:
    try:
        given = call(origin.name, lambda: list(source.read(person)))
        return dict(_judged(source, given))
    except (CadreError, AttributeError, TypeError, ValueError) as error:
        if isinstance(error, CadreError):
            running.host().noted(origin, HOOK, error)
        return {}


def _judged(source: FactSource, given: list[Fact]) -> Iterator[tuple[str, Known]]:
    for each in given:
        value = _decimal(exact(each.value))
        if each.fact not in source.facts or value < 0 or not usable(value):
            raise ValueError("a fact that the source does not state, or a number that no answer is")
        entries = tuple(entry for entry in each.entries if sound(entry))[:MOST_ENTRIES]
        of = None if each.of is None else _decimal(exact(each.of))
        if of is not None and (of < 0 or not usable(of)):
            raise ValueError("a number that no answer is")
        yield each.fact, Known(value=value, source=text(source.title), entries=entries, of=of)


def _decimal(value: Fraction) -> Decimal:
    with localcontext(prec=40):
        return round(Decimal(value.numerator) / Decimal(value.denominator), PLACES).normalize() + 0
