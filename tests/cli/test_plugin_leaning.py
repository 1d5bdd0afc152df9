"""What leans on a plugin, or on a checklist, is told before it is put out of use; no plugin's code is run for it."""

import sys
from pathlib import Path

import pytest

from tests.cli.commands import Commands
from tests.cli.test_round_by_plugin import ROUND
from tests.cli.test_round_by_plugins_rule import five_people, round_file
from tests.examples.plugins import LINSHAN_LIST


def made(county: Commands, *, opened: bool) -> None:
    """A round whose checklist has kinds of the plugin."""
    county.activate_all()
    lists = county.folder / "data" / "checklists"
    lists.mkdir(exist_ok=True)
    (lists / "linshan.agency.toml").write_bytes(LINSHAN_LIST.read_bytes())
    new = county.by("zzb", "round", "new", county.file("round.toml", ROUND.format(rule="mean")))
    assert new.code == 0, new.err
    if opened:
        assert county.by("zzb", "round", "open", "2026-h2").code == 0


def forget_the_plugin() -> None:
    for name in [each for each in sys.modules if each.startswith("tests.examples.linshan")]:
        del sys.modules[name]


@pytest.mark.usefixtures("linshan_enabled")
@pytest.mark.parametrize(
    ("opened", "told"),
    [
        (False, "筹备中的轮次“2026年下半年”（2026-h2）的考评表“林山县机关学习考评表”（linshan.agency|2026.1）要用它"),
        (True, "轮次“2026年下半年”（2026-h2）正在填的考评表“林山县机关学习考评表”（linshan.agency|2026.1）要用它"),
    ],
)
def test_rounds_with_its_kinds_and_checklists_are_named_first(peopled: Commands, opened: bool, told: str) -> None:
    made(peopled, opened=opened)
    forget_the_plugin()
    answer = peopled("plugin", "disable", "linshan")
    assert answer.code == 0
    assert told in answer.err
    assert "要用它的考评表：" in answer.err
    assert answer.err.splitlines()[-1] == "要恢复，重新启用：cadre plugin enable linshan"
    assert "已停用 linshan" in answer.out
    assert "tests.examples.linshan" not in sys.modules
    again = peopled("plugin", "disable", "linshan")
    assert (again.code, again.err) == (0, ""), "it was out of use already"


@pytest.mark.usefixtures("linshan_enabled")
def test_a_round_in_preparation_by_its_rule_is_named_first(peopled: Commands) -> None:
    five_people(peopled)
    assert peopled.by("zzb", "round", "new", round_file(peopled)).code == 0
    forget_the_plugin()
    answer = peopled.by("zzb", "plugin", "disable", "linshan", "--json")
    assert answer.json == {"disabled": ["linshan"]}
    assert "筹备中的轮次“2026年下半年”（2026-h2）写着按它的规则计分：停用期间开不了。" in answer.err
    assert "tests.examples.linshan" not in sys.modules


@pytest.mark.usefixtures("linshan_enabled")
def test_what_leans_on_it_is_no_matter_of_who_may_not(peopled: Commands) -> None:
    made(peopled, opened=False)
    answer = peopled.by("q1", "plugin", "disable", "linshan")
    assert answer.code == 3
    assert "2026-h2" not in answer.err


@pytest.mark.usefixtures("linshan_enabled")
def test_without_a_county_only_checklists_can_be_named(commands: Commands) -> None:
    lists = commands.folder / "data" / "checklists"
    lists.mkdir(parents=True)
    (lists / "linshan.agency.toml").write_bytes(LINSHAN_LIST.read_bytes())
    answer = commands("plugin", "disable", "linshan")
    assert answer.code == 0
    assert "要用它的考评表：“林山县机关学习考评表”（linshan.agency|2026.1），停用期间新的轮次不能用。" in answer.err


@pytest.mark.parametrize("name", ["core.mutual", "core.learning", "test.list", "test.list|1"])
def test_a_round_in_preparation_is_named_where_its_checklist_goes(peopled: Commands, name: str) -> None:
    file: Path = round_file(peopled, rule="mean")
    assert peopled.by("zzb", "round", "new", file).code == 0
    answer = peopled("plugin", "disable", name)
    assert answer.code == 0
    named = "筹备中的轮次“2026年下半年”（2026-h2）要用考评表" in answer.err
    assert named is name.startswith("test.list")
