"""A whole round without a screen: from nothing to everybody's result, worked out by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from cadre_tui.model.results.result import Result
from cadre_tui.plugins.known.loading import load_catalogue
from tests.cli.commands import ROSTER, ROUND, Commands, refused
from tests.examples.writing import HEAD, section, yes_no

MUTUAL = load_catalogue().checklist("core.mutual")
PEOPLE = ("q1", "q2", "q3", "q4")


def response(county: Commands, choice: str, **others: str) -> Path:
    """Every criterion of ``core.mutual`` answered alike, but for those that are named."""
    answers = {each.id: {"choice": others.get(each.id, choice)} for each in MUTUAL.criteria()}
    for answer in answers.values():
        answer["reason"] = "有具体事例"
        answer["evidence"] = ["台账第3页"]  # type: ignore[assignment]
    return county.file(f"{choice}.json", json.dumps({"checklist": MUTUAL.name, "answers": answers}))


def respond(county: Commands, rater: str, subject: str, file: Path) -> Any:
    return county.by(rater, "respond", "--round", "2026-h2", "--subject", subject, file)


@pytest.fixture
def opened(peopled: Commands) -> Commands:
    """The round is open and everybody has a token."""
    peopled.activate_all()
    assert peopled.by("zzb", "round", "new", peopled.file("round.toml", ROUND)).code == 0
    assert peopled.by("zzb", "round", "open", "2026-h2").code == 0
    return peopled


@pytest.fixture
def published(opened: Commands) -> Commands:
    """Everybody is good in their own eyes and fair in others'; nobody but q1 has rated q4, and q4 nobody."""
    good, fair = response(opened, "good"), response(opened, "fair")
    for rater in ("q1", "q2", "q3"):
        assert respond(opened, rater, rater, good).code == 0
        for subject in PEOPLE:
            if subject != rater and (subject != "q4" or rater == "q1"):
                assert respond(opened, rater, subject, fair).code == 0
    assert opened.by("zzb", "round", "close", "2026-h2", "--leave-out", "到期未交").code == 0
    assert opened.by("zzb", "round", "publish", "2026-h2").code == 0
    return opened


def test_progress_counts_what_was_handed_in_by_unit(opened: Commands) -> None:
    respond(opened, "q1", "q1", response(opened, "good"))
    respond(opened, "q1", "q2", response(opened, "fair"))
    told = opened.by("zzb", "round", "status", "2026-h2", "--json").json
    (unit,) = told["units"]
    assert (unit["unit"], unit["people"], unit["finished"]) == ("城关镇", 4, 0)
    assert unit["handed_in"] == told["handed_in"]
    assert (
        told["handed_in"]["self"].items() >= {"handed_in": 1, "asked": 4, "given": 4, "begun": 0, "late": 0}.items()
    )
    assert told["handed_in"]["peer"].items() >= {"handed_in": 1, "asked": 12, "overdue": 0}.items()
    text = opened.by("zzb", "round", "status", "2026-h2").out
    assert "进行中" in text
    assert "1/12" in text


def test_the_total_is_the_weighted_mean_of_oneself_and_colleagues(published: Commands) -> None:
    # q4 rated nobody, so q1 has two raters and the rule asks for three: nothing of them is shown.
    few = published.by("zzb", "results", "2026-h2", "--subject", "q1", "--json").json["results"][0]
    assert (few["total"], few["grade"], few["withheld"]) == (None, None, "incomplete")
    assert [(part["by"], part["score"], part["raters"]) for part in few["parts"]] == [
        ("self", 100.0, None),
        ("peer", None, None),
    ]
    assert all(row["peers"] is None and row["gap"] is None for row in few["criteria"])


def test_self_stands_beside_colleagues_with_the_gap(opened: Commands) -> None:
    good, fair = response(opened, "good"), response(opened, "fair")
    assert respond(opened, "q1", "q1", good).code == 0
    for rater in ("q2", "q3", "q4"):
        assert respond(opened, rater, "q1", fair).code == 0
    for step in (("close", "--leave-out", "到期未交"), ("publish",)):
        assert opened.by("zzb", "round", *step, "2026-h2").code == 0
    (found,) = opened.by("q1", "results", "2026-h2", "--json").json["results"]
    # 100 from oneself (40) and 80 from each of three colleagues (60): 88
    assert (found["total"], found["grade"]) == (88.0, {"zh": "不合格", "en": "Fail"})
    assert {(row["self"] - row["peers"], row["gap"]) for row in found["criteria"]} == {(3.0, 3.0), (2.0, 2.0)}
    assert found["criteria"][0]["raters"] == 3
    text = opened.by("q1", "results", "2026-h2").out
    assert "总分：88.0    等次：不合格" in text
    assert "总分：（100 × 40 + 80 × 60）÷ 100 = 88" in text
    assert "可能高估" in text
    assert "自评是怎么算出来的：" in text
    assert "自评 15 分：好 100 ÷ 100 × 15 = 15" in text
    assert found["criteria"][0]["self_why"] == ["好 100 ÷ 100 × 15 = 15"]
    english = opened.by("q1", "--lang", "en", "results", "2026-h2").out
    assert "88.0" in english
    assert "Fail" in english
    assert "Good 100 ÷ 100 × 15 = 15" in english


def test_everybody_sees_their_own_result_and_the_organiser_all(published: Commands) -> None:
    assert [each["subject"]["id"] for each in published.by("q2", "results", "2026-h2", "--json").json["results"]] == [
        "q2"
    ]
    all_of_them = published.by("zzb", "results", "2026-h2", "--json").json["results"]
    assert [each["subject"]["id"] for each in all_of_them] == list(PEOPLE)
    shown = published.by("zzb", "results", "2026-h2").out.splitlines()
    assert len(shown) == 4 + len(PEOPLE) + 3, "a title, two lines of headings; at the end two hashes"
    assert refused(published.by("q2", "results", "2026-h2", "--subject", "q1"), 3).startswith("这不是你的")


