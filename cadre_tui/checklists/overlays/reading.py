"""The tables of an overlay -> its changes, in the order in which they are made, and what is wrong in themselves."""

import datetime
from dataclasses import dataclass, field
from typing import Any, Final

from cadre_tui.checklists.fields import Fields
from cadre_tui.checklists.names import CHECKLIST_ID, VERSION
from cadre_tui.checklists.overlays.targets import LISTED, TARGETS, Field
from cadre_tui.model.checklists.checklist import Ask
from cadre_tui.model.checklists.overlay import Basis, Exclude, OverlayHead, Translate
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.fault import Fault
from cadre_tui.model.text import LANGUAGE
from cadre_tui.model.written import Writing

TABLES: Final = ("set", "exclude", "add", "translate")
TEXTS: Final = frozenset({"title", "publisher", "document", "text", "guidance", "unit"})
"""The keys whose plain strings are in the overlay's own language, not in the base's."""

HEADING: Final = ("title", "publisher", "document", "approved")
POINTED: Final = frozenset({"points", "option", "tier"})
"""The keys that hold points."""

ADDING: Final = ("after", "section", "criterion", "reason")

NOBODY: Final = OverlayHead(id="-", version="-", overlay=Basis(base="-"))


@dataclass
class Overlay:
    """What an overlay says. Each change has the path at which it is written."""

    raw: dict[str, Any]
    head: OverlayHead
    sets: list[tuple[str, Field, dict[str, Any]]] = field(default_factory=list)
    excludes: list[tuple[str, Exclude]] = field(default_factory=list)
    adds: list[tuple[str, str, str, dict[str, Any]]] = field(default_factory=list)
    """Path, the criterion after which or else the section at whose end, and the criterion itself."""
    translates: list[tuple[str, Field, Translate]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def add(self, code: str, path: str, **values: Any) -> None:
        """Note a fault at its full path."""
        self.faults.append(Fault(code=code, path=path, values=values))

    @property
    def prefix(self) -> str:
        """The publisher's prefix, with its dot."""
        return self.head.id.partition(".")[0] + "."


def read_overlay(raw: dict[str, Any], today: datetime.date) -> Overlay:
    """Read whatever can be read; ``today`` tells which leave to exclude has run out."""
    lang = raw.get("lang", "zh")
    fields = Fields(Writing(lang=lang if isinstance(lang, str) and LANGUAGE.fullmatch(lang) else "zh"))
    header = {key: value for key, value in raw.items() if key not in {*TABLES, "schema"}}
    stand_in = {"id": "-", "version": "-", "overlay": {"base": "-"}}
    head = fields.read(OverlayHead, header, "", **stand_in) or NOBODY
    overlay = Overlay(raw=raw, head=head)
    _check_head(overlay)
    for path, table in fields.tables(raw, "set", "set"):
        _read_set(overlay, path, table)
    for path, table in fields.tables(raw, "exclude", "exclude"):
        exclude = fields.read(Exclude, table, path, criterion="")
        if exclude is not None and exclude.criterion:
            overlay.excludes.append((path, exclude))
            _check_exclude(overlay, path, exclude, table, today)
    for path, table in fields.tables(raw, "add", "add"):
        _read_add(overlay, path, table)
    for path, table in fields.tables(raw, "translate", "translate"):
        translated = (*TARGETS, *LISTED)
        texts = {key: value for key, value in table.items() if key not in translated}
        translate = fields.read(Translate, texts, path)
        about = _target(overlay, path, table, translated)
        if translate is not None and not LANGUAGE.fullmatch(translate.lang):
            overlay.add(codes.BAD_LANGUAGE, f"{path}.lang", name=translate.lang)
        elif translate is not None and about:
            overlay.translates.append((path, about, translate))
    overlay.faults += fields.faults
    return overlay


def _check_head(overlay: Overlay) -> None:
    raw, head = overlay.raw, overlay.head
    if "schema" not in raw:
        overlay.add(codes.MISSING_KEY, "schema", name="schema")
    elif raw["schema"] != 1 or isinstance(raw["schema"], bool):
        overlay.add(codes.WRONG_SCHEMA, "schema", known=1)
    if head.id != "-" and not CHECKLIST_ID.fullmatch(head.id):
        overlay.add(codes.BAD_ID, "id", name=head.id)
    if head.version != "-" and not VERSION.fullmatch(head.version):
        overlay.add(codes.BAD_ID, "version", name=head.version)
    name, bar, version = head.overlay.base.partition("|")
    if head.overlay.base != "-" and not (name and bar and version):
        overlay.add(codes.BASE_NAME, "overlay.base", given=head.overlay.base)


def _target(overlay: Overlay, path: str, table: dict[str, Any], targets: tuple[str, ...] = TARGETS) -> Field | None:
    """What a table is about; None, and a fault, where it does not name exactly one thing."""
    named = [key for key in targets if key in table]
    if len(named) != 1:
        overlay.add(codes.ONE_TARGET, path, known=targets)
        return None
    (kind,) = named
    written = table[kind]
    if kind == "checklist":
        base = overlay.head.overlay.base
        if written is not True and written not in (base, base.partition("|")[0]):
            overlay.add(codes.WRONG_TYPE, f"{path}.checklist", expected="true")
            return None
        return ("checklist", "")
    if not isinstance(written, str):
        overlay.add(codes.WRONG_TYPE, f"{path}.{kind}", expected="text")
        return None
    return (kind, written)


def _read_set(overlay: Overlay, path: str, table: dict[str, Any]) -> None:
    about = _target(overlay, path, table)
    if about is None:
        return
    changes = {key: value for key, value in table.items() if key not in {*TARGETS, "reason"}}
    reason = table.get("reason")
    # A criterion has a key ``reason`` of its own, which takes these four words and no others.
    if about[0] == "criterion" and isinstance(reason, str) and reason in {each.value for each in Ask}:
        changes["reason"], reason = reason, None
    if "reason" in table and reason is not None and not _told(reason):
        overlay.add(codes.WRONG_TYPE, f"{path}.reason", expected="text")
    if POINTED & changes.keys() and not _told(reason):
        overlay.add(codes.REASON_NEEDED, path)
    if not changes:
        overlay.add(codes.EMPTY, path)
    overlay.sets.append((path, about, changes))


def _told(reason: Any) -> bool:
    texts = list(reason.values()) if isinstance(reason, dict) else [reason]
    return bool(texts) and all(isinstance(text, str) and text.strip() for text in texts)


def _check_exclude(
    overlay: Overlay, path: str, exclude: Exclude, table: dict[str, Any], today: datetime.date
) -> None:
    if "reason" not in table:
        overlay.add(codes.REASON_NEEDED, path)
    if exclude.expires is not None and exclude.expires < today:
        overlay.add(codes.EXPIRED, f"{path}.expires", name=exclude.criterion, day=exclude.expires.isoformat())


def _read_add(overlay: Overlay, path: str, table: dict[str, Any]) -> None:
    places = {key: table[key] for key in ("after", "section") if key in table}
    for key in table:
        if key not in ADDING:
            overlay.add(codes.UNKNOWN_KEY, f"{path}.{key}", name=key, known=ADDING)
    if "reason" in table and not _told(table["reason"]):
        overlay.add(codes.WRONG_TYPE, f"{path}.reason", expected="text")
    criterion = table.get("criterion")
    if len(places) != 1:
        overlay.add(codes.ONE_PLACE, path)
    elif not all(isinstance(each, str) for each in places.values()):
        overlay.add(codes.WRONG_TYPE, f"{path}.{next(iter(places))}", expected="text")
    if criterion is None:
        overlay.add(codes.MISSING_KEY, f"{path}.criterion", name="criterion")
    elif not isinstance(criterion, dict):
        overlay.add(codes.WRONG_TYPE, f"{path}.criterion", expected="table")
    elif not isinstance(criterion.get("id"), str):
        given = "id" in criterion
        overlay.add(
            codes.WRONG_TYPE if given else codes.MISSING_KEY, f"{path}.criterion.id", name="id", expected="text"
        )
    else:
        if overlay.head.id != "-" and not criterion["id"].startswith(overlay.prefix):
            overlay.add(codes.PREFIX, f"{path}.criterion.id", given=criterion["id"], prefix=overlay.prefix)
        after, section = places.get("after"), places.get("section")
        if len(places) == 1 and isinstance(after or section, str):
            overlay.adds.append((path, after or "", section or "", criterion))
