"""The hashes of what a round froze when it opened: shown, printed, and checked whenever they are read."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from cadre_tui.model.rounds.counting_rules import PinnedRule
from cadre_tui.model.rounds.round import Pin
from cadre_tui.model.rounds.round_rules import RoundRules

Pairs = Iterable[tuple[str, str]]


def rules_hash(
    rules: RoundRules, pins: tuple[Pin, ...], allocation: str = "", rule_by: PinnedRule | None = None
) -> str:
    """The SHA-256, in lower-case hexadecimal, of the rules that were set and of the checklists' digests.

    As JSON in UTF-8, keys sorted, no spaces: ``{"checklists": {"id|version": digest}, "rules": …}``, and
    ``"allocation": digest`` where who rates whom is stored, ``"rule": {"plugin": …, "version": …}`` where a plugin
    counts the votes. Of the rules only what was said stands in it, so that a later program with more rules finds the
    same.
    """
    said = rules.model_dump(mode="json", exclude_defaults=True)
    form: dict[str, Any] = {"checklists": {pin.name: pin.digest for pin in pins}, "rules": said}
    if allocation:
        form["allocation"] = allocation
    if rule_by is not None:
        form["rule"] = {"plugin": rule_by.plugin, "version": rule_by.version}
    return _digest(form)


def allocation_digest(pairs: Pairs, kept: Pairs = (), conflicts: Pairs = ()) -> str:
    """The SHA-256 of who rates whom: ``{"conflicts": [[rater, subject], …], "kept": …, "pairs": …}``, each sorted."""
    lists = {"pairs": pairs, "kept": kept, "conflicts": conflicts}
    return _digest({name: sorted([rater, subject] for rater, subject in each) for name, each in lists.items()})


def seed_hash(round_id: str, seed: int) -> str:
    """What the audit log says of a seed that is not published yet: the SHA-256 of ``round/seed``."""
    return hashlib.sha256(f"{round_id}/{seed}".encode()).hexdigest()


def _digest(form: dict[str, Any]) -> str:
    text = json.dumps(form, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
