"""A wrong use is told in one sentence, in the reader's language, with what to write instead."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click import Group

from cadre_tui import __version__, locale
from cadre_tui.cli.help_page import wrapped
from cadre_tui.cli.main import COMMANDS, cadre
from cadre_tui.cli.rounds.rounds import rounds
from cadre_tui.cli.table import cell_width
from tests.cli.commands import Commands, refused

WRONG = [
    (("--helpp",), "没有“--helpp”这个选项，是不是“--help”？用 cadre --help 看说明。"),
    (("rouster",), "没有“rouster”这个命令，是不是“roster”？用 cadre --help 看说明。"),
    (("round", "opn", "x"), "没有“opn”这个命令，是不是“open”？用 cadre round --help 看说明。"),
    (("zzzzzz",), "没有“zzzzzz”这个命令。用 cadre --help 看说明。"),
    (("round",), f"后面还要写做什么：{'、'.join([*rounds.lazy, *rounds.commands])}。用 cadre round --help 看说明。"),
    (("round", "open"), "缺少参数“轮次编号”。用 cadre round open --help 看说明。"),
    (("respond", "x.json", "--subject", "q1"), "缺少选项 --round。用 cadre respond --help 看说明。"),
    (("round", "open", "a", "b c"), "多写了“b c”：带空格的名称要加引号。用 cadre round open --help 看说明。"),
    (
        ("account", "grant", "q1", "boss"),
        "参数“身份” 不能写“boss”，只能是：organiser、clerk、supervisor。用 cadre account grant --help 看说明。",
    ),
    (("account", "idle", "x"), "参数“分钟” 不能写“x”。用 cadre account idle --help 看说明。"),
    (
        ("analyse", "x.csv", "--shrink", "-1"),
        "选项 --shrink 不能写“-1”：要写一个数，最小是 0。用 cadre analyse --help 看说明。",
    ),
    (
        ("allocate", "x.csv", "--reviewers", "0"),
        "选项 --reviewers 不能写“0”：要写一个数，最小是 1。用 cadre allocate --help 看说明。",
    ),
    (
        ("study", "settings", "set", "--weekday", "8"),
        "选项 --weekday 不能写“8”：要写一个数，最小是 1，最大是 7。用 cadre study settings set --help 看说明。",
    ),
    (("--lang", "fr"), "选项 --lang 不能写“fr”，只能是：zh、en。用 cadre --help 看说明。"),
    (
        ("--glyphs", "asci"),
        "选项 --glyphs 不能写“asci”，只能是：unicode、ascii，是不是“ascii”？用 cadre --help 看说明。",
    ),
    (
        ("round", "open", "x", "--lang", "zh"),
        "“--lang”要写在命令前面：cadre --lang zh|en round open …。用 cadre round open --help 看说明。",
    ),
    (("score", "x", "--debug"), "“--debug”要写在命令前面：cadre --debug score …。用 cadre score --help 看说明。"),
    (
        ("plugin", "--no-plugins=qinghe", "list"),
        "“--no-plugins”要写在命令前面：cadre --no-plugins[=名称,…] plugin …。用 cadre plugin --help 看说明。",
    ),
    (("plugin", "list", "--json=1"), "选项“--json”后面不写值。用 cadre plugin list --help 看说明。"),
]

LITERAL = {"text", "theory", "settled", "upheld", "table"}
"""Values with which an explanation of values begins."""


@pytest.mark.parametrize(
    ("arguments", "sentence"), WRONG, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_a_wrong_use_is_one_sentence(arguments: tuple[str, ...], sentence: str, commands: Commands) -> None:
    told = commands(*arguments)
    assert refused(told, 2) == sentence
    assert len(told.err.splitlines()) == 1


@pytest.mark.parametrize("arguments", [arguments for arguments, _sentence in WRONG], ids=" ".join)
def test_the_same_is_told_in_english(arguments: tuple[str, ...], commands: Commands) -> None:
    told = commands("--lang", "en", *arguments) if arguments[0] != "--lang" else commands("--lang=en", *arguments)
    sentence = refused(told, 2)
    assert re.search(r" See cadre.* --help\.$", sentence)
    assert not re.search(r"[\u3000-\u9fff]", sentence)


def test_an_option_at_the_end_needs_its_value(commands: Commands) -> None:
    assert refused(commands("--data"), 2).startswith("选项“--data”后面要写一个值。")


def pages() -> list[tuple[str, ...]]:
    """Every command that has a help page."""
    found: list[tuple[str, ...]] = [()]
    with cadre.make_context("cadre", [], resilient_parsing=True) as ctx:
        for name in COMMANDS:
            command = cadre.get_command(ctx, name)
            found.append((name,))
            found += [(name, verb) for verb in command.list_commands(ctx)] if isinstance(command, Group) else []
    return found


@pytest.mark.parametrize("command", pages(), ids=lambda value: " ".join(value) or "cadre")
def test_every_help_page_speaks_one_language(command: tuple[str, ...], commands: Commands) -> None:
    chinese = commands(*command, "--help")
    assert chinese.code == 0
    assert chinese.out.startswith("用法：cadre")
    # What is typed, the names of formats and examples are Latin letters; three words of them are English.
    named = (
        r"\b(cadre|" + "|".join(sorted({name for page in pages() for name in page}, key=len, reverse=True)) + r")\b"
    )
    assert not re.findall(r"[A-Za-z]+(?: +[A-Za-z]+){2,}", re.sub(named, "", chinese.out))
    english = commands("--lang", "en", *command, "--help").out
    assert english.startswith("Usage: cadre")
    assert not re.search(r"[\u3000-\u9fff]", english)


def test_the_help_lists_every_command_that_is_there(commands: Commands) -> None:
    told = commands("--help").out
    listed = re.findall(r"^  ([a-z-]+)  ", told.split("选项：", maxsplit=1)[0], re.M)
    with cadre.make_context("cadre", [], resilient_parsing=True) as ctx:
        shown = [name for name in COMMANDS if not getattr(cadre.get_command(ctx, name), "hidden", False)]
    assert listed == shown


def test_the_version_is_told(commands: Commands) -> None:
    assert commands("--version").out == f"cadre {__version__}\n"


def test_lines_of_help_are_broken_by_cells_and_never_before_a_full_stop() -> None:
    text = "考评轮次：新建、检查、开启、结束、公布、看进度。A round's life in English words。" * 4
    lines = list(wrapped(text, 30, "  "))
    assert max(map(cell_width, lines)) <= 32
    assert not [line for line in lines if line.strip()[0] in "，。；：、"]
    assert "".join(line.strip() for line in lines).replace(" ", "") == text.replace(" ", "")


def test_without_a_terminal_the_app_says_so(county: Commands) -> None:
    assert refused(county(), 2).startswith("这里不是终端窗口")


def test_the_app_makes_no_county_by_itself(commands: Commands) -> None:
    assert "cadre init" in refused(commands(), 4)
    assert not Path(os.environ["CADRE_DATA"]).exists()


def test_a_county_that_nobody_made_is_told_with_its_place_and_not_made(commands: Commands, tmp_path: Path) -> None:
    told = refused(commands("--data", tmp_path / "nowhere", "--as", "q1", "round", "status"), 4)
    assert told.startswith(f"{tmp_path / 'nowhere'} 里还没有数据")
    assert "cadre init" in told
    assert not (tmp_path / "nowhere").exists()


def every_command(group: click.Command = cadre, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    """All commands, with what is written before their options."""
    yield " ".join(path), group
    if isinstance(group, Group):
        for name in group.list_commands(click.Context(group)):
            found = group.get_command(click.Context(group), name)
            if found is not None and not found.hidden:
                yield from every_command(found, (*path, name))


def test_in_english_what_stands_for_a_value_is_in_capitals_and_what_is_told_begins_with_one() -> None:
    locale.use("en")
    strange = []
    for path, command in every_command():
        ctx = click.Context(command)
        for each in command.get_params(ctx):
            shown = each.make_metavar(ctx).strip("[]…")
            values = {*each.type.choices} if isinstance(each.type, click.Choice) else set()
            takes = not getattr(each, "is_flag", False) and not {"|", ","} & {*shown}
            if takes and not re.fullmatch(r"[A-Z/=+,.:-]+(\.json|\.toml)?", shown.removesuffix("…").lstrip("[")):
                strange.append((path, shown))
            told = locale._(getattr(each, "help", None) or "X")
            if told[0].islower() and told.split()[0].strip(":,") not in {*LITERAL, *map(str, values)}:
                strange.append((path, told))
        if not locale._(command.help or "X")[0].isupper():
            strange.append((path, command.help))
    assert not strange
