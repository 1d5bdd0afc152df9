"""How raters rated on screens: under codes, with the decision and what it would do; all with the keyboard."""

from pathlib import Path
from shutil import copytree

import pytest

from cadre_tui.services import audit
from cadre_tui.services.results.quality import raters as quality
from cadre_tui.services.results.rater_codes import rater_code
from cadre_tui.services.rounds.voids import voids_of
from cadre_tui.store import keys
from cadre_tui.tui import navigation
from cadre_tui.tui.quality.differences_screen import GradeDifferencesScreen
from cadre_tui.tui.quality.rater_screen import RaterQualityScreen
from cadre_tui.tui.quality.screen import QualityScreen
from cadre_tui.tui.quality.ways import open_quality
from tests.services.rated_office import SAME, STAFF, rated_office
from tests.services.small import GRADES, Clock, Small, reopened
from tests.tui.golden import LOOKS, Look, assert_looks, each_look, press, settle, text_of, write

KEY = "6b" * 32
"""The key of the codes, so that pictures of them stay the same."""


@pytest.fixture(scope="module")
def rated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rated") / "data"
    small = rated_office(folder, grade=GRADES)
    small.county.store.change(keys.round_rules("r1"), lambda found: {**(found or {}), "rater_key": KEY})
    return folder


@pytest.fixture
def closed(rated: Path, tmp_path: Path) -> Small:
    copytree(rated, tmp_path / "data")
    return reopened(tmp_path / "data", Clock())


@each_look
async def test_the_raters_of_a_round_look_like_this(look: Look, closed: Small) -> None:
    async with look.open(closed.county, closed.organiser) as pilot:
        open_quality(pilot.app, "r1")
        await settle(pilot)
        await assert_looks(pilot, "quality_settling", look)
        await press(pilot, "y")
        await assert_looks(pilot, "quality", look)
        await press(pilot, "enter", "e")
        await assert_looks(pilot, "quality_rater", look)


async def test_from_the_round_s_page_it_is_one_key_and_says_first_what_it_settles(closed: Small) -> None:
    async with LOOKS[0].open(closed.county, closed.organiser) as pilot:
        navigation.open_round(pilot.app, "r1")
        await settle(pilot)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, QualityScreen)
        assert "按 y 看" in text_of(pilot.app)
        assert not any(each.code == "quality-read" for each in audit.entries(closed.organiser))
        await press(pilot, "y")
        assert rater_code(closed.county, "r1", SAME) in text_of(pilot.app)
        assert not any(f"甲{each}" in text_of(pilot.app) for each in STAFF)


async def test_the_outcome_and_the_check_say_first_that_no_votes_can_be_made_void_any_more(closed: Small) -> None:
    quality.quality(closed.organiser, "r1")
    async with LOOKS[0].open(closed.county, closed.organiser) as pilot:
        for opened in (navigation.open_disclosure, navigation.open_outcome):
            opened(pilot.app, "r1")
            await settle(pilot)
            assert "也不能再决定谁的答卷作废" in text_of(pilot.app)
            assert voids_of(closed.county, "r1").closed is None
            await press(pilot, "escape")
        navigation.open_outcome(pilot.app, "r1")
        await settle(pilot)
        await press(pilot, "y")
        assert voids_of(closed.county, "r1").closed is not None
        assert "校正前后等次不同" in text_of(pilot.app), "what follows from the votes is shown"


async def test_votes_are_made_void_with_a_reason_and_count_again(closed: Small) -> None:
    quality.quality(closed.organiser, "r1")
    code = rater_code(closed.county, "r1", SAME)
    async with LOOKS[0].open(closed.county, closed.organiser) as pilot:
        open_quality(pilot.app, "r1")
        await settle(pilot)
        for said, there in (("没有逐项看", True), ("查明不是", False)):
            while f"▸ {code}" not in text_of(pilot.app):
                await press(pilot, "down")
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, RaterQualityScreen)
            await press(pilot, "v")
            await write(pilot, said)
            await press(pilot, "f9")
            assert isinstance(pilot.app.screen, QualityScreen)
            assert (SAME in voids_of(closed.county, "r1").raters) is there
            assert ("作废：没有逐项看" in text_of(pilot.app)) is there
            await press(pilot, "home")


async def test_the_list_of_different_grades_asks_first_and_ends_decisions(closed: Small) -> None:
    quality.quality(closed.organiser, "r1")
    async with LOOKS[0].open(closed.county, closed.organiser) as pilot:
        open_quality(pilot.app, "r1")
        await settle(pilot)
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, GradeDifferencesScreen)
        assert voids_of(closed.county, "r1").closed is None
        await press(pilot, "y")
        assert voids_of(closed.county, "r1").closed is not None
        await press(pilot, "escape")
        assert "现在不能再决定答卷作废" in text_of(pilot.app)
        await press(pilot, "enter", "v")
        assert isinstance(pilot.app.screen, RaterQualityScreen)
