"""A form whose kinds a plugin brings and whose numbers it knows, in the real app against a real store."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from cadre_tui.kinds.absent import AbsentCriterion
from cadre_tui.model.answers.response import Known
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.form import Form
from cadre_tui.model.rounds.round_rules import RoundRules, Use
from cadre_tui.model.text import Text
from cadre_tui.plugins import Fact, FactSource, hookimpl
from cadre_tui.plugins.allowed.permission import PermissionFile
from cadre_tui.plugins.allowed.running import running
from cadre_tui.services.county import County, open_county
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.people import accounts, roster
from cadre_tui.services.results import reading
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.words.results import result as results
from tests.examples.plugins import LINSHAN_LIST, Chosen, linshan, made
from tests.tui.golden import LOOKS, press, settle, text_of
from tests.tui.small_county import NOW, Clock

PASSWORD = "qinghe-2026"
HOURS = """
[[section]]
id = "extra"
title = "加分"
kind = "bonus"
  [[section.criterion]]
  id = "study.hours"
  kind = "tiers"
  text = "学时"
  fact = "study.hours"
  tier = [{ at_least = 80, points = 5 }]
"""


@pytest.fixture
def county(tmp_path: Path) -> County:
    """One cadre, asked by Linshan's checklist, and for a number that may be known."""
    folder = tmp_path / "data"
    (folder / "checklists").mkdir(parents=True)
    folder.chmod(0o700)
    text = LINSHAN_LIST.read_text("utf-8").replace("[[grade]]", f"{HOURS}\n[[grade]]", 1)
    (folder / "checklists" / "a.toml").write_text(text, "utf-8")
    made_county = open_county(
        f"tinydb://{folder.absolute()}", folders=(folder / "checklists",), clock=Clock(), quick_passwords=True
    )
    accounts.first_organiser(made_county, "zzb", "组织部", PASSWORD)
    organiser = accounts.sign_in(made_county, "zzb", PASSWORD)
    table = tmp_path / "roster.csv"
    table.write_text("编号,姓名,单位,层级,职务\nq1,张建国,城关镇,township-bureau,副镇长\n", "utf-8")
    roster.import_roster(organiser, table)
    accounts.activate(made_county, "q1", accounts.issue_activation_codes(organiser)["q1"], PASSWORD)
    rules = RoundRules(
        id="r1",
        title=Text({"zh": "考评"}),
        use=(Use(checklist="linshan.agency", by=Purpose.SELF, weight=Decimal(1)),),
        deadlines={Purpose.SELF: NOW + timedelta(days=5)},
    )
    with running(linshan()):
        life.new(organiser, rules)
        life.open_round(organiser, "r1")
    return made_county


@asynccontextmanager
async def opened(county: County, at: str | None = None) -> AsyncIterator[Pilot[Any]]:
    session = accounts.sign_in(county, "q1", PASSWORD)
    async with LOOKS[0].open(county, session) as pilot:
        navigation.open_form(pilot.app, tasks.todo(session, "r1", Purpose.SELF).tasks[0], at)
        await settle(pilot)
        yield pilot


def form(session: Session) -> Form:
    return responses.open_form(session, tasks.todo(session, "r1", Purpose.SELF).tasks[0])


async def test_a_plugins_kinds_are_filled_in_and_what_it_knows_stands_with_its_source(county: County) -> None:
    with running(linshan()):
        async with opened(county, "study.card") as pilot:
            await press(pilot, "2", "0", "escape")
            text = text_of(pilot.app)
            assert "10/30 分" in text
            assert "东村" in text
            await press(pilot, "]")
            assert "来源：学习台账，96（2 条）；提交就是确认" in text_of(pilot.app)
            await press(pilot, "escape")
        session = accounts.sign_in(county, "q1", PASSWORD)
        answers = form(session).response.answers
    assert (answers["study.card"].number, answers["study.hours"].number) == (20, 96)


async def test_without_the_plugin_the_form_opens_and_shows_what_was_filled_in(county: County) -> None:
    with running(linshan()):
        form(accounts.sign_in(county, "q1", PASSWORD))
    county.look_again()
    with running():
        async with opened(county) as pilot:
            assert "这一项由插件提供（linshan.points_card），现在不能填" in text_of(pilot.app)
            await press(pilot, "]")
            assert "96" in text_of(pilot.app)


