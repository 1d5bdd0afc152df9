"""What the suites share: the checklist, read from beside the test's file, with the plugin that it needs enabled."""

import inspect
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import ClassVar

import pytest

from cadre_tui.model.checklist import Checklist
from cadre_tui.model.fault import Fault
from cadre_tui.testing.plugin import with_plugin
from cadre_tui.testing.reading import judge


class Suite:
    """``checklist`` is a file, relative to the test's own, or the id of one that is built in or installed.

    ``plugin`` is the module of the plugin whose kinds or scorer the checklist uses, ``plugin_name`` the name of its
    entry point where its module is not called after it. ``examples`` is how many responses are tried.
    """

    checklist: ClassVar[str]
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

    @cached_property
    def place(self) -> str | Path:
        """The file, or the id."""
        file = self._beside / self.checklist
        return file if file.is_file() else self.checklist

    @cached_property
    def read(self) -> Checklist:
        """The checklist."""
        return self._judged[0]

    @cached_property
    def _judged(self) -> tuple[Checklist, tuple[Fault, ...]]:
        return judge(self.place, self._beside)

    @property
    def _beside(self) -> Path:
        return Path(inspect.getfile(type(self))).parent
