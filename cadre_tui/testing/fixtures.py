"""The fixtures, as pytest finds them. Nothing of the program is loaded before a test asks for one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from cadre_tui.model.checklists.checklist import Checklist
    from cadre_tui.plugins.asking.host import Host
    from cadre_tui.testing.county import TemporaryCounty
    from cadre_tui.testing.form import FilledForm

pytest.register_assert_rewrite("cadre_tui.testing.suites")


@pytest.fixture
def cadre_checklist(request: pytest.FixtureRequest) -> Callable[[str | Path], Checklist]:
    """Read a checklist: ``cadre_checklist("village.toml")``, a file relative to the test's own, or an installed id.

    A faulty one fails the test, with every fault in words.
    """
    from cadre_tui.testing.reading import read_checklist  # noqa: PLC0415 - for those who ask

    return lambda place: read_checklist(place, request.path.parent)


@pytest.fixture
def cadre_plugin() -> Iterator[Callable[..., Host]]:
    """Enable a Python plugin for the rest of the test: ``cadre_plugin(yunxi_plugin)``, and answer what runs it."""
    from cadre_tui.testing.plugin import with_plugin  # noqa: PLC0415 - for those who ask

    with ExitStack() as enabled:
        yield lambda plugin, name="": enabled.enter_context(with_plugin(plugin, name))


@pytest.fixture
def cadre_county(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str | Path], TemporaryCounty]:
    """A county whose round under way uses a checklist: ``cadre_county("village.toml")``. It lasts for the test."""
    from cadre_tui.testing.county import TemporaryCounty  # noqa: PLC0415 - for those who ask

    def made(place: str | Path) -> TemporaryCounty:
        file = request.path.parent / place
        return TemporaryCounty(tmp_path / "county", file if file.is_file() else place)

    return made


@pytest.fixture
def cadre_form(
    cadre_county: Callable[[str | Path], TemporaryCounty],
) -> Iterator[Callable[..., FilledForm]]:
    """A form in the real app: ``cadre_form("village.toml", {"plan.written": {"choice": "good"}})``.

    ``at="plan.station"`` opens it at that criterion.
    """
    from cadre_tui.testing.form import FilledForm  # noqa: PLC0415 - for those who ask

    with ExitStack() as open_forms:

        def opened(place: str | Path, answers: Mapping[str, Any] | None = None, **more: Any) -> FilledForm:
            return open_forms.enter_context(FilledForm(cadre_county(place), answers, **more))

        yield opened
