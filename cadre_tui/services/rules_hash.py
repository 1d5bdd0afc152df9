"""The hash of what a round froze when it opened: shown, printed, and checked whenever the round is read."""

import hashlib
import json

from cadre_tui.model.round import Pin
from cadre_tui.model.round_rules import RoundRules


def rules_hash(rules: RoundRules, pins: tuple[Pin, ...]) -> str:
    """The SHA-256, in lower-case hexadecimal, of the rules that were set and of the checklists' digests.

    As JSON in UTF-8, keys sorted, no spaces: ``{"checklists": {"id|version": digest}, "rules": …}``. Of the rules
    only what was said stands in it, so that a later program with more rules finds the same.
    """
    said = rules.model_dump(mode="json", exclude_defaults=True)
    form = {"checklists": {pin.name: pin.digest for pin in pins}, "rules": said}
    text = json.dumps(form, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
