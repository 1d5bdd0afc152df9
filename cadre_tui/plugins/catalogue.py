"""All checklists that this installation knows, wherever they come from; each file read once, when it is asked for."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from cadre_tui.model.checklist import Checklist, Purpose
from cadre_tui.model.fault import BadInput, CadreError, Fault, NotRight
from cadre_tui.model.text import Text
from cadre_tui.plugins import builtin, installed
from cadre_tui.plugins.folder import TABLE_ENDINGS, DroppedFiles
from cadre_tui.plugins.host import Brought, Origin, ask
from cadre_tui.plugins.tailoring import Overlays, stated_base

if TYPE_CHECKING:
    from cadre_tui.checklists import Written

LARGEST: Final = 2 * 1024 * 1024
"""Bytes. A checklist of a thousand criteria takes a third of it."""

PROGRAM: Final = Origin("builtin", "cadre-tui")


@dataclass(frozen=True)
class Offer:
    """One checklist as it is offered: usable where ``problem`` is None, else left out for that reason.

    What a faulty file does not tell is empty; ``faults`` are the single causes.
    """

    id: str
    version: str
    title: Text | None
    publisher: Text | None
    levels: tuple[str, ...]
    purpose: tuple[Purpose, ...]
    digest: str
    source: Brought
    problem: CadreError | None = None
    base: str = ""
    """What it tailors, ``id|version``, where it is an overlay."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the file, fault by fault."""
        return self.problem.faults if self.problem else ()

    @property
    def name(self) -> str:
        """``id|version``."""
        return f"{self.id}|{self.version}"


@dataclass(frozen=True)
class PluginRecord:
    """A plugin that is not, or not only, data: whether it runs, and why not."""

    name: str
    brought_by: str
    status: Literal["on", "not-enabled", "failed"]
    problem: CadreError | None = None


class _Candidate:
    """One file, read no further than somebody asked."""

    def __init__(self, source: Brought, overlays: "Overlays") -> None:
        self.source = source
        self._overlays = overlays

    @cached_property
    def _stated(self) -> tuple[str, str, str]:
        try:
            if self.source.path.stat().st_size > LARGEST:
                return "", "", ""
            if self.source.path.suffix.lower() in TABLE_ENDINGS:
                from cadre_tui import checklists  # noqa: PLC0415 - a text file's name does not need the reader

                stated = checklists.stated(self.source.path)
            else:
                stated = tomllib.loads(self.source.path.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError, RecursionError, CadreError):
            return "", "", ""
        return str(stated.get("id") or ""), str(stated.get("version") or ""), stated_base(stated)

    @property
    def identity(self) -> tuple[str, str]:
        """Id and version as the file states them; empty where it cannot be read or does not say."""
        return self._stated[:2]

    @property
    def base(self) -> str:
        """What the file tailors, as it states it; empty where it is no overlay."""
        return self._stated[2]

    @cached_property
    def read(self) -> Checklist | CadreError:
        """The checklist, or why there is none."""
        from cadre_tui import checklists  # noqa: PLC0415 - a list of names does not need the reader

        path = self.source.path
        try:
            if path.stat().st_size > LARGEST:
                return NotRight("checklist-too-large", file=str(path), megabytes=LARGEST // 1024**2)
            return self._overlays.checklist(self) if self.base else checklists.read(path)
        except OSError as error:
            return NotRight("source-unreadable", file=str(path), why=error.strerror or str(error))
        except CadreError as error:
            return error

    @property
    def digest(self) -> str:
        """The digest; empty for a faulty file."""
        return self.read.digest if isinstance(self.read, Checklist) else ""

    @property
    def problem(self) -> CadreError | None:
        """Why the file by itself cannot be used; None where it can."""
        error = self.read
        if isinstance(error, Checklist) or not error.faults:
            return None if isinstance(error, Checklist) else error
        name = "|".join(filter(None, self.identity)) or self.source.path.name
        count = sum(not fault.warning for fault in error.faults)
        return NotRight("offer-faulty", error.faults, name=name, count=count, file=str(self.source.path))


class Catalogue:
    """What ``load_catalogue`` found. ``problems`` are of plugins; those of a file stand in its offer."""

    def __init__(
        self, sources: Sequence[Brought], plugins: Sequence[PluginRecord] = (), problems: Sequence[CadreError] = ()
    ) -> None:
        self._overlays = Overlays(lambda: self._candidates)
        self._candidates = tuple(_Candidate(source, self._overlays) for source in sources)
        self.plugins = tuple(plugins)
        self.problems = tuple(problems)

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], Sequence[_Candidate]]:
        by_name: dict[tuple[str, str], list[_Candidate]] = defaultdict(list)
        for candidate in self._candidates:
            by_name[candidate.identity].append(candidate)
        return by_name

    def beside(self, files: Sequence[Path]) -> "Catalogue":
        """This catalogue with these files in it."""
        there = {candidate.source.path.resolve() for candidate in self._candidates}
        more = [Brought(file, Origin("folder", str(file.parent))) for file in files if file.resolve() not in there]
        return Catalogue([*(each.source for each in self._candidates), *more], self.plugins, self.problems)

    def judged(self, file: Path) -> tuple[Checklist | None, tuple[Fault, ...]]:
        """What one of its files makes, and every fault of it, warnings too.

        Raises:
            BadInput: where the file cannot be read.
        """
        from cadre_tui import checklists  # noqa: PLC0415 - a list of names does not need the reader

        candidate = next(each for each in self._candidates if each.source.path.resolve() == file.resolve())
        if candidate.base:
            judged, faults = self._overlays.judged(candidate)
            return judged.written.checklist if judged.written else None, faults
        faults = checklists.check(file)
        return None if any(not fault.warning for fault in faults) else checklists.read(file), faults

    def offers(self) -> tuple[Offer, ...]:
        """Every checklist, in the order of the sources: built-in, folders, wheels, plugins.

        The same content under the same name from several sources is offered once, by the first.
        """
        seen: set[tuple[str, str, str]] = set()
        offers = []
        for candidate in self._candidates:
            same = (*candidate.identity, candidate.digest)
            if candidate.digest and same in seen:
                continue
            seen.add(same)
            offers.append(self._offer(candidate))
        return tuple(offers)

    def checklist(self, name: str) -> Checklist:
        """The checklist ``id|version``; for a bare ``id`` its newest version. Only files of that id are read whole.

        Raises:
            BadInput: no checklist of that name is known.
            NotRight: the file is faulty, or several sources give the name different contents. A newest version
                that is faulty is refused, never silently replaced by an older one.
        """
        candidate = self._chosen(name)
        if isinstance(candidate.read, Checklist):
            return candidate.read
        raise candidate.problem or self._unknown(name)

    def written(self, name: str) -> "Written":
        """The same checklist with its tables, so that each field can be traced. Raises what ``checklist`` raises."""
        self.checklist(name)
        return self._overlays.written(self._chosen(name))

    def _chosen(self, name: str) -> _Candidate:
        wanted, _bar, version = name.partition("|")
        named = [stated for stated in self._by_name if wanted and stated[0] == wanted and version in ("", stated[1])]
        if not named:
            raise self._unknown(name)
        same = self._by_name[max(named, key=lambda stated: version_order(stated[1]))]
        conflict = self._conflict(same)
        if conflict:
            raise conflict
        return next((candidate for candidate in same if candidate.digest), same[0])

    def _offer(self, candidate: _Candidate) -> Offer:
        read, (stated_id, stated_version) = candidate.read, candidate.identity
        if not isinstance(read, Checklist):
            told = (stated_id, stated_version, None, None, (), (), "")
            return Offer(*told, candidate.source, candidate.problem, candidate.base)
        conflict = self._conflict(self._by_name[candidate.identity])
        about = (read.id, read.version, read.title, read.publisher, read.levels, read.purpose, read.digest)
        return Offer(*about, candidate.source, conflict, candidate.base)

    def _conflict(self, same: Sequence[_Candidate]) -> CadreError | None:
        """The refusal where files of one name have different contents."""
        usable = [each for each in same if each.digest]
        other = next((each for each in usable if each.digest != usable[0].digest), None)
        if other is None:
            return None
        first, second = str(usable[0].source), str(other.source)
        return NotRight("checklist-conflict", name="|".join(other.identity), first=first, second=second)

    def _unknown(self, name: str) -> CadreError:
        from difflib import get_close_matches  # noqa: PLC0415 - only where a name was mistyped

        known = [stated[0] for stated in self._by_name] + ["|".join(stated) for stated in self._by_name]
        near = get_close_matches(name, known, n=1)
        if near and near[0].strip("|"):
            return BadInput("checklist-unknown-near", name=name, near=near[0])
        return BadInput("checklist-unknown", name=name)


