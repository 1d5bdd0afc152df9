"""The two checklists that come with the program: complete in both languages, and by the rules of the field."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from cadre_tui.kinds import registry
from cadre_tui.model.checklists.checklist import Ask, Checklist, Focus, Purpose
from cadre_tui.plugins.known.loading import load_catalogue

NAMES = ("core.learning", "core.mutual")
HANZI = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture(scope="module")
def known() -> dict[str, Checklist]:
    catalogue = load_catalogue(plugins=False)
    return {name: catalogue.checklist(name) for name in NAMES}


def texts(value: Any) -> Iterator[dict[str, str]]:
    """Every text of a checklist's canonical form: the tables of languages."""
    if isinstance(value, dict):
        if "zh" in value:
            yield value
        else:
            for each in value.values():
                yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_stands_in_chinese_and_in_english(known, name: str) -> None:
    found = list(texts(known[name].canonical))
    assert len(found) > 25
    for text in found:
        assert set(text) == {"zh", "en"}
        assert HANZI.search(text["zh"])
        assert text["en"].strip()
        assert not HANZI.search(text["en"])


@pytest.mark.parametrize("name", NAMES)
def test_every_criterion_says_what_is_meant_and_which_focal_check_it_speaks_to(known, name: str) -> None:
    for criterion in known[name].criteria():
        assert criterion.guidance is not None
        assert len(criterion.guidance.say("zh")) >= 20, criterion.id
        assert criterion.focus is not None, criterion.id


@pytest.mark.parametrize("name", NAMES)
def test_a_hundred_points_and_no_reason_is_ever_owed(known, name: str) -> None:
    checklist = known[name]
    assert checklist.total == sum(criterion.points for criterion in checklist.criteria()) == 100
    assert all(criterion.reason not in (Ask.REQUIRED, Ask.EXTREMES) for criterion in checklist.criteria())
    assert checklist.levels == ()


def test_learning_is_the_four_focal_checks_with_a_summary_at_the_end(known) -> None:
    learning = known["core.learning"]
    assert set(learning.purpose) == {Purpose.SELF, Purpose.CHECK}
    assert [section.id for section in learning.section] == [focus.value for focus in Focus]
    for section in learning.section:
        assert {criterion.focus for criterion in section.criterion} == {Focus(section.id)}
        assert all(criterion.id.startswith(f"{section.id}.") for criterion in section.criterion)
    criteria = list(learning.criteria())
    assert 16 <= len(criteria) <= 20
    assert (criteria[-1].kind, criteria[-1].points, criteria[-1].required) == ("text", 0, False)
    assert criteria[-1].text.say("zh") == "学习小结"


def test_learning_uses_the_kinds_of_the_field(known) -> None:
    used = {criterion.kind for criterion in known["core.learning"].criteria()}
    assert used == set(registry.names()) - {"number", "date"}


def test_mutual_is_eight_ratings_one_a_focal_check_and_one_a_literacy(known) -> None:
    mutual = known["core.mutual"]
    assert set(mutual.purpose) == {Purpose.SELF, Purpose.PEER}
    focal, literacy = mutual.section
    assert [criterion.id for criterion in focal.criterion] == [f"{focus.value}.overall" for focus in Focus]
    assert [criterion.id.partition(".")[0] for criterion in literacy.criterion] == ["literacy"] * 4
    assert {criterion.kind for criterion in mutual.criteria()} == {"rating"}
    (scale,) = mutual.scale
    shown = [(option.text.say("zh"), option.score) for option in scale.option]
    assert shown == [("好", 100), ("较好", 80), ("一般", 60), ("差", 40), ("不了解", None)]


def test_the_two_can_be_laid_side_by_side_by_focal_check(known) -> None:
    for focus in Focus:
        assert all(any(each.focus == focus for each in known[name].criteria()) for name in NAMES)
    assert not {each.id for each in known["core.learning"].criteria()} & {
        each.id for each in known["core.mutual"].criteria()
    }


@pytest.mark.parametrize("name", NAMES)
def test_questions_fit_one_line_of_the_form(known, name: str) -> None:
    for criterion in known[name].criteria():
        assert len(criterion.text.say("zh")) <= 18, criterion.id
        assert len(criterion.text.say("en")) <= 56, criterion.id


def test_excellence_asks_for_the_required_hours(known) -> None:
    best = known["core.learning"].grade[0]
    assert (best.code, best.min) == ("excellent", Decimal(90))
    assert [(each.criterion, each.at_least) for each in best.require] == [("plan.hours", Decimal(1))]
