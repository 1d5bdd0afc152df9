"""What else a plugin adds, by way of the commands: checks of responses, documents, importers, observers, overlays."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cadre_tui.model import outside
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.plugins import Importer, ReportFormat, ResponseCheck, RoundOpened, hookimpl
from cadre_tui.plugins.allowed.running import running
from cadre_tui.services.filling.plugin_checks import must_satisfy_plugins
from tests.cli.commands import Commands, refused
from tests.cli.test_round_by_plugin import answers, opened, published
from tests.examples.plugins import made


def respond(county: Commands, person: str, file: Path) -> Any:
    return county.by(person, "respond", "--round", "2026-h2", "--subject", person, file)


@pytest.mark.usefixtures("linshan_enabled")
def test_a_round_is_observed_checked_and_reported(peopled: Commands, tmp_path: Path) -> None:
    published(peopled)
    told = sys.modules["tests.examples.linshan.office"].TOLD
    assert told[0] == RoundOpened("2026-h2", told[0].title, 4, ("linshan.agency|2026.1",))
    assert [(each.purpose, each.handed_in) for each in told[1:]] == [("self", 1), ("peer", 1), ("peer", 2)]

    out = tmp_path / "out"
    assert peopled.by("zzb", "report", "2026-h2", "--to", out, "--format", "linshan.line").code == 0
    assert (out / "得分单" / "城关镇" / "得分单-张建国-q1.txt").read_text("utf-8") == "张建国\t68.5\n"
    assert peopled.by("q1", "report", "2026-h2", "--to", tmp_path / "own", "--format", "linshan.line,html").code == 0
    assert sorted(each.name for each in (tmp_path / "own").iterdir()) == [
        "得分单-张建国-q1.html",
        "得分单-张建国-q1.txt",
    ]
    unknown = peopled.by("q1", "report", "2026-h2", "--to", tmp_path / "no", "--format", "linshan.poster")
    assert "linshan.poster" in refused(unknown, 2)


@pytest.mark.usefixtures("linshan_enabled")
def test_a_response_that_the_plugin_finds_wrong_is_not_handed_in(peopled: Commands) -> None:
    opened(peopled)
    wrong = answers(peopled, "w.json", 8, 0, True)
    assert "有积分而没有走访" in refused(respond(peopled, "q1", wrong), 2)
    about_another = peopled.by("q1", "respond", "--round", "2026-h2", "--subject", "q2", wrong)
    assert about_another.code == 0, "what colleagues answer no plugin sees"
    assert respond(peopled, "q1", answers(peopled, "r.json", 8, 1, True)).code == 0


@pytest.mark.usefixtures("linshan_enabled")
def test_what_colleagues_answer_is_checked_where_the_check_asks_for_it_and_the_round_is_named(
    peopled: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.examples.linshan import office  # noqa: PLC0415

    seen: list[Any] = []

    def about_colleagues(checklist: Any, given: Any) -> Any:
        seen.append(given)
        return office.visited_what_is_stamped(checklist, given)

    check = ResponseCheck("linshan.visited", "对得上", "linshan.agency", about_colleagues, colleagues=True)
    monkeypatch.setattr("tests.examples.linshan.cadre_check_response", hookimpl(lambda: [check]))
    opened(peopled)
    wrong = answers(peopled, "w.json", 8, 0, True)
    told = peopled.by("q1", "respond", "--round", "2026-h2", "--subject", "q2", wrong)
    assert "评 李敏 的" in refused(told, 2)
    assert len(seen) == 1
    sheet: Any = SimpleNamespace(purpose=Purpose.PEER, checklist=None, answers={})
    must_satisfy_plugins([sheet], confidential=True)
    assert len(seen) == 1, "of a confidential round it is shown nothing"


@pytest.mark.usefixtures("linshan_enabled")
def test_rosters_and_ratings_are_read_from_the_plugins_files(county: Commands) -> None:
    people = [{"id": "n1", "name": "周远", "unit": "城关镇", "level": "乡科级干部"}]
    file = county.file("people.json", json.dumps(people))
    assert county.by("zzb", "roster", "import", file, "--yes").code == 0
    assert "周远" in county.by("zzb", "roster", "show").out
    faulty = county.file("faulty.json", json.dumps([{**people[0], "level": "天官"}]))
    assert county.by("zzb", "roster", "import", faulty, "--yes").code == 2
    marks = county.file("a.marks", "c1 r1 80\nc1 r2 90\nc2 r1 70\nc2 r2 80\n")
    assert county("analyse", marks, "--json").json["subjects"]["c1"]["mean"] == 85
    assert "linshan" in refused(county("analyse", county.file("b.marks", "one two")), 2)


@pytest.mark.usefixtures("linshan_enabled")
def test_an_overlay_of_a_plugin_is_laid_over_its_base(county: Commands) -> None:
    told = county(
        "score", "linshan.core", county.file("r.json", '{"checklist": "linshan.core|2026.1", "answers": {}}')
    )
    assert told.code == 0, told.err
    assert "林山县学习型干部考评" in told.out


@pytest.fixture
def with_plugins(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Any]]:
    """Run commands with made-up plugins instead of installed ones."""
    monkeypatch.setattr(outside, "when_wanted", lambda _begin: None)
    yield running


class Broken:
    """Every hook of this file, each failing in its own way."""

    @hookimpl
    def cadre_importers(self):
        yield Importer("linshan.people", "人", "roster", ".json", lambda _content: [{"编号": 7}])

    @hookimpl
    def cadre_report_formats(self):
        yield ReportFormat("linshan.line", "行", ".txt", lambda _sheet: "text")

    @hookimpl
    def cadre_check_response(self):
        yield ResponseCheck("linshan.check", "查", "linshan.agency", lambda _list, _answers: 7)

    @hookimpl
    def cadre_round_opened(self, opened):
        sys.exit(1)

    @hookimpl
    def cadre_response_submitted(self, submitted):
        raise RuntimeError


def test_observers_that_fail_stop_nothing_and_all_else_is_refused(
    with_plugins: Callable[..., Any], peopled: Commands, tmp_path: Path
) -> None:
    from tests.cli.test_whole_round import ROUND, response  # noqa: PLC0415
    from tests.cli.test_whole_round import respond as rate  # noqa: PLC0415

    peopled.activate_all()
    with with_plugins(made(Broken())):
        assert peopled.by("zzb", "round", "new", peopled.file("r.toml", ROUND)).code == 0
        assert peopled.by("zzb", "round", "open", "2026-h2").code == 0
        assert rate(peopled, "q1", "q1", response(peopled, "good")).code == 0
        told = peopled.by("zzb", "roster", "import", peopled.file("x.json", "{}"), "--yes")
        assert "linshan" in refused(told, 2)


def test_two_importers_of_one_ending_are_both_named(with_plugins: Callable[..., Any], county: Commands) -> None:
    class Other:
        @hookimpl
        def cadre_importers(self):
            yield Importer("qinghe.people", "人", "roster", ".json", lambda _content: [])

    with with_plugins(made(Broken()), made(Other(), "qinghe")):
        told = refused(county.by("zzb", "roster", "import", county.file("x.json", "{}"), "--yes"), 2)
    assert "linshan" in told
    assert "qinghe" in told
