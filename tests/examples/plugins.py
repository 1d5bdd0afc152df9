"""Python plugins that a test has running: the example of Linshan, or whatever it makes up."""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from cadre_tui.plugins.asking.host import Origin

LINSHAN_LIST = Path(__file__).parent / "linshan" / "linshan.agency.toml"


@dataclass(frozen=True)
class Chosen:
    """A plugin under a name; ``loads`` notes each time that its code is wanted."""

    name: str
    make: Callable[[], object]
    loads: list[str] = field(default_factory=list)
    version: str = "1.0"

    @property
    def origin(self) -> Origin:
        return Origin("plugin", self.name)

    def load(self) -> object:
        self.loads.append(self.name)
        return self.make()


def linshan(name: str = "linshan") -> Chosen:
    """The example plugin."""
    return Chosen(name, lambda: import_module("tests.examples.linshan"))


def made(plugin: object, name: str = "linshan") -> Chosen:
    """A plugin that a test made up."""
    return Chosen(name, lambda: plugin)
