"""The small county, made once and copied for each test."""

from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from tests.terminal import county


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("county") / "data"
    county.make(folder)
    return folder


@pytest.fixture
def folder(made_once: Path, tmp_path: Path) -> Path:
    """A county's data of one's own."""
    return copytree(made_once, tmp_path / "data", ignore=ignore_patterns(".locks"))
