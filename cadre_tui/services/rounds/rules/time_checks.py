"""Whether a round's times and its sequence can be kept."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import Fault
from cadre_tui.model.rounds.round_rules import RoundRules


def examine_times(rules: RoundRules, unread: frozenset[str]) -> Iterator[Fault]:
    """The faults of ``opens``, ``deadlines``, ``sequence`` and ``grace``; of what is ``unread`` nothing is said."""
    yield from _of_nobody(rules)
    for purpose, opens in rules.opens.items():
        until = rules.deadlines.get(purpose)
        if until is not None and opens >= until:
            yield _fault(codes.ROUND_OPENS_TOO_LATE, f"opens.{purpose.value}", until)
    if rules.sequence == "self-first" and "sequence" not in unread:
        yield from _self_first(rules)
    if rules.grace and not rules.deadlines and not any(path.startswith("deadlines") for path in unread):
        yield Fault(code=codes.ROUND_IDLE_GRACE, path="grace", warning=True)


def _of_nobody(rules: RoundRules) -> Iterator[Fault]:
    """Times of what nobody is asked for."""
    for table, times in (("opens", rules.opens), ("deadlines", rules.deadlines)):
        for purpose in times:
            if purpose not in rules.purposes:
                values = {"name": purpose.value}
                path = f"{table}.{purpose.value}"
                yield Fault(code=codes.ROUND_DEADLINE_OF_NOBODY, path=path, values=values, warning=True)


def _self_first(rules: RoundRules) -> Iterator[Fault]:
    """Colleagues and inspectors come after the self-assessment: there must be one, and it must be over by then."""
    after = [each for each in rules.purposes if each is not Purpose.SELF]
    if Purpose.SELF not in rules.purposes:
        yield Fault(code=codes.ROUND_NOTHING_FIRST, path="sequence")
    elif not after:
        yield Fault(code=codes.ROUND_NOTHING_AFTER, path="sequence", warning=True)
    ends = rules.deadlines.get(Purpose.SELF)
    if ends is None or Purpose.SELF not in rules.purposes:
        return
    over = ends + timedelta(hours=rules.grace)
    for purpose in after:
        if purpose in rules.opens and rules.opens[purpose] < over:
            yield _fault(codes.ROUND_OPENS_TOO_SOON, f"opens.{purpose.value}", over)
        if purpose in rules.deadlines and rules.deadlines[purpose] <= over:
            yield _fault(codes.ROUND_NO_TIME_LEFT, f"deadlines.{purpose.value}", over)


def _fault(code: str, path: str, moment: datetime) -> Fault:
    return Fault(code=code, path=path, values={"moment": f"{moment:%Y-%m-%d %H:%M}"})
