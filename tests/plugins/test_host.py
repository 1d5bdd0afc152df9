"""Whatever a plugin does, the program runs on, everything else is there, and somebody can read why."""

import sys
from pathlib import Path

import pytest

from cadre_tui.plugins import ChecklistSource, hookimpl
from cadre_tui.plugins.hookspecs import CadreHooks
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.words.refusals import sentence


class Raises:
    @hookimpl
    def cadre_checklists(self):
        raise RuntimeError("没有网络")


class RaisesHalfWay:
    def __init__(self, path: Path) -> None:
        self.path = path

    @hookimpl
    def cadre_checklists(self):
        yield ChecklistSource(self.path)
        raise RuntimeError("half way")


class Exits:
    @hookimpl
    def cadre_checklists(self):
        sys.exit(3)


class AnswersText:
    @hookimpl
    def cadre_checklists(self):
        return "a.toml"


class AnswersNumber:
    @hookimpl
    def cadre_checklists(self):
        return 7


class AnswersTextForPath:
    @hookimpl
    def cadre_checklists(self):
        yield ChecklistSource("a.toml")  # type: ignore[arg-type]


class Misspells:
    @hookimpl
    def cadre_checklist(self):
        return []


class AsksForMore:
    @hookimpl
    def cadre_checklists(self, store):
        return []


class Wraps:
    @hookimpl(wrapper=True)
    def cadre_checklists(self):
        yield
        return []


class LooksBroken:
    def __dir__(self):
        raise RuntimeError("dir")


BROKEN = [
    (Raises(), "plugin-raised", "没有网络"),
    (Exits(), "plugin-raised", "SystemExit"),
    (AnswersText(), "plugin-wrong-answer", "cadre_checklists"),
    (AnswersNumber(), "plugin-wrong-answer", "cadre_checklists"),
    (AnswersTextForPath(), "plugin-wrong-answer", "cadre_checklists"),
    (Misspells(), "plugin-unknown-hook", "cadre_checklist"),
    (AsksForMore(), "plugin-raised", "store"),
    (Wraps(), "plugin-wraps-hook", "cadre_checklists"),
    (LooksBroken(), "plugin-raised", "dir"),
]


@pytest.mark.parametrize(("plugin", "code", "told"), BROKEN, ids=[type(each[0]).__name__ for each in BROKEN])
def test_a_broken_plugin_is_recorded_and_left_out(plugin: object, code: str, told: str) -> None:
    catalogue = load_catalogue(plugins=False, registered={"坏插件": plugin})
    (problem,) = catalogue.problems
    assert problem.code == code
    assert told in sentence(problem)
    assert "坏插件" in sentence(problem)
    (record,) = catalogue.plugins
    assert (record.name, record.status, record.problem) == ("坏插件", "failed", problem)
    assert {offer.id for offer in catalogue.offers()} == {"core.learning", "core.mutual"}


def test_one_broken_plugin_does_not_take_another_with_it(write) -> None:
    class Sound:
        @hookimpl
        def cadre_checklists(self):
            return [ChecklistSource(path)]

    path = write("sound.toml", called="test.sound")
    catalogue = load_catalogue(plugins=False, registered={"broken": Raises(), "sound": Sound(), "exits": Exits()})
    assert catalogue.checklist("test.sound").version == "2026.1"
    assert [record.status for record in catalogue.plugins] == ["failed", "on", "failed"]


def test_a_plugin_that_fails_half_way_brings_nothing(write) -> None:
    plugin = RaisesHalfWay(write("half.toml", called="test.half"))
    catalogue = load_catalogue(plugins=False, registered={"half": plugin})
    assert "test.half" not in {offer.id for offer in catalogue.offers()}


def test_a_plugin_with_nothing_to_offer_is_in_order() -> None:
    class Quiet:
        @hookimpl
        def cadre_checklists(self):
            return None

    catalogue = load_catalogue(plugins=False, registered={"quiet": Quiet()})
    assert catalogue.plugins[0].status == "on"


def test_pressing_ctrl_c_still_ends_the_program() -> None:
    class Slow:
        @hookimpl
        def cadre_checklists(self):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load_catalogue(plugins=False, registered={"slow": Slow()}).offers()


def test_the_traceback_goes_to_the_log_and_not_to_the_screen(capfd, caplog) -> None:
    load_catalogue(plugins=False, registered={"broken": Raises()}).offers()
    assert "没有网络" in caplog.text
    assert capfd.readouterr() == ("", "")


def test_the_specification_itself_offers_nothing() -> None:
    assert CadreHooks().cadre_checklists() is None
