"""Filling in: drafts merge, numbers stay exact, handing in is one act over all of one's set."""

import json
from collections.abc import Callable
from decimal import Decimal

import pytest

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import CadreError, NotPermitted
from cadre_tui.model.filling.home import Task
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.home import home_of
from cadre_tui.services.people import accounts
from cadre_tui.services.rounds import life
from cadre_tui.store import Document, Key, keys
from tests.refusing import refused
from tests.services.small import (
    DAY,
    LEFT_OUT,
    MEANS_ANOTHER,
    NOTES,
    START,
    Small,
    fill_peers,
    fill_self,
    pair,
    rules,
    second_version,
    share,
    task,
)

SELF, PEER = Purpose.SELF, Purpose.PEER


def count_writes(small: Small, monkeypatch: pytest.MonkeyPatch) -> list[Key]:
    written: list[Key] = []
    store = small.county.store
    change: Callable[..., Document] = store.change

    def noting(key: Key, edit: Callable[[Document | None], Document]) -> Document:
        written.append(key)
        return change(key, edit)

    monkeypatch.setattr(store, "change", noting)
    return written


def test_a_person_is_asked_about_themself_and_all_of_their_unit_but_never_as_a_colleague(going: Small) -> None:
    cadre = going.signed_in("a1")
    about = {
        each.purpose: [(task.checklist, task.subject.id) for task in each.tasks] for each in home_of(cadre).todos
    }
    assert about[SELF] == [("t.own", "a1"), ("t.pair", "a1")]
    assert about[PEER] == [("t.pair", "a2"), ("t.pair", "a3"), ("t.pair", "a4")]


def test_a_checklist_for_another_level_is_not_asked(going: Small) -> None:
    todo = tasks.todo(going.signed_in("a4"), "r1", SELF)
    assert [each.checklist for each in todo.tasks] == ["t.pair"]


def test_a_draft_merges_answer_by_answer_and_knows_where_one_stopped(going: Small) -> None:
    cadre = going.signed_in("a1")
    about = task(cadre, PEER, "t.pair", "a2")
    responses.save(cadre, about, {"pair.one": Answer(choice="good", reason="因为")}, at="pair.one")
    going.clock.now += DAY
    saved = responses.save(cadre, about, {"pair.two": Answer(choice="half")})
    again = going.again()
    form = responses.open_form(again.signed_in("a1"), about)
    assert form.response == saved
    assert form.response.answers == {
        "pair.one": Answer(choice="good", reason="因为"),
        "pair.two": Answer(choice="half"),
    }
    assert (form.response.at, form.response.saved, form.response.state) == ("pair.one", START + DAY, State.DRAFT)
    assert (form.min_raters, form.checklist.digest) == (2, form.response.digest)
    responses.save(cadre, about, {"pair.one": None})
    assert list(responses.open_form(cadre, about).response.answers) == ["pair.two"]


@pytest.mark.parametrize("number", ["0.1", "0.333333333333333333333333333333", "0.12345678901234567890", "1", "0"])
def test_numbers_are_kept_to_the_last_digit(going: Small, number: str) -> None:
    cadre = going.signed_in("a1")
    about = task(cadre, SELF, "t.own", "a1")
    responses.save(cadre, about, share(number))
    kept = responses.open_form(going.again().signed_in("a1"), about).response.answers["own.share"].number
    assert str(kept) == number


def test_a_reason_may_wait_for_its_answer_in_a_draft(going: Small) -> None:
    cadre = going.signed_in("a1")
    about = task(cadre, PEER, "t.pair", "a2")
    responses.save(cadre, about, {"pair.one": Answer(reason="先记下")})
    assert responses.open_form(cadre, about).response.answers["pair.one"].reason == "先记下"
    gaps = {each.task.subject.id: len(each.missing) for each in responses.gaps(cadre, "r1", PEER)}
    assert gaps == {"a2": 2, "a3": 2, "a4": 2}


@pytest.mark.parametrize(
    "changes",
    [
        {"pair.one": Answer(choice="better")},
        {"pair.three": Answer(choice="good")},
        {"pair.one": Answer(number=Decimal(1))},
        {"pair.one": Answer(na=True)},
        {"pair.one": Answer(choice="good", reason="\x1b[2J")},
    ],
)
def test_an_answer_that_does_not_fit_is_refused_and_nothing_is_kept(
    going: Small, changes: dict[str, Answer | None]
) -> None:
    cadre = going.signed_in("a1")
    about = task(cadre, PEER, "t.pair", "a2")
    with refused("response-faulty"):
        responses.save_many(cadre, {task(cadre, PEER, "t.pair", "a3"): pair("good", "good"), about: changes})
    assert going.county.store.read(keys.drawer("r1", "a1")) is None


