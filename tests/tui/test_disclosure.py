"""The check before publication, raw material and named votes on screens; all with the keyboard."""

import pytest

from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round_rules import Secrecy
from cadre_tui.services import audit
from cadre_tui.services.people import accounts
from cadre_tui.services.results import disclosure
from cadre_tui.services.rounds import life
from cadre_tui.store import keys
from cadre_tui.tui import navigation
from cadre_tui.tui.disclosure.raw_screen import RawScreen
from cadre_tui.tui.disclosure.screen import DisclosureScreen
from tests.services.office import EQUALS, SUBJECT, publish, rate, rules_of
from tests.services.small import PASSWORD, Small
from tests.tui.golden import LOOKS, Look, assert_looks, each_look, press, settle, text_of, write


@pytest.fixture
def small(bureau: Small) -> Small:
    return bureau


@pytest.fixture
def closed(small: Small) -> Small:
    """Five rated, all the first criterion alike; one wrote why."""
    small.opened(rules_of())
    marks = {each: ("good", ("good", "half")[at % 2]) for at, each in enumerate(EQUALS[:5])}
    rate(small, marks, reasons={"e1": "肯下功夫"})
    life.close_round(small.organiser, "r1", "没交的不计入")
    return small


@each_look
async def test_the_check_looks_like_this(look: Look, closed: Small) -> None:
    async with look.open(closed.county, closed.organiser) as pilot:
        navigation.open_disclosure(pilot.app, "r1")
        await settle(pilot)
        await assert_looks(pilot, "disclosure_before", look)
        await press(pilot, "y")
        await assert_looks(pilot, "disclosure", look)


async def test_from_home_the_check_is_one_key_and_then_the_round_can_be_published(closed: Small) -> None:
    async with LOOKS[0].open(closed.county, closed.organiser) as pilot:
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, DisclosureScreen)
        assert "大家评得一样" not in text_of(pilot.app)
        await press(pilot, "y")
        assert "大家评得一样" in text_of(pilot.app)
    life.publish(closed.organiser, "r1")


async def test_a_long_check_is_scrolled_with_its_keys(closed: Small) -> None:
    async with LOOKS[0].open(closed.county, closed.organiser) as pilot:
        navigation.open_disclosure(pilot.app, "r1")
        await settle(pilot)
        await press(pilot, "y")
        screen = pilot.app.screen
        assert isinstance(screen, DisclosureScreen)
        screen.show(disclosure.check(closed.organiser, "r1") * 10)
        await settle(pilot)
        before = text_of(pilot.app)
        await press(pilot, "pagedown")
        assert text_of(pilot.app) != before
        await press(pilot, "home")
        assert text_of(pilot.app) == before


async def test_raw_material_is_opened_by_two_with_a_reason(closed: Small) -> None:
    def give(found: dict[str, object] | None) -> dict[str, object]:
        return {**(found or {}), "roles": [Role.SUPERVISOR.value]}

    closed.county.store.change(keys.account("e7"), give)
    async with LOOKS[0].open(closed.county, closed.organiser) as pilot:
        navigation.open_disclosure(pilot.app, "r1")
        await settle(pilot)
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, RawScreen)
        for typed in (SUBJECT, "申诉核查", "e7", "wrong"):
            await write(pilot, typed)
            await press(pilot, "enter")
        assert "人e1" not in text_of(pilot.app)
        await write(pilot, PASSWORD)
        await press(pilot, "enter")
        assert "人e1（" not in text_of(pilot.app)
        assert "人e1  6.00 分；理由：肯下功夫" in text_of(pilot.app)
    (entry,) = [each for each in audit.entries(closed.organiser) if each.code == "raw-opened"]
    assert entry.values["reason"] == "申诉核查"


async def test_in_a_named_round_v_tells_who_and_in_a_confidential_one_it_does_nothing(small: Small) -> None:
    small.opened(rules_of(secrecy=Secrecy.NAMED, min_raters=1, min_comments=1))
    rate(small, {"l1": ("good", "half")}, reasons={"l1": "肯下功夫"})
    publish(small)
    small.opened(rules_of("c1"))
    rate(small, {each: ("good", ("good", "half")[at % 2]) for at, each in enumerate(EQUALS[:5])}, "c1")
    life.close_round(small.organiser, "c1", "没交的不计入")
    disclosure.check(small.organiser, "c1")
    life.publish(small.organiser, "c1")
    session = accounts.sign_in(small.county, SUBJECT, PASSWORD)
    async with LOOKS[0].open(small.county, session) as pilot:
        navigation.open_result(pilot.app, "r1", SUBJECT)
        await settle(pilot)
        await press(pilot, "v")
        assert "人l1  6.00 分；理由：肯下功夫" in text_of(pilot.app)
        await press(pilot, "v", "t")
        assert "同事写的评语（按文字排序）：" in text_of(pilot.app)
        await press(pilot, "escape", "escape")
        navigation.open_result(pilot.app, "c1", SUBJECT)
        await settle(pilot)
        assert "v 谁评的" not in text_of(pilot.app)
        await press(pilot, "v")
        assert "人e1" not in text_of(pilot.app)
        assert "有的分数不显示" in text_of(pilot.app)
