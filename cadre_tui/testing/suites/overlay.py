"""What every overlay must hold, as tests to subclass."""

import tomllib
from pathlib import Path
from typing import Any

from cadre_tui.model.checklists.checklist import Checklist, Criterion
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.testing.suites.suite import Suite
from cadre_tui.words.faults import sentence


class OverlaySuite(Suite):
    """``class TestCore(OverlaySuite): checklist = "../qinghe.core.toml"``: the overlay's own file.

    What it comes to is a checklist: that is held by a ``ChecklistSuite`` of the same file.
    """

    def test_it_lies_over_its_base_and_nothing_is_left_to_mend(self) -> None:
        """Neither faults nor warnings."""
        warnings = self._judged[1]
        assert not warnings, "\n".join(map(sentence, warnings))

    def test_only_what_it_names_differs_from_its_base(self) -> None:
        """What it excludes is gone, what it adds is there, what it sets is another, and the rest is as it was."""
        before, after = _criteria(self._base), _criteria(self.read)
        assert before.keys() - after.keys() == self._named("exclude")
        assert after.keys() - before.keys() == {each["criterion"]["id"] for each in self._stated.get("add", ())}
        changed = {each for each in before.keys() & after.keys() if before[each] != after[each]}
        touched = (self._named("set") | self._named("translate")) & before.keys()
        assert changed <= touched, f"they differ, and the overlay does not name them: {sorted(changed - touched)}"
        assert touched <= changed, f"they are as they were: {sorted(touched - changed)}"

    @property
    def _stated(self) -> dict[str, Any]:
        assert isinstance(self.place, Path), f"{self.checklist}: an overlay's own file is wanted"
        return tomllib.loads(self.place.read_text("utf-8-sig"))

    @property
    def _base(self) -> Checklist:
        assert isinstance(self.place, Path)
        return load_catalogue().beside([self.place.resolve()]).checklist(self._stated["overlay"]["base"])

    def _named(self, table: str) -> set[str]:
        return {each["criterion"] for each in self._stated.get(table, ()) if isinstance(each.get("criterion"), str)}


def _criteria(checklist: Checklist) -> dict[str, Criterion]:
    return {each.id: each for each in checklist.criteria()}
