"""A checklist while it is read: whatever could be read stands in its place, whatever could not is noted.

So the checks of the whole can go on beside a wrong field, and everything that is wrong is told at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cadre_tui.kinds.kind import Setting
from cadre_tui.model.checklists.checklist import Checklist, Criterion, Grade, Scale, Section
from cadre_tui.model.fault import Fault


@dataclass
class Draft:
    """``unread`` are the paths of fields and parts that are wrong in themselves: nothing is concluded from them.

    The paths of scales, sections, criteria and grades stand beside those that were read, in the same order.
    ``criterion_ids`` and ``grade_codes`` are all that were written, read or not.
    """

    raw: dict[str, Any]
    checklist: Checklist
    scale_paths: tuple[str, ...]
    section_paths: tuple[str, ...]
    criterion_paths: tuple[tuple[str, ...], ...]
    grade_paths: tuple[str, ...]
    criterion_ids: tuple[str, ...]
    grade_codes: tuple[str, ...]
    unread: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def add(self, code: str, path: str, *, warning: bool = False, **values: Any) -> None:
        """Note a fault at its full path."""
        self.faults.append(Fault(code=code, path=path, values=values, warning=warning))

    def sections(self) -> Iterator[tuple[str, Section]]:
        """Each section that was read, with its path."""
        return zip(self.section_paths, self.checklist.section, strict=True)

    def criteria(self) -> Sequence[tuple[str, Criterion, Setting]]:
        """Each criterion that was read, with its path and where it stands."""
        return self._criteria

    @cached_property
    def _criteria(self) -> Sequence[tuple[str, Criterion, Setting]]:
        return tuple(
            (path, criterion, setting)
            for section, within in zip(self.checklist.section, self.criterion_paths, strict=True)
            for setting in (Setting(self.checklist, section),)
            for path, criterion in zip(within, section.criterion, strict=True)
        )

    def scales(self) -> Iterator[tuple[str, Scale]]:
        """Each scale that was read, with its path; one that was not stands without options under its id."""
        return zip(self.scale_paths, self.checklist.scale, strict=True)

    def grades(self) -> Iterator[tuple[str, Grade]]:
        """Each grade that was read, with its path."""
        return zip(self.grade_paths, self.checklist.grade, strict=True)

    def flawed(self, path: str) -> set[str]:
        """The keys of the table at ``path`` in which something could not be read."""
        if not self.unread:
            return set()
        below = [each.removeprefix(f"{path}.") for each in self.unread if each.startswith(f"{path}.")]
        return {each.split(".")[0] for each in below}

    def points_known(self, section_path: str = "section") -> bool:
        """Whether all points below that path were read, and no criterion is missing there."""
        below = [each for each in self.unread if each.startswith(section_path)]
        return not any(each.endswith((".points", ".kind")) or each.split(".")[-1].isdecimal() for each in below)
