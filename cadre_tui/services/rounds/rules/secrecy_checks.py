"""Whether a round's minimum numbers keep what the round promises."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import Fault
from cadre_tui.model.rounds.round_rules import RoundRules

FEWEST: Final = 3
"""From fewer raters a figure tells each of them what the others gave: a confidential round shows none."""


def examine_secrecy(rules: RoundRules, raw: Mapping[str, Any], unread: frozenset[str]) -> Iterator[Fault]:
    """The faults of ``min_raters``, ``min_comments`` and ``validity``."""
    if rules.confidential and "secrecy" not in unread:
        if rules.min_raters is not None and rules.min_raters < FEWEST:
            yield Fault(code=codes.ROUND_TOO_FEW, path="min_raters", values={"fewest": FEWEST})
        if rules.least_comments < rules.least_raters and not unread & {"min_raters", "min_comments"}:
            path = "min_comments" if "min_comments" in raw else "min_raters"
            values = {"comments": rules.least_comments, "raters": rules.least_raters}
            yield Fault(code=codes.ROUND_COMMENTS_FROM_FEWER, path=path, values=values)
    if rules.validity.best is not None and Purpose.PEER not in rules.purposes:
        yield Fault(code=codes.ROUND_IDLE_BEST, path="validity.best", warning=True)
