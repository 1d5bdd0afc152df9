"""What the organisers' pages tell people to type can be typed."""

import re
import shlex
from pathlib import Path

import click
import pytest

from cadre_tui.cli.main import cadre
from cadre_tui.services.tables.roster.columns import HEADINGS, field_of

PAGES = Path(__file__).parents[2] / "docs" / "organisers"
BOTH = pytest.mark.parametrize("page", ["index.md", "english.md"])


def commands(page: str) -> list[str]:
    """Every command line in the page's shell blocks."""
    blocks = re.findall(r"```sh\n(.*?)```", (PAGES / page).read_text("utf-8"), re.S)
    return [found[0] for block in blocks for line in block.splitlines() if (found := re.search(r"cadre [^)]*", line))]


def understood(line: str) -> str:
    """The command that a line calls, having been parsed by it to the end."""
    command: click.Command = cadre
    arguments = shlex.split(line)[1:]
    ctx = cadre.make_context("cadre", arguments)
    while isinstance(command, click.Group):
        name, found, arguments = command.resolve_command(ctx, [*ctx._protected_args, *ctx.args])
        assert found is not None
        ctx = found.make_context(name, arguments, parent=ctx)
        command = found
    return ctx.command_path


ROUND_VERBS = (
    "template",
    "show",
    "check",
    "new",
    "open",
    "status",
    "close",
    "disclosure",
    "publish",
    "archive",
    "raw",
)


@BOTH
def test_every_command_on_the_page_can_be_typed(page: str) -> None:
    paths = {understood(line) for line in commands(page)}
    assert paths == {
        "cadre init",
        "cadre sign-in",
        "cadre roster import",
        "cadre roster show",
        "cadre roster history",
        "cadre codes",
        "cadre respond",
        "cadre results",
        *(f"cadre round {verb}" for verb in ROUND_VERBS),
    }


@pytest.mark.parametrize("page", ["raters.md", "raters-english.md"])
def test_every_command_of_who_rates_whom_can_be_typed(page: str) -> None:
    paths = {understood(line) for line in commands(page)}
    assert paths == {f"cadre round {verb}" for verb in ("allocate", "assign", "raters", "seed")}


def test_both_pages_tell_the_same_commands() -> None:
    chinese, english = ([understood(line) for line in commands(page)] for page in ("index.md", "english.md"))
    assert chinese == english


def test_the_columns_on_the_page_are_those_that_are_read() -> None:
    table = re.search(r"\| 列 \| 写什么 \|\n.*?\n\n", (PAGES / "index.md").read_text("utf-8"), re.S)
    assert table
    headings = re.findall(r"^\| (\S+?) \|", table[0], re.M)[1:]
    assert [field_of(heading) for heading in headings] == list(HEADINGS)
