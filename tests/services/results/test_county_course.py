"""What of two rounds means the same, so that it may be compared."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from cadre_tui import checklists
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.rounds.counting_rules import PinnedRule, Rule
from cadre_tui.model.rounds.round import Round
from cadre_tui.model.rounds.round_rules import Use
from cadre_tui.model.text import Text
from cadre_tui.scoring.gathering import TOTAL
from cadre_tui.services.results.county.course import same_meaning, told_apart
from cadre_tui.services.results.county.gathered import Asked, asked_of
from tests.services.small import PAIR, rules

FOCI = PAIR.replace('kind = "rating"', 'kind = "rating"\nfocus = "plan"')
ONE, TWO = "t.pair/pair.one", "t.pair/pair.two"
PEER = Use(checklist="t.pair", by=Purpose.PEER, weight=Decimal(3))
OWN = Use(checklist="t.pair", by=Purpose.SELF, weight=Decimal(1))


def parsed(text: str = FOCI) -> Checklist:
    return checklists.parse(text, "pair.toml")


def asked(checklist: Checklist, *uses: Use, **changes: Any) -> Asked:
    use = uses or (OWN, PEER)
    return asked_of(Round(rules=rules(use=use, **changes)), [(each.by, checklist) for each in use])


def test_everything_is_the_same_where_nothing_changed_but_the_version() -> None:
    then = parsed(FOCI.replace('version = "1"', 'version = "2"'))
    assert same_meaning(asked(parsed()), asked(then)) == {ONE, TWO, "peer:plan", TOTAL}


def test_a_criterion_that_changed_is_compared_with_nothing_nor_is_what_it_belongs_to() -> None:
    then = parsed(FOCI.replace("points = 4", "points = 4\nallow_na = true"))
    assert same_meaning(asked(parsed()), asked(then)) == {ONE}


def test_a_criterion_that_is_told_in_other_words_means_the_same() -> None:
    then = parsed(FOCI.replace("第二项", "另一种说法"))
    assert same_meaning(asked(parsed()), asked(then)) == {ONE, TWO, "peer:plan", TOTAL}


def test_what_cannot_be_compared_says_why() -> None:
    then = parsed(FOCI.replace("points = 4", "points = 4\nallow_na = true").replace("pair.one", "pair.gone"))
    told = {each.criterion: each.unlike.why.value for each in told_apart(asked(parsed()), asked(then))}
    assert told == {"pair.one": "new", "pair.two": "meaning", "pair.gone": "gone"}
    assert told_apart(asked(parsed()), asked(parsed())) == ()
    counted = told_apart(asked(parsed()), asked(parsed(), rule=Rule.MEDIAN))
    assert {each.unlike.why.value for each in counted} == {"counting"}
    by_others = told_apart(asked(parsed()), asked(parsed(), OWN))
    assert {each.unlike.why.value for each in by_others} == {"raters"}


def test_other_weights_leave_the_criteria_and_take_the_total() -> None:
    heavier = PEER.model_copy(update={"weight": Decimal(9)})
    assert same_meaning(asked(parsed()), asked(parsed(), OWN, heavier)) == {ONE, TWO, "peer:plan"}


def test_another_rule_of_counting_takes_all_that_colleagues_gave() -> None:
    assert same_meaning(asked(parsed()), asked(parsed(), rule=Rule.MEDIAN)) == set()
    assert same_meaning(asked(parsed(), OWN), asked(parsed(), OWN, rule=Rule.MEDIAN)) == {ONE, TWO, "self:plan"}


def test_what_colleagues_told_is_not_compared_with_ones_own_answers() -> None:
    assert same_meaning(asked(parsed()), asked(parsed(), OWN)) == set()


def test_another_version_of_the_plugin_that_counts_keeps_totals_apart() -> None:
    def by(version: str) -> Asked:
        pinned = PinnedRule(name="linshan.rule", title=Text({"zh": "规则"}), plugin="linshan", version=version)
        return replace(asked(parsed()), rule_by=pinned)

    assert TOTAL in same_meaning(by("1.0"), by("1.0"))
    assert TOTAL not in same_meaning(by("1.1"), by("1.0"))
    assert TOTAL not in same_meaning(by("1.0"), asked(parsed()))
