"""The suites for what else a plugin gives: Linshan passes them all, and what is wrong fails for its reason."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, ClassVar

import pytest

from cadre_tui.plugins import (
    Fact,
    FactSource,
    Importer,
    ReportFormat,
    ResponseCheck,
    ScaleOption,
    SharedScale,
    Text,
    Wrong,
    hookimpl,
)
from cadre_tui.testing import (
    FactSuite,
    ImporterSuite,
    ObserverSuite,
    OverlaySuite,
    ReportSuite,
    ResponseCheckSuite,
    ScaleSuite,
    with_plugin,
)
from tests.examples import linshan

AGENCY = "../examples/linshan/linshan.agency.toml"


class OfLinshan:
    plugin = linshan
    plugin_name = "linshan"
    examples = 10


class TestOverlay(OfLinshan, OverlaySuite):
    checklist = "../examples/linshan/linshan.core.toml"


class TestQinghe(OverlaySuite):
    checklist = "../../plugins/qinghe/qinghe.core.toml"


class TestVisited(OfLinshan, ResponseCheckSuite):
    checklist = AGENCY
    check = "linshan.visited"
    accepted: ClassVar = {"study.card": {"number": 8}, "study.visits": {"lines": {"p0": 1}}}
    refused: ClassVar = {"study.card": {"number": 8}, "study.visits": {"lines": {}}}


class TestRegister(OfLinshan, FactSuite):
    source = "linshan.register"
    known = "q1"


class TestLevels(OfLinshan, ScaleSuite):
    scale = "linshan.level-4"


class TestPeople(OfLinshan, ImporterSuite):
    importer = "linshan.people"
    file = "../examples/linshan_files/people.json"


class TestMarks(OfLinshan, ImporterSuite):
    importer = "linshan.marks"
    file = "../examples/linshan_files/ratings.marks"


class TestLine(OfLinshan, ReportSuite):
    report = "linshan.line"


class TestObservers(OfLinshan, ObserverSuite):
    pass


def knows(person: str) -> list[Fact]:
    return [Fact("study.days", Fraction(-1))] if person == "q1" else []


class Wrongly:
    """Everything is given, nothing of it is right."""

    @hookimpl
    def cadre_facts(self) -> Iterator[FactSource]:
        yield FactSource("pingyuan.facts", "台账", ("study.hours",), knows)

    @hookimpl
    def cadre_scales(self) -> Iterator[SharedScale]:
        yield SharedScale("pingyuan.scale", "级", (ScaleOption(code="a", text=Text({"zh": "甲"}), score=90),))

    @hookimpl
    def cadre_importers(self) -> Iterator[Importer]:
        yield Importer("pingyuan.people", "人", "roster", ".json", lambda _content: [{"编号": "n1"}])

    @hookimpl
    def cadre_report_formats(self) -> Iterator[ReportFormat]:
        yield ReportFormat("pingyuan.line", "行", "txt", lambda sheet: f"{sheet['total']:.1f}".encode())

    @hookimpl
    def cadre_check_response(self) -> Iterator[ResponseCheck]:
        yield ResponseCheck("pingyuan.check", "查", "test.list", lambda _list, _answers: [Wrong("不对")])

    @hookimpl
    def cadre_round_opened(self, opened: Any) -> None:
        raise OSError(opened.round)


def tried(suite: Any, tmp_path: Path, **says: Any) -> None:
    tested = type("Tried", (suite,), {"__module__": __name__, "examples": 5, **says})
    with with_plugin(Wrongly(), "pingyuan"):
        for name in [each for each in dir(tested) if each.startswith("test_")]:
            wants = "tmp_path" in getattr(suite, name).__code__.co_varnames
            getattr(tested(), name)(*([tmp_path] if wants else []))


@pytest.mark.parametrize(
    ("suite", "says", "told"),
    [
        (FactSuite, {"source": "pingyuan.facts", "known": "q1"}, "do not name"),
        (FactSuite, {"source": "pingyuan.other", "known": "q1"}, "no source"),
        (ScaleSuite, {"scale": "pingyuan.scale"}, "100"),
        (ImporterSuite, {"importer": "pingyuan.people", "file": TestPeople.file}, "姓名|单位|行"),
        (ReportSuite, {"report": "pingyuan.line"}, "NoneType|txt"),
        (ResponseCheckSuite, {"check": "pingyuan.check", "checklist": "core.mutual"}, "core.mutual"),
        (ObserverSuite, {}, "plugin-raised"),
    ],
)
def test_what_is_wrong_is_found(suite: Any, says: dict[str, Any], told: str, tmp_path: Path) -> None:
    with pytest.raises((Exception, pytest.fail.Exception), match=told):
        tried(suite, tmp_path, **says)


def test_an_overlay_that_names_what_it_does_not_change_is_found(tmp_path: Path) -> None:
    source = Path(__file__).parents[2] / "plugins" / "qinghe" / "qinghe.core.toml"
    idle = '\n[[translate]]\nlang = "zh"\ncriterion = "{id}"\ntext = "{text}"\n'
    with with_plugin(linshan, "linshan"):
        suite = OverlaySuite()
        suite.checklist = str(source)  # type: ignore[misc]
        base = suite._base
    first = next(each for each in base.criteria() if each.id not in ("work.problems", "group.records"))
    file = tmp_path / "qinghe.core.toml"
    file.write_text(source.read_text("utf-8") + idle.format(id=first.id, text=first.text.say("zh")), "utf-8")
    suite = OverlaySuite()
    suite.checklist = str(file)  # type: ignore[misc]
    with pytest.raises(AssertionError, match=first.id):
        suite.test_only_what_it_names_differs_from_its_base()
