"""What every test shares: the newest words, Chinese to start from, and nothing that only costs time."""

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from hypothesis import settings

import cadre_tui.locale as words
from cadre_tui.cli.main import collect_seldom
from cadre_tui.locale.build_catalogues import compile_catalogues
from cadre_tui.services.people import passwords
from tests.plugins.zoo import Zoo, build
from tests.services.office import office
from tests.services.small import Clock, Small, reopened

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")  # a busy machine is no fault of a rule's

real_hasher, real_fsync = passwords._hasher, os.fsync


def pytest_configure(config: pytest.Config) -> None:
    """Collect as seldom as the program does, and compile the catalogues once, before any test reads them."""
    collect_seldom()
    if not hasattr(config, "workerinput"):
        compile_catalogues(Path(words.__file__).parent)


@pytest.fixture(scope="session", autouse=True)
def at_ease() -> Iterator[None]:
    """Passwords are hashed as quickly as can be, and no disk is waited for: nobody pulls the plug.

    Programs that a test starts are in earnest all the same.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", lambda quick: real_hasher(True))
        patch.setattr(os, "fsync", lambda descriptor: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def away_from_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the program keeps in its user's cache folder is kept in one of the tests' own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Zoo:
    """The folder in which the zoo's plugins are installed, made once."""
    return build(tmp_path_factory.mktemp("zoo"))


@pytest.fixture
def in_earnest(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of how passwords are hashed, and of what is on the disk."""
    monkeypatch.setattr(passwords, "_hasher", real_hasher)
    monkeypatch.setattr(os, "fsync", real_fsync)


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    """Each test starts in Chinese, whatever the one before it spoke."""
    words.use("zh")
    yield
    words.use("zh")


@pytest.fixture(scope="session")
def made_bureau(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the county with the larger unit (see ``tests.services.office``), before any round; made once."""
    folder = tmp_path_factory.mktemp("office") / "data"
    office(folder)
    return folder


@pytest.fixture
def bureau(made_bureau: Path, tmp_path: Path) -> Small:
    """The county with the larger unit, before any round, fresh for each test."""
    copytree(made_bureau, tmp_path / "data", ignore=ignore_patterns(".locks"))
    return reopened(tmp_path / "data", Clock())
