"""What the suites share: the plugin, enabled for each test, and files that lie beside the test's own."""

import inspect
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import ClassVar

import pytest

from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import Fault
from cadre_tui.testing.plugin import with_plugin
from cadre_tui.testing.reading import judge


class PluginSuite:
    """``plugin`` is the plugin's module, ``plugin_name`` the name of its entry point where its module has another.

    ``examples`` is how many examples are tried.
    """

    plugin: ClassVar[object | None] = None
    plugin_name: ClassVar[str] = ""
    examples: ClassVar[int] = 40

    @pytest.fixture(autouse=True)
    def _plugin_runs(self) -> Iterator[None]:
        if self.plugin is None:
            yield
        else:
            with with_plugin(self.plugin, self.plugin_name):
                yield

    @property
    def beside(self) -> Path:
        """The folder of the test's file."""
        return Path(inspect.getfile(type(self))).parent


class Suite(PluginSuite):
    """``checklist`` is a file, relative to the test's own, or the id of one that is built in or installed.

    Where it uses a plugin's kinds or scorer, that is the ``plugin``.
    """

    checklist: ClassVar[str]

    @cached_property
    def place(self) -> str | Path:
        """The file, or the id."""
        file = self.beside / self.checklist
        return file if file.is_file() else self.checklist

    @cached_property
    def read(self) -> Checklist:
        """The checklist."""
        return self._judged[0]

    @cached_property
    def _judged(self) -> tuple[Checklist, tuple[Fault, ...]]:
        return judge(self.place, self.beside)
