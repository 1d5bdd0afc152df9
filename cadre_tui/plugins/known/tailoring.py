"""Overlays among the files that are known: each finds its base by name, in whatever order they were found."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from cadre_tui.files.content import LARGEST_CHECKLIST, content
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import BadInput, CadreError, Fault, NotRight
from cadre_tui.plugins.asking.host import Brought

if TYPE_CHECKING:
    from cadre_tui.checklists import Judged, Written


class Candidate(Protocol):
    """A file that is known, read no further than somebody asked."""

    source: Brought

    @property
    def identity(self) -> tuple[str, str]:
        """Id and version as the file states them."""

    @property
    def base(self) -> str:
        """What it tailors; empty where it is no overlay."""

    @property
    def digest(self) -> str:
        """The digest; empty for a faulty file."""

    @property
    def problem(self) -> CadreError | None:
        """Why the file by itself cannot be used."""


def stated_base(stated: Mapping[str, Any]) -> str:
    """What the tables of a file say that they tailor; ``?`` for an overlay that does not say, else empty."""
    schema = stated.get("schema")
    if "overlay" not in stated or (isinstance(schema, int) and schema > 1):
        return ""
    overlay = stated["overlay"]
    base = overlay.get("base") if isinstance(overlay, dict) else None
    return base if isinstance(base, str) and base else "?"


class Overlays:
    """Reads overlays, each once. ``known`` gives every file, overlays and others."""

    def __init__(self, known: Callable[[], Sequence[Candidate]]) -> None:
        self._known = known
        self._judged: dict[Path, Judged] = {}

    def checklist(self, candidate: Candidate) -> Checklist:
        """The flat checklist that an overlay makes.

        Raises:
            NotRight: with every fault of the overlay, or where it cannot stand beside another.
            OSError: where the file cannot be read.
        """
        return self.written(candidate).checklist

    def written(self, candidate: Candidate) -> "Written":
        """Checklist or overlay, with its tables and where each field comes from. Raises what ``checklist`` raises."""
        from cadre_tui import checklists  # noqa: PLC0415 - a list of names does not need the reader

        path = candidate.source.path
        if not candidate.base:
            return checklists.source(content(path, LARGEST_CHECKLIST), str(path))
        judged, faults = self.judged(candidate)
        if judged.written is None or any(not fault.warning for fault in faults):
            count = sum(not fault.warning for fault in faults)
            raise NotRight("checklist-faulty", faults, file=path.name, count=count)
        return judged.written

    def judged(self, candidate: Candidate) -> "tuple[Judged, tuple[Fault, ...]]":
        """An overlay as it was read, and all that is wrong with it, beside the other overlays too."""
        from cadre_tui import checklists  # noqa: PLC0415 - a list of names does not need the reader

        mine, file = self._alone(candidate), str(candidate.source.path)
        faults = list(mine.faults)
        for other in self._known():
            if other.base == candidate.base and other.identity[0] != candidate.identity[0]:
                with suppress(OSError):  # a file that has gone meanwhile contests nothing
                    faults += checklists.contested(mine, self._alone(other), file, str(other.source.path))
        return mine, tuple(sorted(faults, key=checklists.in_order))

    def _alone(self, candidate: Candidate) -> "Judged":
        from cadre_tui import checklists  # noqa: PLC0415 - a list of names does not need the reader

        path = candidate.source.path
        if path not in self._judged:

            def base_of(name: str) -> "Written":
                return self._base(name, candidate)

            self._judged[path] = checklists.tailor(content(path, LARGEST_CHECKLIST), str(path), base_of, self._names)
        return self._judged[path]

    def _names(self) -> tuple[str, ...]:
        return tuple("|".join(each.identity) for each in self._known() if all(each.identity))

    def _base(self, name: str, asking: Candidate) -> "Written":
        by_name = {"|".join(each.identity): each for each in self._known()}
        trail = ["|".join(asking.identity)]
        at = name
        while at in by_name and by_name[at].base:
            trail.append(at)
            if at in trail[:-1]:
                raise NotRight("overlay-circle", trail=" → ".join(trail))
            at = by_name[at].base
        same = [each for each in self._known() if "|".join(each.identity) == name]
        usable = [each for each in same if each.digest]
        if not usable:
            raise same[0].problem or BadInput("checklist-unknown", name=name)
        if any(each.digest != usable[0].digest for each in usable):
            raise NotRight("checklist-conflict", name=name, first=str(same[0].source), second=str(same[1].source))
        return self.written(usable[0])
