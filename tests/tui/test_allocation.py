"""The organiser's screens of who rates whom: dealt out, taken, looked up, changed by hand; all with the keyboard."""

from decimal import Decimal
from pathlib import Path
from threading import Event

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.codes import allocation as codes
from cadre_tui.model.fault import Fault
from cadre_tui.model.rounds.allocation import Pair
from cadre_tui.model.rounds.round_allocation import Reasons
from cadre_tui.model.rounds.round_rules import RoundRules, Secrecy, Use
from cadre_tui.model.text import Text
from cadre_tui.services.county import County
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.raters import allocation
from cadre_tui.services.session import Session
from cadre_tui.tui.allocation import ways
from cadre_tui.tui.allocation.person_screen import RatersOfScreen
from cadre_tui.tui.allocation.screen import RatersScreen
from tests.tui.golden import Look, assert_looks, each_look, press, settle, text_of, until, write

USE = (Use(checklist="core.mutual", by=Purpose.PEER, weight=Decimal(1)),)
TITLE = Text({"zh": "年底互评", "en": "Colleagues, end of the year"})


@pytest.fixture
def balanced(county: County, organiser: Session) -> RoundRules:
    rules = RoundRules(
        id="dealt", title=TITLE, use=USE, secrecy=Secrecy.NAMED, colleagues="balanced", reviewers=2, seed=5
    )
    life.new(organiser, rules)
    return rules


def pairs(county: County) -> set[Pair]:
    found = county.allocation("dealt")
    return set(found.pairs) if found else set()


@each_look
async def test_a_proposal_with_its_proof_looks_like_this(
    look: Look, county: County, organiser: Session, balanced: RoundRules
) -> None:
    async with look.open(county, organiser) as pilot:
        pilot.app.push_screen(RatersScreen("dealt"))
        await settle(pilot)
        await press(pilot, "g")
        await assert_looks(pilot, "raters", look)


@each_look
async def test_a_persons_raters_look_like_this(
    look: Look, county: County, organiser: Session, balanced: RoundRules
) -> None:
    allocation.allocate(organiser, "dealt")
    async with look.open(county, organiser) as pilot:
        person = county.roster().person("q1")
        assert person is not None
        pilot.app.push_screen(RatersOfScreen("dealt", person))
        await settle(pilot)
        await assert_looks(pilot, "raters-of", look)


async def test_from_home_one_deals_out_again_takes_it_and_sees_it_stored(
    county: County, organiser: Session, balanced: RoundRules
) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "a")
        assert "还没有分配" in text_of(pilot.app)
        await press(pilot, "g")
        assert not pairs(county), "nothing is stored before it is taken"
        first = allocation.preview(organiser, "dealt").pairs
        await press(pilot, "t")
        assert pairs(county) == set(first)
        assert "已经采用" in text_of(pilot.app)
        await press(pilot, "g", "g", "escape")
        assert "没有采用" in text_of(pilot.app)
        assert pairs(county) == set(first)
        await press(pilot, "escape")
        assert "考评轮次" in text_of(pilot.app)


async def test_one_person_is_found_by_pinyin_and_looked_up(
    county: County, organiser: Session, balanced: RoundRules
) -> None:
    allocation.allocate(organiser, "dealt")
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "a", "f3")
        await write(pilot, "zxm")
        await press(pilot, "enter", "enter")
        shown = text_of(pilot.app)
        assert "评价 赵雪梅 的有 2 人" in shown
        for pair in pairs(county):
            if "q4" in pair:
                other = county.roster().person(pair.rater if pair.subject == "q4" else pair.subject)
                assert other is not None
                assert other.name in shown


async def test_a_change_that_breaks_the_balance_asks_for_a_reason_and_esc_leaves_all_as_it_was(
    county: County, organiser: Session, balanced: RoundRules
) -> None:
    allocation.allocate(organiser, "dealt")
    before = pairs(county)
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "a", "enter", "d")
        assert "写明理由" in text_of(pilot.app)
        assert "张建国(q1) 只有 1 个评价人" in text_of(pilot.app)
        assert pairs(county) == before
        await press(pilot, "escape")
        assert "没有改动" in text_of(pilot.app)
        await press(pilot, "d")
        await write(pilot, "二人是亲属")
        await press(pilot, "enter")
        assert "已经改好" in text_of(pilot.app)
        assert len(before - pairs(county)) == 1
        assert [each.reason for each in county.allocation("dealt").changes] == ["二人是亲属"]  # type: ignore[union-attr]


async def test_a_rater_is_added_by_name_and_a_hard_rule_is_told(
    county: County, organiser: Session, balanced: RoundRules
) -> None:
    taken = allocation.allocate(organiser, "dealt")
    ids = {"q1", "q2", "q3", "q4", "q5"}
    free = sorted(ids - {"q1"} - {each.rater for each in taken.pairs if each.subject == "q1"})[0]
    allocation.allocate(organiser, "dealt", [Pair(free, "q1")])
    person = county.roster().person("q1")
    assert person is not None
    async with Look().open(county, organiser) as pilot:
        pilot.app.push_screen(RatersOfScreen("dealt", person))
        await settle(pilot)
        await press(pilot, "a")
        await write(pilot, free)
        await press(pilot, "enter")
        assert "应当回避" in text_of(pilot.app)
        assert Pair(free, "q1") not in pairs(county)


