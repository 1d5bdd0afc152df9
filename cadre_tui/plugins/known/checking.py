"""Checking files before they are handed on: each by itself, and against what else bears its name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cadre_tui.files.content import LARGEST_CHECKLIST, MEGABYTE, content
from cadre_tui.files.toml import toml
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import BadInput, CadreError, Fault, NotRight
from cadre_tui.plugins.allowed.installed import CHECKLISTS, Advertised, within
from cadre_tui.plugins.known.candidate import too_large
from cadre_tui.plugins.known.catalogue import Catalogue
from cadre_tui.plugins.known.folder import checklist_files, is_there, toml_files


@dataclass(frozen=True)
class Checked:
    """One file's report. ``problems`` are of its name or its packaging; ``checklist`` is None for a faulty file."""

    file: Path
    checklist: Checklist | None
    faults: tuple[Fault, ...]
    problems: tuple[CadreError, ...] = ()

    @property
    def right(self) -> bool:
        """Whether it can be used as it is: warnings do not stop it."""
        return not self.problems and all(fault.warning for fault in self.faults)


def check_paths(paths: Sequence[Path], known: Catalogue) -> tuple[Checked, ...]:
    """A report on each checklist among ``paths``, files or folders, and on each package that names a missing file.

    ``known`` holds what is installed: another content under a name that is taken there would be refused.

    Raises:
        BadInput: a path is not there, or holds no checklist.
    """
    taken = {offer.name: (str(offer.source), offer.digest) for offer in known.offers() if offer.digest}
    reports: list[Checked] = []
    files = tuple(_files(paths))
    beside = known.beside(files)  # an overlay may stand beside its base, and beside another overlay
    for file in files:
        if too_large(file):
            problem = NotRight("checklist-too-large", file=str(file), megabytes=LARGEST_CHECKLIST // MEGABYTE)
            reports.append(Checked(file, None, (), (problem,)))
            continue
        checklist, faults = beside.judged(file)
        problems: tuple[CadreError, ...] = ()
        if checklist:
            first, digest = taken.setdefault(checklist.name, (str(file), checklist.digest))
            if digest != checklist.digest:
                problems = (NotRight("checklist-conflict", name=checklist.name, first=first, second=str(file)),)
        reports.append(Checked(file, checklist, faults, problems))
    return (*reports, *_packages(paths))


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    for path in paths:
        if not is_there(path):
            raise BadInput("path-missing", path=str(path))
        found = checklist_files(path) if path.is_dir() else (path,)
        if not found:
            raise BadInput("no-checklists-here", path=str(path))
        for file in found:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def _packages(paths: Sequence[Path]) -> Iterator[Checked]:
    """Reports on each ``pyproject.toml`` below that advertises a file that is not there."""
    for project in (found for path in paths if path.is_dir() for found in toml_files(path, "pyproject.toml")):
        problems = tuple(_missing(project))
        if problems:
            yield Checked(project, None, (), problems)


def _missing(project: Path) -> Iterator[CadreError]:
    try:
        about = toml(content(project, LARGEST_CHECKLIST).decode()).get("project", {})
        stated = about.get("entry-points", {}).get(CHECKLISTS, {}).items()
    except (OSError, ValueError, AttributeError) as error:
        yield NotRight("package-unreadable", file=str(project), why=str(error))
        return
    for name, value in stated:
        entry = Advertised(CHECKLISTS, name, str(value), str(about.get("name", "?")), str(about.get("version", "")))
        if within(entry, (project.parent, project.parent / "src")) is None:
            yield NotRight("entry-file-missing", name=name, value=str(value), distribution=entry.brought_by)
