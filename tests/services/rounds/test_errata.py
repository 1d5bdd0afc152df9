"""Errata: other words beside a frozen text; text, digest, drafts and figures stay."""

from dataclasses import replace

from cadre_tui import checklists
from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.checklists.erratum import in_force
from cadre_tui.model.fault import NotPermitted
from cadre_tui.model.results.result import Result
from cadre_tui.model.rounds.round import Round
from cadre_tui.services import audit
from cadre_tui.services.documents.issue import issue_of
from cadre_tui.services.filling import responses
from cadre_tui.services.results import reading
from cadre_tui.services.rounds import errata, life
from cadre_tui.words import documents
from cadre_tui.words.results.result import criterion_steps
from tests.refusing import refused
from tests.services.small import DAY, PAIR, Small, fill_peers, fill_self, pair, rules, task
from tests.words.test_documents import told

TEXT = ("criterion", "pair.one", "text")
SLIP = ("第一项", "第一项（全年）")


def corrected(*becomes: tuple[str, str]) -> Checklist:
    written = PAIR
    for was, now in becomes:
        assert was in written
        written = written.replace(was, now, 1)
    return checklists.parse(written, "pair.toml")


def held(small: Small) -> Round:
    return life.find(small.again().county, "r1")


def test_an_erratum_stands_beside_the_text_and_everything_else_stays(going: Small) -> None:
    cadre = going.signed_in("a1")
    own = task(cadre, Purpose.SELF, "t.pair", "a1")
    responses.save(cadre, own, pair("good", "half"))
    before = held(going)
    (made,) = errata.correct(going.organiser, "r1", corrected(SLIP), "漏写")
    assert (made.field, made.was.say("zh"), made.now.say("zh")) == (TEXT, "第一项", "第一项（全年）")  # type: ignore[union-attr]
    assert (made.reason, made.by, made.at) == ("漏写", going.organiser.person, going.clock.now)
    after = held(going)
    assert (after.pins, after.rules_hash) == (before.pins, before.rules_hash)
    form = responses.open_form(cadre, own)
    assert form.errata[TEXT] == made
    assert form.checklist.criterion("pair.one").text.say("zh") == "第一项"  # type: ignore[union-attr]
    assert form.response.answers["pair.one"].choice == "good"
    saved = responses.save(cadre, own, {"pair.two": None})
    assert (saved.state, saved.digest) == (State.DRAFT, form.checklist.digest)
    entry = audit.entries(going.organiser)[-1]
    assert (entry.code, entry.values["reason"]) == ("wording-corrected", "漏写")
    assert entry.values["fields"] == ["criterion › pair.one › text"]


def test_what_is_more_than_wording_is_refused_whole_and_named(going: Small) -> None:
    other = corrected(SLIP, ("score = 50", "score = 60"), ("points = 4", "points = 4\nallow_na = true"))
    with refused("erratum-not-wording") as found:
        errata.correct(going.organiser, "r1", other, "改")
    fields = found.value.values["fields"]
    assert "scale › three › option › half › score (meaning)" in fields
    assert "pair.two › allow_na (meaning)" in fields
    assert "text" not in fields
    assert held(going).errata == ()


def test_another_order_cannot_be_told_beside_a_text(going: Small) -> None:
    at = PAIR.index("[[section.criterion]]")
    first, second = PAIR[at:].split("[[section.criterion]]")[1:]
    turned = PAIR[:at] + "[[section.criterion]]" + second + "[[section.criterion]]" + first
    with refused("erratum-not-wording") as found:
        errata.considered(going.organiser, "r1", checklists.parse(turned, "x.toml"))
    assert found.value.values["fields"] == "criterion (order)"


def test_the_newest_holds_and_the_text_itself_can_be_gone_back_to(going: Small) -> None:
    errata.correct(going.organiser, "r1", corrected(SLIP), "漏写")
    going.clock.now += DAY
    errata.correct(going.organiser, "r1", corrected(("第一项", "第一项（半年）")), "又错")
    digest = next(each.digest for each in held(going).pins if each.id == "t.pair")
    assert in_force(held(going).errata, digest)[TEXT].now.say("zh") == "第一项（半年）"  # type: ignore[union-attr]
    errata.correct(going.organiser, "r1", corrected(), "原文没有错")
    assert in_force(held(going).errata, digest) == {}
    assert [each.reason for each in held(going).errata] == ["漏写", "又错", "原文没有错"]
    with refused("erratum-nothing"):
        errata.considered(going.organiser, "r1", corrected())


def test_one_text_is_corrected_in_one_language(going: Small) -> None:
    pin = errata.pinned(held(going), "t.pair")
    errata.correct_text(going.organiser, "r1", pin, TEXT, "en", "The first, all year", "slip")
    cadre = going.signed_in("a1")
    form = responses.open_form(cadre, task(cadre, Purpose.SELF, "t.pair", "a1"))
    assert form.errata[TEXT].now.root == {"zh": "第一项", "en": "The first, all year"}  # type: ignore[union-attr]
    guidance = ("criterion", "pair.one", "guidance")
    errata.correct_text(going.organiser, "r1", pin, guidance, "zh", "看记录", "补充")
    assert in_force(held(going).errata, pin.digest)[guidance].was is None
    with refused("erratum-no-text"):
        errata.correct_text(going.organiser, "r1", pin, ("criterion", "pair.three", "text"), "zh", "x", "y")
    with refused("reason-missing"):
        errata.correct_text(going.organiser, "r1", pin, TEXT, "zh", "另一种说法", " ")


def test_only_an_organiser_and_only_while_the_round_is_going_on(small: Small) -> None:
    life.new(small.organiser, rules())
    with refused("wording-not-now", NotPermitted):
        errata.considered(small.organiser, "r1", corrected(SLIP))
    life.open_round(small.organiser, "r1")
    with refused("role-may-not", NotPermitted):
        errata.considered(small.signed_in("a1"), "r1", corrected(SLIP))
    other = corrected(('id = "t.pair"', 'id = "t.other"'))
    with refused("round-no-checklist"):
        errata.considered(small.organiser, "r1", other)


def test_results_and_papers_tell_it_beside_the_text_and_count_as_before(going: Small) -> None:
    for person in ("a1", "a2", "a3", "a4"):
        cadre = going.signed_in(person)
        fill_self(cadre)
        fill_peers(cadre, dict.fromkeys(("a1", "a2", "a3", "a4"), ("good", "half")))
    going.published("r1")
    plain = result_of(going)
    errata.correct(going.organiser, "r1", corrected(SLIP, ('"一般"', '"中等"')), "漏写")
    found = result_of(going)
    assert replace(found, errata={}) == plain
    row = next(each for each in found.criteria if each.criterion == "pair.one")
    assert criterion_steps(found, row, "zh")[:2] == (
        "更正：第一项（全年）（2026-03-01，漏写）",
        "选项“一般” 更正：中等（2026-03-01，漏写）",
    )
    issue = issue_of(going.county, held(going))
    sheet = told(documents.score_sheet(found, issue))
    assert "“第一项”的题目 更正：第一项（全年）" in sheet
    blank = documents.blank_form(found.checklists[0], Purpose.PEER, issue)
    assert "更正：第一项（全年）" in str(blank.blocks)


def result_of(small: Small) -> Result:
    return reading.result(small.again().signed_in("a1"), "r1", "a1")
