"""How each installed Python plugin stands: whether it runs, and if not, why. None of their code is looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cadre_tui import __version__
from cadre_tui.model.fault import CadreError, NotRight
from cadre_tui.plugins.allowed.installed import PLUGINS, Advertised
from cadre_tui.plugins.allowed.permission import Permission
from cadre_tui.plugins.asking.host import Origin


class Standing(StrEnum):
    """Whether a plugin runs."""

    ON = "on"
    NOT_ENABLED = "not-enabled"
    OTHER_VERSION = "other-version"
    """It was enabled in a version that is no longer installed."""
    NEEDS_OTHER_PROGRAM = "needs-other-program"
    DOUBLE_NAME = "double-name"
    LEFT_OUT = "left-out"
    """By ``--no-plugins=NAME``, for this run."""
    DISABLED = "disabled"
    """A package of data that was put out of use."""
    FAILED = "failed"
    """It may run, but went wrong when it last ran."""


@dataclass(frozen=True)
class PluginRecord:
    """A plugin that is not data: whether it runs, and why not."""

    name: str
    brought_by: str
    status: Standing
    problem: CadreError | None = None
    version: str = ""
    entry: Advertised | None = None
    """None for a plugin that the caller has chosen, and which is not installed."""

    @property
    def origin(self) -> Origin:
        """As whom what it brings is known."""
        return Origin("plugin", self.name)


def runnable(record: PluginRecord) -> bool:
    """Whether the plugin may run; one that failed is tried again each time."""
    return record.status in (Standing.ON, Standing.FAILED)


def named(entry: Advertised, names: Iterable[str]) -> bool:
    """Whether any of ``names`` is the entry point's, or that of its distribution."""
    return any(name == entry.name or name.lower() == entry.distribution.lower() for name in names)


def standings(entries: Iterable[Advertised], permission: Permission) -> tuple[PluginRecord, ...]:
    """Each Python plugin among ``entries``, in their order; of several that share a name none runs."""
    plugins = [entry for entry in entries if entry.group == PLUGINS]
    return tuple(_standing(entry, plugins, permission) for entry in plugins)


def _standing(entry: Advertised, plugins: Iterable[Advertised], permission: Permission) -> PluginRecord:
    standing, problem = _judged(entry, plugins, permission)
    return PluginRecord(entry.name, entry.brought_by, standing, problem, entry.version, entry)


def _judged(
    entry: Advertised, plugins: Iterable[Advertised], permission: Permission
) -> tuple[Standing, CadreError | None]:
    name, enabled = entry.name, permission.enabled.get(entry.name)
    if named(entry, permission.left_out):
        return Standing.LEFT_OUT, None
    other = next((each for each in plugins if each.name == name and each != entry), None)
    if other is not None:
        first, second = sorted((entry.brought_by, other.brought_by))
        return Standing.DOUBLE_NAME, NotRight("entry-name-twice", name=name, first=first, second=second)
    if not _fits(entry.needs):
        return Standing.NEEDS_OTHER_PROGRAM, NotRight(
            "plugin-needs-other-program", name=name, needs=entry.needs, program=__version__
        )
    if enabled is None:
        return Standing.NOT_ENABLED, None
    if enabled != entry.version:
        problem = NotRight("plugin-other-version", name=name, enabled=enabled, version=entry.version)
        return Standing.OTHER_VERSION, problem
    return Standing.ON, None


def _fits(needs: str) -> bool:
    if not needs:
        return True
    from packaging.specifiers import SpecifierSet  # noqa: PLC0415 - only for a plugin that asks for something

    return SpecifierSet(needs).contains(__version__, prereleases=True)
