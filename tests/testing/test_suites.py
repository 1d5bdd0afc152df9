"""What the suites for kinds and scorers find: a plugin that is right passes, one that is not fails for its reason."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cadre_tui.model import outside
from cadre_tui.plugins import CriterionKind, Earned, NumberField, Scorer, Shape, Total, hookimpl, said
from cadre_tui.plugins.allowed import running
from cadre_tui.testing import KindSuite, ScorerSuite, with_plugin
from tests.examples.writing import HEAD, section, yes_no

CHECKLIST = (
    HEAD
    + 'scorer = "pingyuan.total"\n'
    + section('id = "a"\nkind = "pingyuan.card"\ntext = "积分"\npoints = 10', yes_no("b", "20"))
)
often = count()


def plugin(score: Callable[..., Earned], total: Callable[..., Total]) -> object:
    class Pingyuan:
        @hookimpl
        def cadre_criterion_kinds(self) -> Iterator[CriterionKind]:
            yield CriterionKind("pingyuan.card", "积分卡", Shape.NUMBER, lambda _asked: NumberField(), score)

        @hookimpl
        def cadre_score(self) -> Iterator[Scorer]:
            yield Scorer("pingyuan.total", "合计", total)

    return Pingyuan()


def right_score(asked: Any, answer: Any) -> Earned:
    return Earned(min(Fraction(answer.number), Fraction(10)), (said("{n} 个章", n=answer.number),))


def right_total(scored: Any) -> Total:
    inside = [row for row in scored.rows if row.score is not None]
    return Total(sum((row.score for row in inside), Fraction(0)) if inside else None, (said("相加"),))


def tried(suite: type[KindSuite] | type[ScorerSuite], checklist: Path, given: object) -> None:
    class Tried(suite):  # type: ignore[misc, valid-type]
        kind = "pingyuan.card"
        examples = 15

    Tried.checklist = str(checklist)
    with with_plugin(given, "pingyuan"):
        for name in dir(Tried):
            if name.startswith("test_"):
                getattr(Tried(), name)()


@pytest.fixture
def checklist(tmp_path: Path) -> Path:
    path = tmp_path / "pingyuan.toml"
    path.write_text(CHECKLIST, "utf-8")
    return path


def test_a_right_plugin_passes_both_suites(checklist: Path) -> None:
    given = plugin(right_score, right_total)
    tried(KindSuite, checklist, given)
    tried(ScorerSuite, checklist, given)
    with pytest.raises(AssertionError, match="no criterion of the kind"):
        tried(KindSuite, Path("core.learning"), SimpleNamespace())


def test_a_plugin_of_a_test_runs_whatever_waits_to_be_started(checklist: Path) -> None:
    outside.when_wanted(lambda: running.start(tuple))
    tried(KindSuite, checklist, plugin(right_score, right_total))
    assert running.host().plugins == ()


@pytest.mark.parametrize(
    ("score", "why"),
    [
        (lambda asked, answer: Earned(Fraction(answer.number), ()), "no score for"),
        (lambda asked, answer: Earned(0.5, ()), "no score for"),
        (lambda asked, answer: Earned(Fraction(next(often) % 7), ()), "Earned"),
        (lambda asked, answer: Earned(Fraction(1), (said("{n} 个章"),)), r"\{n\}"),
    ],
    ids=["beyond its points", "a float", "another each time", "a value left out"],
)
def test_a_kind_that_is_not_right_fails(score: Callable[..., Earned], why: str, checklist: Path) -> None:
    with pytest.raises(AssertionError, match=why):
        tried(KindSuite, checklist, plugin(score, right_total))


def worse(scored: Any) -> Total:
    return Total(100 - sum(row.score or 0 for row in scored.rows))


@pytest.mark.parametrize(
    ("total", "why"),
    [
        (lambda scored: Total(sum(row.score for row in scored.rows)), "scorer failed|NoneType"),
        (lambda scored: Total(next(often)), "ScoreSheet|Total"),
        (worse, "→"),
    ],
    ids=["nothing is in", "another each time", "better is worse"],
)
def test_a_scorer_that_is_not_right_fails(total: Callable[..., Total], why: str, checklist: Path) -> None:
    with pytest.raises((AssertionError, TypeError), match=why):
        tried(ScorerSuite, checklist, plugin(right_score, total))
