"""What stands in an empty field is told to be an example: on a terminal without dim text it would look typed."""

from cadre_tui.services.county import County
from cadre_tui.services.session import Session
from tests.tui.golden import Look, press, text_of, write


async def test_a_figure_or_a_day_in_an_empty_field_is_told_to_be_an_example(county: County, cadre: Session) -> None:
    async with Look().open(county, cadre) as pilot:
        await press(pilot, "b", "h")
        told = text_of(pilot.app)
        assert "登记学时" in told
        assert "如 2026-03-01" in told
        assert "课程、班次的名称" in told
        assert "如 课程" not in told
        await press(pilot, "tab")
        await write(pilot, "6")
        assert "如 4" not in text_of(pilot.app)
    async with Look("en").open(county, cadre) as pilot:
        await press(pilot, "b", "h")
        told = text_of(pilot.app)
        assert "such as 4" in told
        assert " Date\n" in told
