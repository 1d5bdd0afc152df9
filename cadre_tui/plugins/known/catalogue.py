"""All checklists that this installation knows, wherever they come from; each file read once, when it is asked for."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import BadInput, CadreError, Fault, NotRight
from cadre_tui.plugins.allowed.permission import NOTHING, Permission
from cadre_tui.plugins.allowed.standing import PluginRecord, runnable
from cadre_tui.plugins.asking.host import Brought, Origin, begins_with
from cadre_tui.plugins.known.candidate import Candidate
from cadre_tui.plugins.known.kept_offers import KeptOffers
from cadre_tui.plugins.known.offer import Offer
from cadre_tui.plugins.known.tailoring import Overlays

if TYPE_CHECKING:
    from cadre_tui.checklists import Written


@dataclass(frozen=True)
class Found:
    """What was found in one go: the files, the plugins and how they stand, and what is wrong with any of them."""

    sources: tuple[Brought, ...] = ()
    plugins: tuple[PluginRecord, ...] = ()
    problems: tuple[CadreError, ...] = ()


class Catalogue:
    """What ``load_catalogue`` found.

    ``data`` is at hand without running anything. ``run`` finds what Python plugins bring; it is called once, when
    somebody asks for all checklists, or for one that no data brings. Without it no plugin's code runs. ``kept`` holds
    what files told of themselves before; a checklist itself is always read from its file.
    """

    def __init__(
        self,
        data: Found,
        run: Callable[[], Found] | None = None,
        permission: Permission = NOTHING,
        kept: KeptOffers | None = None,
    ) -> None:
        self._data = data
        self._run = run
        self._permission = permission
        self._kept = kept or KeptOffers()
        self._overlays = Overlays(lambda: self._candidates)

    @cached_property
    def _without_running(self) -> tuple[Candidate, ...]:
        return self._as_candidates(self._data.sources)

    @cached_property
    def _ran(self) -> Found:
        return self._run() if self._run else Found(plugins=self._data.plugins)

    @cached_property
    def _brought_by_code(self) -> tuple[Candidate, ...]:
        return self._as_candidates(self._ran.sources)

    def _as_candidates(self, sources: Sequence[Brought]) -> tuple[Candidate, ...]:
        found = (Candidate(source, self._overlays, self._permission.disabled, self._kept) for source in sources)
        return tuple(each for each in found if not each.goes_by(self._permission.left_out))

    @property
    def _candidates(self) -> tuple[Candidate, ...]:
        return (*self._without_running, *self._brought_by_code)

    @property
    def plugins(self) -> tuple[PluginRecord, ...]:
        """The plugins that are more than data, as they stand once they have been run, where they may run."""
        return self._ran.plugins

    @property
    def of_packages(self) -> tuple[CadreError, ...]:
        """What is wrong with what is neither a checklist nor a plugin: a package, the list of enabled plugins."""
        return (*self._data.problems, *self._ran.problems)

    @property
    def problems(self) -> tuple[CadreError, ...]:
        """What is wrong with packages and plugins, each once; what is wrong with a file stands in its offer."""
        of_plugins = (each.problem for each in self.plugins if each.problem)
        return tuple({f"{each.code} {each.values}": each for each in (*self.of_packages, *of_plugins)}.values())

    def at_hand(self) -> "Catalogue":
        """The same, but what has not been run by now is not run."""
        return self if "_ran" in vars(self) else Catalogue(self._data, None, self._permission, self._kept)

    def beside(self, files: Sequence[Path]) -> "Catalogue":
        """This catalogue with these files in it; nothing is run for them."""
        there = {candidate.source.path.resolve() for candidate in self._without_running}
        more = [Brought(file, Origin("folder", str(file.parent))) for file in files if file.resolve() not in there]
        data = replace(self._data, sources=(*self._data.sources, *more))
        return Catalogue(data, None, replace(self._permission, left_out=frozenset()), self._kept)

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
        return None if any(not fault.warning for fault in faults) else checklists.listed(file), faults

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], Sequence[Candidate]]:
        by_name: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
        for candidate in self._candidates:
            by_name[candidate.identity].append(candidate)
        return by_name

    def offers(self) -> tuple[Offer, ...]:
        """Every checklist, in the order of the sources: built-in, folders, wheels, plugins.

        The same content under the same name from several sources is offered once, by the first.
        """
        seen: set[tuple[str, str, str]] = set()
        offers = []
        digests = [
            candidate.digest for candidate in self._candidates
        ]  # before a name is asked for: each is parsed once
        for candidate, digest in zip(self._candidates, digests, strict=True):
            same = (*candidate.identity, digest)
            if digest and same in seen:
                continue
            seen.add(same)
            offers.append(self._offer(candidate))
        self._kept.keep()
        return tuple(offers)

    def checklist(self, name: str, *, disabled: bool = False) -> Checklist:
        """The checklist ``id|version``; for a bare ``id`` its newest version. Only files of that id are read whole.

        ``disabled``: also one that is out of use.

        Raises:
            BadInput: no checklist of that name is known, or it needs a plugin's kind that is not at hand.
            NotRight: the file is faulty, or several sources give the name different contents. A newest version
                that is faulty is refused, never silently replaced by an older one.
        """
        from cadre_tui import checklists  # noqa: PLC0415 - a list of names does not need the reader

        return checklists.completed(self.listed(name, disabled=disabled))

    def listed(self, name: str, *, disabled: bool = False) -> Checklist:
        """The same as it is listed: no plugin's code is run, and of a plugin's kinds only what all have is known."""
        candidate = self._chosen(name, disabled=disabled)
        if not isinstance(candidate.read, Checklist):
            raise candidate.problem or self._unknown(name)
        if candidate.identity != (candidate.read.id, candidate.read.version):
            raise BadInput("checklist-unknown", name=name)  # the file has become another checklist meanwhile
        return candidate.read

    def names(self) -> tuple[str, ...]:
        """What checklists can be called by, whether they are right or not: each ``id`` and each ``id|version``."""
        stated = dict.fromkeys(each.identity for each in self._candidates if all(each.identity))
        return (*dict.fromkeys(each[0] for each in stated), *map("|".join, stated))

    def written(self, name: str) -> "Written":
        """The same checklist with its tables, so that each field can be traced. Raises what ``checklist`` raises."""
        self.listed(name)
        return self._overlays.written(self._chosen(name))

    def _chosen(self, name: str, *, disabled: bool = False) -> Candidate:
        wanted, _bar, version = name.partition("|")

        def by_name(candidates: Sequence[Candidate]) -> list[Candidate]:
            return [
                each
                for each in candidates
                if wanted and each.identity[0] == wanted and version in ("", each.identity[1])
            ]

        named = by_name(self._without_running) or by_name(self._brought_by_code)
        if not named:
            raise self._unknown(name)
        in_use = [each for each in named if not each.disabled] or named
        newest = max((each.identity for each in in_use), key=lambda stated: version_order(stated[1]))
        same = [each for each in in_use if each.identity == newest]
        problem = self._conflict(same) or _disabled(same[0])
        if problem and not (disabled and problem.code == "checklist-disabled"):
            raise problem
        return next((candidate for candidate in same if candidate.digest), same[0])

    def _offer(self, candidate: Candidate) -> Offer:
        told = candidate.told
        if told is None:
            about = (*candidate.identity, None, None, (), (), "")
            return Offer(*about, candidate.source, candidate.problem, candidate.base)
        problem = _disabled(candidate) or self._conflict(self._by_name[candidate.identity])
        return Offer(
            told.id,
            told.version,
            told.title,
            told.publisher,
            told.levels,
            told.purpose,
            told.digest,
            candidate.source,
            problem,
            candidate.base,
            self._needs(told.uses),
            told.uses,
        )

    def _needs(self, used: Sequence[str]) -> tuple[str, ...]:
        """The plugins whose kinds, scales or scorer are used and that may not run; none of their code is asked."""
        run = [each.name for each in self._data.plugins if runnable(each)]
        absent = [name for name in used if not any(begins_with(name, each) for each in run)]
        return tuple(sorted({name.partition(".")[0] for name in absent}))

    def _conflict(self, same: Sequence[Candidate]) -> CadreError | None:
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


def _disabled(candidate: Candidate) -> CadreError | None:
    if not candidate.disabled:
        return None
    return NotRight("checklist-disabled", name="|".join(candidate.identity), id=candidate.identity[0])


def version_order(version: str) -> tuple[tuple[int, str], ...]:
    """Versions by their numbers, part by part: 2026.9 before 2026.10, words before numbers."""
    parts = re.findall(r"[0-9]+|[^0-9.]+", version)
    return tuple((1, part.zfill(24)) if part.isdecimal() else (0, part) for part in parts)
