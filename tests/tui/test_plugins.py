"""The organiser's page of checklists and plugins: how each stands and why, enabling and disabling by the keyboard."""

import importlib.metadata
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import NotPermitted
from cadre_tui.model.rounds.counting_rules import PinnedRule
from cadre_tui.model.rounds.round import Phase, Round
from cadre_tui.model.rounds.round_rules import Use
from cadre_tui.plugins.allowed.permission import PermissionFile
from cadre_tui.services import audit, plugins
from cadre_tui.services.county import County, open_county
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.tui.drawing.glyphs import UNICODE
from cadre_tui.tui.home.screen import HomeScreen
from cadre_tui.tui.plugins import page
from cadre_tui.tui.plugins.list_screen import PluginsScreen
from cadre_tui.tui.plugins.one_screen import OfferScreen, PluginScreen
from cadre_tui.tui.plugins.switch_screen import SwitchScreen
from cadre_tui.tui.preview.screen import PreviewScreen
from tests.plugins.zoo import BROKEN, Zoo
from tests.services.small import rules, text
from tests.tui import small_county
from tests.tui.golden import LOOKS, Look, assert_looks, each_look, press, text_of, until

QINGHE = Path(__file__).parents[2] / "plugins" / "qinghe" / "qinghe.agency.toml"


@pytest.fixture
def only_zoo(zoo: Zoo, monkeypatch: pytest.MonkeyPatch) -> Zoo:
    """Nothing but the zoo is installed, wherever the tests run."""
    monkeypatch.syspath_prepend(str(zoo.site))
    only = partial(importlib.metadata.distributions, path=[str(zoo.site)])
    monkeypatch.setattr(importlib.metadata, "distributions", only)
    monkeypatch.setenv("CADRE_PLUGIN_SECONDS", "3")
    for name in (*BROKEN, "sound"):
        monkeypatch.delitem(sys.modules, name.replace("-", "_"), raising=False)
    return zoo


@pytest.fixture
def opened(county_folder: Path, only_zoo: Zoo) -> County:
    """The small county, with a good file and a faulty one dropped in; nothing is enabled."""
    folder = county_folder / "checklists"
    folder.mkdir()
    shutil.copy(QINGHE, folder)
    faulty = QINGHE.read_text("utf-8").replace('"qinghe.agency"', '"qinghe.other"', 1)
    faulty = faulty.replace('kind = "rating"', 'kind = "ratng"', 1)
    (folder / "faulty.toml").write_text(faulty, "utf-8")
    return open_county(
        f"tinydb://{county_folder.absolute()}",
        folders=[folder],
        permission=PermissionFile(county_folder),
        clock=small_county.Clock(),
        quick_passwords=True,
    )


@pytest.fixture
def session(opened: County) -> Session:
    return small_county.signed_in(opened, small_county.ORGANISER)


@asynccontextmanager
async def listed(session: Session, look: Look = LOOKS[0]) -> AsyncIterator[Pilot[Any]]:
    async with look.open(session.county, session) as pilot:
        await press(pilot, "k")
        assert isinstance(pilot.app.screen, PluginsScreen)
        yield pilot


async def go_to(pilot: Pilot[Any], word: str) -> None:
    """Move the cursor down to the line that holds ``word``, and open it."""
    for _step in range(40):
        if any(line[:2].strip() and word in line for line in text_of(pilot.app).splitlines()):
            await press(pilot, "enter")
            return
        await press(pilot, "down")
    raise AssertionError(f"no line with {word}")


@each_look
async def test_the_page_of_plugins_looks_right(session: Session, look: Look) -> None:
    permission = session.county.permission
    assert permission
    permission.enable("import-error", "1.0")
    permission.enable("sound", "0.9")
    permission.take_out("core.mutual")
    permission.take_out("zoo-huge")  # its reason holds a path of this machine
    async with listed(session, look) as pilot:
        await assert_looks(pilot, "plugins", look)


async def test_a_faulty_checklist_tells_each_fault_with_its_place(session: Session) -> None:
    async with listed(session, LOOKS[1]) as pilot:
        await go_to(pilot, "有错误")
        assert isinstance(pilot.app.screen, OfferScreen)
        shown = text_of(pilot.app)
        assert "CL026" in shown
        assert "rating" in shown
        assert "faulty.toml" in shown
        assert "没有采用的原因" in shown


@pytest.mark.parametrize("look", [Look(), Look("en"), Look(glyphs="ascii")], ids=str)
async def test_what_enabling_means_is_read_before_it_is_agreed_to(session: Session, look: Look) -> None:
    async with listed(session, look) as pilot:
        await go_to(pilot, " sound ")
        await press(pilot, "e")
        assert isinstance(pilot.app.screen, SwitchScreen)
        await assert_looks(pilot, "plugin-enable", look)


