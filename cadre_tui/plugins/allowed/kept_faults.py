"""What went wrong when plugins last ran, kept in the data folder: so that a list can tell it without running them."""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from cadre_tui import __version__
from cadre_tui.files.content import MEGABYTE, content
from cadre_tui.model.fault import NotRight
from cadre_tui.plugins.allowed.standing import PluginRecord, Standing, runnable
from cadre_tui.plugins.asking.host import IMPORTED

FILE: Final = "plugins-failed.json"
SCHEMA: Final = 2
"""Since 2 faults are kept by hook."""


class KeptFaults:
    """The faults of plugins that are kept in a folder; one that cannot be read or written keeps nothing."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def with_fault(self, record: PluginRecord) -> PluginRecord:
        """The record, as failed where this version failed when it last ran."""
        faults = _of(record, self._read())
        if not faults or not runnable(record):
            return record
        fault = faults[min(faults)]  # that it cannot be imported first
        return replace(record, status=Standing.FAILED, problem=NotRight(str(fault["code"]), **fault["values"]))

    def note(self, ran: Iterable[PluginRecord], hook: str = IMPORTED) -> None:
        """Keep how each plugin that ran came out; nothing is written where nothing has changed.

        ``hook`` is what was asked; left out, it was imported and asked for files. What went wrong in another hook
        stays: that a plugin can be imported does not say that its kinds can be used.
        """
        before = self._read()
        now = dict(before)
        for record in ran:
            faults = _of(record, before)
            faults.pop(hook, None)
            now.pop(record.name, None)
            if record.problem:
                faults[hook] = {"code": record.problem.code, "values": record.problem.values}
            if faults:
                now[record.name] = {"version": record.version, "faults": faults}
        if now != before:
            with suppress(OSError):
                self._write(now)

    def _read(self) -> Mapping[str, Mapping[str, Any]]:
        try:
            stated = json.loads(content(self._path, MEGABYTE))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(stated, dict) or stated.get("program") != __version__:
            return {}  # another program may have told it in codes that this one does not know
        failed = stated.get("failed")
        if stated.get("schema") != SCHEMA or not isinstance(failed, dict):
            return {}
        return {name: each for name, each in failed.items() if _sound(each)}

    def _write(self, failed: Mapping[str, Mapping[str, Any]]) -> None:
        if not self._path.parent.is_dir():  # nobody has made the county yet
            return
        text = json.dumps(
            {"schema": SCHEMA, "program": __version__, "failed": failed}, ensure_ascii=False, indent=2, sort_keys=True
        )
        fresh = self._path.with_name(f".{FILE}.{os.getpid()}.new")
        fresh.touch(mode=0o600)
        fresh.write_text(text + "\n", "utf-8")
        fresh.replace(self._path)


def _of(record: PluginRecord, kept: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The faults by hook with which this version of the plugin came out when it last ran."""
    found = kept.get(record.name, {})
    return dict(found["faults"]) if found.get("version") == record.version else {}


def _sound(kept: object) -> bool:
    faults = kept.get("faults") if isinstance(kept, dict) else None
    return isinstance(faults, dict) and all(
        isinstance(each, dict) and isinstance(each.get("code"), str) and isinstance(each.get("values"), dict)
        for each in faults.values()
    )
