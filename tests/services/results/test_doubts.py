"""Where figures alone do not decide: adjusted grades that are others, and totals within their error of the line."""

import runpy
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from cadre_tui.cli.rounds.sheet_json import sheet_json
from cadre_tui.model.checklist import Purpose
from cadre_tui.model.counting_rules import Quota
from cadre_tui.model.fault import NotRight
from cadre_tui.model.outcome import Cause
from cadre_tui.model.round_rules import Secrecy
from cadre_tui.services.results import deciding, reading, voiding
from cadre_tui.services.results.doubts import close_to
from cadre_tui.services.results.outcome import outcome
from cadre_tui.services.rounds import life
from tests.services.rated_office import rated_office
from tests.services.small import GRADES, Small

recompute = runpy.run_path(str(Path(__file__).parents[3] / "docs" / "organisers" / "recompute.py"))["recompute"]


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Small:
    quota = Quota(share=Fraction(1, 4), within="county")
    folder = tmp_path_factory.mktemp("doubts") / "data"
    return rated_office(folder, secrecy=Secrecy.NAMED, min_raters=1, min_comments=1, grade=GRADES, quota=quota)


def test_whom_the_adjusted_figure_gives_another_grade_people_decide_about(named: Small) -> None:
    found = outcome(named.organiser, "r1")
    listed = {each.subject.id: each for each in found.cases if Cause.DIFFERENT in each.causes}
    differing = voiding.differences(named.organiser, "r1")
    assert differing
    assert listed.keys() == {each.subject.id for each in differing}
    codes = {each.text: each.code for each in GRADES}
    for each in differing:
        case = listed[each.subject.id]
        assert case.adjusted == each.adjusted
        assert case.waiting
        assert each.adjusted is not None
        allowed = deciding.choices(named.organiser, "r1", each.subject.id)
        assert codes[each.adjusted] in allowed or each.adjusted == GRADES[0].text


def test_whoever_stands_within_the_error_of_the_line_is_listed_and_nothing_waits_for_it(named: Small) -> None:
    found = outcome(named.organiser, "r1")
    close = [each for each in found.cases if Cause.CLOSE in each.causes]
    cut = found.lines[0].cut
    assert cut is not None
    assert {each.total >= cut for each in close if each.total is not None} == {True, False}
    assert not any(each.waiting for each in close if each.causes == (Cause.CLOSE,))


def test_near_is_what_lies_within_the_error_of_the_other_side() -> None:
    reached = {name: Decimal(total) for name, total in (("a", 99), ("b", 95), ("c", 92), ("d", 91), ("e", 85))}
    errors = dict.fromkeys(reached, Fraction(3))
    assert close_to(Decimal(92), reached, errors) == {"c", "d"}
    assert close_to(Decimal(92), reached, dict.fromkeys(reached, Fraction(4))) == {"b", "c", "d"}
    assert close_to(None, reached, errors) == frozenset()
    assert close_to(Decimal(85), reached, errors) == frozenset(), "all are in"


def test_a_round_without_a_line_lists_nobody_as_near_it(tmp_path: Path) -> None:
    small = rated_office(tmp_path / "data", secrecy=Secrecy.NAMED, min_raters=1, min_comments=1, grade=GRADES)
    assert outcome(small.organiser, "r1").cases == ()


def test_where_the_rules_adopt_the_adjusted_figure_totals_reckon_with_it(tmp_path: Path) -> None:
    """The shift is kept when the outcome is worked out; the sheet says plain, shift and what comes of them."""
    changes = {"secrecy": Secrecy.NAMED, "min_raters": 1, "min_comments": 1, "grade": GRADES}
    small = rated_office(tmp_path / "data", adopt="adjusted", **changes)
    with pytest.raises(NotRight) as wanting:
        life.publish(small.organiser, "r1")
    assert "outcome-unread" in {each.code for each in wanting.value.faults}
    found = outcome(small.organiser, "r1")
    for each in found.cases:
        code = deciding.choices(small.organiser, "r1", each.subject.id)[0]
        deciding.decide(small.organiser, "r1", each.subject.id, code, "研究决定")
    life.publish(small.organiser, "r1")
    moved = 0
    for each in reading.results(small.organiser, "r1"):
        for part in each.parts:
            if part.by is Purpose.PEER and part.shift:
                moved += 1
                assert part.worked is not None
                assert part.exact == part.worked.figure + part.shift
        if each.total is not None:
            assert all(one is None or one == printed for _what, printed, one in recompute(sheet_json(each)))
    assert moved
