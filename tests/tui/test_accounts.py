"""An account for somebody outside the roster, made in the app."""

from cadre_tui.model.people.person import Role
from cadre_tui.services.county import County
from cadre_tui.services.people.account_list import account_of, outside
from cadre_tui.services.session import Session
from tests.tui.golden import Look, assert_looks, each_look, press, text_of, write


@each_look
async def test_making_an_account_looks_like_this(look: Look, county: County, organiser: Session) -> None:
    async with look.open(county, organiser) as pilot:
        await press(pilot, "p", "n")
        await write(pilot, "duchu1")
        await assert_looks(pilot, "account", look)


async def test_an_account_outside_the_roster_is_made_listed_and_gets_a_code(
    county: County, organiser: Session
) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "p", "n")
        await write(pilot, "q1")
        await press(pilot, "enter")
        await write(pilot, "吴督查")
        await press(pilot, "enter")
        assert "已经有编号为“q1”的账号了" in text_of(pilot.app)
        await press(pilot, "shift+tab")
        await write(pilot, "duchu1")
        await press(pilot, "enter")
        assert "给 吴督查 什么身份" in text_of(pilot.app)
        await press(pilot, "enter")
        assert "吴督查" in text_of(pilot.app)
        assert "c 发激活码" in text_of(pilot.app), "on the new account's own page"
        await press(pilot, "escape", "end")
        assert "吴督查" in text_of(pilot.app), "listed last"
    assert account_of(organiser, "duchu1").roles == (Role.SUPERVISOR,)
    assert [each.person for each in outside(organiser)] == ["duchu1", "zzb"]
