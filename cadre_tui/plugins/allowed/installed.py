"""What installed distributions advertise, found without importing any of their code.

Two groups of entry points: ``cadre.checklists`` names a TOML file inside a package
(``module.path:file.toml``) and is plain data; ``cadre.plugins`` names a Python plugin.
"""

import importlib.metadata
import importlib.util
import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from cadre_tui.model.fault import CadreError, NotRight
from cadre_tui.plugins.hookspecs import ChecklistSource, hookimpl

CHECKLISTS: Final = "cadre.checklists"
PLUGINS: Final = "cadre.plugins"
PROGRAM: Final = "cadre-tui"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Advertised:
    """One entry point, and the distribution that advertises it."""

    group: str
    name: str
    value: str
    distribution: str
    version: str
    needs: str = ""
    """Of a Python plugin: the versions of this program that it asks for, such as ``>=0.2``; empty where none."""

    @property
    def brought_by(self) -> str:
        """The distribution as people name it: ``cadre-checklists-hequan 2026.1``."""
        return f"{self.distribution} {self.version}".strip()


class InstalledChecklist:
    """A plugin for one entry point of the group ``cadre.checklists``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @hookimpl
    def cadre_checklists(self) -> Iterator[ChecklistSource]:
        """The one file that the entry point names."""
        yield ChecklistSource(self.path)


def advertised() -> tuple[tuple[Advertised, ...], tuple[CadreError, ...]]:
    """All entry points of both groups in order of their names, and the distributions that could not be read.

    A distribution that stands twice on the path counts once: the first is the one that Python would import.
    """
    found: list[Advertised] = []
    unread: list[CadreError] = []
    seen: set[str] = set()
    for distribution in importlib.metadata.distributions():
        try:
            entries = tuple(_entries(distribution))
        except Exception as error:
            log.info("a distribution's entry points could not be read", exc_info=True)
            where = str(getattr(distribution, "_path", "?"))  # where it is, which nothing public tells
            unread.append(NotRight("entry-points-unreadable", where=where, why=str(error)))
            continue
        if entries and entries[0].distribution.lower() not in seen:
            seen.add(entries[0].distribution.lower())
            found += entries
    return tuple(sorted(found, key=lambda entry: (entry.group, entry.name, entry.distribution))), tuple(unread)


def _entries(distribution: importlib.metadata.Distribution) -> Iterator[Advertised]:
    text = distribution.read_text("entry_points.txt") or ""
    if CHECKLISTS not in text and PLUGINS not in text:  # nearly all: spared the reading of their metadata
        return
    name, version = distribution.metadata["Name"] or "?", distribution.metadata["Version"] or ""
    for entry in distribution.entry_points:
        if entry.group == CHECKLISTS:
            yield Advertised(entry.group, entry.name, entry.value, name, version)
        elif entry.group == PLUGINS:
            yield Advertised(entry.group, entry.name, entry.value, name, version, _needed(distribution))


def _needed(distribution: importlib.metadata.Distribution) -> str:
    """The versions of this program that the distribution's metadata requires."""
    from packaging.requirements import InvalidRequirement, Requirement  # noqa: PLC0415 - only for Python plugins
    from packaging.utils import canonicalize_name  # noqa: PLC0415

    for stated in distribution.requires or ():
        try:
            requirement = Requirement(stated)
        except InvalidRequirement:
            continue
        applies = requirement.marker is None or requirement.marker.evaluate()
        if applies and canonicalize_name(requirement.name) == PROGRAM:
            return str(requirement.specifier)
    return ""


def without_doubles(entries: Iterable[Advertised]) -> tuple[tuple[Advertised, ...], tuple[CadreError, ...]]:
    """The entry points whose names are their own, and an error for each name that several distributions use.

    None of the several is taken: which one came first would depend on the order of installation.
    """
    by_name: dict[tuple[str, str], list[Advertised]] = defaultdict(list)
    for entry in entries:
        by_name[entry.group, entry.name].append(entry)
    doubles = [same for same in by_name.values() if len(same) > 1]
    errors = tuple(
        NotRight("entry-name-twice", name=same[0].name, first=same[0].brought_by, second=same[1].brought_by)
        for same in doubles
    )
    return tuple(same[0] for same in by_name.values() if len(same) == 1), errors


def locate(entry: Advertised) -> Path:
    """The file that an entry point of ``cadre.checklists`` names.

    Raises:
        NotRight: where it names none, or none that exists.
    """
    top = entry.value.partition(":")[0].strip().partition(".")[0]
    path = within(entry, [folder.parent for folder in _package_folders(top)])
    if path is None:
        raise NotRight("entry-file-missing", name=entry.name, value=entry.value, distribution=entry.brought_by)
    return path


def within(entry: Advertised, roots: Iterable[Path]) -> Path | None:
    """The file ``package.path:file`` below the first of ``roots`` (folders that hold packages) where it exists."""
    package, _colon, file = (part.strip() for part in entry.value.partition(":"))
    inside = PurePosixPath(file)
    parts = package.split(".")
    if not all(map(str.isidentifier, parts)) or not file or inside.is_absolute() or ".." in inside.parts:
        return None
    candidates = (root.joinpath(*parts, *inside.parts) for root in roots)
    try:
        return next((path for path in candidates if path.is_file()), None)
    except OSError:  # a name that no file can have
        return None


def _package_folders(top: str) -> tuple[Path, ...]:
    """Where a top-level package lies. Finding one runs nothing; only looking below it would import it."""
    try:
        spec = importlib.util.find_spec(top)
    except (ImportError, ValueError, AttributeError):
        return ()
    return tuple(map(Path, (spec and spec.submodule_search_locations) or ()))