def version_order(version: str) -> tuple[tuple[int, str], ...]:
    """Versions by their numbers, part by part: 2026.9 before 2026.10, words before numbers."""
    parts = re.findall(r"[0-9]+|[^0-9.]+", version)
    return tuple((1, part.zfill(24)) if part.isdecimal() else (0, part) for part in parts)


def load_catalogue(
    folders: Sequence[Path] = (), *, plugins: bool = True, registered: Mapping[str, object] | None = None
) -> Catalogue:
    """Put the catalogue together: built-in, dropped files, then what is installed.

    ``plugins=False`` leaves out everything installed. Python plugins that are installed are listed as not enabled and
    their code is not imported; ``registered`` are plugin objects that the caller has chosen, by name.
    """
    asked: list[tuple[Origin, object]] = [(PROGRAM, builtin)]
    asked += ((Origin("folder", str(folder)), DroppedFiles(folder)) for folder in folders)
    records: list[PluginRecord] = []
    problems: list[CadreError] = []
    if plugins:
        found, records, problems = _installed()
        asked += found
    chosen = [(Origin("plugin", name), plugin) for name, plugin in (registered or {}).items()]
    sources, failed = ask([*asked, *chosen])
    for origin, _plugin in chosen:
        failure = failed.get(origin)
        records.append(PluginRecord(origin.name, "", "failed" if failure else "on", failure))
    return Catalogue(sources, records, [*problems, *failed.values()])


def _installed() -> tuple[list[tuple[Origin, object]], list[PluginRecord], list[CadreError]]:
    entries, unread = installed.advertised()
    single, doubles = installed.without_doubles(entries)
    found: list[tuple[Origin, object]] = []
    records: list[PluginRecord] = []
    problems: list[CadreError] = [*unread, *doubles]
    for entry in single:
        if entry.group == installed.PLUGINS:
            records.append(PluginRecord(entry.name, entry.brought_by, "not-enabled"))
            continue
        try:
            found.append((Origin("wheel", entry.brought_by), installed.InstalledChecklist(installed.locate(entry))))
        except NotRight as error:
            problems.append(error)
    return found, records, problems
