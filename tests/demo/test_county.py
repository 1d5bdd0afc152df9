"""The made-up county: realistic, complete where it says so, the same each time."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from cadre_tui import scoring
from cadre_tui.demo import county as demo
from cadre_tui.demo.balloting import slip_to_draw
from cadre_tui.demo.people_to_be import people_to_be
from cadre_tui.demo.rounds import CHINA
from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import LEVELS, Purpose
from cadre_tui.model.oversight.remedy import RemedyState
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.self_and_others import Quadrant
from cadre_tui.model.rounds.round import Phase
from cadre_tui.model.study.period import year_of
from cadre_tui.model.study.proposal import StudyOrigin
from cadre_tui.services.ballots import counting, voting
from cadre_tui.services.county import County
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.growth.pages import growth_page
from cadre_tui.services.home import home_of
from cadre_tui.services.oversight import appeals, progress, remedy_pages
from cadre_tui.services.people import accounts
from cadre_tui.services.results import reading
from cadre_tui.services.results.county.result import county_result
from cadre_tui.services.rounds import life
from cadre_tui.services.study.overview import overview
from cadre_tui.services.study.proposing import proposals
from cadre_tui.words.county.tables import tables

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("county") / "demo"
    demo.make(made, TODAY)
    return made


@pytest.fixture
def county(folder: Path) -> County:
    calendar = demo.Calendar(datetime.now(CHINA))
    calendar.move_to(TODAY)
    return demo.open_demo(folder, calendar)


def test_all_of_it_is_its_owners(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_there_are_eight_units_and_eighty_cadres_of_all_five_levels(county: County) -> None:
    roster = accounts.current_roster(county)
    assert (len(roster.units), len(roster.people)) == (8, 80)
    assert {person.level for person in roster.people} == set(LEVELS)
    assert len({person.name for person in roster.people}) == 80


def test_two_rounds_are_published_and_one_is_under_way_with_some_responses_in(county: County) -> None:
    organiser = accounts.act_as(accounts.sign_in(county, demo.ORGANISER, demo.PASSWORD), Role.ORGANISER)
    by_ballot, under_way, finished, first = life.rounds(organiser)
    assert (by_ballot.rules.anonymous, by_ballot.phase) == (True, Phase.OPEN)
    assert [each.phase for each in (under_way, finished, first)] == [Phase.OPEN, Phase.PUBLISHED, Phase.PUBLISHED]
    for purpose, (handed_in, asked) in progress.status(organiser, under_way.id).line.handed_in.items():
        assert 0.2 * asked < handed_in < 0.8 * asked, purpose
    assert all(n == of for n, of in progress.status(organiser, finished.id).line.handed_in.values())


def test_every_finished_result_has_a_total_a_grade_and_peers(county: County) -> None:
    organiser = accounts.act_as(accounts.sign_in(county, demo.ORGANISER, demo.PASSWORD), Role.ORGANISER)
    found = reading.results(organiser, "2026-h1")
    assert len(found) == 80
    assert all(each.total is not None and each.grade is not None for each in found)
    assert len({each.grade.say("zh") for each in found if each.grade}) >= 3
    beside = [each for each in found if any(row.gap is not None for row in each.criteria)]
    assert len(beside) >= 75, "of whom nearly all was answered alike, nothing but the total is shown"


def test_something_has_to_be_put_right_by_others_than_those_one_signs_in_as(county: County) -> None:
    organiser = accounts.act_as(accounts.sign_in(county, demo.ORGANISER, demo.PASSWORD), Role.ORGANISER)
    page = remedy_pages.page(organiser, "2026-h1")
    assert sorted((each.unit, each.remedy.owner, each.remedy.state) for each in page.lines) == [
        ("", demo.DEPUTY, RemedyState.OPEN),
        ("城关镇", demo.UNIT_HEAD, RemedyState.WORKING),
    ]
    assert not any(each.about is None or each.remedy.late(page.today) for each in page.lines)


def test_the_countys_page_tells_the_focal_checks_of_the_round_before_as_its_own_page_does(county: County) -> None:
    organiser = accounts.act_as(accounts.sign_in(county, demo.ORGANISER, demo.PASSWORD), Role.ORGANISER)
    now, before = (county_result(organiser, each) for each in ("2026-h1", "2025-h2"))
    (former,) = now.course
    told = {key: each.share for key, each in before.county.everybody.profile.items()}
    assert former.profile == told
    assert len(told) == 8
    for key, each in now.county.everybody.profile.items():
        assert each.change == each.share - former.profile[key]
    assert not before.course
    (table,) = (each for each in tables(now) if "历轮（" in each.title)
    assert [len(row) for row in table.rows] == [4] * 8
    for unit in now.units:
        there = before.unit(unit.id)
        assert there is not None
        own = {key: each.share for key, each in there.sides.everybody.profile.items()}
        assert unit.before == ({"2025-h2": own} if own else {})
    (of_one,) = (each for each in tables(now, now.units[0]) if "历轮（" in each.title)
    assert [row[2] for row in of_one.rows] != [row[2] for row in table.rows]


def test_everybody_on_the_first_screen_can_sign_in(county: County) -> None:
    for each in people_to_be(county):
        assert accounts.sign_in(county, each.id, demo.PASSWORD).person == each.id
        if each.id != demo.SUPERVISOR:  # who stands in no roster signs in by id
            assert accounts.sign_in(county, each.name, demo.PASSWORD).person == each.id


def test_the_cadre_is_in_the_middle_and_somebody_else_has_not_begun(county: County) -> None:
    half = tasks.todo(accounts.sign_in(county, demo.CADRE, demo.PASSWORD), "2026-h2", Purpose.SELF).tasks[0]
    assert half.state is State.DRAFT
    assert 0 < half.answered < half.asked
    for person in demo.FRESH:
        todos = home_of(accounts.sign_in(county, person, demo.PASSWORD)).todos
        assert todos
        assert all(task.state is None for todo in todos for task in todo.tasks)


def test_both_counties_checklists_are_asked_for_where_they_are_meant_for(county: County) -> None:
    agency = tasks.todo(accounts.sign_in(county, "q047", demo.PASSWORD), "2026-h2", Purpose.SELF)
    village = tasks.todo(accounts.sign_in(county, "q063", demo.PASSWORD), "2026-h2", Purpose.SELF)
    assert "qinghe.agency" in {task.checklist for task in agency.tasks}
    assert "hequan.village" in {task.checklist for task in village.tasks}


def test_what_was_handed_in_is_complete_and_owes_nothing(county: County) -> None:
    session = accounts.sign_in(county, "q001", demo.PASSWORD)
    for form in responses.open_forms(session, "2026-h2", Purpose.PEER, "core.mutual"):
        if form.response.state is State.SUBMITTED:
            assert scoring.missing(form.checklist, form.response.answers) == ()


KEY = re.compile(r'"(rater_key|lot_key|findings|checksum)": *"?(sha256:)?\w+"?')
"""What a round hides its raters and its lots behind is another each time; how much is withheld follows the lots."""


def test_it_is_the_same_each_time(folder: Path, tmp_path: Path) -> None:
    again = tmp_path / "demo"
    demo.make(again, TODAY)
    for kind in ("drawers", "rounds", "round-rosters", "round-checklists"):
        first, second = (
            {path.name: KEY.sub("", path.read_text("utf-8")) for path in (each / kind).rglob("*.json")}
            for each in (folder, again)
        )
        assert first
        assert first == second


def test_it_is_made_anew_once_its_round_is_over(folder: Path, tmp_path: Path) -> None:
    assert demo.is_over(tmp_path / "nothing", TODAY)
    assert not demo.is_over(folder, TODAY + demo.PEER_DAYS)
    assert demo.is_over(folder, TODAY + demo.PEER_DAYS + timedelta(days=1))


def test_an_interrupted_making_leaves_the_county_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(demo, "_live", break_off)
    with pytest.raises(KeyboardInterrupt):
        demo.make(folder, TODAY)
    assert demo.made_on(folder) == TODAY
    assert any((folder / "drawers").rglob("*.json"))


def test_there_is_an_answered_appeal_and_encouragement_to_read(county: County) -> None:
    cadre = accounts.sign_in(county, demo.CADRE, demo.PASSWORD)
    (appeal,) = appeals.own(cadre, "2026-h1")
    assert appeal.reply is not None
    assert appeal.reply.by == demo.SUPERVISOR
    kinds = [each.kind for each in home_of(cadre).messages]
    assert sorted(kinds) == ["appeal", "commendation", "commendation", "commendation"]


def test_the_cadre_has_a_blind_spot_comments_a_course_and_a_plan_with_items_due(county: County) -> None:
    page = growth_page(accounts.sign_in(county, demo.CADRE, demo.PASSWORD), "2026-h1")
    assert [each.row.criterion for each in page.compared.within(Quadrant.BLIND)] == ["group.overall"]
    assert [each.row.criterion for each in page.compared.within(Quadrant.HIDDEN)] == ["lasting.overall"]
    assert all(each.before for each in page.compared.criteria)
    assert len(page.comments or ()) == 5
    line = home_of(accounts.sign_in(county, demo.CADRE, demo.PASSWORD)).plan
    assert line is not None
    assert (line.open, line.due, line.asked_in) == (3, 2, ("2026-h2",))


def test_the_colleague_has_not_looked_yet(county: County) -> None:
    found = home_of(accounts.sign_in(county, demo.COLLEAGUE, demo.PASSWORD)).results
    assert all(each.unseen and each.total is None and each.grade is None for each in found)


def test_a_self_assessment_opens_with_its_facts_each_explained_down_to_the_entries(county: County) -> None:
    session = accounts.sign_in(county, "q047", demo.PASSWORD)
    (task,) = [
        each for each in tasks.todo(session, "2026-h2", Purpose.SELF).tasks if each.checklist == "qinghe.register"
    ]
    response = responses.open_form(session, task).response
    assert (
        set(response.answers)
        == set(response.known)
        == {
            "register.hours",
            "register.sessions",
            "register.plan",
            "register.skills",
        }
    )
    hours, sessions = response.known["register.hours"], response.known["register.sessions"]
    assert hours.of == 90
    assert sum(Decimal(each.rsplit(" ", 1)[1]) for each in hours.entries) == hours.value
    assert len(sessions.entries) == sessions.value
    assert sessions.of is not None and sessions.of >= 20


def test_a_study_plan_can_begin_from_what_the_result_found_and_the_development_plan(county: County) -> None:
    session = accounts.sign_in(county, demo.CADRE, demo.PASSWORD)
    found = proposals(session, 2027, demo.CADRE)
    origins = {each.origin for each in found}
    assert {StudyOrigin.LEFT, StudyOrigin.DEVELOPMENT, StudyOrigin.WEAK} <= origins
    (open_item, *_others) = [each for each in found if each.origin is StudyOrigin.DEVELOPMENT]
    assert open_item.work == "站所例会"
    others = proposals(
        accounts.act_as(accounts.sign_in(county, demo.ORGANISER, demo.PASSWORD), Role.ORGANISER), 2027, demo.CADRE
    )
    assert not {StudyOrigin.DEVELOPMENT, StudyOrigin.WEAK} & {each.origin for each in others}, "for one's own eyes"


def test_a_year_of_study_is_there_to_be_supervised(county: County) -> None:
    organiser = accounts.act_as(accounts.sign_in(county, demo.ORGANISER, demo.PASSWORD), Role.ORGANISER)
    found = overview(organiser, year_of(2026))
    assert found.whole.people == 80
    assert found.held > 40
    assert found.whole.attendance is not None and found.whole.attendance > Fraction(9, 10)
    assert 0 < found.whole.planless < 80
    assert {each.what for each in found.due} == {"plan-missing", "behind", "overdue", "to-make-up", "waiting"}


def test_one_round_votes_by_ballot_and_a_slip_is_left_to_draw(folder: Path, county: County) -> None:
    organiser = accounts.act_as(accounts.sign_in(county, demo.ORGANISER, demo.PASSWORD), Role.ORGANISER)
    (held,) = [each for each in life.rounds(organiser) if each.rules.anonymous]
    told = counting.status(organiser, held.id)
    assert [(each.printed, each.handed_in) for each in told.groups] == [(8, 5), (8, 5), (24, 15)]
    voter = voting.enter(county, slip_to_draw(folder, county), "春风")
    assert len(voter.form.subjects) >= 10
    assert not voter.resumed
    drawn = slip_to_draw(folder, county)
    voting.hand_in(voter, "2" * len(voter.form.cells))
    assert slip_to_draw(folder, county) not in {drawn, ""}, "a used slip is not offered again"
    tellers = [each.id for each in told.tellers]
    assert all(home_of(accounts.sign_in(county, each, demo.PASSWORD)).telling for each in tellers)
