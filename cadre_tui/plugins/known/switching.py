"""What a name that somebody enables or disables stands for: a Python plugin, or checklists and what brings them."""

from collections.abc import Iterable
from dataclasses import dataclass

from cadre_tui.model.fault import BadInput
from cadre_tui.model.nearest import nearest
from cadre_tui.plugins.allowed.installed import CHECKLISTS, PLUGINS, advertised
from cadre_tui.plugins.allowed.permission import PermissionFile
from cadre_tui.plugins.allowed.standing import PluginRecord, Standing, named, runnable
from cadre_tui.plugins.asking.host import begins_with
from cadre_tui.plugins.known.catalogue import Catalogue

UNUSABLE = (Standing.DOUBLE_NAME, Standing.NEEDS_OTHER_PROGRAM)
"""What cannot run whatever is allowed."""


@dataclass(frozen=True)
class Switched:
    """What was changed. ``names`` is empty where everything was so already; ``version`` is a Python plugin's."""

    names: tuple[str, ...]
    plugin: bool
    version: str = ""


def python_plugin(catalogue: Catalogue, name: str) -> PluginRecord | None:
    """The installed Python plugin of that name, else that of the distribution so called; None where there is none."""
    records = [each for each in catalogue.plugins if each.entry and each.entry.group == PLUGINS]
    exact = [each for each in records if each.name == name]
    return next(iter(exact or [each for each in records if each.entry and named(each.entry, [name])]), None)


def refuse_unusable(record: PluginRecord) -> None:
    """Raises ``NotRight`` for a plugin that cannot run whatever is allowed."""
    if record.status in UNUSABLE and record.problem:
        raise record.problem


def enable(file: PermissionFile, catalogue: Catalogue, name: str) -> Switched:
    """Let the Python plugin of that name run in the version that is installed, or put checklists into use again.

    Raises:
        NotRight: the plugin cannot run, whatever is allowed; or the file is damaged.
        BadInput: nothing is so called; or the file cannot be written.
    """
    record = python_plugin(catalogue, name)
    now = file.read()
    if record:
        refuse_unusable(record)
        if now.enabled.get(record.name) == record.version:
            return Switched((), True, record.version)
        file.enable(record.name, record.version)
        return Switched((record.name,), True, record.version)
    wanted = {name.lower(), name.partition("|")[0].lower()}
    out = tuple(sorted(each for each in now.disabled if {each.lower(), each.partition("|")[0].lower()} & wanted))
    if not out:
        _known(catalogue, name, now.disabled)
    else:
        file.take_in(out)
    return Switched(out, False)


def disable(file: PermissionFile, catalogue: Catalogue, name: str) -> Switched:
    """Let the Python plugin of that name no longer run, or put checklists, or their package, out of use.

    A plugin that is no longer installed can be disabled too. Raises what ``enable`` raises.
    """
    done = to_disable(file, catalogue, name)
    if done.names and done.plugin:
        file.forbid(done.names)
    elif done.names:
        file.take_out(name)
    return done


def to_disable(file: PermissionFile, catalogue: Catalogue, name: str) -> Switched:
    """What ``disable`` would change; nothing is. Raises what it raises where the file need not be written."""
    record = python_plugin(catalogue, name)
    now = file.read()
    called = record.name if record else name
    if record or called in now.enabled:
        if now.problem:
            raise now.problem
        if called not in now.enabled:
            return Switched((), True)
        return Switched((called,), True, now.enabled[called])
    _known(catalogue, name, now.disabled)
    return Switched(() if name in now.disabled else (name,), False)


def _known(catalogue: Catalogue, name: str, disabled: Iterable[str]) -> None:
    """Raises ``BadInput`` where no checklist, and no package of data, is called ``name``."""
    entries = [each for each in advertised()[0] if each.group == CHECKLISTS]
    if any(named(entry, [name]) for entry in entries):
        return
    if any(runnable(each) and begins_with(name, each.name) for each in catalogue.plugins):
        return  # a checklist that a plugin may bring: to know it, its code would have to be run
    names = [*disabled, *catalogue.names(), *(each.name for each in catalogue.plugins)]
    names += (each.name for each in entries)
    if name in names:
        return
    near = nearest(name, names)
    raise BadInput("plugin-unknown-near", name=name, near=near) if near else BadInput("plugin-unknown", name=name)
