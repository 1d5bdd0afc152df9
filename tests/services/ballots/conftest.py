"""The township, made once and copied for each test."""

from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from tests.services.ballots.township import township
from tests.services.small import Clock, Small, reopened


@pytest.fixture(scope="session")
def made_township(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("township") / "data"
    township(folder)
    return folder


@pytest.fixture
def town(made_township: Path, tmp_path: Path) -> Small:
    """The county with the township, before any round."""
    copytree(made_township, tmp_path / "data", ignore=ignore_patterns(".locks"))
    return reopened(tmp_path / "data", Clock())
