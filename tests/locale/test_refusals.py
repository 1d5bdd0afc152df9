"""Whatever can be refused has its sentence, and the sentence gets the values that it speaks of."""

import ast
from collections import Counter
from importlib import import_module
from pkgutil import iter_modules

import cadre_tui.locale as words
from cadre_tui.model.fault import BadInput, CadreError, NotPermitted, NotRight, StoreFailure
from cadre_tui.model.rounds.round import Unmet
from cadre_tui.words import refusals
from cadre_tui.words.rounds import conditions
from tests.locale.messages import calls, placeholders

ERRORS = [each.__name__ for each in (CadreError, NotRight, BadInput, NotPermitted, StoreFailure)]


def refused() -> list[tuple[str, str, ast.Call]]:
    """Where something is refused, its code (where it is written out), and the call."""
    return [
        (where, call.args[0].value, call)
        for where, call in calls(*ERRORS)
        if call.args and isinstance(call.args[0], ast.Constant)
    ]


def test_every_refusal_in_the_code_has_its_sentence() -> None:
    speechless = [f"{where}: {code}" for where, code, _call in refused() if code not in refusals.SENTENCES]
    assert not speechless, "no sentence in words.refusals for:\n" + "\n".join(speechless)


def test_every_sentence_gets_its_values() -> None:
    wanting = []
    for where, code, call in refused():
        given = {keyword.arg for keyword in call.keywords}
        if None in given:  # handed on with **values
            continue
        needed = placeholders(refusals.SENTENCES.get(code, ""))
        wanting += [f"{where}: {code} speaks of {{{name}}}" for name in sorted(needed - given)]
    assert not wanting, "\n".join(wanting)


def test_no_two_rooms_share_a_code() -> None:
    rooms = [import_module(f"{refusals.__name__}.{module.name}") for module in iter_modules(refusals.__path__)]
    counts = Counter(code for room in rooms for code in room.SENTENCES)
    assert len(rooms) >= 4
    assert set(counts) == set(refusals.SENTENCES), "a room's sentences are not joined in words.refusals"
    assert not [code for code, count in counts.items() if count > 1]


def test_one_is_told_as_one_in_english() -> None:
    words.use("en")
    one, two = (refusals.sentence(NotRight("offer-faulty", name="a", count=count, file="a.toml")) for count in (1, 2))
    assert one == "The checklist “a” is left out: 1 fault. See it with: cadre plugin check a.toml"
    assert two == "The checklist “a” is left out: 2 faults. See each of them with: cadre plugin check a.toml"


def test_what_has_one_form_is_said_with_any_number() -> None:
    words.use("en")
    told = refusals.sentence(NotRight("checklist-faulty", file="a.toml", count=1))
    assert told == "The checklist a.toml has faults (1). Put each one right and try again:"


def test_a_condition_counts_as_a_refusal_does() -> None:
    words.use("en")
    one, two = (conditions.sentence(Unmet("appeals-open", {"count": count, "round": "r"})) for count in (1, 2))
    assert (one.split(":")[0], two.split(":")[0]) == ("1 appeal waits for an answer", "2 appeals wait for an answer")
