"""What a file is called is told and kept, whatever bytes its name consists of."""

import os
from pathlib import Path

import pytest

from cadre_tui.files.told_name import told_name
from tests.files.hostile import OBEYED


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("花名册.csv", "花名册.csv"),
        (os.fsdecode("花名册.csv".encode("gb18030")), "花名册.csv"),
        (os.fsdecode(b"a\xff.csv"), "a\ufffd.csv"),
        ("a\nb\tc.csv", "a\ufffdb\ufffdc.csv"),
    ],
)
def test_it_is_a_text(name: str, told: str) -> None:
    assert told_name(Path("somewhere") / name) == told


def test_nothing_in_it_is_obeyed() -> None:
    assert told_name(f"{OBEYED}.csv") == "\ufffd[2J\ufffd\ufffd31m\ufffd\ufffd.csv"
