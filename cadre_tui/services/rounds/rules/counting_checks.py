"""Whether a round's rules of how votes count, of the quota and of referred cases fit together."""

from collections.abc import Iterator

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import Fault
from cadre_tui.model.rounds.counting_rules import Rule
from cadre_tui.model.rounds.round_rules import RoundRules


def examine_counting(rules: RoundRules, unread: frozenset[str]) -> Iterator[Fault]:
    """The faults of ``rule``, ``adopt``, ``quota`` and ``refer``; of what could not be read nothing is concluded."""
    colleagues = Purpose.PEER in rules.purposes
    if rules.rule is not Rule.MEAN and not colleagues:
        yield Fault(code=codes.ROUND_IDLE_RULE, path="rule", values={"name": "rule"}, warning=True)
    if rules.confidential and not isinstance(rules.rule, Rule) and not unread & {"rule", "secrecy"}:
        yield Fault(code=codes.ROUND_RULE_NAMED, path="rule", values={"name": rules.rule})
    if rules.adopt == "adjusted":
        if not colleagues:
            yield Fault(code=codes.ROUND_IDLE_RULE, path="adopt", values={"name": "adopt"}, warning=True)
        elif rules.rule is not Rule.MEAN and "rule" not in unread:
            yield Fault(code=codes.ROUND_ADOPT_MEAN, path="adopt", values={"name": str(rules.rule)})
    if not any(path.startswith(("grade", "quota")) for path in unread):
        yield from _quota(rules)
    if not any(path.startswith("refer") for path in unread):
        yield from _refer(rules, colleagues=colleagues)


def _quota(rules: RoundRules) -> Iterator[Fault]:
    quota = rules.quota
    if quota is None:
        return
    if not rules.grade:
        yield Fault(code=codes.ROUND_QUOTA_OF_NOTHING, path="quota")
        return
    known = [each.code for each in rules.grade]
    named = quota.grade or known[0]
    if named not in known:
        yield Fault(code=codes.ROUND_NO_SUCH_GRADE, path="quota.grade", values={"name": named, "known": known})
    elif named == known[-1]:
        yield Fault(code=codes.ROUND_QUOTA_OF_LOWEST, path="quota.grade", values={"name": named})


def _refer(rules: RoundRules, *, colleagues: bool) -> Iterator[Fault]:
    for at, each in enumerate(rules.refer):
        if not each.options:
            yield Fault(code=codes.ROUND_EMPTY, path=f"refer.{at}.options")
        if (each.under is None) == (each.over is None):
            yield Fault(code=codes.ROUND_REFER_ONE, path=f"refer.{at}")
        elif each.under == 0 or each.over == 1:
            path = f"refer.{at}.{'over' if each.under is None else 'under'}"
            yield Fault(code=codes.ROUND_REFER_NEVER, path=path)
    if rules.refer and not colleagues:
        yield Fault(code=codes.ROUND_IDLE_RULE, path="refer.0", values={"name": "refer"}, warning=True)
