"""Whether a criterion still means what it meant in another checklist: only then are two figures comparable.

The one place that decides it: for oneself over the rounds, for the change on a score sheet, for the county's course,
for answers that are offered again, and for those that a round takes over when its checklist is amended.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from cadre_tui.checklists.changes import Change, Class, changes
from cadre_tui.model.checklists.checklist import Checklist, Criterion, Section
from cadre_tui.model.checklists.comparable import Apart, ApartCriterion, Unlike


def unlike(before: Checklist, now: Checklist) -> Mapping[str, Unlike]:
    """By id, every criterion of either that cannot be compared, and why: new, gone, or of another meaning.

    A change of wording leaves the meaning as it is. Another scale, option or line makes it another, also where it is
    only added: whoever answered before could not choose it. So does the kind of the section that a criterion stands
    in, what "not applicable" does where it may be said, and another scorer.
    """
    return _unlike(_Held(before.digest, before), _Held(now.digest, now))


def apart(before: Checklist | None, now: Checklist | None) -> Mapping[str, ApartCriterion]:
    """The same, called as the checklist that asks it calls it; where one of them is not there, all of the other."""
    both = unlike(before, now) if before and now else None
    found = {}
    for checklist, why in ((now, Apart.NEW), (before, Apart.GONE)):
        for each in checklist.criteria() if checklist else ():
            reason = Unlike(why=why) if both is None else both.get(each.id)
            if reason is not None and checklist is not None and each.id not in found:
                found[each.id] = ApartCriterion(
                    checklist=checklist.name, criterion=each.id, text=each.text, unlike=reason
                )
    return found


def unchanged(before: Checklist, now: Checklist) -> frozenset[str]:
    """The criteria that both ask, with the same meaning."""
    apart = unlike(before, now)
    return frozenset(each.id for each in now.criteria() if each.id not in apart)


@dataclass(frozen=True)
class _Held:
    """A checklist that is told from others by its digest: a county asks about the same two for everybody."""

    digest: str
    checklist: Checklist = field(compare=False)


@lru_cache(64)
def _unlike(before: _Held, now: _Held) -> Mapping[str, Unlike]:
    if before.digest == now.digest:
        return {}
    was, held = _placed(before.checklist), _placed(now.checklist)
    found = changes(before.checklist, now.checklist)
    apart: dict[str, Unlike] = {}
    for key, place in held.items():
        if key not in was:
            apart[key] = Unlike(why=Apart.NEW)
        elif fields := tuple(_fields(was[key], place, found)):
            apart[key] = Unlike(why=Apart.MEANING, fields=fields)
    gone = {key: Unlike(why=Apart.GONE) for key in was if key not in held}
    return {**apart, **gone}


_Place = tuple[Section, Criterion]


def _placed(checklist: Checklist) -> dict[str, _Place]:
    return {one.id: (section, one) for section in checklist.section for one in section.criterion}


def _fields(was: _Place, now: _Place, found: tuple[Change, ...]) -> Iterator[tuple[str, ...]]:
    """What of the changes makes this criterion another."""
    (section_was, criterion_was), (section, criterion) = was, now
    if section_was.kind != section.kind:
        yield "section", section.id, "kind"
    for each in found:
        if each.kind is Class.WORDING:
            continue
        head, *rest = each.field
        if head == "criterion" and rest[0] == criterion.id and rest[1:] != ["section"]:
            yield tuple(rest[1:])
        elif (
            (head == "scale" and rest[0] == getattr(criterion, "scale", None))
            or (head == "na_rule" and (criterion.allow_na or criterion_was.allow_na))
            or head == "scorer"
        ):
            yield each.field