async def test_a_round_that_waits_for_a_plugins_rule_is_named_before_it_is_disabled(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    pinned = PinnedRule(name="sound.mean", title=text("均值"), plugin="sound", version="1.0")
    waiting = Round(rules=rules("r9"), phase=Phase.OPEN, rule_by=pinned)
    monkeypatch.setattr(plugins, "waiting_rounds", lambda _county: (waiting,))
    plugins.enable(session, "sound")
    async with listed(session, LOOKS[1]) as pilot:
        await go_to(pilot, " sound ")
        await press(pilot, "d")
        assert "轮次“第一轮”（r9）按它的规则计分，还没有公布" in text_of(pilot.app).replace("\n", "").replace(
            "  ", ""
        )


async def test_what_leans_on_a_plugin_is_named_before_it_is_disabled(session: Session) -> None:
    permission = session.county.permission
    assert permission
    file = permission.folder / "checklists" / "needs.toml"
    plain = QINGHE.read_text("utf-8").replace('"qinghe.agency"', '"sound.agency"', 1)
    file.write_text(plain, "utf-8")
    life.new(session, rules("r9", use=(Use(checklist="sound.agency", by=Purpose.SELF, weight=Decimal(1)),)))
    file.write_text(plain.replace('kind = "rating"', 'kind = "sound.card"', 1), "utf-8")
    session.county.look_again()
    plugins.enable(session, "sound")
    async with listed(session, LOOKS[1]) as pilot:
        await go_to(pilot, " sound ")
        await press(pilot, "d")
        told = text_of(pilot.app).replace("\n", "").replace("  ", "")
        assert "筹备中的轮次“第一轮”（r9）的考评表" in told
        assert "停用期间新的轮次不能用" in told


async def test_a_round_in_preparation_is_named_before_its_checklist_is_disabled(session: Session) -> None:
    life.new(session, rules("r9", use=small_county.USES))
    async with listed(session, LOOKS[1]) as pilot:
        await go_to(pilot, "内置")
        await press(pilot, "d")
        assert "筹备中的轮次“第一轮”（r9）要用考评表" in text_of(pilot.app)


async def test_a_plugin_is_enabled_and_disabled_by_the_keyboard_and_noted(session: Session) -> None:
    permission = session.county.permission
    assert permission
    async with listed(session, LOOKS[1]) as pilot:
        await go_to(pilot, " sound ")
        assert "未启用" in text_of(pilot.app)
        await press(pilot, "e", "escape")
        assert not permission.read().enabled
        await press(pilot, "e", "y")
        await until(pilot, lambda: isinstance(pilot.app.screen, PluginScreen))
        await until(pilot, lambda: "已启用 sound 的 1.0 版" in text_of(pilot.app))
        assert dict(permission.read().enabled) == {"sound": "1.0"}
        await press(pilot, "escape")
        await until(pilot, lambda: "sound.one" in {each.id for each in session.county.catalogue.offers()})
        await go_to(pilot, " sound ")
        await press(pilot, "d", "y")
        await until(pilot, lambda: "已停用 sound" in text_of(pilot.app))
        assert not permission.read().enabled
    assert {"plugin-enabled", "plugin-disabled"} <= {each.code for each in audit.entries(session)}


async def test_a_checklist_is_taken_out_of_use_and_into_it_again(session: Session) -> None:
    permission = session.county.permission
    assert permission
    async with listed(session) as pilot:
        await press(pilot, "enter", "d", "y")
        await until(pilot, lambda: "core.learning|2026.1" in permission.read().disabled)
        await until(pilot, lambda: "已停用" in text_of(pilot.app).splitlines()[2])
        await press(pilot, "e", "y")
        await until(pilot, lambda: not permission.read().disabled)
        await until(pilot, lambda: "可用" in text_of(pilot.app).splitlines()[2])


@pytest.mark.parametrize("look", [LOOKS[0]], ids=str)
async def test_what_went_wrong_stands_above_the_home_of_whoever_can_see_to_it(session: Session, look: Look) -> None:
    permission = session.county.permission
    assert permission
    for name in BROKEN:
        permission.enable(name, "1.0")
    async with look.open(session.county, session) as pilot:
        await until(pilot, lambda: "press k" in text_of(pilot.app) or "按 k" in text_of(pilot.app))
        await assert_looks(pilot, "home-plugins", look)
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_checklist_is_previewed_from_its_page(session: Session) -> None:
    async with listed(session) as pilot:
        await go_to(pilot, "清河县机关")
        await press(pilot, "v")
        await until(pilot, lambda: isinstance(pilot.app.screen, PreviewScreen))
        await until(pilot, lambda: "清组发〔2026〕18号 2026.2" in text_of(pilot.app))
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, OfferScreen))


async def test_a_cadre_sees_no_page_of_plugins(opened: County) -> None:
    cadre = small_county.signed_in(opened, "q1")
    async with LOOKS[0].open(opened, cadre) as pilot:
        await press(pilot, "k")
        assert isinstance(pilot.app.screen, HomeScreen)
    change = (partial(plugins.enable, name="sound"), partial(plugins.disable, name="core.mutual"))
    for ask in (plugins.known, plugins.troubles, *change):
        with pytest.raises(NotPermitted):
            ask(cadre)


def test_a_checklist_that_waits_for_its_plugin_has_not_the_sign_of_what_is_usable(opened: County) -> None:
    offer = next(each for each in opened.catalogue.offers() if each.problem is None)
    signs = [page.sign(each, UNICODE) for each in (offer, replace(offer, needs=("card",)))]
    assert signs == [UNICODE.done, UNICODE.not_begun]


async def test_while_a_plugin_takes_its_time_the_page_says_that_it_is_read(
    opened: County, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, known = Event(), plugins.known

    def slow(asked: Session) -> plugins.Known:
        go_on.wait(30)
        return known(asked)

    monkeypatch.setattr(plugins, "known", slow)
    async with LOOKS[0].open(opened, session) as pilot:
        try:
            await pilot.press("k")
            await until(pilot, lambda: "正在读取" in text_of(pilot.app))
        finally:
            go_on.set()
        await until(pilot, lambda: "全部考评表" in text_of(pilot.app))
        assert "正在读取" not in text_of(pilot.app)
