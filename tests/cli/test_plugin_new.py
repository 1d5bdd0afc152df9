"""``cadre plugin new``: what it makes passes the check, and nothing is overwritten."""

from pathlib import Path

import pytest

from cadre_tui import checklists
from cadre_tui.cli.main import run


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("level", "ending"), [("table", ".xlsx"), ("toml", ".toml")])
def test_what_is_made_passes_the_check(level: str, ending: str, language: str, tmp_path: Path, capsys) -> None:
    folder = tmp_path / "new" / "county"
    begin = ["--lang", language, "plugin", "new", "--level", level, "--id", "linshui.agency", str(folder)]
    assert run(begin) == 0
    file = folder / f"linshui.agency{ending}"
    assert str(file) in capsys.readouterr().out
    assert run(["--no-plugins", "plugin", "check", str(folder)]) == 0
    assert checklists.check(file) == ()
    before = file.read_bytes()
    assert run(begin) == 2
    assert str(file) in capsys.readouterr().err
    assert file.read_bytes() == before


def test_both_levels_make_the_same_checklist(tmp_path: Path) -> None:
    for level in ("table", "toml"):
        assert run(["plugin", "new", "--level", level, str(tmp_path)]) == 0
    table, text = (checklists.read(tmp_path / f"county.agency{ending}") for ending in (".xlsx", ".toml"))
    assert table.digest == text.digest


def test_an_id_that_is_none_is_refused(tmp_path: Path, capsys) -> None:
    assert run(["plugin", "new", "--id", "某县", str(tmp_path)]) == 2
    assert "某县" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