def test_nothing_is_shown_before_it_is_published(opened: Commands) -> None:
    for person in ("q1", "zzb"):
        assert refused(opened.by(person, "results", "2026-h2"), 3).startswith("结果还没有公布")


def test_a_response_that_is_not_right_is_refused_whole(opened: Commands) -> None:
    partial = opened.file(
        "p.json", json.dumps({"checklist": MUTUAL.name, "answers": {"plan.overall": {"choice": "x"}}})
    )
    told = respond(opened, "q1", "q2", partial)
    assert told.code == 2
    assert "RS014" in told.err
    missing = opened.file("m.json", json.dumps({"checklist": MUTUAL.name, "answers": {}}))
    assert refused(respond(opened, "q1", "q2", missing), 2).startswith("还缺这些，不能提交")
    assert refused(respond(opened, "q1", "q2", opened.folder / "nowhere.json"), 2).startswith("找不到答卷文件")
    assert refused(respond(opened, "q1", "q2", opened.file("n.json", "{")), 2).startswith(
        "答卷文件 n.json 不是正确的"
    )
    told = opened.by("zzb", "round", "status", "2026-h2", "--json").json
    assert told["handed_in"]["peer"]["handed_in"] == 0


def test_what_belongs_to_an_answer_and_is_not_there_is_told_as_that(peopled: Commands) -> None:
    peopled.activate_all()
    lists = peopled.folder / "data" / "checklists"
    lists.mkdir(exist_ok=True)
    owing = yes_no("a", "60", 'evidence = "required"\nreason = "required"')
    lists.joinpath("test.toml").write_text(HEAD + section(owing, yes_no("b", "40")), "utf-8")
    rules = peopled.file("round.toml", ROUND.replace("core.mutual", "test.list"))
    assert peopled.by("zzb", "round", "new", rules).code == 0
    assert peopled.by("zzb", "round", "open", "2026-h2").code == 0
    half = peopled.file("half.json", json.dumps({"checklist": "test.list|1", "answers": {"a": {"yes": True}}}))
    told = respond(peopled, "q1", "q1", half)
    assert refused(told, 2) == "还缺这些，不能提交：a（缺佐证）、a（缺理由）、b。请补齐以后再试。"


def test_nobody_answers_twice_or_about_whom_they_were_not_asked(opened: Commands) -> None:
    good = response(opened, "good")
    done = respond(opened, "q1", "q2", good)
    assert (done.code, done.out) == (0, "已提交：core.mutual|2026.1，被评人 q2。\n")
    assert refused(respond(opened, "q1", "q2", good), 2).startswith("这一份已经提交")
    assert refused(respond(opened, "q1", "nobody", good), 3).startswith("没有请你用")
    assert refused(opened.by("q1", "respond", "--round", "x", "--subject", "q1", good), 2).startswith(
        "没有编号为“x”的轮次"
    )
    assert refused(respond(opened, "zzb", "q2", good), 3).startswith("这件事要以“干部”的身份办")


def test_after_the_end_nothing_is_taken(published: Commands) -> None:
    assert refused(respond(published, "q4", "q1", response(published, "good")), 3).startswith("这一轮现在不能填写")


def test_what_was_handed_in_is_answered_as_json(opened: Commands) -> None:
    good = response(opened, "good")
    told = opened.by("q1", "respond", "--round", "2026-h2", "--subject", "q2", good, "--json").json
    assert {key: told[key] for key in ("rater", "subject", "purpose", "state", "checklist", "digest")} == {
        "rater": "q1",
        "subject": "q2",
        "purpose": "peer",
        "state": "submitted",
        "checklist": MUTUAL.name,
        "digest": MUTUAL.digest,
    }


def test_an_organiser_who_is_a_cadre_too_fills_in_their_own(opened: Commands) -> None:
    path = opened.file("with.csv", ROSTER + "zzb,组织部长,城关镇,乡科级干部,部长\n")
    assert opened.by("zzb", "roster", "import", path, "--yes").code == 0
    assert opened.by("zzb", "round", "new", opened.file("r3.toml", ROUND.replace("2026-h2", "r3"))).code == 0
    assert opened.by("zzb", "round", "open", "r3").code == 0
    done = opened.by("zzb", "respond", "--round", "r3", "--subject", "q1", response(opened, "fair"))
    assert done.code == 0


def test_a_result_bears_the_hashes_by_which_it_is_checked(published: Commands) -> None:
    told = published.by("zzb", "results", "2026-h2", "--json").json
    assert len(told["rules_hash"]) == len(told["audit_hash"]) == 64
    said = published.by("q1", "results", "2026-h2").out
    assert f"规则指纹：{told['rules_hash']}" in said
    assert f"操作记录末条指纹：{told['audit_hash']}" in said
    assert published.by("zzb", "audit", "verify", told["audit_hash"]).code == 0


def test_everybodys_results_are_all_told_or_nothing(published: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    told = published.by("zzb", "results", "2026-h2", "--json")
    assert told.out == json.dumps(told.json, ensure_ascii=False, indent=2) + "\n"
    assert [each["subject"]["id"] for each in told.json["results"]] == list(PEOPLE)

    def stopped(found: Result) -> Any:
        if found.subject.id == "q3":
            raise KeyboardInterrupt
        return {}

    monkeypatch.setattr("cadre_tui.cli.rounds.results.sheet_json", stopped)
    stopped_at = published.by("zzb", "results", "2026-h2", "--json")
    assert (stopped_at.code, stopped_at.out) == (130, "")
