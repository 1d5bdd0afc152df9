"""The changes of an overlay made on a copy of its base: one flat set of tables, each change with its place."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from cadre_tui.checklists.fields import keys
from cadre_tui.checklists.overlays.reading import HEADING, TEXTS, Overlay
from cadre_tui.checklists.overlays.targets import LISTED, Field, overlapping
from cadre_tui.kinds.registry import own
from cadre_tui.model.checklists.checklist import Head, Section
from cadre_tui.model.checklists.overlay import Translate
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.written import exact_sum, usable

FIXED: Final = ("id", "kind", "version", "schema")
"""What no overlay changes: the id and the version of what it makes are its own."""

DEEPEST: Final = 16
"""No table of a checklist lies deeper; what does is wrong, and is told so."""


@dataclass
class Laid:
    """``raw`` are the tables of what comes out; ``touched`` says of each changed field where that is written."""

    overlay: Overlay
    raw: dict[str, Any]
    touched: dict[Field, str] = field(default_factory=dict)
    moved: dict[Field, str] = field(default_factory=dict)
    """Where sums and lists were changed through their parts."""

    def criteria(self) -> dict[str, tuple[dict[str, Any], dict[str, Any]]]:
        """Each criterion by id, with its section."""
        sections = self.raw.get("section", [])
        return {each["id"]: (each, section) for section in sections for each in section.get("criterion", [])}

    def table(self, about: Field, path: str) -> dict[str, Any] | None:
        """The table that a change is about; None, and a fault, where there is none."""
        kind, name = about
        if kind == "checklist":
            return self.raw
        if kind == "section":
            sections = {each["id"]: each for each in self.raw.get("section", [])}
            if name not in sections:
                self.overlay.add(codes.UNKNOWN_SECTION, f"{path}.section", name=name, known=tuple(sections))
            return sections.get(name)
        return self.criterion(name, f"{path}.criterion")

    def criterion(self, name: str, path: str) -> dict[str, Any] | None:
        """The criterion of that id; None, and a fault, where there is none."""
        found = self.criteria()
        if name not in found:
            self.overlay.add(codes.UNKNOWN_CRITERION, path, name=name, known=tuple(found))
            return None
        return found[name][0]

    def touch(self, changed: Field, path: str, *, part: bool = False) -> None:
        """Note a change; a second one of the same field is a fault. ``part``: the whole may be changed, too."""
        whole = len(changed) if part else 0
        same = next(
            (at for each, at in self.touched.items() if len(each) >= whole and overlapping(each, changed)), None
        )
        if same is not None:
            self.overlay.add(codes.DUPLICATE, path, name=" › ".join(filter(None, changed[1:])), first=same)
        else:
            self.touched[changed] = path

    def move(self, about: Field, path: str) -> None:
        """Note what the change of a criterion or a section moves: its section's sum and the total."""
        kind, name = about
        section = self.criteria()[name][1]["id"] if kind == "criterion" else name
        self.moved.setdefault(("section", section, "criterion"), path)
        self.moved.setdefault(("checklist", "", "total"), path)


def lay(overlay: Overlay, base: dict[str, Any]) -> Laid:
    """Make every change that can be made. Faults of single changes go to the overlay."""
    laid = Laid(overlay, _spoken("", base, str(base.get("lang", "zh"))))
    laid.raw["id"], laid.raw["version"] = overlay.head.id, overlay.head.version
    laid.moved[("checklist", "", "id")], laid.moved[("checklist", "", "version")] = "id", "version"
    for key in HEADING:
        if key in overlay.raw:
            laid.raw[key] = _spoken(key, overlay.raw[key], overlay.head.lang)
            laid.touch(("checklist", "", key), key)
    for path, about, changes in overlay.sets:
        _set(laid, path, about, changes)
    _add(laid)
    for path, exclude in overlay.excludes:
        if laid.criterion(exclude.criterion, f"{path}.criterion") is not None:
            laid.touch(("criterion", exclude.criterion), path)
    for path, about, translate in overlay.translates:
        _translate(laid, path, about, translate)
    _leave_out(laid)
    _sum_anew(laid)
    return laid


def _set(laid: Laid, path: str, about: Field, changes: dict[str, Any]) -> None:
    table = laid.table(about, path)
    if table is None:
        return
    known = _known(about, table)
    for key, value in changes.items():
        here = f"{path}.{key}"
        if key in FIXED:
            laid.overlay.add(codes.NOT_CHANGED, here, given=key)
        elif known is not None and key not in known:
            laid.overlay.add(codes.UNKNOWN_KEY, here, name=key, known=known)
        else:
            table[key] = _spoken(key, value, laid.overlay.head.lang)
            laid.touch((*about, key), here)
            if key == "points":
                laid.move(about, here)


def _known(about: Field, table: dict[str, Any]) -> tuple[str, ...] | None:
    """The keys that can be set there; None where only a plugin knows, which judges them when they are used."""
    model: Any = {"checklist": Head, "section": Section}.get(about[0])
    if model is None:
        itself = own(table["kind"])
        if itself is None:
            return None
        model = itself.model
    return tuple(key for key in keys(model, []) if key not in {*FIXED, "section", "criterion"})


