"""Which Python plugins may run, and which checklists are out of use: one small file in the data folder."""

import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from json import dumps
from pathlib import Path
from typing import Any, Final

from cadre_tui.files.content import MEGABYTE, content
from cadre_tui.files.toml import toml
from cadre_tui.model.fault import BadInput, CadreError, NotRight

FILE: Final = "plugins.toml"

HEAD: Final = """\
# 允许运行的 Python 插件（名称 = 允许的版本），和停用的考评表。由 cadre plugin enable、disable 改写，也可以手改。
# Python plugins that may run (name = the version allowed), and checklists that are out of use.
# Written by cadre plugin enable and disable; it may be edited by hand.
schema = 1
"""


@dataclass(frozen=True)
class Permission:
    """What may run and what is out of use. By default no Python plugin runs and every checklist is in use.

    ``enabled`` maps a plugin's name to the one version that may run. A name in ``disabled`` (lasting) or ``left_out``
    (for this run alone: ``--no-plugins=NAME``) is that of an entry point, of a distribution, or of a checklist (its
    ``id``, or ``id|version``). ``problem``: the file cannot be read; then nothing is enabled.
    """

    enabled: Mapping[str, str] = field(default_factory=dict)
    disabled: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    problem: CadreError | None = None


NOTHING: Final = Permission()


@dataclass(frozen=True)
class PermissionFile:
    """The file in ``folder``; ``left_out`` are names that this run leaves out besides."""

    folder: Path
    left_out: frozenset[str] = frozenset()

    @property
    def path(self) -> Path:
        """Where the file lies, or would."""
        return self.folder / FILE

    def read(self) -> Permission:
        """What the file says now; where there is none, that nothing is enabled. Never raises."""
        try:
            return replace(_parsed(content(self.path, MEGABYTE).decode("utf-8-sig")), left_out=self.left_out)
        except FileNotFoundError:
            return Permission(left_out=self.left_out)
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            problem = NotRight("plugin-file-unreadable", file=str(self.path), why=why)
            return Permission(left_out=self.left_out, problem=problem)

    def stamp(self) -> tuple[int, ...]:
        """Another one when the file has been replaced, or is there where none was. Never raises."""
        try:
            found = self.path.stat()
        except OSError:
            return ()
        return found.st_ino, found.st_mtime_ns, found.st_size

    def enable(self, name: str, version: str) -> None:
        """Let the Python plugin of that name run, in this version alone. Raises what ``change`` raises."""
        self.change(lambda now: replace(now, enabled={**now.enabled, name: version}))

    def forbid(self, names: Collection[str]) -> None:
        """Let the Python plugins of these names no longer run. Raises what ``change`` raises."""
        self.change(
            lambda now: replace(now, enabled={key: value for key, value in now.enabled.items() if key not in names})
        )

    def take_out(self, name: str) -> None:
        """Put a checklist, or what brings it, out of use. Raises what ``change`` raises."""
        self.change(lambda now: replace(now, disabled=now.disabled | {name}))

    def take_in(self, names: Collection[str]) -> None:
        """Put checklists, or what brings them, into use again. Raises what ``change`` raises."""
        self.change(lambda now: replace(now, disabled=now.disabled - set(names)))

    def change(self, changed: Callable[[Permission], Permission]) -> None:
        """Replace the file, whole or not at all; two that change it at once wait for each other.

        Raises:
            NotRight: the file is damaged: it is left as it is, for somebody to look at.
            BadInput: it cannot be written.
        """
        from filelock import FileLock  # noqa: PLC0415 - only where something is changed

        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(self.folder / f".{FILE}.lock", mode=0o600):
                now = self.read()
                if now.problem:
                    raise now.problem
                _write(self.path, _written(changed(now)))
        except OSError as error:
            raise BadInput("plugin-file-unwritable", file=str(self.path), why=error.strerror or str(error)) from error


def _parsed(text: str) -> Permission:
    stated: dict[str, Any] = toml(text)
    enabled, disabled = stated.get("enabled", {}), stated.get("disabled", [])
    if stated.get("schema") != 1:
        raise ValueError("schema")
    if not isinstance(enabled, dict) or not all(isinstance(each, str) for each in enabled.values()):
        raise ValueError("[enabled]")
    if not isinstance(disabled, list) or not all(isinstance(each, str) for each in disabled):
        raise ValueError("disabled")
    return Permission(enabled, frozenset(disabled))


def _written(permission: Permission) -> str:
    """As TOML: its plain texts are written as JSON's are, but for one sign that JSON leaves bare."""
    lines = [HEAD]
    if permission.disabled:
        lines.append(f"disabled = [{', '.join(map(_quoted, sorted(permission.disabled)))}]\n")
    if permission.enabled:
        lines.append("[enabled]")
        lines += (f"{_quoted(name)} = {_quoted(version)}" for name, version in sorted(permission.enabled.items()))
    return "\n".join(lines).rstrip("\n") + "\n"


def _quoted(text: str) -> str:
    return dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _write(path: Path, text: str) -> None:
    fresh = path.with_name(f".{path.name}.new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