def test_several_subjects_are_saved_in_one_write(going: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    cadre = going.signed_in("a1")
    todo = tasks.todo(cadre, "r1", PEER)
    written = count_writes(going, monkeypatch)
    saved = responses.save_many(cadre, {each: pair("good", "half") for each in todo.tasks})
    assert [each.subject for each in saved] == ["a2", "a3", "a4"]
    assert written == [keys.drawer("r1", "a1")]
    forms = responses.open_forms(cadre, "r1", PEER, "t.pair")
    assert [each.response.answers["pair.two"].choice for each in forms] == ["half"] * 3


def test_handing_in_says_what_is_missing_and_changes_nothing(going: Small) -> None:
    cadre = going.signed_in("a1")
    about = task(cadre, PEER, "t.pair", "a2")
    responses.save(cadre, about, pair("good", "good"))
    with refused("not-complete") as told:
        responses.hand_in(cadre, "r1", PEER)
    assert told.value.values == {"count": 4}
    assert {each.state for each in tasks.todo(cadre, "r1", PEER).tasks} == {State.DRAFT, None}


def test_handing_in_is_one_act_over_the_whole_set_and_leaves_the_other_purpose_alone(
    going: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    cadre = going.signed_in("a1")
    responses.save(cadre, task(cadre, SELF, "t.own", "a1"), share("0.5"))
    written = count_writes(going, monkeypatch)
    fill_peers(cadre, {"a2": ("good", "half")})
    assert written == [keys.drawer("r1", "a1")]
    states = {each.purpose: {task.state for task in each.tasks} for each in home_of(cadre).todos}
    assert states == {SELF: {State.DRAFT, None}, PEER: {State.SUBMITTED}}
    with refused("handed-in-already"):
        responses.hand_in(cadre, "r1", PEER)


def test_the_last_answers_are_handed_in_with_the_rest_or_not_at_all(going: Small) -> None:
    cadre = going.signed_in("a1")
    first, *others = tasks.todo(cadre, "r1", PEER).tasks
    responses.save_many(cadre, {each: pair("good", "good") for each in others})
    with refused("not-complete"):
        responses.hand_in(cadre, "r1", PEER, {first: {"pair.one": Answer(choice="good")}})
    assert responses.open_form(cadre, first).response.answers == {}
    responses.hand_in(cadre, "r1", PEER, {first: pair("good", "nil")})
    assert responses.open_form(cadre, first).response.state is State.SUBMITTED


def test_what_was_handed_in_is_read_only_until_it_is_taken_back(going: Small) -> None:
    cadre = going.signed_in("a1")
    fill_peers(cadre, {})
    about = task(cadre, PEER, "t.pair", "a2")
    assert not about.open
    with refused("handed-in-already"):
        responses.save(cadre, about, pair("nil", "nil"))
    responses.take_back(cadre, "r1", PEER)
    assert responses.save(cadre, about, pair("nil", "nil")).state is State.DRAFT
    with refused("nothing-handed-in"):
        responses.take_back(cadre, "r1", PEER)
    responses.hand_in(cadre, "r1", PEER)
    life.close_round(going.organiser, "r1", LEFT_OUT)
    with refused("round-not-open", NotPermitted):
        responses.take_back(cadre, "r1", PEER)


def test_what_was_handed_in_by_two_entries_is_taken_back_together(going: Small) -> None:
    raw = {"checklist": "t.pair|1", "answers": {key: {"choice": "half"} for key in ("pair.one", "pair.two")}}
    responses.respond(going.signed_in("a1"), "r1", "a2", raw)
    code = accounts.issue_activation_codes(going.organiser, ["a1"])["a1"]
    cadre = accounts.activate(going.county, "a1", code, "quiet horse")
    responses.respond(cadre, "r1", "a3", raw)
    assert responses.take_back(cadre, "r1", PEER) == 2
    found = read_drawer(going.again().county, "r1", "a1").responses
    assert [(each.state, each.hands) for each in found] == [(State.DRAFT, {"a1": 1})] * 2


def test_after_its_deadline_a_purpose_is_closed_and_the_other_is_not(small: Small) -> None:
    small.opened(rules(deadlines={SELF: START + DAY, PEER: START + 2 * DAY}))
    cadre = small.signed_in("a1")
    fill_self(cadre)
    own = task(cadre, SELF, "t.own", "a1")
    small.clock.now = START + DAY
    responses.take_back(cadre, "r1", SELF)
    small.clock.now += DAY / 2
    attempts: list[Callable[[], object]] = [
        lambda: responses.save(cadre, own, share("1")),
        lambda: responses.hand_in(cadre, "r1", SELF),
        lambda: responses.take_back(cadre, "r1", SELF),
        lambda: responses.respond(
            cadre, "r1", "a1", {"checklist": "t.own|1", "answers": {"own.share": {"number": 1}}}
        ),
    ]
    for attempt in attempts:
        with refused("deadline-passed") as told:
            attempt()
        assert told.value.values == {"deadline": "2026-03-02 01:00"}
    assert not task(cadre, SELF, "t.own", "a1").open
    assert responses.save(cadre, task(cadre, PEER, "t.pair", "a2"), pair("good", "good"))


def test_a_closed_round_takes_nothing_more_but_may_be_looked_at(going: Small) -> None:
    cadre = going.signed_in("a1")
    about = task(cadre, PEER, "t.pair", "a2")
    responses.save(cadre, about, pair("good", "good"))
    life.close_round(going.organiser, "r1", LEFT_OUT)
    with refused("round-not-open", NotPermitted):
        responses.save(cadre, about, pair("nil", "nil"))
    with refused("round-not-open", NotPermitted):
        responses.hand_in(cadre, "r1", PEER)
    assert responses.open_form(cadre, about).response.answers["pair.one"].choice == "good"


def test_a_writer_who_had_to_wait_is_asked_again_whether_the_round_is_open(
    going: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    cadre = going.signed_in("a1")
    about = task(cadre, PEER, "t.pair", "a2")
    change = going.county.store.change

    def closed_meanwhile(key: Key, edit: Callable[[Document | None], Document]) -> Document:
        monkeypatch.undo()
        life.close_round(going.organiser, "r1", LEFT_OUT)
        return change(key, edit)

    monkeypatch.setattr(going.county.store, "change", closed_meanwhile)
    with refused("round-not-open", NotPermitted):
        responses.save(cadre, about, pair("good", "good"))
    assert going.county.store.read(keys.drawer("r1", "a1")) is None


@pytest.mark.parametrize("subject", ["a1", "b1"])
def test_nobody_writes_or_reads_what_they_were_not_asked_for(going: Small, subject: str) -> None:
    """Neither oneself as a colleague, nor somebody of another unit."""
    cadre = going.signed_in("a1")
    real = task(cadre, PEER, "t.pair", "a2")
    person = going.county.circle(life.find(going.county, "r1")).person(subject)
    forged = Task.model_validate({**dict(real), "subject": person})
    attempts: list[Callable[[], object]] = [
        lambda: responses.open_form(cadre, forged),
        lambda: responses.save(cadre, forged, pair("good", "good")),
        lambda: responses.hand_in(cadre, "r1", PEER, {forged: pair("good", "good")}),
    ]
    for attempt in attempts:
        with refused("not-yours", NotPermitted):
            attempt()


def test_a_response_from_a_file_follows_the_same_rules(going: Small) -> None:
    cadre = going.signed_in("a1")
    raw = {
        "checklist": "t.pair|1",
        "answers": {"pair.one": {"choice": "good"}, "pair.two": {"choice": "half", "reason": "理由"}},
    }
    handed_in = responses.respond(cadre, "r1", "a2", raw)
    assert (handed_in.state, handed_in.submitted) == (State.SUBMITTED, START)
    with refused("handed-in-already"):
        responses.respond(cadre, "r1", "a2", raw)
    with refused("response-incomplete"):
        responses.respond(cadre, "r1", "a3", {**raw, "answers": {"pair.one": {"choice": "good"}}})
    for faulty in (
        {**raw, "checklist": "t.pair|2"},
        {**raw, "digest": "0" * 64},
        {**raw, "answers": {"pair.nine": {"choice": "good"}}},
        {**raw, "answers": {"pair.one": {"choice": "good", "number": 1}}},
        ["t.pair|1"],
    ):
        with refused("response-faulty"):
            responses.respond(cadre, "r1", "a3", faulty)  # type: ignore[arg-type]
    for subject in ("b1", "nobody"):
        with refused("not-asked-about", NotPermitted):
            responses.respond(cadre, "r1", subject, raw)
    assert responses.respond(cadre, "r1", "a1", raw).purpose is SELF


def test_the_form_stays_what_the_round_froze_whatever_becomes_of_the_file(going: Small) -> None:
    file = going.folder / "checklists" / "t.pair.toml"
    file.write_text(file.read_text("utf-8").replace('id = "pair.two"', 'id = "pair.other"'), "utf-8")
    changed = going.again()
    cadre = changed.signed_in("a1")
    about = task(cadre, PEER, "t.pair", "a2")
    responses.save(cadre, about, pair("good", "half"))
    file.unlink()
    form = responses.open_form(going.again().signed_in("a1"), about)
    assert [each.id for each in form.checklist.criteria()] == ["pair.one", "pair.two"]
    assert form.response.checklist == "t.pair|1"


def test_what_a_later_version_wrote_into_a_drawer_survives(going: Small) -> None:
    cadre = going.signed_in("a1")
    about = task(cadre, PEER, "t.pair", "a2")
    responses.save(cadre, about, pair("good", "half"))

    def later(found: Document | None) -> Document:
        document = json.loads(json.dumps(found))
        document["later"] = 1
        (response,) = document["responses"].values()
        response["later"] = 2
        response["answers"]["pair.one"]["later"] = {"deep": 3}
        return document

    going.county.store.change(keys.drawer("r1", "a1"), later)
    responses.save(cadre, about, {"pair.one": Answer(choice="nil")})
    fill_peers(cadre, {"a2": ("nil", "half")})
    document = going.county.store.read(keys.drawer("r1", "a1"))
    assert document is not None
    response = document["responses"]["peer/t.pair/a2"]
    assert (document["later"], response["later"]) == (1, 2)
    assert response["answers"]["pair.one"] == {"later": {"deep": 3}, "choice": "nil"}
    assert response["state"] == "submitted"


def test_damage_in_a_drawer_is_told_without_what_it_holds(going: Small) -> None:
    cadre = going.signed_in("a1")
    damaged = {"responses": {"x": {"answers": {"pair.one": {"choice": ["密"]}}}}}
    going.county.store.change(keys.drawer("r1", "a1"), lambda found: damaged)
    with pytest.raises(CadreError) as told:
        home_of(cadre)
    assert (told.value.code, told.value.exit_code) == ("document-damaged", 4)
    assert "密" not in f"{told.value} {told.value.values} {told.value.__cause__}"


def test_former_answers_stand_beside_only_where_the_criterion_means_the_same(going: Small) -> None:
    cadre = going.signed_in("a1")
    fill_self(cadre, own="0.25", one="good", two="half")
    going.published("r1")
    second_version(going, ("第一项", "换了说法的第一项"), MEANS_ANOTHER)
    later = going.again()
    later.clock.now += 30 * DAY
    later.opened(rules("r2", former="r1"))
    cadre = later.signed_in("a1")
    former = responses.open_form(cadre, task(cadre, SELF, "t.pair", "a1", "r2")).former
    assert {key: answer.choice for key, answer in former.items()} == {"pair.one": "good"}
    own = responses.open_form(cadre, task(cadre, SELF, "t.own", "a1", "r2")).former
    assert own["own.share"].number == Decimal("0.25")
    assert NOTES not in own
    assert responses.open_form(cadre, task(cadre, PEER, "t.pair", "a2", "r2")).former == {}


def test_a_changed_scale_changes_the_meaning_of_what_is_rated_by_it(going: Small) -> None:
    fill_self(going.signed_in("a1"))
    going.published("r1")
    file = going.folder / "checklists" / "t.pair.toml"
    written = file.read_text("utf-8").replace('version = "1"', 'version = "2"')
    file.write_text(written.replace("score = 50", "score = 60"), "utf-8")
    later = going.again()
    later.clock.now += 30 * DAY
    later.opened(rules("r2", former="r1"))
    cadre = later.signed_in("a1")
    assert responses.open_form(cadre, task(cadre, SELF, "t.pair", "a1", "r2")).former == {}
