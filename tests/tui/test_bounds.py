"""What a round says of blanks and of the best grade stands where one fills in, and follows every key."""

from datetime import timedelta
from decimal import Decimal

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round_rules import Validity
from cadre_tui.services.county import County
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from tests.tui import small_county
from tests.tui.golden import Look, assert_looks, each_look, press, settle, text_of

ROUND = "bounded"


@pytest.fixture
def bounded(organiser: Session, cadre: Session) -> Session:
    """A round in which a third may stay blank and two of five may be the best; q1 finds all four so."""
    rules = small_county._round(ROUND, "有限额的一轮", "Bounded", small_county.NOW - timedelta(days=5))
    rule = Validity(blanks=Decimal("0.34"), best=Decimal("0.4"))
    life.new(organiser, rules.model_copy(update={"validity": rule}))
    life.open_round(organiser, ROUND)
    for task in tasks.todo(cadre, ROUND, Purpose.PEER).tasks:
        form = responses.open_form(cadre, task)
        answers = small_county.answers_to(form.checklist, 2.0, task.subject.id)
        last = list(answers)[-1]
        responses.save(cadre, task, {key: each for key, each in answers.items() if key != last})
    return cadre


@each_look
async def test_the_grid_shows_the_limit(look: Look, county: County, bounded: Session) -> None:
    async with look.open(county, bounded) as pilot:
        navigation.open_colleagues(pilot.app, tasks.todo(bounded, ROUND, Purpose.PEER))
        await settle(pilot)
        await assert_looks(pilot, "colleagues_bounds", look)


async def test_the_limit_is_counted_with_every_key(county: County, bounded: Session) -> None:
    async with Look().open(county, bounded) as pilot:
        navigation.open_colleagues(pilot.app, tasks.todo(bounded, ROUND, Purpose.PEER))
        await settle(pilot)
        assert "“优秀”不超过 1 人，现在 4 人" in text_of(pilot.app)
        await press(pilot, "4", "home", "left", "4")
        assert "“优秀”不超过 1 人，现在 3 人" in text_of(pilot.app)


async def test_the_list_and_the_form_say_how_much_may_stay_blank(county: County, bounded: Session) -> None:
    own = tasks.todo(bounded, ROUND, Purpose.PEER).tasks[0]
    async with Look().open(county, bounded) as pilot:
        navigation.open_form(pilot.app, own)
        await settle(pilot)
        assert "可空 2" in text_of(pilot.app).splitlines()[0]
        await press(pilot, "f1")
        assert "空着的提交时算“不了解”" in text_of(pilot.app).replace("\n", "")
        await press(pilot, "escape", "s")
        told = text_of(pilot.app)
        assert "每份最多可以空 2 项" in told
        assert "现在一共空 4 项" in told
        assert "最好的等次最多给 1 人，现在 4 人：李敏、王海、赵雪梅、陈刚" in told
        await press(pilot, "s", "enter")
        assert "请再斟酌一下" in text_of(pilot.app).replace("\n", "")
