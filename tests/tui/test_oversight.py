"""Watching over a round in the app: the county, its people, reminders, the bulletin, the audit log."""

import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.oversight.progress import Counts
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round_rules import RaterGroup, Relation, RoundRules, Secrecy, Use
from cadre_tui.model.text import Text
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.oversight import reminders
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.drawing.columns import width_of
from cadre_tui.tui.drawing.glyphs import ASCII, UNICODE
from cadre_tui.tui.oversight.bars import cell, stacked
from cadre_tui.tui.oversight.dashboard import DashboardScreen
from cadre_tui.tui.oversight.watching import WatchedScreen
from cadre_tui.tui.widgets.menu_list import MenuList
from tests.store.places import tampered
from tests.tui import small_county
from tests.tui.golden import Look, assert_looks, each_look, press, settle, text_of, until, write
from tests.tui.small_answers import answers_to

ROUND = small_county.CURRENT


def acting(county: County, role: Role, *units: str) -> Session:
    return Session(county, "q1", role, frozenset({role}), frozenset(units))


def unit_of(county: County, name: str) -> str:
    return next(each.id for each in county.roster().units if each.name == name)


def row_of(app: Any, word: str) -> str:
    return next(row for row in text_of(app).splitlines() if word in row)


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """No look by the clock while a picture is taken."""
    monkeypatch.setattr("cadre_tui.tui.oversight.watching.EVERY", 3600.0)


