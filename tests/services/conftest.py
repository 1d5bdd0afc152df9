"""The small county, made once and copied for each test."""

from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from tests.services.small import Clock, Small, make, reopened, rules
from tests.services.units import make_units


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The county's folder, before any round."""
    folder = tmp_path_factory.mktemp("county") / "data"
    make(folder)
    return folder


@pytest.fixture
def small(made: Path, tmp_path: Path) -> Small:
    """The county, before any round."""
    copytree(made, tmp_path / "data", ignore=ignore_patterns(".locks"))
    return reopened(tmp_path / "data", Clock())


@pytest.fixture
def going(small: Small) -> Small:
    """The county, with the round r1 open."""
    small.opened(rules())
    return small


@pytest.fixture(scope="session")
def units_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the county of several units, with its rounds."""
    folder = tmp_path_factory.mktemp("units") / "data"
    make_units(folder)
    return folder