@each_look
async def test_what_cannot_be_dealt_out_says_why(look: Look, county: County, organiser: Session) -> None:
    rules = RoundRules(
        id="dealt", title=TITLE, use=USE, secrecy=Secrecy.NAMED, colleagues="balanced", reviewers=3, seed=5
    )
    life.new(organiser, rules)
    async with look.open(county, organiser) as pilot:
        await press(pilot, "a", "g")
        await assert_looks(pilot, "reasons", look)


async def test_from_the_reasons_one_goes_to_the_rules_and_deals_out_again(county: County, organiser: Session) -> None:
    rules = RoundRules(
        id="dealt", title=TITLE, use=USE, secrecy=Secrecy.NAMED, colleagues="balanced", reviewers=3, seed=5
    )
    life.new(organiser, rules)
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "a", "g")
        shown = text_of(pilot.app)
        assert "县政府办" in shown
        assert "人太少" in shown
        assert "e 改规则" in shown
        await press(pilot, "e", "right_square_bracket", "right_square_bracket", "right_square_bracket")
        assert "谁评价谁" in text_of(pilot.app)
        await press(pilot, "down", "enter", "2", "enter")
        await press(pilot, *["right_square_bracket"] * 4)
        await press(pilot, "y")
        assert "还没有分配：按 g 分配" in text_of(pilot.app), "back at who rates whom"
        await press(pilot, "g", "t")
        assert "已经采用" in text_of(pilot.app)


async def test_reasons_of_many_units_are_read_to_the_last(county: County, organiser: Session) -> None:
    faults = tuple(
        Fault(code=codes.TOO_FEW_RATERS, path=f"第{n}单位", values={"people": ("q1",), "needed": 5, "possible": 3})
        for n in range(1, 13)
    )
    reasons = Reasons("有 12 个单位按现在的规则分配不出来", faults)
    async with Look().open(county, organiser) as pilot:
        people = county.roster().people
        ways.open_reasons(pilot.app, "dealt", reasons, people, changeable=False)
        await settle(pilot)
        assert "第12单位" not in text_of(pilot.app)
        await press(pilot, "end")
        assert "第12单位" in text_of(pilot.app)
        assert "张建国(q1) 要有 5 个评价人，按规则只有 3 个人可以评" in text_of(pilot.app)
        assert "e 改规则" not in text_of(pilot.app)


async def test_esc_stops_what_takes_long_and_nothing_is_proposed(
    county: County, organiser: Session, balanced: RoundRules, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, pressed = Event(), Event()

    def slow(session: Session, round_id: str, conflicts: object, seed: object, progress: object) -> object:
        begun.set()
        assert pressed.wait(20)
        assert callable(progress)
        progress(5, 8)
        raise AssertionError("it was to be stopped")

    async with Look().open(county, organiser) as pilot:
        await press(pilot, "a")
        monkeypatch.setattr("cadre_tui.tui.allocation.screen.service.preview", slow)
        await pilot.press("g")
        await until(pilot, lambda: begun.is_set() and "正在分配" in text_of(pilot.app))
        await pilot.press("escape")
        pressed.set()
        await settle(pilot)
        assert "已经停下" in text_of(pilot.app)
        assert isinstance(pilot.app.screen, RatersScreen)


async def test_a_round_under_way_takes_in_who_joined_from_its_progress(
    county: County, organiser: Session, balanced: RoundRules
) -> None:
    allocation.allocate(organiser, "dealt")
    life.open_round(organiser, "dealt")
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "a", "g")
        assert "不用重新安排" in text_of(pilot.app)


async def test_a_list_is_taken_in_from_a_file_and_its_faults_are_told(
    county: County, organiser: Session, tmp_path: Path
) -> None:
    rules = RoundRules(id="dealt", title=TITLE, use=USE, secrecy=Secrecy.NAMED, colleagues="list")
    life.new(organiser, rules)
    table = tmp_path / "list.csv"
    table.write_text("评价人,被评人\nq1,q9\n", "utf-8")
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "a", "i")
        await write(pilot, str(table))
        await press(pilot, "enter")
        assert "list.csv 第 2 行" in text_of(pilot.app)
        table.write_text("评价人,被评人\nq1,q2\nq6,q2\n", "utf-8")
        await press(pilot, "enter")
        assert pairs(county) == {Pair("q1", "q2"), Pair("q6", "q2")}
        assert "已经采用" in text_of(pilot.app)


async def test_conflicts_from_a_file_are_kept_to_when_it_is_dealt_out(
    county: County, organiser: Session, balanced: RoundRules, tmp_path: Path
) -> None:
    apart = next(each for each in allocation.preview(organiser, "dealt").pairs if each.subject == "q1")
    table = tmp_path / "apart.csv"
    table.write_text(f"评价人,被评人\n{apart.rater},{apart.subject}\n", "utf-8")
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "a", "c")
        await write(pilot, str(table))
        await press(pilot, "enter")
        assert "读到要回避的 1 对" in text_of(pilot.app)
        await press(pilot, "g")
        await press(pilot, "t")
    found = county.allocation("dealt")
    assert found is not None
    assert found.conflicts == (apart,)
    assert apart not in found.pairs
