"""A few examples of each target, with all other tests."""

import os
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.changing import changed
from tests.fuzz.targets import TARGETS, try_out

TIMES = int(os.environ.get("CADRE_FUZZ", "1"))
"""How many times as many as usual."""


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_right_is_taken(name: str, tmp_path: Path) -> None:
    for seed in TARGETS[name].seeds:
        assert try_out(name, seed, tmp_path) == []


@pytest.mark.parametrize("name", TARGETS)
def test_what_was_changed_is_taken_or_refused_in_words(name: str, tmp_path: Path) -> None:
    seeds = TARGETS[name].seeds

    @given(st.integers(0, len(seeds) - 1), st.randoms(use_true_random=False))
    @settings(
        max_examples=12 * TIMES,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=TIMES == 1,
        database=None,
    )
    def tried(which: int, chance: Random) -> None:
        assert all(map(str.strip, try_out(name, changed(seeds[which], chance), tmp_path)))

    tried()
