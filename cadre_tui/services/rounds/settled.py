"""What is kept of a round's outcome: read, and changed under its lock."""

from collections.abc import Callable

from cadre_tui.model.results.outcome import Settled
from cadre_tui.model.rounds.counting_rules import Rule
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.services.county import County
from cadre_tui.services.stored import stored
from cadre_tui.store import Document, keys


def settled_of(county: County, round_id: str) -> Settled:
    """What is kept; empty where nobody has worked it out."""
    document = county.store.read(keys.outcome(round_id))
    return stored(Settled, document, "outcomes") if document else Settled()


def change_settled(county: County, round_id: str, change: Callable[[Settled], Settled]) -> Settled:
    """What ``change`` makes of what is kept; what this version does not know stays."""

    def write(found: Document | None) -> Document:
        before = stored(Settled, found, "outcomes") if found else Settled()
        return {**(found or {}), **change(before).model_dump(mode="json")}

    return stored(Settled, county.store.change(keys.outcome(round_id), write), "outcomes")


def has_outcome(rules: RoundRules) -> bool:
    """Whether more than one's own figures makes the grades: a quota, cases that people look at, an adjustment.

    So it is where a plugin counts the votes: what it answers is kept with the outcome.
    """
    by_plugin = not isinstance(rules.rule, Rule)
    return rules.quota is not None or bool(rules.refer) or rules.adopt == "adjusted" or by_plugin
