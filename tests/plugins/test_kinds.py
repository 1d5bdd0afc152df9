"""Kinds of criterion that a plugin brings: from the checklist to the score, and what happens where one fails."""

import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from threading import Event
from typing import Any

import pytest

from cadre_tui import checklists, scoring
from cadre_tui.kinds import draw
from cadre_tui.kinds.absent import AbsentCriterion
from cadre_tui.model.answers.drawing import AbsentField, NumberField, NumberLines
from cadre_tui.model.fault import BadInput, NotRight
from cadre_tui.plugins import Criterion, CriterionKind, Earned, Number, Shape, Wrong, hookimpl, said
from cadre_tui.plugins import NumberField as Field
from cadre_tui.plugins.allowed.running import running
from cadre_tui.plugins.asking import calling
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.scoring.sheet import Scorer
from cadre_tui.words import faults as fault_words
from cadre_tui.words.refusals import sentence
from cadre_tui.words.results.steps import sentence as told
from tests.examples.plugins import LINSHAN_LIST, linshan, made
from tests.examples.writing import answered, faults, read, refused, section, yes_no

CARD = 'id = "card"\nkind = "linshan.points_card"\ntext = "积分"\nevery = 8\nper = 5\npoints = 30'
VISITS = 'id = "v"\nkind = "linshan.visits"\ntext = "走访"\nplaces = ["东村", "西村"]\neach = 10\npoints = 20'
PACE = 'id = "pace"\nkind = "linshan.pace"\ntext = "频次"\npoints = 10'
SHARE = 'id = "share"\nkind = "linshan.share"\ntext = "率"\npoints = 10'
WORDS = 'id = "words"\nkind = "linshan.words"\ntext = "小结"\npoints = 10'
BEFORE = 'id = "before"\nkind = "linshan.before"\ntext = "期限"\nby = 2026-06-30\npoints = 10'


@pytest.fixture
def enabled() -> Iterator[None]:
    with running(linshan()):
        yield


@pytest.mark.usefixtures("enabled")
def test_every_shape_is_answered_and_scored_with_the_plugins_own_steps() -> None:
    checklist = read(section(CARD, VISITS, PACE, SHARE, WORDS, BEFORE))
    sheet = answered(
        checklist,
        {
            "card": {"number": 20},
            "v": {"lines": {"p0": 2}},
            "pace": {"choice": "often"},
            "share": {"done": 1, "planned": 3},
            "words": {"text": "一年来学了不少，也用上了"},
            "before": {"date": "2026-06-30"},
        },
    )
    earned = {row.id: row.score for row in sheet.criteria}
    assert earned == {"card": 10, "v": 10, "pace": 10, "share": Fraction(10, 3), "words": 10, "before": 10}
    why = [told(step, checklist, "zh") for step in sheet.row("card").why]
    assert why == ["20 个，满 8 个计 1 次：2 × 5", "计 10 分"]
    assert told(sheet.row("card").why[0], checklist, "en") == "20, every 8 count once: 2 × 5"
    assert sheet.total is not None


@pytest.mark.usefixtures("enabled")
def test_an_answer_may_take_the_criterion_out() -> None:
    sheet = answered(read(section(PACE, yes_no("a"))), {"pace": {"choice": "new"}, "a": {"yes": True}})
    assert (sheet.row("pace").score, sheet.total) == (None, 20)


@pytest.mark.usefixtures("enabled")
def test_its_keys_are_judged_as_any_others_are() -> None:
    wrong = CARD.replace("every = 8", 'every = "8"\nevrey = 3')
    assert {code for code, _where in faults(section(wrong))} == {"CL010", "CL012"}
    assert faults(section(CARD.replace("every = 8", "every = 0"))) == [("PL001", "card › every")]
    with pytest.raises(NotRight) as caught:
        read(section(CARD.replace("every = 8", "every = 0")))
    assert "every 要大于零" in fault_words.sentence(caught.value.faults[0])


@pytest.mark.usefixtures("enabled")
def test_answers_are_judged_by_shape_then_by_the_plugin() -> None:
    checklist = read(section(CARD, VISITS, PACE))
    assert refused(checklist, {"card": {"text": "20"}, "v": {"lines": {"p9": 1}}, "pace": {"choice": "x"}}) == [
        ("RS011", "answers.card"),
        ("RS015", "answers.v.lines.p9"),
        ("RS014", "answers.pace.choice"),
    ]
    assert refused(checklist, {"card": {"number": 2.5}}) == [("RS025", "answers.card.number")]


@pytest.mark.usefixtures("enabled")
def test_conditions_look_at_its_answers() -> None:
    hidden = yes_no("later", more='show_when = { criterion = "v", line = "p1", at_least = 1 }')
    checklist = read(section(VISITS, PACE, hidden))
    assert "later" not in scoring.visible(checklist, read_answers(checklist, {"v": {"lines": {"p0": 3}}}))
    assert "later" in scoring.visible(checklist, read_answers(checklist, {"v": {"lines": {"p1": 1}}}))
    never = yes_no("later", more='show_when = { criterion = "pace", is = "sometimes" }')
    assert faults(section(PACE, never)) == [("CL025", "later › show_when › is")]


