"""What every importer must hold, as tests to subclass."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest

from cadre_tui.model.fault import CadreError
from cadre_tui.plugins.allowed.running import host
from cadre_tui.plugins.descriptors.importers import Importer
from cadre_tui.services.tables.ratings import read_ratings
from cadre_tui.services.tables.roster.reading import read_roster
from cadre_tui.testing.suites.suite import PluginSuite
from cadre_tui.words.faults import sentence as fault_sentence
from cadre_tui.words.refusals import sentence


class ImporterSuite(PluginSuite):
    """``importer = "linshan.people"``, its ``plugin``, and a ``file`` as it comes, relative to the test's own."""

    importer: ClassVar[str]
    file: ClassVar[str]

    def test_its_file_is_read_as_a_table_is(self) -> None:
        """By the program, which checks every cell; the same each time."""
        path = self.beside / self.file
        assert path.suffix.lower() == self._importer.ending.lower(), f"{self.file}: another ending is read by it"
        try:
            assert self._read(path) == self._read(path)
        except CadreError as error:
            pytest.fail("\n".join([sentence(error), *map(fault_sentence, error.faults)]), pytrace=False)

    def test_whatever_else_has_that_ending_is_refused_in_words(self, tmp_path: Path) -> None:
        """Nothing, half a file, and no text at all: none of them is taken for a table, or ends in anything else."""
        whole = (self.beside / self.file).read_bytes()
        for number, content in enumerate((b"", b"\x00\xff\xfe", whole[: len(whole) // 2] + b"\x00")):
            path = tmp_path / f"{number}{self._importer.ending}"
            path.write_bytes(content)
            with pytest.raises(CadreError):
                self._read(path)

    @property
    def _importer(self) -> Importer:
        found = host().named("cadre_importers", Importer, self.importer)
        assert found, f"the plugin gives no importer {self.importer}"
        return found[1]

    @property
    def _read(self) -> Callable[[Path], Any]:
        return read_roster if self._importer.of == "roster" else read_ratings
