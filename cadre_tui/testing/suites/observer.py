"""What every observer must hold, as tests to subclass."""

from collections.abc import Mapping
from typing import Any, Final

from cadre_tui.model.text import Text
from cadre_tui.plugins.allowed.running import host
from cadre_tui.plugins.asking.host import asked
from cadre_tui.plugins.descriptors.events import ResponseSubmitted, RoundOpened
from cadre_tui.testing.suites.suite import PluginSuite

TITLE: Final = Text({"zh": "测试轮次", "en": "A round for a test"})
EVENTS: Final[Mapping[str, Mapping[str, Any]]] = {
    "cadre_round_opened": {"opened": RoundOpened("test", TITLE, 3, ("core.mutual|2026.1",))},
    "cadre_response_submitted": {"submitted": ResponseSubmitted("test", "peer", 1)},
}


class ObserverSuite(PluginSuite):
    """``plugin`` is all that an author writes; where it writes into a file, a fixture puts that somewhere else."""

    def test_it_listens(self) -> None:
        """To a round that opens, or to what is handed in."""
        assert any(host().listening(hook) for hook in EVENTS), "it implements no observer"

    def test_whatever_happens_it_does_not_fail(self) -> None:
        """Told once and once more. What goes wrong in it the program would only note in its log."""
        for _time in range(2):
            for hook, event in EVENTS.items():
                for each in host().listening(hook):
                    asked(hook, each.origin, each.load(), **event)
