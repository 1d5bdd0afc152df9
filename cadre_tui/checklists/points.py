"""Points, caps and scores: what must sum, what can be reached, which sign is taken where."""

import re
from decimal import Decimal
from fractions import Fraction

from cadre_tui.checklists.draft import Draft
from cadre_tui.kinds.earnings import check_sign
from cadre_tui.kinds.kind import Faults, Setting
from cadre_tui.kinds.registry import kind_of
from cadre_tui.model.checklists.checklist import Ask, Criterion, Section
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.written import exact_sum, fraction


def check_points(draft: Draft) -> None:
    """Note every number that contradicts another."""
    _check_scales(draft)
    for path, criterion, setting in draft.criteria():
        _check_criterion(draft, path, criterion, setting)
    for path, section in draft.sections():
        _check_section(draft, path, section)
    _check_total(draft)


def _check_total(draft: Draft) -> None:
    """Against the sections' points as they were written, where they were."""
    base = [(path, section) for path, section in draft.sections() if section.kind == "base"]
    points = exact_sum(section.points or Decimal(0) for _, section in base)
    told = {"total", "section"} & draft.unread or any(re.fullmatch(r"section\.\d+", path) for path in draft.unread)
    told = told or any("kind" in draft.flawed(path) for path in draft.section_paths)
    summed = [path for path, _ in base if "points" not in _table(draft, path) or f"{path}.points" in draft.unread]
    known = not told and all(draft.points_known(path) for path in summed)
    if known and "total" in draft.raw and draft.checklist.total != points:
        draft.add(codes.TOTAL_SUM, "total", total=draft.checklist.total, sum=points)


def _check_scales(draft: Draft) -> None:
    for path, scale in draft.scales():
        if path in draft.unread or draft.flawed(path):
            continue
        scores = [(position, option.score) for position, option in enumerate(scale.option)]
        for position, score in scores:
            if score is not None and not 0 <= score <= 100:
                draft.add(codes.SCORE_RANGE, f"{path}.option.{position}.score", number=score)
        best = max((score for _, score in scores if score is not None), default=None)
        if best is None or best < 100:
            draft.add(codes.BEST_SCORE, f"{path}.option", best=best)


def _check_criterion(draft: Draft, path: str, criterion: Criterion, setting: Setting) -> None:
    itself = kind_of(criterion)
    section_path = path.rpartition(".criterion.")[0]
    if "kind" in draft.flawed(section_path):
        return
    flawed = draft.flawed(path)
    if not (flawed and flawed & _own_keys(itself.model)):
        faults = Faults()
        itself.faults(criterion, setting, faults)
        _take(draft, faults, path)
    if itself.scored:
        _check_sign(draft, criterion.points, path, setting)
    if not criterion.required and setting.base and itself.scored:
        draft.add(codes.OPTIONAL_IN_BASE, f"{path}.required")
    for key, ask in (("evidence", criterion.evidence), ("reason", criterion.reason)):
        if ask is Ask.EXTREMES and not itself.extremes:
            draft.add(codes.NO_EXTREMES, f"{path}.{key}")
    if criterion.fact is not None and not itself.takes_fact(criterion):
        draft.add(codes.NO_FACT, f"{path}.fact")


def _own_keys(model: type[Criterion]) -> set[str]:
    """The keys that only criteria of that kind have, and their points."""
    return set(model.model_fields) - set(Criterion.model_fields) | {"points"}


def _check_sign(draft: Draft, points: Decimal, path: str, setting: Setting) -> None:
    faults = Faults()
    check_sign(points, "points", setting, faults)
    _take(draft, faults, path)


def _take(draft: Draft, faults: Faults, path: str) -> None:
    """What was found inside the table at ``path``."""
    for fault in faults.found:
        draft.add(fault.code, ".".join(part for part in (path, fault.path) if part), **fault.values)


def _check_section(draft: Draft, path: str, section: Section) -> None:
    table = _table(draft, path)
    if not section.criterion and not table.get("criterion"):
        draft.add(codes.EMPTY, f"{path}.criterion")
    if "kind" in draft.flawed(path):
        return
    known = draft.points_known(path)
    summed = exact_sum(each.points for each in section.criterion)
    if section.kind == "base" and "points" in table and known and section.points != summed:
        draft.add(codes.SECTION_SUM, f"{path}.points", points=section.points, sum=summed)
    setting = Setting(draft.checklist, section)
    if section.kind != "base" and section.points is not None:
        _check_sign(draft, section.points, path, setting)
    if section.cap is None:
        return
    if section.cap < 0:
        draft.add(codes.CAP_BELOW_ZERO, f"{path}.cap", cap=section.cap)
    elif section.kind == "base":
        if known and section.cap != section.points:
            draft.add(codes.BASE_CAP_DIFFERS, f"{path}.cap", cap=section.cap, points=section.points)
    elif not draft.flawed(path):
        most = most_of_section(section, setting, capped=False)
        if most is not None and most < section.cap:
            draft.add(codes.CAP_UNREACHABLE, f"{path}.cap", cap=section.cap, most=most)


def _table(draft: Draft, path: str) -> dict[str, object]:
    written: dict[str, object] = draft.raw["section"][int(path.split(".")[1])]
    return written


def most_of_section(section: Section, setting: Setting, *, capped: bool = True) -> Fraction | None:
    """The most that a section can add or take, without its sign; None if without limit."""
    each = [kind_of(criterion).most(criterion, setting) for criterion in section.criterion]
    most = None if None in each else sum((one for one in each if one is not None), Fraction(0))
    if not capped or section.cap is None:
        return most
    return fraction(section.cap) if most is None else min(most, fraction(section.cap))