@pytest.fixture
def in_china(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine's own clock is China's."""
    monkeypatch.setenv("TZ", "CST-8")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def hands_in(county: County, person: str) -> None:
    """Somebody hands in all about themself, as another process would."""
    session = small_county.signed_in(small_county.county_in(Path(county.store._folder)), person)  # type: ignore[attr-defined]
    for task in tasks.todo(session, ROUND, Purpose.SELF).tasks:
        form = responses.open_form(session, task)
        responses.save(session, task, answers_to(form.checklist, 0.8, task.subject.id))
    responses.hand_in(session, ROUND, Purpose.SELF)


@each_look
@pytest.mark.usefixtures("still")
async def test_the_dashboard_looks_like_this(look: Look, county: County, organiser: Session) -> None:
    async with look.open(county, organiser) as pilot:
        await press(pilot, "enter", "p")
        assert isinstance(pilot.app.screen, DashboardScreen)
        await assert_looks(pilot, "dashboard", look)


@each_look
@pytest.mark.usefixtures("still")
async def test_the_people_of_a_unit_look_like_this(look: Look, county: County, organiser: Session) -> None:
    async with look.open(county, organiser) as pilot:
        await press(pilot, "enter", "p", "down", "enter")
        await assert_looks(pilot, "progress-people", look)


@each_look
@pytest.mark.usefixtures("still")
async def test_a_reminder_looks_like_this(look: Look, county: County, organiser: Session) -> None:
    async with look.open(county, organiser) as pilot:
        await press(pilot, "enter", "p", "down", "m")
        await assert_looks(pilot, "remind", look)


@each_look
@pytest.mark.usefixtures("still")
async def test_a_bulletin_looks_like_this(
    look: Look, county: County, organiser: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "last_hash", lambda _county: "ab" * 32)
    async with look.open(county, organiser) as pilot:
        await press(pilot, "enter", "p", "b")
        await assert_looks(pilot, "bulletin", look)


@each_look
@pytest.mark.usefixtures("still")
async def test_the_audit_log_looks_like_this(
    look: Look, county: County, organiser: Session, monkeypatch: pytest.MonkeyPatch, in_china: None
) -> None:
    whole = audit.verify
    monkeypatch.setattr(audit, "verify", lambda held: whole(held).model_copy(update={"hash": "ab" * 32, "count": 10}))
    async with look.open(county, organiser) as pilot:
        await press(pilot, "enter", "p", "l")
        await assert_looks(pilot, "audit", look)


async def test_rater_groups_stand_above_the_units_and_lead_to_their_people(
    county: County, organiser: Session
) -> None:
    """Their heading is said in the language in use, also when that changes."""
    everybody = RaterGroup(id="A", title=Text({"zh": "本单位", "en": "Own unit"}), who=(Relation.UNIT,))
    use = (Use(checklist="core.mutual", by=Purpose.PEER, weight=Decimal(1)),)
    title = Text({"zh": "按主体", "en": "By groups"})
    rules = RoundRules(id="g", title=title, use=use, secrecy=Secrecy.NAMED, colleagues="groups", group=(everybody,))
    life.new(organiser, rules)
    life.open_round(organiser, "g")
    async with Look().open(county, organiser) as pilot:
        navigation.open_progress(pilot.app, "g")
        await settle(pilot)
        assert "按评价主体" in text_of(pilot.app)
        assert "0/26" in row_of(pilot.app, "本单位")
        await press(pilot, "enter")
        assert text_of(pilot.app).splitlines()[0].startswith(" 本单位")
        assert "m 提醒" not in text_of(pilot.app), "a group is reminded unit by unit"
        await press(pilot, "f4")
        assert text_of(pilot.app).splitlines()[0].startswith(" Own unit")
        await press(pilot, "f4")


async def test_the_dashboard_follows_what_others_do_and_keeps_its_cursor(
    county: County, organiser: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cadre_tui.tui.oversight.watching.EVERY", 0.05)
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "p", "down")
        before = row_of(pilot.app, "县政府办")
        assert "0/6" in before
        here = pilot.app.screen.query_one(MenuList).here
        hands_in(county, "q6")
        await until(pilot, lambda: "2/6" in row_of(pilot.app, "县政府办"))
        after = pilot.app.screen.query_one(MenuList).here
        assert here is not None
        assert after is not None
        assert after.name == here.name


async def test_only_lines_that_changed_are_drawn_again(
    county: County, organiser: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cadre_tui.tui.oversight.watching.EVERY", 3600.0)
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "p")
        drawn: list[int] = []
        shown: list[object] = []
        units = pilot.app.screen.query_one(MenuList)
        plain: Callable[..., None] = units.refresh_lines
        monkeypatch.setattr(units, "refresh_lines", lambda y, *more: (drawn.append(y), plain(y, *more)))
        monkeypatch.setattr(units, "_draw", lambda: shown.append(None))
        pilot.app.screen.look()  # type: ignore[attr-defined]
        await settle(pilot)
        assert (drawn, shown) == ([], [])
        hands_in(county, "q3")
        pilot.app.screen.look()  # type: ignore[attr-defined]
        await settle(pilot)
        assert shown == []
        assert 0 < len(drawn) < 5
        assert "4/10" in row_of(pilot.app, "城关镇")


async def test_nothing_is_read_while_nobody_looks(
    county: County, organiser: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "p")
        watched = pilot.app.screen
        assert isinstance(watched, WatchedScreen)
        assert watched.watching
        await press(pilot, "f1")
        assert not watched.watching
        await press(pilot, "escape")
        assert watched.watching
        await press(pilot, "escape")
        assert not watched.watching


@pytest.mark.usefixtures("still")
async def test_units_are_filtered_by_name_and_escape_clears(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "p", "f3")
        await write(pilot, "城关")
        assert "县政府办" not in text_of(pilot.app)
        await press(pilot, "escape")
        assert "县政府办" in text_of(pilot.app)
        assert isinstance(pilot.app.screen, DashboardScreen)


@pytest.mark.usefixtures("still")
async def test_people_are_noted_as_reminded_once(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "p", "m")
        assert "记为已提醒" in text_of(pilot.app)
        await press(pilot, "t")
        assert "同志：" in text_of(pilot.app)
        await press(pilot, "y")
        assert "已记下：提醒了 3 人" in text_of(pilot.app)
        assert "没有现在可以提醒的人" in text_of(pilot.app)
        await press(pilot, "w")
        assert "可提醒 4 人" in text_of(pilot.app)
    assert sum(not each.due for each in reminders.missing(organiser, ROUND)) == 3
    assert audit.entries(organiser)[-1].code == "reminded"


@pytest.mark.usefixtures("still")
async def test_one_person_is_reminded_from_the_list_of_people(county: County, organiser: Session) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "p", "enter", "enter")
        assert "同志：" in text_of(pilot.app)
        await press(pilot, "y")
        assert "提醒了 1 人" in text_of(pilot.app)


@pytest.mark.usefixtures("still")
async def test_a_paper_is_written_where_one_says_and_never_over_another(
    county: County, organiser: Session, tmp_path: Path
) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "p", "b", "o")
        field = pilot.app.screen.query_one("#to")
        for name, told in (
            (tmp_path / "b.html", "写好了"),
            (tmp_path / "b.html", "不会覆盖"),
            (tmp_path / "x.doc", "写明种类"),
        ):
            if not field.display:
                await press(pilot, "o")
            field.value = str(tmp_path / name)  # type: ignore[attr-defined]
            await press(pilot, "enter", "p")
            assert told in text_of(pilot.app)
    assert (tmp_path / "b.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert audit.entries(organiser)[-1].code == "bulletin-made"


@pytest.mark.usefixtures("still")
async def test_slips_remind_and_a_list_does_not(county: County, organiser: Session, tmp_path: Path) -> None:
    async with Look().open(county, organiser) as pilot:
        await press(pilot, "enter", "p", "m")
        for name in ("list.csv", "list.xlsx"):
            await press(pilot, "o")
            pilot.app.screen.query_one("#to").value = str(tmp_path / name)  # type: ignore[attr-defined]
            await press(pilot, "enter", "p")
            assert "写好了" in text_of(pilot.app)
        assert all(each.due for each in reminders.missing(organiser, ROUND))
        await press(pilot, "o")
        pilot.app.screen.query_one("#to").value = str(tmp_path / "slips.html")  # type: ignore[attr-defined]
        await press(pilot, "enter", "p")
    assert sum(not each.due for each in reminders.missing(organiser, ROUND)) == 3


@pytest.mark.usefixtures("still")
async def test_a_supervisor_watches_and_reminds_nobody(county: County) -> None:
    async with Look().open(county, acting(county, Role.SUPERVISOR)) as pilot:
        assert "督查员" in text_of(pilot.app)
        assert "cadre round close" not in text_of(pilot.app)
        await press(pilot, "enter", "p")
        assert "县政府办" in text_of(pilot.app)
        assert "提醒" not in text_of(pilot.app).splitlines()[-1]
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, DashboardScreen)


@pytest.mark.usefixtures("still")
async def test_a_clerk_watches_their_own_unit_alone(county: County) -> None:
    clerk = acting(county, Role.CLERK, unit_of(county, "县政府办"))
    async with Look().open(county, clerk) as pilot:
        await press(pilot, "enter", "p")
        assert "县政府办" in text_of(pilot.app)
        assert "城关镇" not in text_of(pilot.app)
        await press(pilot, "m")
        assert "刘洋" in text_of(pilot.app)
        assert "张建国" not in text_of(pilot.app)


@pytest.mark.usefixtures("still")
async def test_a_log_that_was_changed_is_said_to_be(county: County, organiser: Session, county_folder: Path) -> None:
    path = county_folder / "audit" / "000000002.json"
    tampered(path, lambda row: row.update(who="abc"))
    async with Look().open(county, organiser) as pilot:
        navigation.open_audit(pilot.app, None)
        await settle(pilot)
        assert "被改动过：第 2 条" in text_of(pilot.app)
        await press(pilot, "f3")
        await write(pilot, "公布")
        assert "公布了轮次" in text_of(pilot.app)
        assert "新建了轮次" not in text_of(pilot.app)


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=lambda each: each.name)
def test_a_bar_is_full_only_when_everything_is_handed_in(glyphs: Any) -> None:
    for width in (1, 7, 24):
        for handed_in in range(100):
            bar = stacked(Counts(given=100, handed_in=handed_in, begun=100 - handed_in), width, glyphs)
            assert width_of(bar) == width
            assert bar != glyphs.blocks[-1] * width
        assert stacked(Counts(given=3, handed_in=3), width, glyphs) == glyphs.blocks[-1] * width
    for width in range(6, 40):
        assert width_of(cell(Counts(given=5200, handed_in=2380), width, glyphs)) == width
