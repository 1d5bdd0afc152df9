"""What every test shares: the newest words, and Chinese as the language to start from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import cadre_tui.locale as words
from cadre_tui.locale.build_catalogues import compile_catalogues


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues once, before any test or any process of a test reads them."""
    if not hasattr(config, "workerinput"):
        compile_catalogues(Path(words.__file__).parent)


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    """Each test starts in Chinese, whatever the one before it spoke."""
    words.use("zh")
    yield
    words.use("zh")
