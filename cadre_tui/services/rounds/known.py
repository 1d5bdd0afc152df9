"""Whether what a round's rules name is there: people, units, checklists that fit, a plugin's rule."""

from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Roster
from cadre_tui.model.rounds.counting_rules import PinnedRule, Rule
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.scoring import brought_rules


def fitting(checklist: Checklist, by: Purpose) -> None:
    """Refuse a checklist that is not meant to be filled for that purpose.

    Raises:
        BadInput: it is not.
    """
    if checklist.purpose and by not in checklist.purpose:
        raise BadInput("round-wrong-purpose", checklist=checklist.name, by=by)


def known_people(rules: RoundRules, roster: Roster) -> None:
    """Refuse rules that name people or units of whom the roster knows nothing.

    Raises:
        BadInput: they do.
    """
    strangers = [each for each in (*rules.inspectors, *rules.tellers) if roster.person(each) is None]
    if strangers:
        raise BadInput("round-unknown-people", people="、".join(strangers))
    missing = [each for each in rules.units if roster.unit(each) is None]
    if missing:
        raise BadInput("round-unknown-units", units="、".join(missing))


def pinned_rule(rules: RoundRules) -> PinnedRule | None:
    """The plugin's rule by which the votes are counted, of the plugin as it is now; None where it is the program's.

    Raises:
        BadInput: no plugin that is enabled brings it.
        CadreError: the plugin that brings it cannot be used.
    """
    if isinstance(rules.rule, Rule):
        return None
    found = brought_rules.find(rules.rule)
    if found is None:
        raise BadInput("rule-missing", name=rules.rule)
    return found.pinned
