"""A newcomer adds a kind by adding one file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import cadre_tui.kinds as package
from cadre_tui.kinds.registry import kinds
from cadre_tui.model.answers.drawing import NumberField
from tests.examples.writing import answered, faults, read, section

STARS = '''
"""``stars``: one to five, a fifth of the points each."""

from fractions import Fraction

from cadre_tui.kinds.amounts import number
from cadre_tui.kinds.comparable import Numbers
from cadre_tui.kinds.kind import Earned, Kind
from cadre_tui.model.answers.drawing import NumberField
from cadre_tui.model.answers.score_sheet import Step


class StarsKind(Kind):
    shapes = (frozenset({"number"}),)

    def read(self, criterion, written, setting, faults):
        return {"number": number(written["number"], "number", faults)}

    def score(self, criterion, answer, setting):
        result = Fraction(criterion.points) * Fraction(answer.number) / 5
        return Earned(result, (Step(code="stars", values={"result": result}),))

    def draw(self, criterion, setting):
        return NumberField()

    def compared(self, criterion, line, setting):
        return Numbers()

    def value(self, criterion, answer, line):
        return answer.number


KIND = StarsKind()
'''


@pytest.fixture
def stars(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The package with one file more."""
    (tmp_path / "stars.py").write_text(STARS, encoding="utf-8")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    kinds.cache_clear()
    yield
    monkeypatch.undo()
    kinds.cache_clear()


@pytest.mark.usefixtures("stars")
def test_one_file_is_enough() -> None:
    checklist = read(section('id = "s"\nkind = "stars"\ntext = "星"\npoints = 10'))
    sheet = answered(checklist, {"s": {"number": 4}})
    assert sheet.total == 8
    criterion = next(checklist.criteria())
    assert isinstance(package.draw(criterion, checklist), NumberField)


@pytest.mark.usefixtures("stars")
def test_it_is_judged_like_any_other() -> None:
    assert faults(section('id = "s"\nkind = "stars"\ntext = "星"\npoints = -10')) == [("CL038", "s › points")]


def test_without_the_file_it_is_a_plugins() -> None:
    assert faults(section('id = "s"\nkind = "stars"\ntext = "星"\npoints = 10')) == [("checklist-kind-missing", "")]
