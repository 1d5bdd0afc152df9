"""The lines of a study plan: days and states stand below each other, whatever each item says."""

from datetime import date

from cadre_tui.model.study.plan import Progress, StudyItem, StudyPlan
from cadre_tui.tui.drawing.columns import width_of
from cadre_tui.tui.drawing.glyphs import UNICODE
from cadre_tui.tui.drawing.parts import plain
from cadre_tui.tui.study.year_page import plan_rows

TODAY = date(2026, 11, 29)


def test_days_stand_below_each_other() -> None:
    items = (
        StudyItem(id="1", content="法律法规", due=date(2026, 9, 30), progress=Progress.BEGUN),
        StudyItem(id="2", content="心理调适和沟通", due=date(2026, 12, 31), progress=Progress.DONE),
        StudyItem(id="3", content="没有期限的一条", due=None),
    )
    plan = StudyPlan(year=2026, owner="q1", items=items)
    rows = [row for row in plan_rows(plan, UNICODE, 78, TODAY, lambda _item: None) if row.go]
    drawn = [plain(row.draw(78, False)) for row in rows]
    assert "（过期）" in drawn[0]
    days = [width_of(text[: text.index("2026-")]) for text in drawn[:2]]
    assert days[0] == days[1]
    assert {width_of(text) for text in drawn} == {width_of(drawn[0])}
