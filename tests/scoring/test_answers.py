"""What a response may hold, and what is refused: all of it at once, each named."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from cadre_tui import checklists, scoring
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import BadInput
from cadre_tui.words import faults as words
from tests.examples import AGENCY
from tests.examples.writing import answered, rating, read, refused, section, yes_no

LINES = (
    '[[section.criterion.line]]\nid = "one"\ntext = "一"\nper = 1\n'
    '[[section.criterion.line]]\nid = "two"\ntext = "二"\nbetween = [1, 5]\n'
)


@pytest.fixture(scope="module")
def every() -> Checklist:
    """One criterion of each kind."""
    return read(
        section(
            rating("rating", "10", "allow_na = true"),
            yes_no("yes_no"),
            'id = "choice"\nkind = "choice"\ntext = "选"\npoints = 5\n'
            'option = [{ code = "x", text = "x", points = 5 }]',
            f'id = "deduct"\nkind = "deduct"\ntext = "扣"\npoints = 10\n{LINES}',
            'id = "count"\nkind = "count"\ntext = "次"\npoints = 10\nper = 1',
            'id = "tiers"\nkind = "tiers"\ntext = "档"\npoints = 5\ntier = [{ at_least = 2, points = 5 }]',
            'id = "ratio"\nkind = "ratio"\ntext = "率"\npoints = 10',
            'id = "number"\nkind = "number"\ntext = "数"',
            'id = "text"\nkind = "text"\ntext = "文"',
            'id = "date"\nkind = "date"\ntext = "日"',
        )
    )


GOOD: dict[str, Any] = {
    "rating": {"choice": "good", "reason": "好", "evidence": ["a", "b"]},
    "yes_no": {"yes": False},
    "choice": {"choice": "x"},
    "deduct": {"lines": {"one": 2, "two": 0}},
    "count": {"number": 3},
    "tiers": {"number": 1.5},
    "ratio": {"done": 9, "planned": 8},
    "number": {"number": -3},
    "text": {"text": "[b]话[/b]"},
    "date": {"date": "2026-11-01"},
}


def test_every_shape_of_the_page_is_taken(every: Checklist) -> None:
    answers = scoring.read_response(every, {"checklist": every.name, "digest": every.digest, "answers": GOOD})
    assert answers["rating"] == Answer(choice="good", reason="好", evidence=("a", "b"))
    assert answers["deduct"].lines == {"one": 2, "two": 0}
    assert answers["date"].date == date(2026, 11, 1)
    assert {key: scoring.write_answer(answer) for key, answer in answers.items()} == GOOD


@pytest.mark.parametrize(
    ("criterion", "answer", "code"),
    [
        ("nobody", {"yes": True}, "RS010"),
        ("rating", "good", "RS011"),
        ("rating", None, "RS011"),
        ("rating", [], "RS011"),
        ("rating", {"yes": True}, "RS011"),
        ("rating", {"number": 80}, "RS011"),
        ("rating", {}, "RS013"),
        ("rating", {"reason": "好"}, "RS013"),
        ("rating", {"choice": "good", "na": True}, "RS012"),
        ("rating", {"choice": "good", "number": 3}, "RS012"),
        ("rating", {"choice": None}, "RS023"),
        ("rating", {"choice": ["good"]}, "RS023"),
        ("rating", {"choice": "best"}, "RS014"),
        ("rating", {"choice": "good", "extra": 1}, "RS003"),
        ("rating", {"choice": "good", "reason": None}, "RS023"),
        ("rating", {"choice": "good", "reason": 5}, "RS023"),
        ("rating", {"choice": "good", "evidence": "a"}, "RS023"),
        ("rating", {"choice": "good", "evidence": [1]}, "RS023"),
        ("rating", {"choice": "good", "reason": "\x1b[2J"}, "RS023"),
        ("text", {"text": "\ud800"}, "RS023"),
        ("rating", {"na": False}, "RS023"),
        ("rating", {"na": "true"}, "RS023"),
        ("rating", {"na": 1}, "RS023"),
        ("yes_no", {"na": True}, "RS022"),
        ("yes_no", {"yes": 1}, "RS023"),
        ("yes_no", {"yes": "true"}, "RS023"),
        ("yes_no", {"yes": None}, "RS023"),
        ("choice", {"choice": "good"}, "RS014"),
        ("deduct", {"number": 3}, "RS011"),
        ("deduct", {"lines": [1]}, "RS023"),
        ("deduct", {"lines": None}, "RS023"),
        ("deduct", {"lines": {"three": 1}}, "RS015"),
        ("deduct", {"lines": {"one": True}}, "RS016"),
        ("deduct", {"lines": {"one": "1"}}, "RS016"),
        ("deduct", {"lines": {"one": None}}, "RS016"),
        ("deduct", {"lines": {"one": -1}}, "RS017"),
        ("deduct", {"lines": {"two": 0.5}}, "RS021"),
        ("deduct", {"lines": {"two": 6}}, "RS021"),
        ("count", {"lines": {}}, "RS011"),
        ("count", {"number": "3"}, "RS016"),
        ("count", {"number": False}, "RS016"),
        ("count", {"number": -0.1}, "RS017"),
        ("count", {"number": 1000000000001}, "RS018"),
        ("count", {"number": float("inf")}, "RS018"),
        ("count", {"number": float("nan")}, "RS018"),
        ("count", {"number": Decimal("1e999999999")}, "RS018"),
        ("count", {"number": Decimal("1e-999999999")}, "RS018"),
        ("tiers", {"number": -1}, "RS017"),
        ("ratio", {"number": 1.01}, "RS019"),
        ("ratio", {"number": -0.5}, "RS017"),
        ("ratio", {"done": 1}, "RS011"),
        ("ratio", {"planned": 1}, "RS011"),
        ("ratio", {"done": 1, "planned": 0}, "RS020"),
        ("ratio", {"done": -1, "planned": 1}, "RS017"),
        ("ratio", {"done": 1, "planned": 2, "number": 0.5}, "RS012"),
        ("number", {"number": -1000000000001}, "RS018"),
        ("text", {"text": 5}, "RS023"),
        ("date", {"date": "2026-02-30"}, "RS024"),
        ("date", {"date": "20261101"}, "RS024"),
        ("date", {"date": "2026-W44-1"}, "RS024"),
        ("date", {"date": 20261101}, "RS024"),
    ],
)
def test_each_wrong_answer_is_refused(every: Checklist, criterion: str, answer: Any, code: str) -> None:
    assert [found for found, _ in refused(every, {criterion: answer})] == [code]


def test_the_edges_are_taken(every: Checklist) -> None:
    for criterion, answer in {
        "count": {"number": 1000000000000},
        "number": {"number": -1000000000000},
        "ratio": {"number": 1},
        "deduct": {"lines": {"two": 5}},
        "text": {"text": ""},
    }.items():
        assert refused(every, {criterion: answer}) == []
    assert refused(every, {"count": {"number": Decimal("0e999999999")}}) == []


def test_everything_wrong_is_named_at_once(every: Checklist) -> None:
    answers = {"rating": {"choice": "x"}, "deduct": {"lines": {"one": -1, "four": 1}}, "x": {}}
    assert refused(every, answers, digest="0" * 64, more=1) == [
        ("RS003", "more"),
        ("RS006", "digest"),
        ("RS014", "answers.rating.choice"),
        ("RS017", "answers.deduct.lines.one"),
        ("RS015", "answers.deduct.lines.four"),
        ("RS010", "answers.x"),
    ]


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ([], ["RS002"]),
        (None, ["RS002"]),
        ("text", ["RS002"]),
        ({}, ["RS004", "RS004"]),
        ({"checklist": "test.list|1"}, ["RS004"]),
        ({"checklist": "test.list|1", "answers": []}, ["RS023"]),
        ({"checklist": "test.list|2", "answers": {}}, ["RS005"]),
        ({"checklist": "test.list", "answers": {}}, ["RS005"]),
        ({"checklist": 5, "answers": {}}, ["RS005"]),
        ({"checklist": "test.list|1", "digest": None, "answers": {}}, ["RS006"]),
    ],
)
def test_the_top_of_a_response_is_judged_too(every: Checklist, raw: Any, codes: list[str]) -> None:
    with pytest.raises(BadInput) as caught:
        scoring.read_response(every, raw)
    assert [fault.code for fault in caught.value.faults] == codes


def test_an_answer_under_a_hidden_criterion_is_checked_for_its_shape_then_ignored() -> None:
    checklist = read(section(yes_no("a"), rating("b", "10", 'show_when = { criterion = "a", is = true }')))
    assert refused(checklist, {"a": {"yes": False}, "b": {"choice": "x"}}) == [("RS014", "answers.b.choice")]
    sheet = answered(checklist, {"a": {"yes": False}, "b": {"choice": "good"}})
    assert (sheet.total, sheet.criteria[1].score) == (0, None)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"checklist": "test.list|1", "checklist": "test.list|1", "answers": {}}', "checklist"),
        ('{"checklist": "test.list|1", "answers": {}, "answers": {}}', "answers"),
        (
            '{"checklist": "test.list|1", "answers": {"count": {"number": 1}, "count": {"number": 1}}}',
            "answers.count",
        ),
        ('{"checklist": "test.list|1", "answers": {"count": {"number": 1, "number": 2}}}', "answers.count.number"),
        (
            '{"checklist": "test.list|1", "answers": {"deduct": {"lines": {"one": 1, "one": 1}}}}',
            "answers.deduct.lines.one",
        ),
    ],
)
def test_a_key_written_twice_is_refused(every: Checklist, text: str, path: str) -> None:
    with pytest.raises(BadInput) as caught:
        scoring.read_response(every, scoring.parse_response(text.encode(), "x.json"))
    assert [(fault.code, fault.path) for fault in caught.value.faults] == [("RS007", path)]


@pytest.mark.parametrize(
    "number", ["1e999999999", "1e-999999999", "1e99999999999999999999", "NaN", "-Infinity", "9" * 9999]
)
def test_absurd_numbers_are_refused_in_no_time(every: Checklist, number: str) -> None:
    text = '{"checklist": "test.list|1", "answers": {"count": {"number": %s}}}' % number  # noqa: UP031 - braces
    with pytest.raises(BadInput) as caught:
        scoring.read_response(every, scoring.parse_response(text.encode(), "x.json"))
    assert [fault.code for fault in caught.value.faults] == ["RS018"]


@pytest.mark.parametrize("text", [b"", b"{", b"\xff\xfe{", "{“checklist”: 1}".encode(), b"[" * 100_000])
def test_what_is_no_json_is_told_in_a_sentence(text: bytes) -> None:
    with pytest.raises(BadInput):
        scoring.parse_response(text, "x.json")


def test_numbers_are_exact(every: Checklist) -> None:
    text = '{"checklist": "test.list|1", "answers": {"ratio": {"number": 0.1}, "count": {"number": 3}}}'
    answers = scoring.read_response(every, scoring.parse_response(text.encode(), "x.json"))
    assert answers["ratio"].number == Decimal("0.1")
    plain = scoring.read_response(every, json.loads(text))
    assert plain == answers


@pytest.mark.parametrize("number", ["Infinity", "NaN", "1e999999999"])
def test_a_number_that_cannot_be_used_is_refused_on_its_way_out_and_in_again(every: Checklist, number: str) -> None:
    unchecked = Answer.model_construct(number=Decimal(number))
    assert refused(every, {"count": scoring.write_answer(unchecked)}) == [("RS018", "answers.count.number")]


def test_a_draft_may_hold_a_reason_before_its_value(every: Checklist) -> None:
    raw = {"checklist": every.name, "answers": {"rating": {"reason": "先写理由"}}}
    answers = scoring.read_response(every, raw, draft=True)
    assert not answers["rating"].given
    assert answers["rating"].reason == "先写理由"
    assert scoring.write_answer(answers["rating"]) == {"reason": "先写理由"}


def test_a_scorer_of_a_plugin_that_is_not_there_is_named() -> None:
    checklist = read(section(yes_no("a")), head='scorer = "qinghe.weights"')
    with pytest.raises(BadInput, match="scorer-missing") as caught:
        answered(checklist, {})
    assert caught.value.values["name"] == "qinghe.weights"


def test_a_fault_of_a_response_is_told_without_the_answer() -> None:
    checklist = checklists.read(AGENCY)
    with pytest.raises(BadInput) as caught:
        scoring.read_response(
            checklist, {"checklist": checklist.name, "answers": {"plan.written": {"choice": "秘密"}}}
        )
    told = words.sentence(caught.value.faults[0])
    assert "秘密" not in told
    assert "plan.written" in told
    assert "good" in told
