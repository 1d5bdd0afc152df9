"""An overlay and its base -> one flat, frozen checklist, or everything that is wrong with the overlay."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cadre_tui.checklists.overlays.laying import Laid, lay
from cadre_tui.checklists.overlays.reading import Overlay, read_overlay
from cadre_tui.checklists.overlays.targets import Field, field_of, in_short, overlapping
from cadre_tui.checklists.positions import InText, Position, Positions, in_order
from cadre_tui.checklists.read import TABLES, examine, frozen, table, tables
from cadre_tui.checklists.report import Located, in_words, report
from cadre_tui.kinds.registry import own
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.fault import CadreError, Fault, NotRight, Place

SUMS: Final = (codes.SECTION_SUM, codes.TOTAL_SUM, codes.NEVER_GIVEN)
"""Nothing is concluded from sums where some change could not be made or read."""

LAID: Final = (codes.REASON_NEEDED, codes.EXPIRED, codes.PREFIX, codes.BASE_DIFFERS)
"""Faults of changes that could be made all the same."""


@dataclass(frozen=True)
class Origin:
    """Where a field comes from: the checklist or overlay that wrote it, its place, and the reason given."""

    name: str
    place: Place
    overlay: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Written:
    """A checklist together with its tables and the file that they stand in; ``below`` is what an overlay lies on."""

    checklist: Checklist
    raw: dict[str, Any]
    located: Located
    file: str
    laid: Laid | None = None
    below: "Written | None" = None

    def origin(self, path: str) -> Origin:
        """Where the field at a path of the resolved tables comes from."""
        return self._origin(field_of(path, self.raw))

    def _origin(self, field: Field) -> Origin:
        if self.laid is None or self.below is None:
            return Origin(self.checklist.name, self.located.place(_path_of(field, self.raw), self.file))
        own = None if field == ("checklist", "", "total") else _written_at(self.laid, field)
        own = self.laid.touched.get(field, own)
        if own is None:
            return self.below._origin(field)
        return Origin(
            self.checklist.name, self.located.place(own, self.file), True, _reason(self.laid.overlay.raw, own)
        )


@dataclass(frozen=True)
class Judged:
    """An overlay that was read: what came out, or why nothing did; ``claims`` are the fields that it changes, each
    with the path at which it does so.
    """

    name: str
    base: str
    written: Written | None
    faults: tuple[Fault, ...]
    claims: tuple[tuple[Field, str], ...]
    located: InText


def source(text: bytes, file: str) -> Written:
    """A checklist that is no overlay. Raises ``NotRight`` where it is faulty."""
    if Path(file).suffix.lower() in TABLES:
        drawn, places, told = table(Path(file), own)
        if drawn is None or any(not fault.warning for fault in (*drawn.faults, *told)):
            raise NotRight("checklist-faulty", file=file, count=len(told) + len(drawn.faults if drawn else ()))
        return Written(frozen(drawn), drawn.raw, places, file)
    found = tables(text, file)
    draft = None if isinstance(found, Fault) else examine(found[0], find=own)
    if draft is None or isinstance(found, Fault) or any(not fault.warning for fault in draft.faults):
        raise NotRight("checklist-faulty", file=file, count=len(draft.faults) if draft else 1)
    return Written(frozen(draft), draft.raw, Positions(found[1]), file)


def tailor(
    text: bytes,
    file: str,
    base_of: Callable[[str], Written],
    known: Callable[[], tuple[str, ...]],
    today: datetime.date | None = None,
) -> Judged:
    """Lay the overlay in ``text`` on its base, which ``base_of`` finds by ``id|version``.

    ``base_of`` raises a ``CadreError`` where there is none that can be used; ``known`` are the names that there are.
    An ``exclude`` whose ``expires`` lies before ``today`` is a fault.
    """
    found = tables(text, file)
    if isinstance(found, Fault):
        return Judged("", "", None, (found,), (), InText())
    raw, written = found
    overlay = read_overlay(raw, today or datetime.date.today())
    positions = Positions(written)
    name, base_name = f"{overlay.head.id}|{overlay.head.version}", overlay.head.overlay.base
    base = _base(overlay, base_of, known)
    if base is None:
        return Judged(name, base_name, None, report(overlay.faults, raw, positions, file), (), positions)
    laid = lay(overlay, base.raw)
    draft = examine(laid.raw, find=own)
    whole = not draft.unread and all(fault.code in LAID for fault in overlay.faults)
    told = _retold(laid, [each for each in draft.faults if whole or each.code not in SUMS])
    faults = (*report(overlay.faults, raw, positions, file), *report(told, laid.raw, _Traced(laid, positions), file))
    faults = tuple(sorted(faults, key=in_order))
    right = all(fault.warning for fault in faults)
    resolved = Written(frozen(draft), laid.raw, positions, file, laid, base) if right else None
    return Judged(name, base_name, resolved, faults, tuple(laid.touched.items()), positions)


def contested(mine: Judged, other: Judged, file: str, other_file: str) -> Iterator[Fault]:
    """A fault for each field that two overlays of the same base both change, told of the first."""
    for field, path in mine.claims:
        for theirs, their_path in other.claims:
            if overlapping(field, theirs):
                values: dict[str, Any] = {"where": in_short(field), "mine": mine.name, "other": other.name}
                values |= {"file": other_file, "at": other.located.of(their_path) or 0}
                yield Fault(code=codes.SAME_FIELD, place=mine.located.place(path, file), values=values)


def _base(
    overlay: Overlay, base_of: Callable[[str], Written], known: Callable[[], tuple[str, ...]]
) -> Written | None:
    basis = overlay.head.overlay
    if basis.base == "-" or any(fault.code == codes.BASE_NAME for fault in overlay.faults):
        return None
    names = known()
    if basis.base not in names:
        overlay.add(codes.BASE_UNKNOWN, "overlay.base", name=basis.base, known=names)
        return None
    try:
        base = base_of(basis.base)
    except CadreError as error:
        if error.code == "overlay-circle":
            overlay.add(codes.BASE_CIRCLE, "overlay.base", circle=str(error.values["trail"]).split(" → "))
        else:
            overlay.add(codes.BASE_UNUSABLE, "overlay.base", base=basis.base)
        return None
    if basis.sha256 is not None and basis.sha256.lower() != base.checklist.digest:
        overlay.add(codes.BASE_DIFFERS, "overlay.sha256", base=basis.base, digest=base.checklist.digest)
    return base


def _retold(laid: Laid, faults: list[Fault]) -> list[Fault]:
    """A condition on something that was excluded is the exclusion's fault."""
    out = {exclude.criterion: path for path, exclude in laid.overlay.excludes}
    told = []
    for fault in faults:
        name = fault.values.get("name")
        if fault.code == codes.UNKNOWN_CRITERION and name in out:
            values = {"given": name, "by": in_words(fault.path.rpartition(".")[0], laid.raw)}
            laid.overlay.add(codes.EXCLUDED_NAMED, f"{out[str(name)]}.criterion", **values)
        else:
            told.append(fault)
    return told


