"""Trying something on many examples, the same ones each time: a county's tests pass or fail, they never flicker."""

from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

Example = TypeVar("Example")


def hold(check: Callable[[Any], None], strategy: st.SearchStrategy[Any], examples: int) -> None:
    """Call ``check`` with that many examples; what fails is told with the smallest of them that fails."""
    asked = settings(
        max_examples=examples, deadline=None, database=None, derandomize=True, suppress_health_check=[*HealthCheck]
    )
    asked(given(strategy)(check))()


def plainest(strategy: st.SearchStrategy[Example]) -> Example:
    """The example that is tried first: of every choice the first."""
    asked = settings(
        phases=[Phase.generate],
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=[*HealthCheck],
    )
    return find(strategy, lambda _example: True, settings=asked)
