"""What can be wrong with a round's rules although each field is right in itself."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import Fault
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.services.rounds.rules.ballot_checks import examine_ballots
from cadre_tui.services.rounds.rules.counting_checks import examine_counting
from cadre_tui.services.rounds.rules.rater_checks import examine_raters
from cadre_tui.services.rounds.rules.secrecy_checks import examine_secrecy
from cadre_tui.services.rounds.rules.time_checks import examine_times

ROUND_ID: Final = re.compile(r"\w[\w.-]{0,39}")
"""How a round's id is written."""


def examine(rules: RoundRules, raw: Mapping[str, Any], unread: frozenset[str]) -> Iterator[Fault]:
    """The faults of the whole. Of a part that could not be read (``unread`` paths), nothing is concluded."""
    if not any(path.startswith("use") for path in unread):
        yield from _uses(rules, raw)
        yield from _people(rules, unread)
        yield from examine_times(rules, unread)
        yield from examine_secrecy(rules, raw, unread)
        yield from examine_raters(rules, unread)
        yield from examine_counting(rules, unread)
        yield from examine_ballots(rules, unread)
    if not any(path.startswith("grade") for path in unread):
        yield from _grades(rules)
    if rules.former is not None and rules.former == rules.id:
        yield Fault(code=codes.ROUND_OWN_FORMER, path="former")


def _uses(rules: RoundRules, raw: Mapping[str, Any]) -> Iterator[Fault]:
    if not rules.use:
        if raw.get("use") == []:
            yield Fault(code=codes.ROUND_EMPTY, path="use")
        return
    seen: dict[tuple[str, Purpose], int] = {}
    named: dict[str, str] = {}
    for at, use in enumerate(rules.use):
        checklist = use.checklist.split("|", maxsplit=1)[0]
        if not checklist.strip():
            yield Fault(code=codes.ROUND_EMPTY, path=f"use.{at}.checklist")
            continue
        first = seen.setdefault((checklist, use.by), at)
        if first != at:
            values = {"name": checklist, "first": f"use.{first}"}
            yield Fault(code=codes.ROUND_TWICE, path=f"use.{at}.checklist", values=values)
        elif named.setdefault(checklist, use.checklist) != use.checklist:
            values = {"name": use.checklist, "other": named[checklist]}
            yield Fault(code=codes.ROUND_OTHER_VERSION, path=f"use.{at}.checklist", values=values)
        if use.weight < 0:
            yield Fault(code=codes.ROUND_NEGATIVE, path=f"use.{at}.weight", values={"number": use.weight})
    if not any(use.weight for use in rules.use):
        yield Fault(code=codes.ROUND_NOTHING_COUNTS, path="use", warning=True)


WITHOUT: Final = {Purpose.PEER: codes.ROUND_NO_COLLEAGUES, Purpose.CHECK: codes.ROUND_NO_INSPECTORS}


def _people(rules: RoundRules, unread: frozenset[str]) -> Iterator[Fault]:
    """Whoever is asked for something must be there, and whoever is named must be asked for something."""
    asked = {use.by for use in rules.use}
    nobody = set()
    if rules.colleagues == "none" and "colleagues" not in unread:
        nobody.add(Purpose.PEER)
    if not rules.inspectors and "inspectors" not in unread:
        nobody.add(Purpose.CHECK)
    for at, use in enumerate(rules.use):
        if use.by in nobody:
            yield Fault(code=WITHOUT[use.by], path=f"use.{at}.by")
    if rules.inspectors and Purpose.CHECK not in asked:
        yield Fault(code=codes.ROUND_IDLE_INSPECTORS, path="inspectors", warning=True)


def _grades(rules: RoundRules) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for at, grade in enumerate(rules.grade):
        if first.setdefault(grade.code, at) != at:
            values = {"name": grade.code, "first": f"grade.{first[grade.code]}"}
            yield Fault(code=codes.ROUND_TWICE, path=f"grade.{at}.code", values=values)
        if grade.require:
            yield Fault(code=codes.ROUND_GRADE_REQUIRES, path=f"grade.{at}.require")
        if at and grade.min >= rules.grade[at - 1].min:
            bounds = {"number": grade.min, "above": rules.grade[at - 1].min}
            yield Fault(code=codes.ROUND_GRADE_ORDER, path=f"grade.{at}.min", values=bounds)