@dataclass(frozen=True)
class _Traced(InText):
    """The positions in the overlay for paths of what came out of it."""

    laid: Laid
    own: Positions

    def at(self, path: str, *, key: bool = False) -> Position:
        if not path.startswith(("set.", "add.", "exclude.")):  # else already a path of the overlay
            path = _written_at(self.laid, field_of(path, self.laid.raw)) or "overlay.base"
        return self.own.at(path, key=key)


def _written_at(laid: Laid, field: Field) -> str | None:
    """The overlay's path for a field that it wrote itself, or brought about."""
    for notes in (laid.touched, laid.moved):
        for length in range(len(field), 1, -1):
            if field[:length] in notes:
                return ".".join([notes[field[:length]], *field[length:]])
    return None


def _path_of(field: Field, raw: dict[str, Any]) -> str:
    kind, name, *steps = field
    for position, section in enumerate(raw.get("section", [])):
        if kind == "section" and section.get("id") == name:
            return ".".join([f"section.{position}", *steps])
        for inner, criterion in enumerate(section.get("criterion", []) if kind == "criterion" else ()):
            if criterion.get("id") == name:
                return ".".join([f"section.{position}.criterion.{inner}", *steps])
    return ".".join(steps)


def _reason(raw: dict[str, Any], path: str) -> str:
    table, position, *_rest = [*path.split("."), "", ""]
    if table != "set" or not position.isdecimal():
        return ""
    reason = raw["set"][int(position)].get("reason", "")
    return reason if isinstance(reason, str) else next(iter(reason.values()), "")