def read_answers(checklist, answers):
    return scoring.read_response(checklist, {"checklist": checklist.name, "answers": answers})


@pytest.mark.usefixtures("enabled")
def test_it_is_drawn_as_data() -> None:
    checklist = checklists.read(LINSHAN_LIST)
    assert isinstance(draw(checklist.criterion("study.card"), checklist), NumberField)
    lines = draw(checklist.criterion("study.visits"), checklist)
    assert isinstance(lines, NumberLines)
    assert [line.text.say("zh") for line in lines.lines] == ["东村", "西村", "学校"]


def test_without_the_plugin_it_is_named_and_nothing_is_read() -> None:
    with pytest.raises(BadInput, match="checklist-kind-missing") as caught:
        checklists.read(LINSHAN_LIST)
    assert caught.value.values["kinds"] == "linshan.points_card, linshan.visits"


def test_listing_and_checking_run_no_plugin() -> None:
    plugin = linshan()
    with running(plugin):
        found = checklists.check(LINSHAN_LIST)
        listed = checklists.listed(LINSHAN_LIST)
        offer = next(
            each
            for each in load_catalogue([LINSHAN_LIST.parent], plugins=False).offers()
            if each.id == "linshan.agency"
        )
        assert plugin.loads == []
        whole = checklists.read(LINSHAN_LIST)
    assert [(fault.code, fault.warning) for fault in found] == [("CL029", True)] * 2
    assert "linshan.points_card" in fault_words.sentence(found[0])
    assert offer.problem is None
    assert whole.digest == listed.digest == offer.digest
    assert plugin.loads == ["linshan"]


def test_what_is_listed_is_judged_whole_when_it_is_used(tmp_path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(LINSHAN_LIST.read_text("utf-8").replace("every = 8", "every = 0"), "utf-8")
    catalogue = load_catalogue([tmp_path], plugins=False)
    with running(linshan()), pytest.raises(NotRight) as caught:
        catalogue.checklist("linshan.agency")
    assert [fault.code for fault in caught.value.faults] == ["PL001"]
    with pytest.raises(BadInput, match="checklist-kind-missing"):
        load_catalogue([tmp_path], plugins=False).checklist("linshan.agency")


def test_only_a_checklist_that_uses_it_imports_it_and_only_the_plugin_that_may_give_it() -> None:
    mine, other = linshan(), made(object(), "other")
    with running(other, mine):
        read(section(yes_no("a")))
        assert mine.loads == []
        read(section(CARD))
    assert (mine.loads, other.loads) == (["linshan"], [])


def test_a_round_whose_plugin_has_gone_still_reads_and_scores_what_it_can() -> None:
    with running(linshan()):
        whole = checklists.read(LINSHAN_LIST)
        answers = read_answers(whole, {"study.card": {"number": 16}, "study.done": {"yes": True}})
    gone = checklists.thaw(whole.canonical)
    assert gone.digest == whole.digest
    assert isinstance(gone.criterion("study.card"), AbsentCriterion)
    assert draw(gone.criterion("study.card"), gone) == AbsentField(kind="linshan.points_card")
    sheet = Scorer(gone).score(answers)
    assert (sheet.total, sheet.grade, sheet.row("study.done").score) == (None, None, 40)
    assert sheet.row("study.visits").score == 0  # not answered: that needs no plugin
    assert "插件没有启用" in told(sheet.unscored[0], gone, "zh")
    known = Scorer(gone).score({"study.done": answers["study.done"]})
    assert (known.total, known.unscored) == (40, ())
    with running(linshan()):
        assert Scorer(checklists.thaw(whole.canonical)).score(answers).total == 50


def test_what_cannot_be_judged_is_not_taken() -> None:
    with running(linshan()):
        canonical = checklists.read(LINSHAN_LIST).canonical
    gone = checklists.thaw(canonical)
    with pytest.raises(BadInput, match="kind-missing"):
        read_answers(gone, {"study.card": {"number": 1}})
    assert read_answers(gone, {"study.done": {"yes": True}})["study.done"].yes


class Tally(Criterion):
    per: Number = 1


def kind(**changes: Any) -> CriterionKind:
    plain: dict[str, Any] = {
        "name": "linshan.tally",
        "title": "计次",
        "shape": Shape.NUMBER,
        "model": Tally,
        "draw": lambda _criterion: Field(),
        "score": lambda _criterion, answer: Earned(answer.number, (said("照数"),)),
    }
    return CriterionKind(**plain | changes)


def gives(*kinds: Any) -> object:
    class Plugin:
        @hookimpl
        def cadre_criterion_kinds(self):
            return kinds

    return Plugin()


def raises(*_asked: Any) -> Any:
    raise RuntimeError("秘密")


def exits(*_asked: Any) -> Any:
    sys.exit(3)


FAILING: list[Callable[..., Any]] = [
    raises,
    exits,
    lambda _criterion, _answer: None,
    lambda _criterion, _answer: Earned(0.5, ()),
    lambda _criterion, _answer: Earned(Fraction(11), ()),
    lambda _criterion, _answer: Earned(Fraction(-1), ()),
    lambda _criterion, _answer: Earned(Fraction(1), ("a step",)),
    lambda _criterion, _answer: Earned(Fraction(1), (said("{x}", x=object()),)),
]
TALLY = 'id = "t"\nkind = "linshan.tally"\ntext = "次"\npoints = 10'


@pytest.mark.parametrize("score", FAILING)
def test_a_score_that_fails_is_no_score(score) -> None:
    with running(made(gives(kind(score=score)))):
        checklist = read(section(TALLY, yes_no("a")))
        sheet = answered(checklist, {"t": {"number": 3}, "a": {"yes": True}})
    assert (sheet.total, sheet.grade, sheet.row("t").score, sheet.row("a").score) == (None, None, None, 10)
    why = told(sheet.unscored[0], checklist, "zh")
    assert "linshan" in why
    assert "秘密" not in why


@pytest.mark.parametrize("check", [raises, exits, lambda *_asked: 7, lambda *_asked: ["no"]])
def test_checks_that_fail_let_nothing_through(check) -> None:
    with running(made(gives(kind(check=check)))):
        assert faults(section(TALLY)) == [("PL002", "t")]
    with running(made(gives(kind(check_answer=check)))):
        assert refused(read(section(TALLY)), {"t": {"number": 1}}) == [("RS026", "answers.t")]


@pytest.mark.parametrize("drawn", [raises, exits, lambda _criterion: "a widget"])
def test_a_drawing_that_fails_is_a_fault_and_never_ends_a_screen(drawn) -> None:
    with running(linshan()):
        canonical = read(section(CARD)).canonical
    with running(made(gives(kind(draw=drawn)))):
        assert faults(section(TALLY)) == [("PL002", "t › kind")]
    broken = kind(name="linshan.points_card", draw=drawn, model=Criterion)
    with running(made(gives(broken))):
        there = checklists.thaw({**canonical, "section": without_own_keys(canonical["section"])})
        assert draw(next(there.criteria()), there) == AbsentField(kind="linshan.points_card")


def without_own_keys(sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            **each,
            "criterion": [
                {key: value for key, value in one.items() if key not in ("every", "per")} for one in each["criterion"]
            ],
        }
        for each in sections
    ]


