"""The Python plugins that may run, each imported when it is asked for: the only place that imports their code."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import EntryPoint

from cadre_tui.model.fault import CadreError
from cadre_tui.plugins.allowed.installed import Advertised, advertised
from cadre_tui.plugins.allowed.permission import Permission
from cadre_tui.plugins.allowed.standing import runnable, standings
from cadre_tui.plugins.asking.guarded import guarded
from cadre_tui.plugins.asking.host import Origin


@dataclass(frozen=True)
class EnabledPlugin:
    """A Python plugin that may run. Nothing of it has been imported yet."""

    origin: Origin
    entry: Advertised

    @property
    def version(self) -> str:
        """That of its package, which is the one that is allowed."""
        return self.entry.version

    def load(self) -> object:
        """Import it now: a module, or whatever the entry point names.

        Raises:
            NotRight: it raised, or took too long.
        """
        entry = EntryPoint(self.entry.name, self.entry.value, self.entry.group)
        return guarded(self.origin.name, entry.load)


def enabled_plugins(permission: Permission) -> tuple[EnabledPlugin, ...]:
    """The plugins that may run, in order of their names. Imports nothing."""
    entries, _unread = advertised()
    return tuple(
        EnabledPlugin(record.origin, record.entry)
        for record in standings(entries, permission)
        if record.entry is not None and runnable(record)
    )


def imported(plugins: Iterable[EnabledPlugin], failed: dict[Origin, CadreError]) -> Iterator[tuple[Origin, object]]:
    """Each plugin with who it is, imported one by one as they are asked for.

    Why one could not be imported is put into ``failed``.
    """
    for each in plugins:
        try:
            plugin = each.load()
        except CadreError as error:
            failed[each.origin] = error
        else:
            yield each.origin, plugin
