"""What every further kind of document must hold, as tests to subclass."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

from cadre_tui import scoring
from cadre_tui.cli.rounds.sheet_json import sheet_json
from cadre_tui.plugins.allowed.running import host
from cadre_tui.plugins.descriptors.reports import ReportFormat
from cadre_tui.services.documents.plugin_formats import frozen
from cadre_tui.testing.county import NAMES, TemporaryCounty
from cadre_tui.testing.strategies import answers
from cadre_tui.testing.suites.suite import PluginSuite
from cadre_tui.testing.suites.trying import plainest


class ReportSuite(PluginSuite):
    """``report = "linshan.line"`` and its ``plugin``; ``checklist`` is what the people of the sheets are rated by."""

    report: ClassVar[str]
    checklist: ClassVar[str] = "core.mutual"

    def test_it_makes_a_file_of_every_sheet(self, tmp_path: Path) -> None:
        """Also where there is no total; the same each time; the sheet cannot be changed."""
        made = self._report.make
        totals = set()
        for sheet in self._sheets(tmp_path):
            totals.add(sheet["total"] is None)
            content = made(frozen(sheet))
            assert isinstance(content, bytes), "bytes are wanted"
            assert content, "an empty file"
            assert content == made(frozen(sheet)), "another file of the same sheet"
        assert totals == {True, False}

    def test_its_files_have_an_ending(self) -> None:
        """A dot, then letters or digits."""
        assert re.fullmatch(r"\.\w{1,12}", self._report.ending), self._report.ending

    @property
    def _report(self) -> ReportFormat:
        found = host().named("cadre_report_formats", ReportFormat, self.report)
        assert found, f"the plugin gives no format {self.report}"
        return found[1]

    def _sheets(self, folder: Path) -> Iterator[Mapping[str, Any]]:
        """Of a made-up round: of one person nothing was said by themself, of the others everything is there."""
        county = TemporaryCounty(folder / "county", self.checklist)
        given = plainest(answers(county.read, complete=True))
        written = {key: scoring.write_answer(answer) for key, answer in given.items()}
        *others, _last = NAMES
        for purpose in county.purposes:
            for person in others if purpose is county.purposes[0] else NAMES:
                county.answer(person, written, purpose)
                county.hand_in(person, purpose)
        county.publish()
        yield from (sheet_json(county.result(person)) for person in NAMES)
