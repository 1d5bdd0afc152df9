"""What a roster says of people's standing, superiors and further units, and how a mistake in it is told."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Person, Standing
from cadre_tui.services.tables.roster.checks import _circles
from cadre_tui.services.tables.roster.reading import read_roster
from cadre_tui.services.tables.roster.rows import units_in
from cadre_tui.words import faults
from tests.services.rosters import csv_file, csv_text, faults_of, read, told

HEADINGS = ("编号", "姓名", "单位", "层级", "上级", "兼任单位", "服务单位", "状态", "参评")
ZHANG = ("q1", "张建国", "城关镇", "乡科级干部", "", "", "", "", "")
LI = ("q2", "李敏", "县政府办", "机关干部", "q1", "城关镇", "城关镇、农业局", "借调", "是")
WANG = ("q3", "王海", "农业局", "", "", "", "", "", "仅评价")


def one(tmp_path: Path, **cells: str) -> Person:
    """李敏 as she is read where some of her cells are others."""
    row = dict(zip(HEADINGS, LI, strict=True)) | cells
    return read(csv_file(tmp_path, HEADINGS, ZHANG, tuple(row.values()), WANG)).people[1]


def faulty(tmp_path: Path, **cells: str) -> tuple[list[tuple[str, int | None, int | None]], str]:
    """Where her row is wrong, and the sentence for it."""
    row = dict(zip(HEADINGS, LI, strict=True)) | cells
    path = csv_file(tmp_path, HEADINGS, ZHANG, tuple(row.values()), WANG)
    return told(path), faults.sentence(faults_of(path)[0])


def test_superior_further_units_standing_and_who_is_rated_are_read(tmp_path: Path) -> None:
    zhang, li, wang = read(csv_file(tmp_path, HEADINGS, ZHANG, LI, WANG)).people
    assert (zhang.superior, zhang.also_in, zhang.serves) == ("", (), ())
    assert (zhang.standing, zhang.rated) == (Standing.ON_DUTY, True)
    assert (li.superior, li.also_in, li.serves) == ("q1", ("城关镇",), ("城关镇", "农业局"))
    assert (li.standing, li.rated) == (Standing.SECONDED, True)
    assert (wang.rated, wang.level) == (False, "")


def test_the_headings_may_be_english_ones(tmp_path: Path) -> None:
    headings = ("id", "name", "unit", "level", "Superior", "Also in", "Serves", "Standing", "Rated")
    english = (*LI[:3], "agency-staff", *LI[4:7], "On leave", "no")
    li = read(csv_file(tmp_path, headings, ZHANG, english, WANG)).people[1]
    assert (li.superior, li.also_in, li.serves) == ("q1", ("城关镇",), ("城关镇", "农业局"))
    assert (li.standing, li.rated) == (Standing.ON_LEAVE, False)


@pytest.mark.parametrize(
    ("written", "standing"),
    [
        ("", Standing.ON_DUTY),
        ("在 岗", Standing.ON_DUTY),
        ("抽调", Standing.SECONDED),
        ("挂职", Standing.SECONDED),
        ("on-leave", Standing.ON_LEAVE),
        ("产假", Standing.ON_LEAVE),
    ],
)
def test_standing_is_known_by_the_words_that_offices_use(written: str, standing: Standing, tmp_path: Path) -> None:
    assert one(tmp_path, 状态=written).standing is standing


@pytest.mark.parametrize(("written", "rated"), [("", True), ("参加", True), ("否", False), ("评价人", False)])
def test_who_is_rated_is_known_by_the_words_that_offices_use(written: str, rated: bool, tmp_path: Path) -> None:
    assert one(tmp_path, 参评=written).rated is rated


def test_somebody_who_is_rated_needs_a_level(tmp_path: Path) -> None:
    assert faulty(tmp_path, 层级="")[0] == [(codes.EMPTY_CELL, 3, 4)]


@pytest.mark.parametrize(
    "written", ["城关镇、农业局", "城关镇，农业局", "城关镇;农业局", "城关镇 农业局", "城 关 镇、农业局"]
)
def test_units_are_separated_as_people_separate_them(written: str, tmp_path: Path) -> None:
    assert one(tmp_path, 服务单位=written).serves == ("城关镇", "农业局")


def test_a_units_name_may_hold_what_separates_names() -> None:
    known = {"Town Hall", "Farms, Forests", "甲"}
    assert units_in("Farms, Forests", known) == ("Farms, Forests",)
    assert units_in("Town Hall; 甲", known) == ("Town Hall", "甲")
    assert units_in("Town Wall; 甲", known) == ("Town Wall", "甲")


def test_an_unknown_superior_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    where, sentence = faulty(tmp_path, 上级="张建国")
    assert where == [(codes.NO_SUCH_SUPERIOR, 3, 5)]
    assert sentence == (
        "roster.csv 第 3 行 E 列 RO021 上级：花名册里没有编号为“张建国”的人：上级请写编号；上级不在花名册里的，请空着"
        "；是不是想写“q1”？"
    )


@pytest.mark.parametrize(
    ("column", "written", "code"),
    [
        ("上级", "q2", codes.OWN_SUPERIOR),
        ("上级", "q1、q3", codes.ONE_SUPERIOR),
        ("兼任单位", "城关", codes.NO_SUCH_UNIT),
        ("服务单位", "城关镇、农业居", codes.NO_SUCH_UNIT),
        ("状态", "请長假", codes.NO_SUCH_STANDING),
        ("参评", "不參评", codes.NEITHER_RATED_NOR_NOT),
    ],
)
def test_each_faulty_cell_is_told_with_its_place(column: str, written: str, code: str, tmp_path: Path) -> None:
    where, sentence = faulty(tmp_path, **{column: written})
    assert where == [(code, 3, HEADINGS.index(column) + 1)]
    assert column in sentence


def test_what_was_probably_meant_is_told_with_it(tmp_path: Path) -> None:
    for column, written, meant in (
        ("服务单位", "农业居", "农业局"),
        ("状态", "借掉", "借调"),
        ("参评", "不參评", "不参评"),
    ):
        assert faulty(tmp_path, **{column: written})[1].endswith(f"是不是想写“{meant}”？")


def test_ones_own_unit_among_the_further_ones_is_passed_over_and_told(tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADINGS, ZHANG, (*LI[:5], "县政府办、城关镇", *LI[6:]), WANG)
    roster, warnings = read_roster(path)
    assert roster.people[1].also_in == ("城关镇",)
    assert [(each.code, each.place.row, each.warning) for each in warnings] == [(codes.OWN_UNIT, 3, True)]
    assert faults.sentence(warnings[0]).endswith("“县政府办”就是本人的单位，这里不用写，没有读")


def chain(*superiors: str) -> list[tuple[str, ...]]:
    """People q1, q2, … of whom each has the superior named in their place."""
    return [
        (f"q{n}", f"某{n}", "城关镇", "机关干部", superior, "", "", "", "") for n, superior in enumerate(superiors, 1)
    ]


def test_a_circle_of_superiors_is_told_once_and_in_its_order(tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADINGS, *chain("q2", "q3", "q4", "q2", "q6", "q5"))
    assert told(path) == [(codes.SUPERIOR_CIRCLE, 3, 5), (codes.SUPERIOR_CIRCLE, 6, 5)]
    assert [each.values["circle"] for each in faults_of(path)] == [("q2", "q3", "q4", "q2"), ("q5", "q6", "q5")]
    assert "上级绕成了圈：q5 → q6 → q5" in faults.sentence(faults_of(path)[1])


def test_a_very_large_circle_is_found_soon_and_told_shortly(tmp_path: Path) -> None:
    count = 5_000
    rows = chain(*(f"q{n % count + 1}" for n in range(1, count + 1)))
    path = csv_file(tmp_path, HEADINGS, *rows)
    begun = time.process_time()
    (fault,) = faults_of(path)
    assert time.process_time() - begun < 10
    assert fault.values["circle"] == ("q1", "q2", "q3", "q4", "q5", "q6", "…")


CELLS = st.text(max_size=8) | st.sampled_from(
    [
        "q1",
        "q2",
        "q3",
        "甲",
        "乙",
        "甲、乙",
        "机关干部",
        "借调",
        "仅评价",
        "是",
        "、",
        " ",
        "\u3000",
        "=1",
        "\x00",
        '"',
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(CELLS, min_size=9, max_size=9), max_size=4))
def test_whatever_stands_in_the_cells_is_sound_or_told(rows: list[list[str]], tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(csv_text(HEADINGS, *rows).encode(errors="replace"))
    try:
        roster, warnings = read_roster(path)
    except BadInput as error:
        assert all(faults.sentence(fault) for fault in error.faults)
        return
    assert all(faults.sentence(fault) for fault in warnings)
    ids, units = {each.id for each in roster.people}, {each.id for each in roster.units}
    for each in roster.people:
        assert not each.superior or each.superior in ids - {each.id}
        assert {*each.also_in, *each.serves} <= units - {each.unit}
        assert each.level or not each.rated


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")))
def test_the_circles_are_those_that_going_up_comes_back_to(above: dict[str, str]) -> None:
    def comes_back(start: str) -> bool:
        here = above.get(start)
        for _step in above:
            if here is None or here == start:
                break
            here = above.get(here)
        return here == start

    found = _circles(above)
    assert sorted(each for circle in found for each in circle) == sorted(each for each in above if comes_back(each))
    for circle in found:
        assert [above[each] for each in circle] == [*circle[1:], circle[0]]
