"""What is asked about raters, and how often honest tables bring it about."""

import numpy as np
import pytest

from cadre_tui.model.results.analysis import Absent, Analysis, Rating
from cadre_tui.scoring.analysis.analysing import analyse
from cadre_tui.scoring.analysis.quality import chances
from cadre_tui.scoring.analysis.quality.halo import halo
from cadre_tui.scoring.analysis.ratings import ratings_of
from tests.scoring.analysis.tables import ratings, rows
from tests.scoring.analysis.test_fit import made


def codes(found: Analysis, rater: str) -> set[str]:
    return {each.code for each in found.raters[rater].flags}


def crossed(change: dict[int, object], seed: int = 3) -> list[list[float]]:
    """Twelve subjects by eight raters; a rater's column may be another."""
    chance = np.random.default_rng(seed)
    merit = chance.normal(75, 9, 12)
    table = np.round(merit[:, None] - chance.normal(0, 2, 8) + chance.normal(0, 3, (12, 8)), 1)
    for column, values in change.items():
        table[:, column] = values
    return [[float(each) for each in row] for row in table]


def test_a_rater_who_makes_no_difference_is_asked_about() -> None:
    found = analyse(ratings(crossed({2: 80.0})))
    assert "same-score" in codes(found, "r3")
    assert sum("same-score" in codes(found, name) for name in found.raters) == 1


def test_nobody_is_asked_where_most_make_no_difference() -> None:
    found = analyse(ratings([[5, 5, 5, 4], [5, 5, 5, 3], [5, 5, 5, 5], [5, 5, 5, 2]]))
    assert not any("same-score" in codes(found, name) for name in found.raters)
    assert found.not_judged["same-score"].code == "no-spread"


def test_all_at_the_top_and_all_in_the_middle_are_told_apart() -> None:
    table = crossed({0: 97.0, 1: 75.0})
    for at, row in enumerate(table):
        row[0] += at / 10
        row[1] += at / 10
    found = analyse(ratings(table))
    assert "all-best" in codes(found, "r1")
    assert "all-middle" in codes(found, "r2")
    assert "all-best" not in codes(found, "r2")


def test_strict_and_lenient_raters_bear_their_signs() -> None:
    table = crossed({})
    for row in table:
        row[4] -= 20
        row[6] += 20
    found = analyse(ratings(table))
    assert "strict" in codes(found, "r5")
    assert "lenient" in codes(found, "r7")
    assert found.raters["r5"].severity > 10  # type: ignore[operator]
    assert found.raters["r7"].severity < -10  # type: ignore[operator]


def test_a_single_outlier_is_told_with_whom_and_by_how_much() -> None:
    table = crossed({})
    table[3][1] -= 45
    found = analyse(ratings(table))
    flag = next(each for each in found.raters["r2"].flags if each.code == "outlier")
    assert flag.values["subject"] == "c4"
    assert flag.values["points"] == pytest.approx(-45, abs=10)


def test_two_who_lift_each_other_are_both_asked_in_a_named_table_only() -> None:
    own = made(24, 5, 1, 2)
    names = [each._replace(rater=each.rater.replace("r", "c")) for each in _rows(own)]
    pair = next(
        (each.subject, each.rater)
        for each in names
        if any(other.subject == each.rater and other.rater == each.subject for other in names)
    )
    lifted = [
        each._replace(score=each.score + 20) if {each.subject, each.rater} == set(pair) else each for each in names
    ]
    found = analyse(ratings_of(lifted))
    assert "mutual" in codes(found, pair[0])
    assert "mutual" in codes(found, pair[1])
    hidden = analyse(ratings_of(lifted), named=False)
    assert not any("mutual" in codes(hidden, name) for name in hidden.raters)
    assert hidden.not_judged["mutual"].code == "not-named"


def _rows(own):  # type: ignore[no-untyped-def]
    return [
        Rating(own.subjects[subject], own.raters[rater], score)
        for subject, rater, score in zip(own.subject, own.rater, own.exact, strict=True)
    ]


def test_few_data_judge_no_single_score() -> None:
    found = analyse(ratings_of(rows([[80, 70], [90, 10]])))
    assert found.not_judged["outlier"].code == "few-free"
    assert not any(each.flags for each in found.raters.values())


def test_honest_tables_have_outliers_as_often_as_is_told() -> None:
    assert chances.any_of(120, chances.beyond(3)) == pytest.approx(0.28, abs=0.005)
    assert chances.any_of(1_000, chances.beyond(3)) > 0.9
    tables = np.random.default_rng(5).standard_normal((4_000, 120))
    assert (np.abs(tables) > 3).any(axis=1).mean() == pytest.approx(chances.any_of(120, chances.beyond(3)), abs=0.03)


def test_more_raters_more_false_alarms() -> None:
    told = [chances.any_far_from_median(raters, 2.5) for raters in (24, 100, 400)]
    assert told == sorted(told)
    assert told[-1] > 0.95
    narrow = [chances.any_narrow(np.array([size] * 24), 8.0, 1.0, 0.25) for size in (3, 5, 12)]
    assert narrow == sorted(narrow, reverse=True)
    assert narrow[-1] < 0.01


def test_lenient_raters_are_all_at_the_top_as_often_as_is_told() -> None:
    """Five scores each of 24 raters who differ by as much as their noise: as if all scores were alike, it is 2 %."""
    merit, rater = np.tile([-2.0, -1.0, 0.0, 1.0, 2.0], 24), np.repeat(np.arange(24), 5)
    told = chances.all_inside(0.5 - merit, np.full(120, np.inf), rater, 24, 1.0)
    chance = np.random.default_rng(8)
    strict = np.repeat(chance.standard_normal((20_000, 1)), 5, axis=1)
    drawn = merit[:5] - strict + chance.standard_normal((20_000, 5))
    assert told == pytest.approx(np.full(24, (drawn >= 0.5).all(axis=1).mean()), abs=0.003)
    assert told[0] > 5 * chances.all_inside(0.5 - merit, np.full(120, np.inf), rater, 24, 0.0)[0]


def test_an_honest_lenient_rater_is_told_to_be_likely_where_raters_differ() -> None:
    found = analyse(made(24, 5, 6, 2))
    (told,) = {each.chance for figures in found.raters.values() for each in figures.flags if each.code == "all-best"}
    assert told > 3 * chances.any_all_inside(0.25, np.full(24, 5))


def test_the_same_table_is_always_told_the_same_chance() -> None:
    assert chances.any_far_from_median(24, 2.5) == chances.any_far_from_median(24, 2.5)


def test_a_halo_is_seen_in_the_criteria_of_each_subject() -> None:
    chance = np.random.default_rng(7)
    shares = {f"r{rater}": [list(chance.choice([0.4, 0.6, 0.8, 1.0], 6)) for _ in range(6)] for rater in range(8)}
    shares["r3"] = [[0.8] * 6 for _ in range(6)]
    found = halo(shares)
    assert list(found) == ["r3"]
    assert 0 <= found["r3"].chance < 0.05
    assert halo({"r1": [[1.0] * 6] * 6, "r2": [[1.0] * 6] * 6}) == {}


def test_nothing_is_wrong_with_a_lone_rater() -> None:
    found = analyse(ratings([[80], [90], [70], [60]]))
    assert isinstance(found.raters["r1"].severity, Absent)
    assert not found.raters["r1"].flags
