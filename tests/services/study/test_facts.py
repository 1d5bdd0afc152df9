"""Facts into forms: proposed with their entries, confirmed or objected to; both numbers stay on the score sheet."""

from decimal import Decimal
from pathlib import Path

import pytest

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.rounds.round_rules import RoundRules, Secrecy, Use
from cadre_tui.model.study.log import HoursEntry, Mark
from cadre_tui.model.text import Text
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.results import reading
from cadre_tui.services.study import arranging, given_facts, hours, signing_in
from cadre_tui.words.results import result as words
from tests.services.small import START, Small
from tests.services.study.study_county import CADRE, YEAR, day, make

CHECKLIST = """
schema = 1
id = "t.facts"
version = "1"
title = "台账对照"
purpose = ["self"]
total = 100
[[section]]
id = "all"
title = "全部"
[[section.criterion]]
id = "hours"
kind = "ratio"
text = "学时完成"
points = 50
fact = "study.hours"
[[section.criterion]]
id = "sessions"
kind = "count"
per = 10
text = "集中学习次数"
points = 30
fact = "study.sessions_attended"
[[section.criterion]]
id = "visits"
kind = "tiers"
text = "走访"
points = 20
tier = [{ at_least = 10, points = 20 }]
fact = "office.visits"
[[section.criterion]]
id = "share"
kind = "number"
text = "业务学时"
fact = "study.hours_business"
required = false
"""


@pytest.fixture
def county(tmp_path: Path) -> Small:
    small = make(tmp_path / "data", count=8)
    (small.folder / "checklists" / "t.facts.toml").write_text(CHECKLIST, "utf-8")
    first, second, *_rest = [
        each for each in arranging.adopt(small.organiser, YEAR).sessions if each.audience == "leaders"
    ]
    signing_in.mark(small.organiser, YEAR, first.id, CADRE, Mark.PRESENT)
    signing_in.mark(small.organiser, YEAR, second.id, CADRE, Mark.ABSENT)
    entry = HoursEntry(id="", title="招商专题", day=day("2026-07-01"), hours=Decimal(7), at=START)
    hours.add(small.organiser, CADRE, entry)
    table = small.folder.parent / "visits.csv"
    table.write_text("编号,数名,数值\np02,office.visits,12\n", "utf-8")
    given_facts.take(small.organiser, given_facts.read(small.organiser, table, "走访系统"), "visits.csv")
    uses = (Use(checklist="t.facts", by=Purpose.SELF, weight=Decimal(1)),)
    small.opened(
        RoundRules(
            id="r1",
            title=Text({"zh": "年度"}),
            use=uses,
            secrecy=Secrecy.NAMED,
            colleagues="none",
            facts_from=day("2026-01-01"),
        )
    )
    return small


def form(small: Small) -> tuple[object, object]:
    session = small.signed_in(CADRE)
    (task,) = tasks.todo(session, "r1", Purpose.SELF).tasks
    return session, responses.open_form(session, task)


def test_a_form_opens_with_its_facts_each_explained_down_to_the_entries(county: Small) -> None:
    _session, found = form(county)
    answers, known = found.response.answers, found.response.known  # type: ignore[attr-defined]
    assert (answers["hours"].done, answers["hours"].planned) == (10, 110)
    assert known["hours"].entries[-1] == "2026-07-01 招商专题 7"
    assert len(known["hours"].entries) == 2
    assert (answers["sessions"].number, known["sessions"].of) == (1, 2)
    assert answers["visits"].number == 12
    assert known["visits"].source.say("zh") == "走访系统"
    assert answers["share"].number == 0, "the entry says neither theory nor business, the session theory"


def test_an_objection_says_why_and_both_numbers_stay_on_the_score_sheet(county: Small) -> None:
    session, found = form(county)
    task, answers = found.task, dict(found.response.answers)  # type: ignore[attr-defined]
    with pytest.raises(BadInput, match="not-complete") as refused:
        responses.hand_in(session, "r1", Purpose.SELF, {task: {**answers, "sessions": Answer(number=Decimal(2))}})  # type: ignore[arg-type]
    assert refused.value.values["count"] == 1
    said = Answer(number=Decimal(2), reason="第二次签到漏记，有照片")
    responses.hand_in(session, "r1", Purpose.SELF, {task: {**answers, "sessions": said}})  # type: ignore[arg-type]
    county.published("r1")
    result = reading.result(county.organiser, "r1", CADRE)
    rows = {each.criterion: each for each in result.criteria}
    told = words.own_steps(result, rows["sessions"], "zh")
    assert any("学习台账，1 / 2" in each for each in told)
    assert any("有异议" in each and "第二次签到漏记，有照片" in each for each in told)
    kept = words.own_steps(result, rows["hours"], "zh")
    assert any("本人已确认" in each for each in kept)
    assert not any("有异议" in each for each in kept)


def test_nothing_is_claimed_of_somebody_about_whom_nothing_is_recorded(county: Small) -> None:
    from cadre_tui.services.people import accounts  # noqa: PLC0415
    from tests.services.small import PASSWORD  # noqa: PLC0415

    accounts.set_password(county.organiser, "p03", PASSWORD)
    session = county.signed_in("p03")
    (task,) = tasks.todo(session, "r1", Purpose.SELF).tasks
    assert responses.open_form(session, task).response.known == {}
