"""``cadre demo`` at a terminal."""

from pathlib import Path
from typing import Any

import pytest

from cadre_tui.cli.main import run
from cadre_tui.demo import county
from cadre_tui.tui import start


@pytest.mark.parametrize("before", [True, False])
def test_the_glyphs_may_be_named_before_the_command_or_after_it(
    before: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def open_app(county: object, **given: Any) -> int:
        asked.append(given["glyphs"])
        return 0

    monkeypatch.setattr(county, "is_over", lambda *_: False)
    monkeypatch.setattr(county, "open_demo", lambda folder: folder)
    monkeypatch.setattr("cadre_tui.demo.people_to_be.people_to_be", lambda county: ())
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr(start, "open_app", open_app)
    glyphs = ["--glyphs", "ascii"]
    data = ["--data", str(tmp_path)]
    assert run([*data, *glyphs, "demo"] if before else [*data, "demo", *glyphs]) == 0
    assert asked == ["ascii"]
