"""``cadre plugin preview``: the form of a file, in a real terminal; what is refused before one."""

from pathlib import Path

import pytest

from cadre_tui.cli.main import run
from tests.terminal.driver import Terminal

MUTUAL = Path(__file__).parents[2] / "cadre_tui" / "plugins" / "builtin" / "core.mutual.toml"


def test_a_file_that_is_none_is_refused_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plugin", "preview", str(tmp_path / "none.toml")]) == 2
    assert "none.toml" in capsys.readouterr().err
    assert run(["--lang", "en", "plugin", "preview", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err
    assert run(["plugin", "preview", str(MUTUAL), "--purpose", "other"]) == 2


def test_the_form_follows_the_file_and_esc_leaves(tmp_path: Path) -> None:
    file, data = tmp_path / "mine.toml", tmp_path / "data"
    file.write_bytes(MUTUAL.read_bytes())
    preview = ("--lang", "zh", "--data", str(data), "plugin", "preview", str(file), "--purpose", "peer")
    with Terminal(*preview) as terminal:
        terminal.wait_for("预览，不保存")
        terminal.wait_for("评价同事")
        terminal.send("1")
        file.write_text(file.read_text("utf-8").replace("schema = 1", "schema = 1\nrubbish = 1", 1), "utf-8")
        terminal.wait_for("rubbish")
        terminal.wait_for("下面是上一次没有错时的表")
        file.write_bytes(MUTUAL.read_bytes())
        terminal.wait_until(lambda: "rubbish" not in terminal.text, "the form alone")
        terminal.press("escape")
        assert terminal.exit_code() == 0
    assert not data.exists()
