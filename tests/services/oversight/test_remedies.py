"""The remedy list: who makes items, who reports, who settles; what the next round's page shows of them."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.oversight.remedy import Remedy, RemedyState
from cadre_tui.model.people.person import Role
from cadre_tui.services import audit
from cadre_tui.services.oversight import remedies, remedy_pages
from tests.services.small import Small
from tests.services.units import CLERK, SUPERVISOR, acting, long_after

DUE = date(2026, 5, 1)
"""Three weeks after the rounds of the county are over."""


@pytest.fixture
def small(units_made: Path, tmp_path: Path) -> Small:
    return long_after(copytree(units_made, tmp_path / "data"))


def item(small: Small, unit: str = "甲单位", owner: str = "a3", round_id: str = "r1") -> Remedy:
    return remedies.make(
        small.organiser, round_id, "每月对照检查一次", owner, DUE, unit=unit, criterion="t.pair/pair.two"
    )


def test_an_item_goes_from_its_maker_to_its_owner_and_back_and_each_step_is_logged(small: Small) -> None:
    made = item(small)
    owner = small.signed_in("a3")
    remedies.report(owner, "r1", made.id, RemedyState.WORKING, "已经开始")
    remedies.report(owner, "r1", made.id, RemedyState.REPORTED, "查了两次，有记录")
    again = remedies.judge(small.organiser, "r1", made.id, RemedyState.WORKING, "记录不全")
    assert again.state is RemedyState.WORKING
    remedies.report(owner, "r1", made.id, RemedyState.REPORTED, "补齐了")
    done = remedies.judge(small.organiser, "r1", made.id, RemedyState.SETTLED, "看过原件")
    assert [step.note for step in done.steps] == ["已经开始", "查了两次，有记录", "记录不全", "补齐了", "看过原件"]
    assert done.over
    codes = [each.code for each in audit.entries(small.organiser) if each.code.startswith("remedy-")]
    assert codes == [
        "remedy-made",
        "remedy-working",
        "remedy-reported",
        "remedy-working",
        "remedy-reported",
        "remedy-settled",
    ]
    with pytest.raises(BadInput, match="remedy-over"):
        remedies.report(owner, "r1", made.id, RemedyState.WORKING, "还想改")


def test_nobody_settles_what_they_own_themself(small: Small) -> None:
    made = remedies.make(acting(small, CLERK, Role.CLERK), "r1", "补记录", "a1", DUE, unit="甲单位")
    with pytest.raises(NotPermitted):
        remedies.judge(small.signed_in("a1"), "r1", made.id, RemedyState.SETTLED, "办好了")
    own = remedies.make(small.organiser, "r1", "补记录", "a2", DUE)
    as_owner = replace(small.organiser, person="a2", epoch=None)
    with pytest.raises(NotPermitted, match="remedy-own"):
        remedies.judge(as_owner, "r1", own.id, RemedyState.SETTLED, "办好了")


def test_a_clerk_makes_items_of_their_own_unit_alone(small: Small) -> None:
    clerk = acting(small, CLERK, Role.CLERK)
    assert remedies.make(clerk, "r1", "补记录", "a1", DUE, unit="甲单位").unit == "甲单位"
    for unit in ("乙单位", ""):
        with pytest.raises(NotPermitted, match="not-your-unit"):
            remedies.make(clerk, "r1", "补记录", "a1", DUE, unit=unit)
    with pytest.raises(NotPermitted):
        remedies.make(acting(small, SUPERVISOR, Role.SUPERVISOR), "r1", "补记录", "a1", DUE)
    with pytest.raises(NotPermitted):
        remedies.make(small.signed_in("a1"), "r1", "补记录", "a1", DUE)


def test_each_sees_what_is_theirs(small: Small) -> None:
    item(small)
    item(small, unit="乙单位", owner="b2")
    item(small, unit="", owner="a3")

    def whose(session: object) -> list[tuple[str, str]]:
        page = remedy_pages.page(session, "r1")  # type: ignore[arg-type]
        return sorted((each.unit, each.remedy.owner) for each in page.lines)

    assert whose(small.organiser) == whose(acting(small, SUPERVISOR, Role.SUPERVISOR))
    assert len(whose(small.organiser)) == 3
    assert whose(acting(small, CLERK, Role.CLERK)) == [("甲单位", "a3")]
    assert whose(small.signed_in("a3")) == [("", "a3"), ("甲单位", "a3")]
    assert whose(small.signed_in("b1")) == []


def test_only_its_owner_reports(small: Small) -> None:
    made = item(small)
    with pytest.raises(NotPermitted, match="not-yours"):
        remedies.report(small.signed_in("a4"), "r1", made.id, RemedyState.REPORTED, "办好了")
    with pytest.raises(BadInput, match="remedy-state"):
        remedies.report(small.signed_in("a3"), "r1", made.id, RemedyState.SETTLED, "办好了")


def test_another_owner_takes_over_with_the_reason(small: Small) -> None:
    made = item(small)
    done = remedies.hand_over(small.organiser, "r1", made.id, "工作调动", owner="a4", due=date(2026, 6, 1))
    assert (done.owner, done.due, done.state) == ("a4", date(2026, 6, 1), RemedyState.OPEN)
    assert remedy_pages.page(small.signed_in("a3"), "r1").lines == ()
    with pytest.raises(BadInput, match="person-unknown"):
        remedies.hand_over(small.organiser, "r1", made.id, "工作调动", owner="nobody")


def test_the_next_rounds_page_shows_what_became_of_former_items(small: Small) -> None:
    made = item(small)
    page = remedy_pages.page(small.organiser, "r2")
    assert [(each.remedy.id, each.remedy.state) for each in page.former] == [(made.id, RemedyState.OPEN)]
    assert page.lines == ()
    assert remedy_pages.page(small.organiser, "r1").former == ()


def test_what_is_late_is_known_by_the_day_in_china(small: Small) -> None:
    made = item(small)
    assert not made.late(DUE)
    assert made.late(date(2026, 5, 2))
    remedies.report(small.signed_in("a3"), "r1", made.id, RemedyState.REPORTED, "办好了")
    assert not remedies.find(small.county, "r1", made.id.lower()).late(date(2026, 5, 2))


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"owner": "nobody"}, "person-unknown"),
        ({"due": date(2026, 1, 1)}, "remedy-past"),
        ({"unit": "丁单位"}, "units-unknown"),
        ({"criterion": "t.pair/none"}, "remedy-no-criterion"),
        ({"text": " "}, "nothing-written"),
    ],
)
def test_a_faulty_item_is_refused_whole(small: Small, changed: dict[str, object], code: str) -> None:
    usual: dict[str, object] = {"text": "补记录", "owner": "a1", "due": DUE, "unit": "甲单位", "criterion": ""}
    with pytest.raises(BadInput, match=code):
        remedies.make(small.organiser, "r1", **{**usual, **changed})  # type: ignore[arg-type]
    assert remedies.of_round(small.county, "r1") == ()


def test_before_the_publication_there_is_none(small: Small) -> None:
    with pytest.raises(NotPermitted, match="not-before-published"):
        remedies.make(small.organiser, "open", "补记录", "a1", DUE)
    with pytest.raises(NotPermitted, match="not-before-published"):
        remedy_pages.page(small.organiser, "open")
