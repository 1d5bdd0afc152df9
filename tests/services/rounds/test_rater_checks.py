"""What a round file may say of who rates whom, and what is told where it does not fit."""

from pathlib import Path

import pytest

from cadre_tui.model.fault import BadInput
from cadre_tui.services.rounds.rules.file import read_round_file
from cadre_tui.words import faults

HEAD = """id = "r1"
title = "第一轮"
"""
USE = """[[use]]
checklist = "core.mutual"
by = "peer"
weight = 1
"""
A = '[[group]]\nid = "a"\ntitle = "甲"\nwho = ["superiors"]\n'
B = '[[group]]\nid = "b"\ntitle = "乙"\nwho = ["equals"]\n'


def told(tmp_path: Path, keys: str, tables: str = "") -> list[tuple[str, int | None, bool]]:
    path = tmp_path / "round.toml"
    path.write_text(HEAD + keys + tables + USE, "utf-8")
    try:
        found = read_round_file(path)[1]
    except BadInput as error:
        found = error.faults
    assert all(faults.sentence(each) for each in found)
    return [(each.code, each.place.line, each.warning) for each in found]


@pytest.mark.parametrize(
    ("keys", "tables", "expected"),
    [
        ('colleagues = "balanced"\n', "", ("RD060", 3, False)),
        ('colleagues = "balanced"\nreviewers = 6\n', "", ("RD061", 4, False)),
        ('colleagues = "balanced"\nmin_raters = 3\nmin_comments = 3\nreviewers = 4\n', "", ("RD061", 6, False)),
        ('colleagues = "groups"\n', "", ("RD062", 3, False)),
        ('colleagues = "groups"\n', A + 'merge = "c"\n' + B, ("RD063", 8, False)),
        ('colleagues = "groups"\n', A + 'merge = "a"\n' + B, ("RD064", 8, False)),
        ('colleagues = "groups"\n', A + 'merge = "b"\n' + B + 'merge = "a"\n', ("RD065", 8, False)),
        ('colleagues = "groups"\n', A + "weight = 0\n" + B + "weight = 0\n", ("RD066", 8, False)),
        ('colleagues = "groups"\n', A + A, ("RD020", 9, False)),
        ('colleagues = "groups"\n', A.replace('["superiors"]', "[]"), ("RD015", 7, False)),
        ("reviewers = 7\n", "", ("RD067", 3, True)),
        ("seed = 0\n", "", ("RD067", 3, True)),
        ("spare_superiors = true\n", "", ("RD067", 3, True)),
        ("", A, ("RD068", 3, True)),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(
    tmp_path: Path, keys: str, tables: str, expected: tuple[str, int, bool]
) -> None:
    assert told(tmp_path, keys, tables) == [expected]


@pytest.mark.parametrize(
    ("keys", "tables"),
    [
        ('colleagues = "balanced"\nreviewers = 7\nseed = 3\nspare_superiors = true\n', ""),
        ('colleagues = "balanced"\nsecrecy = "named"\nreviewers = 1\n', ""),
        ('colleagues = "groups"\n', A + 'merge = "b"\nweight = 0\n' + B),
        ('colleagues = "list"\n', ""),
    ],
)
def test_what_fits_is_taken_without_a_word(tmp_path: Path, keys: str, tables: str) -> None:
    assert told(tmp_path, keys, tables) == []
