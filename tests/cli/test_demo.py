"""``cadre demo`` at a terminal."""

from pathlib import Path
from typing import Any

import pytest

from cadre_tui import locale
from cadre_tui.cli.main import run
from cadre_tui.demo import county
from cadre_tui.tui import start


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str | None]]:
    """The language and the glyphs with which the app was opened."""
    found: list[tuple[str, str | None]] = []

    def open_app(county: object, **given: Any) -> int:
        found.append((locale.language(), given["glyphs"]))
        return 0

    monkeypatch.setattr(county, "is_over", lambda *_: False)
    monkeypatch.setattr(county, "open_demo", lambda folder: folder)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr(start, "open_app", open_app)
    return found


@pytest.mark.parametrize("before", [True, False])
def test_language_and_glyphs_may_be_named_before_the_command_or_after_it(
    before: bool, tmp_path: Path, opened: list[tuple[str, str | None]]
) -> None:
    options = ["--glyphs", "ascii", "--lang", "en"]
    data = ["--data", str(tmp_path)]
    assert run([*data, *options, "demo"] if before else [*data, "demo", *options]) == 0
    assert opened == [("en", "ascii")]
