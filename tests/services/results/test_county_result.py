"""The county's page: figures by hand, who sees what, what is withheld, this round beside the former one."""

from decimal import Decimal
from pathlib import Path
from shutil import copytree

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.county_result import Figures
from cadre_tui.services.results.county.result import county_result
from cadre_tui.services.results.reading import results
from tests.services.small import Small
from tests.services.units import CLERK, SIZES, SUPERVISOR, acting, long_after


@pytest.fixture
def small(units_made: Path, tmp_path: Path) -> Small:
    return long_after(copytree(units_made, tmp_path / "data"))


def units(found: object) -> list[str]:
    return [each.name for each in found.units]  # type: ignore[attr-defined]


def everybody(small: Small, round_id: str, unit: str | None = None) -> Figures:
    found = county_result(small.organiser, round_id)
    sides = found.county if unit is None else next(each.sides for each in found.units if each.name == unit)
    return sides.everybody


def test_the_countys_figures_are_those_of_its_peoples_published_totals(small: Small) -> None:
    totals = sorted(each.total for each in results(small.organiser, "n1") if each.total is not None)
    found = everybody(small, "n1")
    assert (found.people, found.scored, len(totals)) == (15, 15, 15)
    assert found.total is not None
    # Three leaders 10; 甲 and 乙 have a third person with 4 each; ten others 8: (30 + 8 + 80) ÷ 15
    assert (found.total.mean, found.total.median) == (Decimal("7.9"), Decimal("8.0"))
    assert found.grades == (13, 0, 2, 0)
    assert found.total.median == totals[7]


def test_leaders_stand_beside_all_others_and_add_up(small: Small) -> None:
    county = county_result(small.organiser, "n1").county
    assert county.leaders.total is not None
    assert county.leaders.total.mean == 10
    assert county.leaders.grades == (3, 0, 0, 0)
    assert county.others.grades == (10, 0, 2, 0)
    assert county.leaders.people + county.others.people == county.everybody.people


def test_a_criterion_tells_points_and_share_and_the_weakest_stands_first(small: Small) -> None:
    found = county_result(small.organiser, "n1")
    one, two = (found.county.everybody.criteria[f"t.pair/pair.{each}"] for each in ("one", "two"))
    assert (one.people, one.points, one.share) == (15, Decimal("5.20"), Decimal("86.7"))  # 13 × 6 ÷ 15
    assert (two.points, two.share) == (Decimal("2.67"), Decimal("66.7"))  # (5 × 4 + 10 × 2) ÷ 15
    weakest = [asked.criterion for asked, _reached in found.weakest(found.county.everybody)]
    assert weakest == ["pair.two", "pair.one"]
    assert found.criteria[0].by is Purpose.SELF


def test_a_small_unit_is_withheld_and_another_one_with_it(small: Small) -> None:
    found = county_result(small.organiser, "r2")
    shown = {each.name: each.sides.everybody.total for each in found.units}
    assert shown["丙单位"] is None
    assert sum(each is None for each in shown.values()) == 2, "else the county less the rest would tell"
    assert found.county.everybody.total is not None
    kept = next(each.sides.everybody for each in found.units if each.name == "丙单位")
    assert {"total", "grades", "t.pair/pair.one"} <= kept.kept_back
    assert not kept.criteria


def test_in_a_named_round_of_no_minimum_the_organiser_sees_every_unit(small: Small) -> None:
    assert everybody(small, "n1", "丙单位").total is not None


def test_a_median_needs_the_minimum_on_either_side(small: Small) -> None:
    county = county_result(small.organiser, "r2").county
    assert county.everybody.total is not None
    assert county.everybody.total.median is not None
    assert county.everybody.total.lower is not None
    assert county.leaders.total is not None
    assert county.leaders.total.median is None


def test_it_stands_beside_the_former_round_where_that_means_the_same(small: Small) -> None:
    found = county_result(small.organiser, "r2")
    then, now = everybody(small, "r1"), found.county.everybody
    assert then.total is not None and now.total is not None
    assert now.change == now.total.mean - then.total.mean > 0
    assert now.criteria["t.pair/pair.one"].change == (
        now.criteria["t.pair/pair.one"].share - then.criteria["t.pair/pair.one"].share
    )
    assert [(each.round, each.people, each.mean, each.same) for each in found.course] == [
        ("r1", 15, then.total.mean, True)
    ]
    assert county_result(small.organiser, "r1").course == ()


def test_who_may_see_which_units(small: Small) -> None:
    assert units(county_result(acting(small, SUPERVISOR, Role.SUPERVISOR), "n1")) == list(SIZES)
    assert units(county_result(acting(small, CLERK, Role.CLERK), "n1")) == ["甲单位"]
    assert units(county_result(small.signed_in("a1"), "n1")) == []


def test_whoever_sees_nobodys_result_sees_no_figure_of_fewer_than_five(small: Small) -> None:
    found = county_result(small.signed_in("a1"), "n1")
    assert found.least == 5
    assert found.county.leaders.total is None
    assert "total" in found.county.leaders.kept_back
    assert found.county.everybody.total is not None


def test_before_the_publication_nobody_sees_it(small: Small) -> None:
    for session in (small.organiser, acting(small, SUPERVISOR, Role.SUPERVISOR), small.signed_in("a1")):
        with pytest.raises(NotPermitted, match="not-before-published"):
            county_result(session, "open")


def test_a_rater_sees_none(small: Small) -> None:
    with pytest.raises(NotPermitted):
        county_result(acting(small, CLERK, Role.RATER), "n1")


def test_it_tells_how_far_it_is_and_can_be_stopped(small: Small) -> None:
    told: list[tuple[int, int]] = []
    county_result(small.organiser, "r2", lambda done, of: told.append((done, of)))
    assert told == [(at, 30) for at in range(1, 31)], "this round's people and the former one's"

    def stop(done: int, of: int) -> None:
        raise BadInput("work-stopped")

    with pytest.raises(BadInput, match="work-stopped"):
        county_result(small.organiser, "r2", stop)
