"""Words of encouragement on the screens: written, read, reported, hidden."""

from itertools import count

import pytest

from cadre_tui.services.county import County
from cadre_tui.services.oversight import encouragement
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from tests.tui.golden import Look, assert_looks, each_look, press, settle, text_of, write
from tests.tui.small_county import CURRENT, signed_in
from tests.tui.voices import encouraged, supervisor


@pytest.fixture(autouse=True)
def same_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    codes = count(2)
    monkeypatch.setattr(encouragement, "receipt_code", lambda: f"7KMX-3Q2{next(codes)}")


@each_look
async def test_writing_to_a_colleague_looks_like_this(look: Look, county: County, rater: Session) -> None:
    async with look.open(county, rater) as pilot:
        await press(pilot, "down", "down", "enter", "c")
        await write(pilot, "讲课讲得透，大家听了就能用。")
        await assert_looks(pilot, "commend", look)


async def test_one_writes_from_the_grid_and_from_a_form_about_a_colleague(county: County, rater: Session) -> None:
    async with Look().open(county, rater) as pilot:
        await press(pilot, "down", "down", "enter", "c")
        await write(pilot, "讲得透")
        await press(pilot, "enter")
        assert "已经写给张建国" in text_of(pilot.app)
        await press(pilot, "escape", "c")
        await write(pilot, "再写一句")
        await press(pilot, "enter")
        assert "已经给这位同事写过一句了" in text_of(pilot.app)
        await press(pilot, "escape", "escape", "enter", "down", "c")
        await write(pilot, "学以致用")
        await press(pilot, "enter")
        assert "已经写给张建国" in text_of(pilot.app)
    assert {each.text for each in encouragement.received(signed_in(county, "q1"), CURRENT)} == {"讲得透", "学以致用"}


async def test_a_form_about_oneself_has_nobody_to_encourage(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "enter", "c")
        assert "写一句鼓励" not in text_of(pilot.app)


@each_look
async def test_home_tells_of_encouragement_like_this(look: Look, county: County, cadre: Session) -> None:
    encouraged(county)
    async with look.open(county, cadre) as pilot:
        await assert_looks(pilot, "home_messages", look)


@each_look
async def test_what_one_received_looks_like_this(look: Look, county: County, cadre: Session) -> None:
    encouraged(county)
    async with look.open(county, cadre) as pilot:
        await press(pilot, "end", "enter")
        await assert_looks(pilot, "received", look)


async def test_abuse_is_reported_by_its_receiver_and_hidden_by_the_organiser(
    county: County, cadre: Session, organiser: Session
) -> None:
    encouraged(county, "你也就这样了")
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "end", "enter", "j")
        await write(pilot, "说反话")
        await press(pilot, "enter")
        assert "举报：说反话" in text_of(pilot.app)
    async with Look().open(county, organiser) as pilot:
        assert "被举报的留言 1 句，1 句等待处理" in text_of(pilot.app)
        await press(pilot, "end", "enter")
        assert "你也就这样了" in text_of(pilot.app)
        await press(pilot, "h")
        await write(pilot, "言语不当")
        await press(pilot, "enter")
        assert "已隐藏：言语不当" in text_of(pilot.app)
        assert "h 恢复" in text_of(pilot.app)
        assert "还没有人写" in text_of(pilot.app), "what is hidden is not counted"
        assert encouragement.received(cadre, CURRENT) == ()
        await press(pilot, "h")
        await write(pilot, "是方言，没有恶意")
        await press(pilot, "enter")
        assert "等待处理" in text_of(pilot.app)
        assert "1 句" in text_of(pilot.app)
    assert [each.text for each in encouragement.received(cadre, CURRENT)] == ["你也就这样了"]


@each_look
async def test_what_was_reported_looks_like_this(
    look: Look, county: County, cadre: Session, organiser: Session
) -> None:
    which = encouraged(county, "你也就这样了")
    encouragement.report(cadre, CURRENT, which, "说反话")
    async with look.open(county, organiser) as pilot:
        navigation.open_encouragement(pilot.app, CURRENT)
        await settle(pilot)
        await assert_looks(pilot, "reported", look)


async def test_a_supervisor_sees_numbers_by_unit_alone(county: County, organiser: Session) -> None:
    encouraged(county)
    async with Look().open(county, supervisor(county, organiser)) as pilot:
        await press(pilot, "j")
        shown = text_of(pilot.app)
        assert "城关镇" in shown
        assert "1 句" in shown
        assert "被举报" not in shown
        assert "讲课" not in shown
