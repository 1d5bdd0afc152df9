"""A checklist's form while its author writes the file, which is looked at when a test says so, not by the clock."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from textual.pilot import Pilot

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.services.county import County
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.form.state import FormState
from cadre_tui.tui.home.screen import HomeScreen
from cadre_tui.tui.preview.screen import PreviewScreen
from tests.tui.golden import LOOKS, Look, assert_looks, each_look, press, settle, text_of, until, write

WRITTEN = """\
schema = 1
id = "t.draft"
version = "1"
title = {{ zh = "乡镇干部学习考评表", en = "Learning checklist for townships" }}
lang = "zh"
{purpose}
total = 20

[[scale]]
id = "s"
option = [
  {{ code = "good", text = {{ zh = "好", en = "Good" }}, score = 100 }},
  {{ code = "poor", text = {{ zh = "差", en = "Poor" }}, score = 0 }},
]

[[section]]
id = "a"
title = {{ zh = "学习计划", en = "Study plan" }}
points = 20

  [[section.criterion]]
  id = "a.plan"
  text = {{ zh = "按计划学习", en = "Study by plan" }}
  kind = "rating"
  scale = "s"
  points = {points}

  [[section.criterion]]
  id = "a.hours"
  text = {{ zh = "完成规定学时", en = "Hours done" }}
  kind = "{kind}"
  points = 10
{more}
"""
RATIO = 'unit = { zh = "学时", en = "hours" }'
GOOD = WRITTEN.format(purpose="", points=10, kind="ratio", more=RATIO)
FAULTY = WRITTEN.format(purpose="", points=11, kind="ratios", more=RATIO)
OTHER_KIND = WRITTEN.format(purpose="", points=10, kind="yes_no", more="")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "draft.toml"
    found.write_text(GOOD, "utf-8")
    return found


@pytest.fixture(autouse=True)
def by_hand() -> Any:
    with patch("cadre_tui.tui.preview.screen.EVERY", 3600):
        yield


@asynccontextmanager
async def opened(
    county: County, session: Session, file: Path, purpose: Purpose | None = None, look: Look = LOOKS[0]
) -> AsyncIterator[Pilot[Any]]:
    async with look.open(county, session) as pilot:
        navigation.open_preview(pilot.app, file, purpose)
        await settle(pilot)
        yield pilot


def screen(pilot: Pilot[Any]) -> PreviewScreen:
    found = pilot.app.screen
    assert isinstance(found, PreviewScreen)
    return found


def state(pilot: Pilot[Any]) -> FormState:
    found = screen(pilot)._state
    assert found is not None
    return found


def shown(pilot: Pilot[Any]) -> str:
    return text_of(pilot.app)


async def saved(pilot: Pilot[Any], file: Path, text: str) -> None:
    """The author saves the file, and the clock ticks."""
    file.write_text(text, "utf-8")
    screen(pilot)._tick()
    await settle(pilot)


@each_look
async def test_a_preview_looks_like_the_form_and_says_what_it_is(
    county: County, organiser: Session, file: Path, look: Look
) -> None:
    async with opened(county, organiser, file, look=look) as pilot:
        await press(pilot, "1")
        await assert_looks(pilot, "preview", look)


@each_look
async def test_faults_stand_above_the_form_that_there_was(
    county: County, organiser: Session, file: Path, look: Look
) -> None:
    async with opened(county, organiser, file, look=look) as pilot:
        await press(pilot, "1")
        await saved(pilot, file, FAULTY)
        await assert_looks(pilot, "preview-faults", look)


@each_look
async def test_a_file_that_was_never_right_shows_its_faults_alone(
    county: County, organiser: Session, file: Path, look: Look
) -> None:
    file.write_text(FAULTY, "utf-8")
    async with opened(county, organiser, file, look=look) as pilot:
        await assert_looks(pilot, "preview-never-right", look)


async def test_what_was_typed_stays_where_the_criterion_and_its_kind_do(
    county: County, organiser: Session, file: Path
) -> None:
    async with opened(county, organiser, file) as pilot:
        await press(pilot, "1", "3", "enter", "4", "escape", "up", "tab")
        await write(pilot, "有计划")
        await press(pilot, "escape")
        await saved(pilot, file, GOOD.replace("按计划学习", "按年度计划学习").replace("points = 20", "points = 20 "))
        assert "按年度计划学习" in shown(pilot)
        assert "文件已重新读入" in shown(pilot)
        assert state(pilot).answers["a.plan"].choice == "good"
        assert state(pilot).answers["a.plan"].reason == "有计划"
        assert state(pilot).answers["a.hours"].done == 3
        await saved(pilot, file, OTHER_KIND)
        assert set(state(pilot).answers) == {"a.plan"}


async def test_what_is_being_written_is_not_lost_by_a_save_of_the_file(
    county: County, organiser: Session, file: Path
) -> None:
    async with opened(county, organiser, file) as pilot:
        await press(pilot, "tab")
        await write(pilot, "写到一半")
        await saved(pilot, file, FAULTY)
        await saved(pilot, file, GOOD.replace("好", "很好"))
        await write(pilot, "，接着写")
        await press(pilot, "escape")
        assert state(pilot).answers["a.plan"].reason == "写到一半，接着写"
        await press(pilot, "down", "7")
        await saved(pilot, file, GOOD)
        await press(pilot, "5", "enter", "9")
        assert state(pilot).text_in("a.hours", "done") == "75"
        assert state(pilot).text_in("a.hours", "planned") == "9"


async def test_a_file_that_is_gone_is_told_and_comes_back(county: County, organiser: Session, file: Path) -> None:
    async with opened(county, organiser, file) as pilot:
        await press(pilot, "1")
        file.unlink()
        screen(pilot)._tick()
        await settle(pilot)
        assert "找不到考评表文件" in shown(pilot).replace("\n", "")
        assert "按计划学习" in shown(pilot)
        await saved(pilot, file, GOOD)
        assert "找不到" not in shown(pilot)
        assert state(pilot).answers["a.plan"].choice == "good"


async def test_all_faults_are_listed_in_the_place_of_the_form(county: County, organiser: Session, file: Path) -> None:
    async with opened(county, organiser, file) as pilot:
        many = GOOD.replace("kind =", "kinds =").replace("text =", "texts =")
        await saved(pilot, file, many)
        assert "按 e " in shown(pilot)
        await press(pilot, "e")
        assert "按计划学习" not in shown(pilot)
        assert shown(pilot).count("draft.toml") > 3
        await press(pilot, "escape")
        assert "按计划学习" in shown(pilot)
        await press(pilot, "e")
        await saved(pilot, file, GOOD)
        assert "按计划学习" in shown(pilot)
        await press(pilot, "1")
        assert state(pilot).answers["a.plan"].choice == "good"


async def test_the_purpose_is_chosen_where_there_are_several(county: County, organiser: Session, file: Path) -> None:
    two = WRITTEN.format(purpose='purpose = ["self", "peer"]', points=10, kind="ratio", more=RATIO)
    file.write_text(two, "utf-8")
    async with opened(county, organiser, file, Purpose.PEER) as pilot:
        assert "评价同事" in shown(pilot).splitlines()[0]
        await press(pilot, "1", "v")
        assert "自我检查" in shown(pilot).splitlines()[0]
        assert state(pilot).answers["a.plan"].choice == "good"
    async with opened(county, organiser, file, Purpose.CHECK) as pilot:
        assert "这张表不用于“督查”，按“自我检查”显示。" in shown(pilot)
        await saved(pilot, file, two.replace(', "peer"', ""))
        assert "v 换用途" not in shown(pilot)


async def test_nothing_is_stored_and_nothing_of_a_preview_can_be_handed_in(
    county: County, organiser: Session, file: Path, county_folder: Path
) -> None:
    def everything() -> dict[Path, bytes]:
        return {each: each.read_bytes() for each in county_folder.rglob("*") if each.is_file()}

    async with opened(county, organiser, file) as pilot:
        before = everything()
        await press(pilot, "1", "3", "enter", "4", "escape", "s", ">", "c", "ctrl+s")
        assert isinstance(pilot.app.screen, PreviewScreen)
        pilot.app.app_focus = False
        await press(pilot, "n")
        assert "预览，不保存" in shown(pilot).splitlines()[-1]
        await press(pilot, "f1")
        assert "提交" not in [row.strip() for row in shown(pilot).splitlines()]
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert everything() == before


async def test_the_clock_looks_at_the_file(county: County, organiser: Session, file: Path) -> None:
    with patch("cadre_tui.tui.preview.screen.EVERY", 0.05):
        async with opened(county, organiser, file) as pilot:
            assert "按计划学习" in shown(pilot)
            file.write_text(GOOD.replace("按计划学习", "照计划学习"), "utf-8")
            await until(pilot, lambda: "照计划学习" in shown(pilot))
