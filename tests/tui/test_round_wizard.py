"""A round is made in the app step by step, with the keyboard alone; what is wrong is told where it is typed."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from textual.widgets import Input

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round import Phase
from cadre_tui.model.rounds.round_rules import Secrecy
from cadre_tui.plugins.allowed.running import running
from cadre_tui.services.county import County, open_county
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.rules.templates import TEMPLATES, template
from cadre_tui.services.rounds.rules.writing import text
from cadre_tui.services.session import Session
from cadre_tui.tui.home.screen import HomeScreen
from cadre_tui.tui.rounds import draft as typed
from cadre_tui.tui.rounds.board_screen import BoardScreen
from cadre_tui.tui.rounds.draft import Draft
from cadre_tui.tui.rounds.fields import STEPS
from cadre_tui.tui.rounds.wizard_screen import WizardScreen
from cadre_tui.tui.widgets.menu_list import MenuList
from tests.examples.plugins import LINSHAN_LIST, linshan
from tests.tui.golden import Look, assert_looks, each_look, press, text_of, write
from tests.tui.small_county import FORMER, NOW, Clock, signed_in

FORWARD = "right_square_bracket"
BACK = "left_square_bracket"


async def clear(pilot: object) -> None:
    """Empty the field that is open."""
    await press(pilot, "end", "ctrl+u")  # type: ignore[arg-type]


@each_look
@pytest.mark.parametrize("step", [0, 2, 5, 8])
async def test_a_step_looks_like_this(step: int, look: Look, county: County, organiser: Session) -> None:
    async with look.open(county, organiser) as pilot:
        await press(pilot, "n", *(["down", "enter", *([FORWARD] * (step - 1))] if step else []))
        await assert_looks(pilot, f"round_wizard_{step}", look)


@each_look
async def test_a_field_that_is_typed_in_looks_like_this(look: Look, county: County, organiser: Session) -> None:
    async with look.open(county, organiser) as pilot:
        await press(pilot, "n", "down", "enter", "enter")
        await clear(pilot)
        await write(pilot, "全县演练")
        await assert_looks(pilot, "round_wizard_field", look)


async def test_a_round_is_made_from_a_template_and_opened_without_a_command(
    county: County, organiser: Session
) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "n", "enter")  # self only
        await press(pilot, "enter")
        await clear(pilot)
        await write(pilot, "年终自评")
        await press(pilot, "enter", "down", "enter")
        await clear(pilot)
        await write(pilot, "2026-end")
        await press(pilot, "enter", *([FORWARD] * 7))
        shown = text_of(pilot.app)
        assert "年终自评" in shown
        assert "没有不对的，花名册也对得上。" in shown
        await press(pilot, "y")
        assert isinstance(pilot.app.screen, BoardScreen)
        await press(pilot, "g", "y")
    held = life.find(county, "2026-end")
    assert (held.phase, held.rules.title.say("zh")) == (Phase.OPEN, "年终自评")


async def test_what_is_wrong_is_told_at_the_field_and_stays_typed(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "n", "down", "enter", *([FORWARD] * 4), "down", "down", "enter")
        await clear(pilot)
        await write(pilot, "下周五")
        await press(pilot, "enter")
        shown = text_of(pilot.app)
        assert "下周五" in shown
        assert "截止时间写成 2026-12-20" in shown
        await press(pilot, FORWARD, FORWARD, FORWARD)
        assert "时间：自我检查截止：截止时间写成" in text_of(pilot.app)
        assert "deadlines" not in text_of(pilot.app), "nobody has to know what a round file looks like"
        await press(pilot, "y")
        assert isinstance(pilot.app.screen, WizardScreen), "what is wrong is not made"
        await press(pilot, "escape", "escape", "escape")
        assert "下周五" in text_of(pilot.app), "nothing is lost on the way"


async def test_choices_flags_units_and_weights_are_set(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "n", "down", "enter")
        await press(pilot, "down", "down", "down", "enter")  # a rehearsal
        await press(pilot, "up", "enter")
        await clear(pilot)
        await write(pilot, "mock-1")
        await press(pilot, "enter", FORWARD, "enter")
        await clear(pilot)
        await write(pilot, "25")
        await press(pilot, "enter", FORWARD, "enter", FORWARD, FORWARD, FORWARD)
        await press(pilot, "enter", "down", "enter")  # named
        await press(pilot, FORWARD, FORWARD)
        assert "【演练】" in text_of(pilot.app)
        await press(pilot, "y")
    rules = life.find(county, "mock-1").rules
    assert (rules.mock, rules.secrecy, rules.units) == (True, Secrecy.NAMED, ("城关镇",))
    assert rules.use[0].weight == Decimal(25)


async def test_after_a_weight_the_cursor_goes_on_to_the_next_checklist_and_none_at_all_is_told_in_words(
    county: County, organiser: Session
) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "n", "enter", FORWARD, "enter")
        await clear(pilot)
        await press(pilot, "enter")
        assert "还没有选考评表" in text_of(pilot.app)
        listed = pilot.app.screen.query_one(MenuList).menu
        await press(pilot, "down", "enter")
        labels = [row.name for row in listed.rows if row.go]
        await write(pilot, "30")
        await press(pilot, "enter")
        here = pilot.app.screen.query_one(MenuList).here
        assert here is not None
        assert here.name == labels[3]


async def test_leaving_asks_once_where_something_was_filled_in(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "n", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        await press(pilot, "n", "enter", "escape", "escape")
        assert "再按一次 Esc 就放弃" in text_of(pilot.app)
        await press(pilot, FORWARD)
        assert "名称（2/9）" in text_of(pilot.app)
        await press(pilot, BACK, "escape", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
    assert len(life.rounds(organiser)) == 2


async def test_a_round_is_made_from_a_file_and_its_faults_are_listed_with_their_lines(
    county: County, organiser: Session, tmp_path: Path
) -> None:
    right, wrong = tmp_path / "round.toml", tmp_path / "wrong.toml"
    right.write_text(text(template("self", NOW)).replace("2026-h2", "filed"), "utf-8")
    wrong.write_text('id = "x"\nsecrecy = "secret"\n', "utf-8")
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "n", "end", "enter")
        await write(pilot, str(wrong))
        await press(pilot, "enter")
        assert "wrong.toml 第 2 行 RD013" in text_of(pilot.app)
        assert "Enter 填写" not in text_of(pilot.app), "there is nothing to fill in on a list of faults"
        await press(pilot, "escape")
        # A long path does not fit into the field: what it holds counts, not which part is in sight.
        assert pilot.app.screen.query_one(Input).value == str(wrong), "to read it again or write another"
        await clear(pilot)
        await write(pilot, str(right))
        await press(pilot, "enter")
        assert "预览" in text_of(pilot.app)
        await press(pilot, "y")
        assert isinstance(pilot.app.screen, BoardScreen)
    assert life.find(county, "filed").phase is Phase.SETUP


async def test_a_round_in_preparation_is_changed(county: County, organiser: Session) -> None:
    life.new(organiser, template("self", NOW).model_copy(update={"id": "later"}))
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "e")
        assert "改规则" in text_of(pilot.app)
        await press(pilot, "enter")
        await clear(pilot)
        await write(pilot, "改了名")
        await press(pilot, "enter", *([FORWARD] * 7), "y")
        assert isinstance(pilot.app.screen, BoardScreen)
        assert "改了名" in text_of(pilot.app)
    assert life.find(county, "later").rules.title.say("zh") == "改了名"


async def test_the_last_published_round_can_be_compared_with(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "n", "enter", *([FORWARD] * 6), "end", "up", "enter", "down", "enter")
        assert FORMER in text_of(pilot.app)


# Pure


@pytest.mark.parametrize("name", [each.name for each in TEMPLATES])
def test_a_draft_says_what_the_rules_say(name: str) -> None:
    rules = template(name, NOW)
    reading = Draft.of(rules).read()
    if name == "inspection":
        assert [each.path for each in reading.faults] == ["use.1.by"], "nobody inspects yet"
    else:
        assert reading.right
        assert reading.rules == rules


def test_what_was_typed_is_read_or_kept() -> None:
    assert typed.number("40") == 40
    assert typed.number("37.5") == Decimal("37.5")
    assert typed.number("四十") == "四十"
    assert typed.moment("2026/12/5") == datetime(2026, 12, 5).date()
    assert typed.moment("2026-12-05 18:00").astimezone(UTC) == datetime(2026, 12, 5, 10, tzinfo=UTC)
    assert typed.moment("明天") == "明天"
    assert typed.moment(" ") is None
    assert typed.names("q1、q2, q3") == ["q1", "q2", "q3"]
    before = [{"code": "excellent", "text": {"zh": "优秀", "en": "Excellent"}, "min": Decimal(90)}]
    assert typed.grades("优秀 95、其余 0", before) == [
        {"code": "excellent", "text": {"zh": "优秀", "en": "Excellent"}, "min": 95},
        {"code": "g2", "text": {"zh": "其余"}, "min": 0},
    ]
    assert typed.grades("优秀九十", before) == "优秀九十"


def test_what_is_not_said_any_more_leaves_no_empty_table() -> None:
    draft = Draft.of(template("colleagues", NOW))
    draft.put("deadlines.self", None)
    draft.put("deadlines.peer", None)
    assert "deadlines" not in draft.said
    draft.weigh("core.mutual", Purpose.PEER, "")
    assert draft.weight_of("core.mutual", Purpose.PEER) == ""
    assert draft.read().right
    assert NOW - timedelta(days=1) < NOW
    assert len(STEPS) == 9


async def test_the_word_beside_enter_follows_the_cursor_and_empty_fields_say_what_holds(
    county: County, organiser: Session
) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "n")
        assert "Enter 选定" in text_of(pilot.app)
        await press(pilot, "down", "enter")
        assert "Enter 填写" in text_of(pilot.app)
        await press(pilot, "down", "down", "down")
        assert "Enter 选定" in text_of(pilot.app), "a rehearsal is turned on and off"
        await press(pilot, *["right_square_bracket"] * 5)
        assert "分数最少几人      不填即 5" in text_of(pilot.app)


async def test_a_plugins_rule_is_offered_where_the_round_is_named_and_nowhere_else(
    county: County, organiser: Session
) -> None:
    title = "最高、最低各去四分之一再平均（插件 linshan 1.0 的规则）"
    with running(linshan()):
        async with Look().open(county, organiser) as pilot:
            await press(pilot, "n", "down", "enter", *([FORWARD] * 6), "down", "enter")
            assert title not in text_of(pilot.app)
            await press(pilot, "escape", BACK, "enter", "down", "enter")  # named
            await press(pilot, FORWARD, "down", "enter")
            assert title in text_of(pilot.app)
            await press(pilot, *(["down"] * 4), "enter", FORWARD)
            shown = text_of(pilot.app)
            assert "最高、最低各去四分之一再平均（插件 linshan 1.0" in shown
            await press(pilot, BACK, BACK, "enter", "up", "enter", FORWARD, FORWARD)  # confidential after all
            assert "插件的计分规则" in text_of(pilot.app)


async def test_a_checklist_that_waits_for_a_plugin_is_told_with_the_reason_and_not_offered(
    county_folder: Path,
) -> None:
    county = open_county(
        f"tinydb://{county_folder}", folders=(LINSHAN_LIST.parent,), clock=Clock(), quick_passwords=True
    )
    async with Look().open(county, signed_in(county, "zzb")) as pilot:
        await press(pilot, "n", "down", "enter", FORWARD)
        shown = text_of(pilot.app)
        assert "林山县机关学习考评表：要先启用插件 linshan" in shown
        assert shown.count("林山县机关学习考评表") == 1
