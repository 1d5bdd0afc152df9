"""Whether an anonymous round's rules let it be anonymous: nothing in them may treat one voter otherwise than all."""

from collections.abc import Iterator
from typing import Final

from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import Fault
from cadre_tui.model.rounds.round_rules import RoundRules

BALLOTS: Final = "ballots"

TELLERS: Final = 2
"""So many at the least open the boxes."""


def examine_ballots(rules: RoundRules, unread: frozenset[str]) -> Iterator[Fault]:
    """The faults of ``secrecy``, ``colleagues``, ``tellers`` and the rest where they do not fit a vote by ballot."""
    if unread & {"secrecy", "colleagues"}:
        return
    if not rules.anonymous:
        if rules.colleagues == BALLOTS:
            yield Fault(code=codes.ROUND_BALLOTS_NOT_ANONYMOUS, path="secrecy")
        if rules.tellers:
            yield Fault(code=codes.ROUND_IDLE_TELLERS, path="tellers", values={"name": "tellers"}, warning=True)
        if rules.ballot_text:
            name = "ballot_text"
            yield Fault(code=codes.ROUND_IDLE_TELLERS, path=name, values={"name": name}, warning=True)
        return
    if rules.colleagues != BALLOTS:
        yield Fault(code=codes.ROUND_ANONYMOUS_BY_NAME, path="colleagues", values={"name": rules.colleagues})
        return
    if "tellers" not in unread and len(set(rules.tellers)) < TELLERS:
        yield Fault(code=codes.ROUND_FEW_TELLERS, path="tellers", values={"least": TELLERS})
    yield from _groups(rules, unread)
    if rules.grace:
        yield Fault(code=codes.ROUND_BALLOTS_NEVER_LATE, path="grace")
    if rules.validity.blanks is not None:
        yield Fault(code=codes.ROUND_BALLOTS_WHOLE, path="validity.blanks")
    if rules.adopt == "adjusted":
        yield Fault(code=codes.ROUND_BALLOTS_PLAIN, path="adopt")


def _groups(rules: RoundRules, unread: frozenset[str]) -> Iterator[Fault]:
    if any(path.startswith("group") for path in unread):
        return
    if not rules.group:
        yield Fault(code=codes.ROUND_NO_BALLOT_GROUPS, path="colleagues")
    for at, group in enumerate(rules.group):
        for key in ("who", "levels"):
            if getattr(group, key):
                yield Fault(code=codes.ROUND_BALLOT_GROUP_BY_NAME, path=f"group.{at}.{key}", values={"name": key})
