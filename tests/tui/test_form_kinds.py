"""Every kind of criterion, conditions and a county's own words, in the real app against a real store."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import Mock

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import TextArea

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round_rules import RoundRules, Use
from cadre_tui.model.text import Text
from cadre_tui.services.county import County, open_county
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.people import accounts, roster
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.form.page import FormPage
from cadre_tui.tui.form.question_row import QuestionRow
from cadre_tui.tui.form.screen import FormScreen
from cadre_tui.tui.widgets.writing import Writing
from tests.tui.forms import EVERY_KIND
from tests.tui.golden import LOOKS, press, settle, text_of
from tests.tui.small_county import NOW, Clock

PASSWORD = "qinghe-2026"


@pytest.fixture
def every_kind_county(tmp_path: Path) -> County:
    """A county whose one cadre fills in a checklist with every kind."""
    folder = tmp_path / "data"
    (folder / "checklists").mkdir(parents=True)
    folder.chmod(0o700)
    (folder / "checklists" / "every.toml").write_text(EVERY_KIND, "utf-8")
    county = open_county(
        f"tinydb://{folder.absolute()}", folders=(folder / "checklists",), clock=Clock(), quick_passwords=True
    )
    accounts.first_organiser(county, "zzb", "组织部", PASSWORD)
    organiser = accounts.sign_in(county, "zzb", PASSWORD)
    table = tmp_path / "roster.csv"
    table.write_text("编号,姓名,单位,层级,职务\nq1,张[b]建国,城关镇,township-bureau,副镇长\n", "utf-8")
    roster.import_roster(organiser, table)
    codes = accounts.issue_activation_codes(organiser)
    accounts.activate(county, "q1", codes["q1"], PASSWORD)
    rules = RoundRules(
        id="r1",
        title=Text({"zh": "考评"}),
        use=(Use(checklist="t.every", by=Purpose.SELF, weight=Decimal(1)),),
        deadlines={Purpose.SELF: NOW + timedelta(days=5)},
    )
    life.new(organiser, rules)
    life.open_round(organiser, "r1")
    return county


@asynccontextmanager
async def opened(county: County, at: str | None = None) -> AsyncIterator[tuple[Pilot[Any], Session]]:
    session = accounts.sign_in(county, "q1", PASSWORD)
    async with LOOKS[0].open(county, session) as pilot:
        navigation.open_form(pilot.app, tasks.todo(session, "r1", Purpose.SELF).tasks[0], at)
        await settle(pilot)
        yield pilot, session


def stored(session: Session) -> dict[str, Answer]:
    task = tasks.todo(session, "r1", Purpose.SELF).tasks[0]
    return dict(responses.open_form(session, task).response.answers)


def cursor(pilot: Pilot[Any]) -> str:
    (row,) = [row for row in pilot.app.screen.query(QuestionRow) if row.view.active]
    return row.view.criterion.id


async def test_words_in_brackets_are_shown_as_they_are(every_kind_county: County) -> None:
    async with opened(every_kind_county, "rating") as (pilot, _session):
        text = text_of(pilot.app)
        assert "学习成果[转化]为工作举措" in text
        assert "看[原件]。" in text
        assert "张[b]建国" in text


async def test_a_criterion_appears_and_disappears_as_another_is_answered(every_kind_county: County) -> None:
    async with opened(every_kind_county, "yes") as (pilot, session):
        assert "站点在哪里" not in text_of(pilot.app)
        await press(pilot, "1")
        assert cursor(pilot) == "hidden"
        await press(pilot, "enter", *"三楼", "escape", "up", "right")
        assert cursor(pilot) == "yes"
        assert "站点在哪里" not in text_of(pilot.app)
        assert isinstance(pilot.app.focused, FormPage)
        await press(pilot, "left")
        assert "三楼" in text_of(pilot.app)
        await press(pilot, "escape")
        assert stored(session)["hidden"].text == "三楼"


async def test_the_best_option_owes_a_reason_and_says_so(every_kind_county: County) -> None:
    async with opened(every_kind_county, "rating") as (pilot, _session):
        assert "选最好或最差的一档，要写理由" in text_of(pilot.app)
        await press(pilot, "1")
        assert "! 还缺理由" in text_of(pilot.app)
        await press(pilot, "up", "2")
        assert "! 还缺理由" not in text_of(pilot.app)


async def test_a_day_is_typed_as_offices_write_it(every_kind_county: County) -> None:
    async with opened(every_kind_county, "date") as (pilot, session):
        await press(pilot, *"20261101", "enter")
        assert "[2026-11-01]" in text_of(pilot.app)
        await press(pilot, "up", "2", "escape")
        assert "不是日期" in text_of(pilot.app)
        await press(pilot, "escape")
        assert "date" not in stored(session)


async def test_a_number_may_be_below_zero_where_it_only_informs(every_kind_county: County) -> None:
    async with opened(every_kind_county, "number") as (pilot, session):
        await press(pilot, "enter", "-", "3", ".", "5", "enter", "escape")
        assert stored(session)["number"].number == Decimal("-3.5")


async def test_a_paste_into_a_cell_is_typed(every_kind_county: County) -> None:
    async with opened(every_kind_county, "tiers") as (pilot, session):
        await press(pilot, "enter")
        pilot.app.screen.query_one(FormPage).post_message(paste("１2\n第二行"))
        await settle(pilot)
        await press(pilot, "escape", "escape")
        assert stored(session)["tiers"].number == 12


def paste(text: str) -> Any:
    from textual.events import Paste  # noqa: PLC0415

    return Paste(text)


async def test_going_to_and_fro_quickly_loses_no_row(every_kind_county: County) -> None:
    async with opened(every_kind_county, "rating") as (pilot, _session):
        await pilot.press("1", "1", *["]", "[", "]", "]", "[", "["])
        await settle(pilot)
        rows = [row.view.criterion.id for row in pilot.app.screen.query(QuestionRow)]
        assert rows == ["rating", "yes", "hidden", "deduct"]


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_keys_are_pressed_what_is_shown_is_what_is_stored(
    every_kind_county: County, seed: int
) -> None:
    chance = Random(seed)
    keys = [*"1234567890xnu[]", "up", "down", "left", "right", "enter", "tab", "delete", "pageup", "f5", "-", "."]
    async with opened(every_kind_county) as (pilot, session):
        for _round in range(12):
            await pilot.press(*[chance.choice(keys) for _key in range(8)])
            if chance.random() < 0.4:
                await pilot.press("escape") if pilot.app.focused.__class__ is Writing else None
            await settle(pilot)
        form = pilot.app.screen
        assert isinstance(form, FormScreen)
        assert form._state is not None
        shown = dict(form._state.answers)
        form.flush()
        assert stored(session) == shown


class Typing(App[None]):
    """One text area with a paragraph of 5,000 hanzi."""

    def __init__(self, area: TextArea) -> None:
        super().__init__()
        self._area = area

    def compose(self) -> ComposeResult:
        yield self._area


async def paragraphs_cut(area: TextArea, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often the whole paragraph is cut into lines so that a typed character and all lines are painted."""
    async with Typing(area).run_test(size=(80, 24)) as pilot:
        area.load_text("学" * 5000)
        area.move_cursor(area.document.end)
        area.focus()
        await pilot.pause()
        cut = Mock(wraps=area.get_line)
        monkeypatch.setattr(area, "get_line", cut)
        area.insert("习")
        drawn = [area.render_line(y).text for y in range(area.size.height)]
        assert any("习" in each for each in drawn)
        return cut.call_count


async def test_five_thousand_hanzi_without_a_break_are_not_cut_anew_for_each_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert await paragraphs_cut(TextArea(soft_wrap=True, compact=True), monkeypatch) > 1
    assert await paragraphs_cut(Writing(lambda _writing, _step: None), monkeypatch) == 0


async def test_the_text_looks_the_same_as_in_textuals_own_area() -> None:
    words = "学" * 130 + "abc 习惯" * 20 + "\n\n短句。\n" + "终" * 77
    drawn = []
    for area in (TextArea(soft_wrap=True, compact=True), Writing(lambda _writing, _step: None)):
        area.show_line_numbers = False
        app = Typing(area)
        async with app.run_test(size=(60, 20)) as pilot:
            area.load_text(words)
            await pilot.pause()
            drawn.append([area.render_line(y).text.rstrip() for y in range(12)])
    assert drawn[0] == drawn[1]
    assert any(drawn[0])