def test_a_number_is_proposed_once_and_what_is_handed_in_counts(county: County) -> None:
    session = accounts.sign_in(county, "q1", PASSWORD)
    with running(linshan()):
        task = tasks.todo(session, "r1", Purpose.SELF).tasks[0]
        found = form(session).response
        entries = ("2026-03-01 县委党校 40 学时", "2026-05-12 网络学院 56 学时")
        source = Text({"zh": "学习台账", "en": "Study register"})
        assert found.known == {"study.hours": Known(value=Decimal(96), source=source, entries=entries)}
        responses.save(session, task, {"study.hours": None})
        assert "study.hours" not in form(session).response.answers
        answered = {
            "study.hours": found.answers["study.hours"].model_copy(
                update={"number": Decimal(90), "reason": "有 6 学时记重了"}
            ),
            "study.card": found.answers["study.hours"].model_copy(update={"number": Decimal(48)}),
            "study.visits": found.answers["study.hours"].model_copy(
                update={"number": None, "lines": {"p0": Decimal(1)}}
            ),
            "study.done": found.answers["study.hours"].model_copy(update={"number": None, "yes": True}),
        }
        responses.hand_in(session, "r1", Purpose.SELF, {task: answered})
        organiser = accounts.sign_in(county, "zzb", PASSWORD)
        life.close_round(organiser, "r1")
        life.publish(organiser, "r1")
        result = reading.result(session, "r1", "q1")
        (row,) = [each for each in result.criteria if each.criterion == "study.hours"]
        assert "来源：学习台账，96（2 条）；本人有异议，填 90：有 6 学时记重了" in results.own_steps(
            result, row, "zh"
        )
        assert result.total == 85


def source(name: str, read: Any) -> Chosen:
    class Plugin:
        @hookimpl
        def cadre_facts(self):
            yield FactSource(f"{name}.register", "台账", ("study.hours",), read)

    return made(Plugin(), name)


@pytest.mark.parametrize(
    "read",
    [
        lambda _person: [Fact("study.hours", 9.5)],
        lambda _person: [Fact("study.hours", -1)],
        lambda _person: [Fact("study.days", 1)],
        lambda _person: ["96"],
        lambda _person: 1 / 0,
    ],
)
def test_a_source_that_fails_proposes_nothing(county: County, read: Any) -> None:
    session = accounts.sign_in(county, "q1", PASSWORD)
    with running(source("qinghe", read)):
        assert form(session).response.answers == {}


def test_of_two_sources_of_one_number_neither_is_taken(county: County) -> None:
    session = accounts.sign_in(county, "q1", PASSWORD)
    with running(
        source("one", lambda _person: [Fact("study.hours", 1)]),
        source("two", lambda _person: [Fact("study.hours", 2)]),
    ):
        assert form(session).response.known == {}


def test_what_another_process_enables_is_there_when_the_form_is_opened_next(county: County, tmp_path: Path) -> None:
    session = accounts.sign_in(county, "q1", PASSWORD)
    county.permission = PermissionFile(tmp_path / "data")
    county.look_again()

    def card() -> object:
        return form(session).checklist.criterion("study.card")

    with running():
        assert isinstance(card(), AbsentCriterion)
    with running(linshan()):
        assert isinstance(card(), AbsentCriterion), "nobody has enabled anything"
        county.permission.enable("linshan", "1.0")
        assert not isinstance(card(), AbsentCriterion)
    county.permission.forbid(["linshan"])
    with running():
        assert isinstance(card(), AbsentCriterion)


def test_what_was_worked_out_with_a_plugin_is_forgotten_when_another_process_disables_it(
    county: County, tmp_path: Path
) -> None:
    session = accounts.sign_in(county, "q1", PASSWORD)
    county.permission = PermissionFile(tmp_path / "data")
    county.permission.enable("linshan", "1.0")
    county.look_again()
    with running(linshan()):
        assert responses.gaps(session, "r1", Purpose.SELF)
        before = county.remembered
        assert responses.gaps(session, "r1", Purpose.SELF)
        assert county.remembered is before
        county.permission.forbid(["linshan"])
        assert county.remembered is not before
