"""Which rater groups are counted together where one has too few."""

from collections.abc import Mapping, Sequence

from cadre_tui.model.rounds.round_rules import RaterGroup


def target_of(group: RaterGroup, groups: Sequence[RaterGroup]) -> str | None:
    """The id of the group with which one that has too few is counted; None where there is no other."""
    if group.merge is not None:
        return group.merge
    ids = [each.id for each in groups]
    at = ids.index(group.id)
    after = ids[at + 1 :] or ids[:at][-1:]
    return after[0] if after else None


def merged(groups: Sequence[RaterGroup], counts: Mapping[str, int], needed: Mapping[str, int]) -> dict[str, str]:
    """The group with which each is counted, itself where it has as many as ``needed``, or nothing to go to.

    ``counts`` and ``needed`` are by the id of the group. What is counted together needs what the group needs to which
    the others came; where that is still too few it goes on to the next.
    """
    host = {each.id: each.id for each in groups}

    def together(group_id: str) -> int:
        return sum(counts.get(each, 0) for each, where in host.items() if where == group_id)

    changed = True
    while changed:
        changed = False
        for group in groups:
            if host[group.id] != group.id or together(group.id) >= needed[group.id]:
                continue
            to = host.get(target_of(group, groups) or "", group.id)
            if to == group.id:
                # The one that it should go to has come here itself: whoever is still alone is the next.
                to = next((each.id for each in groups if host[each.id] == each.id != group.id), group.id)
            if to != group.id:
                host = {each: to if where == group.id else where for each, where in host.items()}
                changed = True
    return host
