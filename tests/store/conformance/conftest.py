"""Each engine in turn, in a folder of its own."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from cadre_tui.store import Store
from tests.store.engines import ENGINES, Engine


@pytest.fixture(params=ENGINES, ids=lambda each: each.name)
def engine(request: pytest.FixtureRequest) -> Engine:
    found: Engine = request.param
    return found


@pytest.fixture(autouse=True)
def wide_open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "made" / "data"


@pytest.fixture
def store(engine: Engine, folder: Path) -> Store:
    return engine.made(folder)
