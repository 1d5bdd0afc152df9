"""What a round freezes when it opens: its checklists, its people, its rules and the hash of them."""

import secrets
from typing import Any

from cadre_tui.model.fault import BadInput
from cadre_tui.model.rounds.round import Pin, Round
from cadre_tui.model.rounds.round_rules import PAIRED
from cadre_tui.services.county import County
from cadre_tui.services.rounds.frozen import not_reused
from cadre_tui.services.rounds.known import fitting, known_people, pinned_rule
from cadre_tui.services.rules_hash import rules_hash
from cadre_tui.store import Document, keys


def freeze(county: County, held: Round) -> dict[str, Any]:
    """Copy the checklists and the roster of today into the round; what the round's document notes of it.

    Raises:
        BadInput: a checklist, an inspector, a unit or a plugin's rule is not known any more, or nobody takes part.
    """
    roster = county.roster()
    known_people(held.rules, roster)
    if not county.circle_with(held, roster).people:
        raise BadInput("round-nobody", round=held.id)
    checklists = {(use.checklist, use.by): county.catalogue.checklist(use.checklist) for use in held.rules.use}
    for (_name, by), checklist in checklists.items():
        fitting(checklist, by)
        not_reused(county, checklist)
        _put(county, keys.frozen_checklist(held.id, checklist.digest), {"canonical": checklist.canonical})
    _put(county, keys.round_roster(held.id), roster.model_dump(mode="json"))
    unique = {each.digest: each for each in checklists.values()}
    pins = tuple(Pin(id=each.id, version=each.version, digest=each.digest) for each in unique.values())
    found = county.allocation(held.id) if held.rules.colleagues in PAIRED else None
    allocation = found.digest if found else ""
    rule_by = pinned_rule(held.rules)
    return {
        "pins": [each.model_dump() for each in pins],
        "allocation": allocation,
        "rules_hash": rules_hash(held.rules, pins, allocation, rule_by),
        "rule_by": rule_by.model_dump(mode="json") if rule_by else None,
        "rater_key": secrets.token_hex(32),
        "lot_key": secrets.token_hex(32),
    }


def _put(county: County, key: keys.Key, document: Document) -> None:
    county.store.change(key, lambda _found: document)
