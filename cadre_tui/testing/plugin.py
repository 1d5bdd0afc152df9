"""A Python plugin that runs for a test, as if a county had installed and enabled it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from cadre_tui.plugins.allowed.running import running
from cadre_tui.plugins.asking.host import Host, Origin


@dataclass(frozen=True)
class PluginOfTest:
    """A plugin, a module or any object with hooks, under the name by which it would be enabled."""

    name: str
    plugin: object
    version: str = "0"

    @property
    def origin(self) -> Origin:
        """Who it is."""
        return Origin("plugin", self.name)

    def load(self) -> object:
        """It is there already."""
        return self.plugin


@contextmanager
def with_plugin(plugin: object, name: str = "") -> Iterator[Host]:
    """With this plugin enabled, and no other.

    ``name`` is that of its entry point; left out, the beginning of its module's name: ``yunxi`` of ``yunxi_plugin``.
    """
    module = getattr(plugin, "__name__", type(plugin).__module__)
    with running(PluginOfTest(name or module.partition(".")[0].partition("_")[0], plugin)) as host:
        yield host