def _add(laid: Laid) -> None:
    last: dict[str, str] = {}
    """The criterion behind which the next one of the same ``after`` goes, so that they keep their order."""
    for path, after, section_id, written in laid.overlay.adds:
        found = laid.criteria()
        if after:
            if laid.criterion(after, f"{path}.after") is None:
                continue
            section = found[after][1]
            behind = found[last.get(after, after)][0]
            position = next(at for at, each in enumerate(section["criterion"]) if each is behind) + 1
        else:
            table = laid.table(("section", section_id), path)
            if table is None:
                continue
            section = table
            position = len(section.setdefault("criterion", []))
        name = written["id"]
        if name in found:
            laid.overlay.add(codes.TAKEN, f"{path}.criterion.id", given=name)
            continue
        section["criterion"].insert(position, _spoken("criterion", written, laid.overlay.head.lang))
        last[after or name] = name
        laid.touch(("criterion", name), f"{path}.criterion")
        laid.move(("criterion", name), path)


def _translate(laid: Laid, path: str, about: Field, translate: Translate) -> None:
    table = _listed(laid, path, about) if about[0] in LISTED else laid.table(about, path)
    if table is None:
        return
    if about[0] in LISTED:
        # The checklist's own list, in which every entry keeps its place.
        about = ("checklist", "", about[0], str(laid.raw[about[0]].index(table)))
    if about[2:3] == ("scale",) and translate.option is None:
        laid.overlay.add(codes.MISSING_KEY, path, name="option")
        return
    texts = {key: text for key, text in translate if key in TEXTS and text is not None}
    if not texts:
        laid.overlay.add(codes.EMPTY, path)
    inner = about
    for key, name, wanted in (("line", "id", translate.line), ("option", "code", translate.option)):
        if wanted is None:
            continue
        parts = _tables(table.get(key))
        known = [str(each.get(name)) for each in parts]
        if wanted not in known:
            laid.overlay.add(codes.UNKNOWN_PART, f"{path}.{key}", name=wanted, known=tuple(known))
            return
        position = known.index(wanted)
        table, inner = parts[position], (*inner, key, str(position))
    for key, text in texts.items():
        here = f"{path}.{key}"
        if key not in table:
            written = tuple(each for each in table if each in TEXTS)
            laid.overlay.add(codes.UNKNOWN_KEY, here, name=key, known=written)
            continue
        # Also where the same overlay set the text anew: a translation goes with it.
        if isinstance(table[key], dict):
            table[key] = table[key] | {translate.lang: text}
        laid.touch((*inner, key, translate.lang), here, part=True)


def _listed(laid: Laid, path: str, about: Field) -> dict[str, Any] | None:
    """The scale or grade of that name; None, and a fault, where there is none."""
    kind, name = about
    listed = {str(each.get(LISTED[kind])): each for each in _tables(laid.raw.get(kind))}
    if name not in listed:
        code = codes.UNKNOWN_SCALE if kind == "scale" else codes.UNKNOWN_GRADE
        laid.overlay.add(code, f"{path}.{kind}", name=name, known=tuple(listed))
    return listed.get(name)


def _tables(written: Any) -> list[dict[str, Any]]:
    return [each for each in written if isinstance(each, dict)] if isinstance(written, list) else []


def _spoken(key: str, written: Any, lang: str, depth: int = 0) -> Any:
    """A copy in which each plain text stands under ``lang``: base and overlay may be written in different ones."""
    if isinstance(written, str) and key in TEXTS:
        return {lang: written}
    if depth > DEEPEST:
        return written
    if isinstance(written, dict):
        return {name: _spoken("" if key in TEXTS else name, each, lang, depth + 1) for name, each in written.items()}
    if isinstance(written, list):
        return [_spoken(key if isinstance(each, dict) else "", each, lang, depth + 1) for each in written]
    return written


def _leave_out(laid: Laid) -> None:
    out = {exclude.criterion: path for path, exclude in laid.overlay.excludes}
    for section in laid.raw.get("section", []):
        gone = [each["id"] for each in section.get("criterion", []) if each["id"] in out]
        section["criterion"] = [each for each in section.get("criterion", []) if each["id"] not in out]
        for name in gone:
            laid.move(("section", section["id"]), out[name])


def _sum_anew(laid: Laid) -> None:
    """A base section's points, and a cap that equals them, follow its criteria unless the overlay sets them."""
    for section in laid.raw.get("section", []):
        points = [each.get("points", 0) for each in section["criterion"]]
        numbers = [Decimal(each) for each in points if isinstance(each, int | Decimal) and not isinstance(each, bool)]
        if section.get("kind", "base") != "base" or len(numbers) < len(points) or not all(map(usable, numbers)):
            continue
        for key in ("points", "cap"):
            itself = ("section", section["id"], key)
            if key in section and itself not in laid.touched and section[key] != exact_sum(numbers):
                section[key] = exact_sum(numbers)
                laid.moved[itself] = laid.moved.get(("section", section["id"], "criterion"), "overlay.base")
