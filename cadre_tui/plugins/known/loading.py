"""Putting the catalogue together: built-in, dropped files, installed data, and Python plugins that may run."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from cadre_tui.model.fault import CadreError, NotRight
from cadre_tui.plugins import builtin
from cadre_tui.plugins.allowed import installed
from cadre_tui.plugins.allowed.enabled import EnabledPlugin, imported
from cadre_tui.plugins.allowed.kept_faults import KeptFaults
from cadre_tui.plugins.allowed.permission import NOTHING, Permission, PermissionFile
from cadre_tui.plugins.allowed.standing import PluginRecord, Standing, named, runnable, standings
from cadre_tui.plugins.asking import plugin_log
from cadre_tui.plugins.asking.host import Origin, ask
from cadre_tui.plugins.known.catalogue import Catalogue, Found
from cadre_tui.plugins.known.folder import DroppedFiles
from cadre_tui.plugins.known.kept_offers import KeptOffers

PROGRAM: Final = Origin("builtin", "cadre-tui")


def load_catalogue(
    folders: Sequence[Path] = (),
    *,
    plugins: bool = True,
    permission: PermissionFile | None = None,
    run: bool = True,
    registered: Mapping[str, object] | None = None,
    cache: Path | None = None,
) -> Catalogue:
    """The catalogue of what is built in, lies in ``folders`` and is installed.

    ``plugins=False`` leaves out everything installed. ``permission`` says which Python plugins may run (none where it
    is not given); with ``run=False`` they are listed as they stood when they last ran, and no code is imported.
    ``registered`` are plugin objects that the caller has chosen, by name. ``cache`` is a folder in which is kept what
    files told of themselves, so that they need not all be read for a list; without it every file is read anew.
    """
    allowed = permission.read() if permission else NOTHING
    kept = KeptFaults(permission.folder) if permission else None
    asked: list[tuple[Origin, object]] = [(PROGRAM, builtin)]
    asked += ((Origin("folder", str(folder)), DroppedFiles(folder)) for folder in folders)
    records: list[PluginRecord] = []
    problems: list[CadreError] = [allowed.problem] if allowed.problem else []
    if plugins:
        found, records, troubles = _installed(allowed)
        asked += found
        problems += troubles
    sources, failed = ask(asked)
    if kept:
        records = [kept.with_fault(record) for record in records]
    data = Found(sources, tuple(records), (*problems, *failed.values()))
    chosen = registered or {}
    if not run or not (chosen or any(map(runnable, records))):
        return Catalogue(data, None, allowed, KeptOffers(cache))
    if permission:
        plugin_log.write_into(permission.folder)
    return Catalogue(data, lambda: _run(records, chosen, kept), allowed, KeptOffers(cache))


def _installed(
    permission: Permission,
) -> tuple[list[tuple[Origin, object]], list[PluginRecord], list[CadreError]]:
    """What brings data, how each plugin stands, what is wrong with packages; what is left out is not looked at."""
    entries, unread = installed.advertised()
    single, doubles = installed.without_doubles(entry for entry in entries if entry.group == installed.CHECKLISTS)
    found: list[tuple[Origin, object]] = []
    records = list(standings(entries, permission))
    problems: list[CadreError] = [*unread, *doubles]
    for entry in single:
        if named(entry, permission.left_out | permission.disabled):
            out = Standing.LEFT_OUT if named(entry, permission.left_out) else Standing.DISABLED
            records.append(PluginRecord(entry.name, entry.brought_by, out, None, entry.version, entry))
            continue
        try:
            found.append((Origin("wheel", entry.brought_by), installed.InstalledChecklist(installed.locate(entry))))
        except NotRight as error:
            problems.append(error)
    return found, records, problems


def _run(records: Sequence[PluginRecord], chosen: Mapping[str, object], kept: KeptFaults | None) -> Found:
    """What Python plugins bring, and how each stands now that it has run."""
    failed: dict[Origin, CadreError] = {}
    enabled = [EnabledPlugin(record.origin, record.entry) for record in records if record.entry and runnable(record)]
    installed_ones = imported(enabled, failed)
    sources, refused = ask([*installed_ones, *((Origin("plugin", name), plugin) for name, plugin in chosen.items())])
    failed |= refused
    ran = [_after(record, failed) if runnable(record) else record for record in records]
    if kept:
        kept.note(record for record in ran if runnable(record))
    given = (_after(PluginRecord(name, "", Standing.ON), failed) for name in chosen)
    return Found(sources, (*ran, *given))


def _after(record: PluginRecord, failed: Mapping[Origin, CadreError]) -> PluginRecord:
    problem = failed.get(record.origin)
    return replace(record, status=Standing.FAILED if problem else Standing.ON, problem=problem)
