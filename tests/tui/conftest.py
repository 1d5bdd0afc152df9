"""What tests of the screens share: a small real county, at a fixed time, fresh for each test."""

from pathlib import Path
from shutil import copytree

import pytest

from cadre_tui.services.county import County
from cadre_tui.services.session import Session
from tests.tui import small_county


@pytest.fixture(scope="session")
def made_county(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The county's files, made once, and its newcomer's activation code."""
    folder = tmp_path_factory.mktemp("county") / "data"
    return folder, small_county.make(folder)


@pytest.fixture
def county_folder(made_county: tuple[Path, str], tmp_path: Path) -> Path:
    """A copy of the county's files that a test may change."""
    return copytree(made_county[0], tmp_path / "data")


@pytest.fixture
def county(county_folder: Path) -> County:
    """The small county (see ``small_county``) at ``small_county.NOW``."""
    return small_county.county_in(county_folder)


@pytest.fixture
def newcomer_code(made_county: tuple[Path, str]) -> str:
    """The activation code of ``small_county.NEWCOMER``."""
    return made_county[1]


@pytest.fixture
def cadre(county: County) -> Session:
    """张建国 (q1), half way through the round under way."""
    return small_county.signed_in(county, "q1")


@pytest.fixture
def organiser(county: County) -> Session:
    """The county's organiser."""
    return small_county.signed_in(county, small_county.ORGANISER)


@pytest.fixture
def rater(county: County) -> Session:
    """王海 (q3), who has begun to score his four colleagues."""
    return small_county.signed_in(county, "q3")
