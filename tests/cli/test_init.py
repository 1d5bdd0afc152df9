"""``cadre init`` makes a county and its first organiser, once."""

import os
from pathlib import Path

import pytest

from tests.cli.commands import PASSWORD, Commands, refused

OPTIONS = ("--county", "清河县", "--organiser", "zzb", "--name", "组织部")


def test_a_county_is_made_and_its_organiser_can_sign_in(commands: Commands) -> None:
    told = commands("init", *OPTIONS, stdin=f"{PASSWORD}\n")
    assert (told.code, told.err) == (0, "")
    assert "清河县" in told.out
    assert "cadre --as zzb roster import" in told.out
    assert commands("--as", "zzb", "sign-in", stdin=f"{PASSWORD}\n").code == 0


def test_what_no_option_says_is_read_line_by_line(commands: Commands) -> None:
    told = commands("init", "--json", stdin=f"清河县\nzzb\n组织部\n{PASSWORD}\n")
    assert told.json["county"] == "清河县"
    assert told.json["organiser"] == "zzb"


def test_only_its_owner_can_look_into_the_data(commands: Commands) -> None:
    commands("init", *OPTIONS, stdin=f"{PASSWORD}\n")
    data = Path(os.environ["CADRE_DATA"])
    assert oct(data.stat().st_mode & 0o777) == "0o700"
    modes = {oct(path.stat().st_mode & 0o777) for path in data.rglob("*.json")}
    assert modes == {"0o600"}
    assert PASSWORD not in "".join(path.read_text("utf-8") for path in data.rglob("*.json"))


def test_a_county_is_not_made_twice(county: Commands) -> None:
    told = county("init", *OPTIONS, stdin="another-password\n")
    assert refused(told, 2).startswith("这里已经建过数据")
    assert county("--as", "zzb", "sign-in", stdin=f"{PASSWORD}\n").code == 0


@pytest.mark.parametrize(
    ("options", "stdin", "sentence"),
    [
        (OPTIONS, "short\n", "密码太短"),
        (OPTIONS, "", "标准输入里没有"),
        ((), "清河县\n\n", "“组织者的编号”不能空着"),
        (("--county", "清河县", "--organiser", "z z", "--name", "x"), f"{PASSWORD}\n", "组织者的编号“z z”不能这样写"),
    ],
)
def test_nothing_is_made_of_what_is_not_right(
    options: tuple[str, ...], stdin: str, sentence: str, commands: Commands
) -> None:
    assert refused(commands("init", *options, stdin=stdin), 2).startswith(sentence)
    assert refused(commands("--as", "zzb", "sign-in", stdin=f"{PASSWORD}\n"), 4).endswith("数据在哪里。")


def test_another_store_can_be_named(commands: Commands, tmp_path: Path) -> None:
    url = f"tinydb://{tmp_path / 'other'}"
    assert commands("--store", url, "init", *OPTIONS, stdin=f"{PASSWORD}\n").code == 0
    assert commands("--store", url, "--as", "zzb", "sign-in", stdin=f"{PASSWORD}\n").code == 0
    assert commands("--as", "zzb", "sign-in", stdin=f"{PASSWORD}\n").code == 4
    assert refused(commands("--store", "mongodb://x", "init", *OPTIONS, stdin=f"{PASSWORD}\n"), 2).startswith(
        "不认识"
    )


def test_it_is_told_in_english_too(commands: Commands) -> None:
    told = commands("--lang", "en", "init", *OPTIONS, stdin=f"{PASSWORD}\n")
    assert told.out.startswith("The data of 清河县 is made")
    again = commands("--lang", "en", "init", *OPTIONS, stdin=f"{PASSWORD}\n")
    assert refused(again, 2).startswith("There is a county here already")
