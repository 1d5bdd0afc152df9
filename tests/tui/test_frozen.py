"""The app on a round whose checklists' files were taken away after it opened."""

from pathlib import Path

import pytest

from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.services.drawers import read_drawer
from cadre_tui.tui import navigation
from tests.services.small import Small, fill_peers, fill_self, make, rules, task
from tests.tui.golden import Look, press, settle, text_of

SELF, PEER = Purpose.SELF, Purpose.PEER
EVERYBODY = ("a1", "a2", "a3", "a4")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Small:
    """The round r1 is open, and the folder of checklists is empty."""
    small = make(tmp_path_factory.mktemp("bare") / "data")
    small.opened(rules())
    for file in Path(small.folder / "checklists").iterdir():
        file.unlink()
    return small.again()


async def test_the_form_is_answered_and_handed_in(bare: Small) -> None:
    cadre = bare.signed_in("a1")
    async with Look().open(bare.county, cadre) as pilot:
        navigation.open_form(pilot.app, task(cadre, SELF, "t.pair", "a1"))
        await settle(pilot)
        await press(pilot, "1", "2", "escape")  # Esc saves
        navigation.open_form(pilot.app, task(cadre, SELF, "t.own", "a1"))
        await settle(pilot)
        await press(pilot, "5", "enter", "1", "0", "enter", "escape")
        navigation.open_hand_in(pilot.app, "r1", SELF)
        await settle(pilot)
        await press(pilot, "s", "enter")
    drawer = read_drawer(bare.again().county, "r1", "a1")
    answers = {each.checklist: dict(each.answers) for each in drawer.responses}
    assert [each.choice for each in answers["t.pair|1"].values()] == ["good", "half"]
    assert {each.state for each in drawer.responses} == {State.SUBMITTED}


async def test_the_board_says_so_and_results_are_shown(bare: Small) -> None:
    async with Look().open(bare.county, bare.organiser) as pilot:
        pilot.app.push_screen(navigation.made("round", "r1"))
        await settle(pilot)
        assert "t.pair|1 的文件现在没有了" in text_of(pilot.app)
    for person in EVERYBODY:
        cadre = bare.signed_in(person)
        if person != "a1":
            fill_self(cadre)
        fill_peers(cadre, dict.fromkeys(EVERYBODY, ("good", "half")))
    bare.published("r1")
    cadre = bare.again().signed_in("a1")
    async with Look().open(bare.again().county, cadre) as pilot:
        navigation.open_result(pilot.app, "r1", "a1")
        await settle(pilot)
        assert "第一项" in text_of(pilot.app)
        assert "总分" in text_of(pilot.app)
