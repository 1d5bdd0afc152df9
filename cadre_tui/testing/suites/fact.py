"""What every source of known numbers must hold, as tests to subclass."""

from typing import ClassVar, Final

from cadre_tui.plugins.allowed.running import host
from cadre_tui.plugins.asking.trusting import exact
from cadre_tui.plugins.descriptors.facts import Fact, FactSource
from cadre_tui.testing.suites.suite import PluginSuite

NOBODY: Final = "nobody-of-that-id"


class FactSuite(PluginSuite):
    """``source = "linshan.register"``, its ``plugin``, and ``known``: the id of somebody whom it knows."""

    source: ClassVar[str]
    known: ClassVar[str]

    def test_what_it_knows_is_exact_and_of_what_it_says_that_it_knows(self) -> None:
        """Not below zero, each number once, the same each time."""
        found = self._read(self.known)
        assert found, f"it knows nothing of {self.known}"
        assert found == self._read(self.known)
        names = [each.fact for each in found]
        assert len(set(names)) == len(names)
        assert set(names) <= set(self._source.facts), "it tells what its facts do not name"
        for each in found:
            assert exact(each.value) >= 0
            assert all(isinstance(entry, str) and entry.strip() for entry in each.entries)

    def test_of_whom_it_knows_nothing_it_says_nothing(self) -> None:
        """And does not fail."""
        assert not self._read(NOBODY)

    @property
    def _source(self) -> FactSource:
        found = host().named("cadre_facts", FactSource, self.source)
        assert found, f"the plugin gives no source {self.source}"
        return found[1]

    def _read(self, person: str) -> list[Fact]:
        return list(self._source.read(person))
