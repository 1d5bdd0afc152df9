"""What leans on plugins and on checklists: told before one is put out of use. No plugin's code is run.

Rounds that wait for a plugin's rule are told beside it (``services.plugins.waiting_rounds``).
"""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from cadre_tui import checklists
from cadre_tui.model.fault import CadreError, StoreFailure
from cadre_tui.model.rounds.counting_rules import Rule
from cadre_tui.model.rounds.round import FILLING, Phase, Round
from cadre_tui.model.text import Text
from cadre_tui.plugins.allowed.installed import advertised
from cadre_tui.plugins.allowed.standing import named
from cadre_tui.plugins.asking.host import begins_with
from cadre_tui.plugins.known.catalogue import Catalogue
from cadre_tui.services.county import County
from cadre_tui.services.rounds.life import every
from cadre_tui.store import keys


class How(StrEnum):
    """In what way something leans on a plugin, or on a checklist."""

    WILL_COUNT = "will-count"
    """A round in preparation says that it will."""
    WILL_ASK = "will-ask"
    """A round in preparation asks for a checklist."""
    ASKS = "asks"
    """People fill in a checklist now."""
    SCORED = "scored"
    """People have filled in a checklist, and are scored by it."""
    OFFERED = "offered"
    """A checklist that new rounds may use."""


class Leaning(NamedTuple):
    """One thing that leans on others. ``names``: the kinds, scales, rules and the scorer that it needs of plugins.

    ``checklist`` is ``id|version``, and empty where it is a rule; ``round`` is None for a checklist on offer.
    """

    how: How
    names: tuple[str, ...]
    round: Round | None = None
    checklist: str = ""
    title: Text | None = None


def leanings(county: County | None, catalogue: Catalogue) -> tuple[Leaning, ...]:
    """Everything that leans on some plugin, and every round in preparation with its checklists.

    Without a county only what is on offer is known. What cannot be read leans on nothing that could be told.
    """
    at_hand = catalogue.at_hand()
    rounds = every(county) if county else ()
    found = [leaning for held in rounds for leaning in _of_round(county, at_hand, held)] if county else []
    return (*found, *_offered(at_hand))


def leaning_on_plugin(found: tuple[Leaning, ...], plugin: str) -> tuple[Leaning, ...]:
    """Those that need that plugin."""
    return tuple(each for each in found if any(begins_with(name, plugin) for name in each.names))


def leaning_on_checklists(found: tuple[Leaning, ...], names: Collection[str]) -> tuple[Leaning, ...]:
    """The rounds in preparation that ask for a checklist of one of the names, each ``id`` or ``id|version``."""
    wanted = (each for each in found if each.how is How.WILL_ASK)
    return tuple(each for each in wanted if not {each.checklist, each.checklist.partition("|")[0]}.isdisjoint(names))


def checklists_called(catalogue: Catalogue, name: str) -> tuple[str, ...]:
    """The checklist so called, or those of the package so called, each by ``id`` or ``id|version``."""
    packages = {entry.brought_by for entry in advertised()[0] if named(entry, [name])}
    offers = catalogue.at_hand().offers() if packages else ()
    return name, *(each.name for each in offers if each.source.origin.name in packages)


def _of_round(county: County, at_hand: Catalogue, held: Round) -> Iterator[Leaning]:
    if held.phase is Phase.SETUP:
        yield from _prepared(at_hand, held)
    elif held.phase is not Phase.ARCHIVED:
        how = How.ASKS if held.phase in FILLING else How.SCORED
        for pin in held.pins:
            form = _frozen(county, held, pin.digest)
            names = _names_in(form)
            if names:
                yield Leaning(how, names, held, pin.name, _title(form))


def _prepared(at_hand: Catalogue, held: Round) -> Iterator[Leaning]:
    if not isinstance(held.rules.rule, Rule):
        yield Leaning(How.WILL_COUNT, (held.rules.rule,), held)
    for name in dict.fromkeys(use.checklist for use in held.rules.use):
        try:
            asked = at_hand.listed(name, disabled=True)
        except CadreError:  # it may be one that only a plugin's code brings
            yield Leaning(How.WILL_ASK, (name.partition("|")[0],), held, name)
        else:
            yield Leaning(How.WILL_ASK, checklists.needed_of_plugins(asked), held, asked.name, asked.title)


def _offered(at_hand: Catalogue) -> Iterator[Leaning]:
    for offer in at_hand.offers():
        if offer.uses and offer.problem is None:
            yield Leaning(How.OFFERED, offer.uses, None, offer.name, offer.title)


def _frozen(county: County, held: Round, digest: str) -> Mapping[str, Any]:
    """A frozen copy as it is stored: to make a checklist of it, plugins would be asked for their kinds."""
    try:
        document = county.store.read(keys.frozen_checklist(held.id, digest))
    except StoreFailure:
        return {}
    form = document.get("canonical") if document else None
    return form if isinstance(form, dict) else {}


def _names_in(form: Mapping[str, Any]) -> tuple[str, ...]:
    try:
        return checklists.needed_as_frozen(form)
    except (AttributeError, KeyError, TypeError):  # a damaged copy: the look through the data tells that
        return ()


def _title(form: Mapping[str, Any]) -> Text | None:
    try:
        return Text.model_validate(form.get("title"))
    except ValueError:
        return None
