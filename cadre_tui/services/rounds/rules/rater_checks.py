"""Whether a round's rules of who rates whom fit together."""

from collections.abc import Iterator
from typing import Any, Final

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import Fault
from cadre_tui.model.rounds.round_rules import RoundRules

SPARE: Final = 2
"""So many more raters than the minimum are asked in a confidential round: some never hand in."""

OF_BALANCED: Final = ("reviewers", "seed", "spare_superiors")


def examine_raters(rules: RoundRules, unread: frozenset[str]) -> Iterator[Fault]:
    """The faults of ``colleagues``, ``group`` and ``reviewers``; of what could not be read nothing is concluded."""
    if not any(path.startswith("group") for path in unread):
        yield from _groups(rules)
        if rules.colleagues == "groups" and not rules.group:
            yield Fault(code=codes.ROUND_NO_GROUPS, path="colleagues")
    if "colleagues" in unread:
        return
    if rules.colleagues == "balanced":
        yield from _balanced(rules, unread)
    else:
        for path in OF_BALANCED:
            said = getattr(rules, path)
            if said is not None and said is not False:
                yield Fault(code=codes.ROUND_NOT_BALANCED, path=path, values={"name": path}, warning=True)
    if rules.group and rules.colleagues not in ("groups", "ballots"):
        yield Fault(code=codes.ROUND_IDLE_GROUPS, path="group.0", warning=True)


def _balanced(rules: RoundRules, unread: frozenset[str]) -> Iterator[Fault]:
    if "reviewers" in unread:
        return
    if rules.reviewers is None:
        yield Fault(code=codes.ROUND_NO_REVIEWERS, path="colleagues")
    elif rules.confidential and Purpose.PEER in rules.purposes and not unread & {"secrecy", "min_raters"}:
        needed = rules.least_raters + SPARE
        if rules.reviewers < needed:
            values = {"reviewers": rules.reviewers, "needed": needed, "raters": rules.least_raters}
            yield Fault(code=codes.ROUND_FEW_REVIEWERS, path="reviewers", values=values)


def _groups(rules: RoundRules) -> Iterator[Fault]:
    first: dict[str, int] = {}
    values: dict[str, Any]
    for at, group in enumerate(rules.group):
        if not group.id.strip():
            yield Fault(code=codes.ROUND_EMPTY, path=f"group.{at}.id")
        elif first.setdefault(group.id, at) != at:
            values = {"name": group.id, "first": f"group.{first[group.id]}"}
            yield Fault(code=codes.ROUND_TWICE, path=f"group.{at}.id", values=values)
        if not group.who and rules.colleagues != "ballots":
            yield Fault(code=codes.ROUND_EMPTY, path=f"group.{at}.who")
    for at, group in enumerate(rules.group):
        if group.merge is None:
            continue
        if group.merge == group.id:
            yield Fault(code=codes.ROUND_MERGED_WITH_ITSELF, path=f"group.{at}.merge", values={"name": group.id})
        elif group.merge not in first:
            known = [each for each in first if each != group.id]
            values = {"name": group.merge, "known": known}
            yield Fault(code=codes.ROUND_NO_SUCH_GROUP, path=f"group.{at}.merge", values=values)
    circle = _circle(rules)
    if circle:
        at = first[circle[0]]
        yield Fault(code=codes.ROUND_MERGE_CIRCLE, path=f"group.{at}.merge", values={"circle": circle})
    if rules.group and not any(group.weight for group in rules.group):
        yield Fault(code=codes.ROUND_WEIGHTLESS_GROUPS, path="group.0.weight")


def _circle(rules: RoundRules) -> list[str]:
    """The first groups that are merged with one another in a circle, each named once and the first again."""
    target = {group.id: group.merge for group in rules.group if group.merge not in (None, group.id)}
    for start in target:
        way = [start]
        while (following := target.get(way[-1])) is not None and following not in way:
            way.append(following)
        if following == start:
            return [*way, start]
    return []
