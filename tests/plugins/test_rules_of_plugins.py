"""A plugin's rule of counting votes: asked twice, believed only within the votes, and kept for good."""

import sys
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import CadreError
from cadre_tui.model.rounds.counting_rules import PinnedRule
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.model.text import Text
from cadre_tui.plugins import Aggregate, hookimpl
from cadre_tui.plugins.allowed.running import running
from cadre_tui.scoring import brought_rules
from cadre_tui.scoring.brought_rules import CountedByPlugin, Unfigured, at_hand
from cadre_tui.scoring.statutory import worked
from cadre_tui.services.results.peers import UNSCORED, Peers
from cadre_tui.services.results.sheets import Sheets
from cadre_tui.services.rounds.known import pinned_rule
from cadre_tui.services.rounds.rules.offered import offered_rules
from cadre_tui.words.results.steps import sentence
from cadre_tui.words.rounds.counting import worked_out
from tests.docs.test_recompute import PEER, rated
from tests.examples.plugins import linshan, made
from tests.examples.writing import read, section, yes_no

NAME = "linshan.middle_half"
VOTES = [Fraction(each) for each in (10, 60, 80, 80, 100)]
PINNED = PinnedRule(name=NAME, title=Text({"zh": "规则"}), plugin="linshan", version="1.0")


def gives(figure: Callable[[tuple[Fraction, ...]], Any], title: Any = "规则") -> object:
    class Plugin:
        @hookimpl
        def cadre_aggregate(self):
            yield Aggregate(NAME, title, figure)

    return Plugin()


def raises(_votes: Any) -> Any:
    raise RuntimeError("80")


often = count()


@pytest.mark.parametrize(
    "figure",
    [
        raises,
        lambda _votes: sys.exit(1),
        lambda _votes: None,
        lambda _votes: True,
        lambda _votes: 66.0,
        lambda _votes: "66",
        lambda _votes: Decimal("NaN"),
        lambda _votes: Decimal("Infinity"),
        lambda votes: votes[0] - Fraction(1, 10**9),
        lambda votes: votes[-1] + Fraction(1, 10**9),
        lambda _votes: 60 + next(often) % 2,
        lambda votes: votes.sort(),
    ],
)
def test_what_cannot_be_the_figure_is_none_and_the_reason_tells_no_vote(figure) -> None:
    with running(made(gives(figure))):
        rule: Any = brought_rules.find(NAME)
        with pytest.raises(Unfigured) as failed:
            rule.figure(VOTES)
    told = sentence(failed.value.why, read(section(yes_no("a"))), "zh")
    assert told == "同事评分按插件 linshan 1.0 的规则“规则”算，插件出错，所以没有得分"


def test_it_gets_the_votes_in_order_and_nothing_else() -> None:
    seen: list[Any] = []

    def figure(votes: tuple[Fraction, ...]) -> Fraction:
        seen.append(votes)
        return votes[0]

    with running(made(gives(figure))):
        found = worked(CountedByPlugin(PINNED, {}), [VOTES[3], VOTES[0], VOTES[4], VOTES[1], VOTES[2]])
    assert seen == [tuple(VOTES)] * 2
    assert found is not None
    assert (found.figure, found.valid, found.applied) == (10, 5, PINNED)
    assert worked_out(found) == "5 人，由插件 linshan 按“规则”算出：10"


def test_nobody_s_votes_ask_nobody() -> None:
    with running(made(gives(raises))):
        assert worked(CountedByPlugin(PINNED, {}), []) is None


@given(st.lists(st.fractions(0, 100), min_size=1, max_size=9))
def test_what_was_answered_is_read_back_without_the_plugin(votes) -> None:
    with running(linshan()):
        counted = CountedByPlugin(PINNED, {})
        figure = worked(counted, votes)
    assert worked(CountedByPlugin(PINNED, counted.kept), votes[::-1]) == figure


def test_other_votes_without_the_plugin_have_no_figure_and_that_is_said() -> None:
    with pytest.raises(Unfigured) as absent:
        CountedByPlugin(PINNED, {"10 20": "15"}).figure([Fraction(10)])
    assert "没有启用或没有安装" in sentence(absent.value.why, read(section(yes_no("a"))), "zh")


def test_another_version_is_not_asked() -> None:
    other = made(gives(lambda votes: votes[0]))
    with running(type(other)(other.name, other.make, version="1.1")):
        assert at_hand(PINNED) is None
        assert at_hand(PINNED.model_copy(update={"version": "1.1"})) is not None


def test_the_program_offers_what_can_be_used_and_refuses_what_nobody_brings() -> None:
    with running(linshan()):
        (offered,) = offered_rules()
        assert (offered.name, offered.plugin, offered.version) == (NAME, "linshan", "1.0")
    with running(made(gives(max, title=7))) as host:
        assert offered_rules() == ()
        rules = RoundRules.model_validate({"id": "r", "title": "r", "use": (), "rule": NAME})
        with pytest.raises(CadreError, match="plugin-wrong-answer"):
            pinned_rule(rules)
        assert host.plugins
    with pytest.raises(CadreError, match="rule-missing"):
        pinned_rule(rules)


def peers(figure: Callable[[tuple[Fraction, ...]], Any], **more: Any) -> Peers:
    """What four colleagues gave by a checklist of four criteria, counted by this."""
    rules = RoundRules.model_validate({"id": "r", "title": "r", "use": (), "rule": NAME, "secrecy": "named", **more})
    sheets, options = Sheets(PEER), ("good", "good", "fair", "poor")
    answers = [{each.id: Answer(choice=option) for each in PEER.criteria()} for option in options]
    raters = [rated(f"p{at}", PEER, Purpose.PEER, each) for at, each in enumerate(answers)]
    sheets.add(Purpose.PEER, tuple(raters), 4)
    with running(made(gives(figure))):
        return Peers(rules, sheets, None, CountedByPlugin(PINNED, {}))


def test_sections_and_the_total_are_added_up_from_the_criteria() -> None:
    found = peers(lambda votes: votes[-2])
    assert (found.withheld, found.figure) == (None, 30)
    assert [found.section(each) for each in PEER.section] == [18, 12]
    assert found.total_worked(None) is None


def test_where_one_criterion_has_no_figure_nothing_of_the_part_is_shown() -> None:
    found = peers(lambda votes: 1 / 0 if votes[-1] == 9 else votes[-1])
    assert (found.withheld, found.figure) == (UNSCORED, None)
    assert [step.code for step in found.unscored] == ["rule-failed"]
    assert {found.criterion(each.id) for each in PEER.criteria()} == {None}
    assert [found.section(each) for each in PEER.section] == [None, None]


def test_too_few_raters_are_too_few_whatever_counts() -> None:
    assert peers(max, min_raters=5).withheld == "too-few-raters"