@pytest.mark.parametrize(
    ("plugin", "code"),
    [
        (gives("text"), "plugin-wrong-answer"),
        (gives(kind(name="qinghe.tally")), "plugin-foreign-name"),
        (gives(kind(name="tally")), "plugin-foreign-name"),
        (gives(kind(model=dict)), "plugin-wrong-answer"),
        (gives(kind(shape="round")), "plugin-wrong-answer"),
        (gives(kind(), kind()), "descriptor-twice"),
    ],
)
def test_a_descriptor_that_cannot_be_one_is_refused_and_told(plugin, code: str) -> None:
    with running(made(plugin)), pytest.raises(NotRight, match=code) as caught:
        read(section(TALLY))
    assert "linshan" in sentence(caught.value)


def test_two_plugins_with_one_name_are_both_named_and_neither_is_taken() -> None:
    first, second = made(gives(kind()), "linshan-a"), made(gives(kind()), "linshan-b")
    with running(first, second), pytest.raises(NotRight, match="descriptor-twice") as caught:
        read(section(TALLY))
    assert {"linshan-a", "linshan-b"} <= set(caught.value.values.values())


def test_a_plugin_that_takes_too_long_is_given_up_and_not_waited_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    never, calls = Event(), []

    def waits(_criterion: Any, _answer: Any) -> Any:
        calls.append(1)
        never.wait(60)

    monkeypatch.setenv("CADRE_PLUGIN_SECONDS", "0.05")
    monkeypatch.setattr(calling, "_slow", {})
    with running(made(gives(kind(score=waits)))):
        checklist = read(section(TALLY))
        answers = read_answers(checklist, {"t": {"number": 1}})
        sheets = [scoring.score(checklist, answers) for _each in range(3)]
    never.set()
    assert [sheet.total for sheet in sheets] == [None] * 3
    assert len(calls) == 1


def test_a_wrong_is_told_where_it_is() -> None:
    check = lambda _criterion: [Wrong("不要这样写", "per")]  # noqa: E731
    with running(made(gives(kind(check=check)))):
        assert faults(section(TALLY)) == [("PL001", "t › per")]
