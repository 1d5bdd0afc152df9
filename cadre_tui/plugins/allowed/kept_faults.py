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

FILE: Final = "plugins-failed.json"


class KeptFaults:
    """The faults of plugins that are kept in a folder; one that cannot be read or written keeps nothing."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def with_fault(self, record: PluginRecord) -> PluginRecord:
        """The record, as failed where this version failed when it last ran."""
        fault = self._read().get(record.name)
        if not fault or not runnable(record) or fault.get("version") != record.version:
            return record
        problem = NotRight(str(fault["code"]), **fault["values"])
        return replace(record, status=Standing.FAILED, problem=problem)

    def note(self, ran: Iterable[PluginRecord]) -> None:
        """Keep how each plugin that ran came out; nothing is written where nothing has changed."""
        before = self._read()
        now = dict(before)
        for record in ran:
            now.pop(record.name, None)
            if record.problem:
                now[record.name] = {
                    "version": record.version,
                    "code": record.problem.code,
                    "values": record.problem.values,
                }
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
        return {name: each for name, each in failed.items() if _sound(each)} if isinstance(failed, dict) else {}

    def _write(self, failed: Mapping[str, Mapping[str, Any]]) -> None:
        if not self._path.parent.is_dir():  # nobody has made the county yet
            return
        text = json.dumps(
            {"schema": 1, "program": __version__, "failed": failed}, ensure_ascii=False, indent=2, sort_keys=True
        )
        fresh = self._path.with_name(f".{FILE}.{os.getpid()}.new")
        fresh.touch(mode=0o600)
        fresh.write_text(text + "\n", "utf-8")
        fresh.replace(self._path)


def _sound(fault: object) -> bool:
    return isinstance(fault, dict) and isinstance(fault.get("code"), str) and isinstance(fault.get("values"), dict)
