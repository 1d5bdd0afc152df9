"""The rules of counting votes that enabled plugins bring, for whoever makes a round in the app."""

from cadre_tui.model.fault import CadreError
from cadre_tui.model.rounds.counting_rules import PinnedRule
from cadre_tui.plugins import Aggregate
from cadre_tui.plugins.allowed import running
from cadre_tui.plugins.asking.plugin_rule import HOOK, brought_rule


def offered_rules() -> tuple[PinnedRule, ...]:
    """Each as a round that opened now would pin it. What is wrong with a plugin is noted, and it offers none."""
    host, found = running.host(), []
    for origin, given in host.every(HOOK, Aggregate):
        try:
            found.append(brought_rule(origin, host.version(origin), given).pinned)
        except CadreError as error:
            host.noted(origin, HOOK, error)
    return tuple(found)
