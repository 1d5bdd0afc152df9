"""No text that holds what a terminal obeys is taken, whatever command it is given to: every one is tried.

Each command is asked with what it needs to go through, by whoever might, in an open and in a published round; then
each of its texts in turn holds control characters. None of them may be found in the data afterwards.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from cadre_tui.cli.main import COMMANDS, cadre
from cadre_tui.words.printable import OBEYED
from tests.cli.commands import ROUND, Commands
from tests.cli.test_whole_round import respond, response

SIGNS = "\x1b[2J\u202e\x9b"
ABOUT = "core.mutual/plan.overall"
KNOWN = {
    "round_id": "2026-h2",
    "--criterion": ABOUT,
    "--field": "text",
    "--subject": "q1",
    "--person": "q4",
    "--owner": "q2",
    "--unit": "城关镇",
    "--until": "2027-06-30",
    "--due": "2027-06-30",
    "--by": "2026-12-31",
    "--day": "2026-12-01",
    "--grade": "fail",
    "--hours": "2",
    "--count": "3",
    "--answer": '{"choice": "fair"}',
    "receiver": "q1",
    "person": "q1",
    "role": "supervisor",
    "quarter": "1",
    "year": "2026",
    "sort": "certificate",
}
"""What a command needs to be taken at its word."""

BESIDE = (
    "--criterion",
    "--what",
    "--proof",
    "--by",
    "--due",
    "--goal",
    "--reason",
    "--leave-out",
    "--text",
    "--field",
)
"""Options that a command needs, though it does not say so."""

ELSEWHERE = (
    "demo",
    "sign-in",
    "score",
    "analyse",
    "allocate",
    "plugin",
    "backup",
    "restore",
    "doctor",
    "ssh-entry",
    "respond",
)
"""Commands that take or keep no text of anybody's; what files hold is tried where files are read."""


def all_of(
    group: click.Group, path: tuple[str, ...], ctx: click.Context
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name in group.list_commands(ctx):
        each = group.get_command(ctx, name)
        if isinstance(each, click.Group):
            yield from all_of(each, (*path, name), ctx)
        elif each is not None and (path or (name,))[0] not in ELSEWHERE:
            yield (*path, name), each


def lines(command: click.Command, known: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Command lines with what the command needs, and one text more, which holds the signs; with what it is called."""
    said = {name(each): value_of(each, known) for each in command.params}
    needed = [each for each in command.params if each.required or name(each) in BESIDE]
    for odd in command.params:
        if not isinstance(odd.type, click.types.StringParamType) or name(odd) in ("--lang", "--format"):
            continue
        words: list[str] = []
        for each in [*needed, *([] if odd in needed else [odd])]:
            value = said[name(each)] + (SIGNS if each is odd else "")
            words += [value] if isinstance(each, click.Argument) else [name(each), value]
        yield name(odd), words


def name(each: click.Parameter) -> str:
    return each.opts[0] if isinstance(each, click.Option) else str(each.name)


def value_of(each: click.Parameter, known: dict[str, str]) -> str:
    if isinstance(each.type, click.Choice):
        return str(each.type.choices[0])
    return known.get(name(each), "学得认真" if isinstance(each.type, click.types.StringParamType) else "1")


@pytest.fixture
def rounds(peopled: Commands) -> Iterator[Commands]:
    """A county with an open round, in which everybody has a token."""
    peopled.activate_all()
    rules = ROUND.replace("min_raters = 3", "min_raters = 2\nappeal_days = 7")
    assert peopled.by("zzb", "round", "new", peopled.file("round.toml", rules)).code == 0
    assert peopled.by("zzb", "round", "open", "2026-h2").code == 0
    good = response(peopled, "good")
    for rater in ("q1", "q2", "q3"):
        for subject in ("q1", "q2", "q3"):
            assert respond(peopled, rater, subject, good).code == 0
    yield peopled


def publish(county: Commands) -> dict[str, str]:
    """Publish the round; answers the ids of what commands go on with."""
    assert county.by("zzb", "round", "close", "2026-h2", "--leave-out", "到期未交").code == 0
    assert county.by("zzb", "round", "publish", "2026-h2").code == 0
    appeal = county.by("q1", "appeal", "new", "2026-h2", "--text", "分数不对", "--json").json
    item = ("--criterion", ABOUT, "--what", "学文件", "--proof", "笔记", "--by", "2027-01-31")
    plan = county.by("q1", "plan", "add", "2026-h2", *item, "--json").json
    remedy = county.by(
        "zzb", "remedy", "new", "2026-h2", "--text", "补课", "--owner", "q2", "--due", "2027-06-30", "--json"
    ).json
    found = re.findall(r'"(?:receipt|id)": "([^"]+)"', json.dumps([appeal, plan, remedy], ensure_ascii=False))
    return {"receipt": str(appeal["receipt"]), "item_id": "1", "remedy_id": str(remedy.get("id", found[-1]))}


def kept(data: Path) -> list[str]:
    """The documents that hold a sign which a terminal obeys."""
    found = []
    for path in data.rglob("*.json"):
        said = json.dumps(json.loads(path.read_bytes()), ensure_ascii=False)
        if OBEYED.search(said) or "\\u001b" in said:
            found.append(f"{path.relative_to(data)}: {said[:2_000]}")
    return found


def test_no_text_with_control_characters_is_kept(rounds: Commands) -> None:
    known, refused = KNOWN, 0
    for state in ("open", "published"):
        if state == "published":
            known = KNOWN | publish(rounds)
        with click.Context(cadre) as ctx:
            asked = [(path, *line) for path, command in all_of(cadre, (), ctx) for line in lines(command, known)]
        assert len(asked) > 150
        for path, _name, line in asked:
            told = rounds.by("zzb", *path, *line, stdin="y\n")
            if told.code == 3:  # not an organiser's to do
                told = rounds.by("q1", *path, *line, stdin="y\n")
            assert not OBEYED.search(told.out + told.err)
            assert "程序出了错" not in told.err, (path, line)
            refused += "控制字符" in told.err
    assert kept(rounds.folder / "data") == []
    assert refused > 30
    assert {path[0] for path, *_rest in asked} | {*ELSEWHERE} == {*COMMANDS}


@pytest.mark.parametrize("odd", ["--county", "--organiser", "--name"])
def test_no_county_is_made_with_them(odd: str, commands: Commands) -> None:
    said = {"--county": "清河县", "--organiser": "zzb", "--name": "组织部"}
    said[odd] += SIGNS
    told = commands("init", *(word for pair in said.items() for word in pair), stdin="a-long-password\n")
    assert told.code == 2, told
    assert not (commands.folder / "data" / "county.json").exists()


def test_nobody_is_given_an_account_with_them(county: Commands) -> None:
    for person, given in (("x9", f"新人{SIGNS}"), (f"x9{SIGNS}", "新人")):
        told = county.by("zzb", "account", "grant", person, "supervisor", "--name", given)
        assert told.code == 2, told
    assert kept(county.folder / "data") == []
