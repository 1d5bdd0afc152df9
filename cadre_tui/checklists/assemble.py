"""The tables of a file -> a draft of the checklist, each part read on its own so that one fault hides no other."""

from decimal import Decimal
from typing import Any

from cadre_tui.checklists.draft import Draft
from cadre_tui.checklists.fields import Fields
from cadre_tui.kinds.absent import AbsentCriterion
from cadre_tui.kinds.registry import Find, find, kinds, of_plugin, own
from cadre_tui.model.checklists.checklist import Checklist, Criterion, Grade, Head, Scale, Section
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.fault import Fault
from cadre_tui.model.text import LANGUAGE, Text
from cadre_tui.model.written import Writing, exact_sum

PARTS = ("scale", "section", "grade")

NOTHING = Checklist(id="-", version="-", title=Text({"zh": "-"}), total=Decimal(0), section=())
"""Stands where no head of a checklist can be read."""


def assemble(raw: dict[str, Any], *, frozen: bool = False, find: Find = find) -> Draft:
    """Read whatever can be read. ``frozen``: a canonical copy, in which numbers and dates are text.

    ``find`` is where kinds are looked for: with ``registry.own`` no plugin is asked, and theirs are read as absent.
    """
    lang = raw.get("lang", "zh")
    lang = lang if isinstance(lang, str) and LANGUAGE.fullmatch(lang) else "zh"
    fields = Fields(Writing(lang=lang, frozen=frozen))
    header = {key: value for key, value in raw.items() if key not in {*PARTS, "schema"}}
    written = {"total": 0, "section": [], **header}
    known = fields.read(Head, written, "", id="-", version="-", title="-", total=0) or NOTHING
    scales = [(path, _scale(fields, table, path)) for path, table in fields.tables(raw, "scale", "scale")]
    grades = [(path, fields.read(Grade, table, path)) for path, table in fields.tables(raw, "grade", "grade")]
    sections = [_section(fields, table, path, find) for path, table in fields.tables(raw, "section", "section")]
    read = tuple((path, section, paths) for path, section, paths in sections if section is not None)
    base = [each for _, each, _ in read if each.kind == "base"]
    checklist = Checklist.model_validate(
        dict(known)
        | {
            "scale": tuple(each for _, each in scales),
            "section": tuple(section for _, section, _ in read),
            "grade": tuple(each for _, each in grades if each is not None),
            "total": known.total if "total" in raw else exact_sum(each.points or Decimal(0) for each in base),
        }
    )
    return Draft(
        raw=raw,
        checklist=checklist,
        scale_paths=tuple(path for path, _ in scales),
        section_paths=tuple(path for path, _, _ in read),
        criterion_paths=tuple(paths for _, _, paths in read),
        grade_paths=tuple(path for path, each in grades if each is not None),
        criterion_ids=_named(raw, "section", "criterion"),
        grade_codes=_named({"section": [raw]}, "section", "grade", "code"),
        unread=fields.unread,
        faults=fields.faults,
    )


def _scale(fields: Fields, table: dict[str, Any], path: str) -> Scale:
    """A scale that cannot be read keeps its id, so that nobody is told that it is not there."""
    scale = fields.read(Scale, table, path)
    return scale or Scale(id=str(table.get("id", "-")), option=())


def _section(
    fields: Fields, table: dict[str, Any], path: str, find: Find
) -> tuple[str, Section | None, tuple[str, ...]]:
    header = {key: value for key, value in table.items() if key != "criterion"}
    section = fields.read(Section, {**header, "criterion": []}, path, title="-")
    within = [
        (at, _criterion(fields, each, at, find))
        for at, each in fields.tables(table, "criterion", f"{path}.criterion")
    ]
    read = [(at, each) for at, each in within if each is not None]
    if section is None:
        return path, None, ()
    summed = exact_sum(each.points for _, each in read)
    points = summed if section.points is None and section.kind == "base" else section.points
    section = section.model_copy(update={"criterion": tuple(each for _, each in read), "points": points})
    return path, section, tuple(at for at, _ in read)


def _criterion(fields: Fields, table: dict[str, Any], path: str, find: Find) -> Criterion | None:
    written = table.get("kind")
    itself = find(written) if isinstance(written, str) else None
    if itself is not None:
        return fields.read(itself.model, table, path, text="-")
    if isinstance(written, str) and of_plugin(written):
        if not fields.writing.frozen:
            fields.faults.append(_plugins_kind(written, f"{path}.kind", looked=find is not own))
        return fields.read(AbsentCriterion, table, path, text="-")
    # The fields that every kind has can still be read; in a frozen copy they are all that is left of it.
    common = {key: value for key, value in table.items() if key in Criterion.model_fields}
    criterion = fields.read(Criterion, common, path)
    if fields.writing.frozen:
        return criterion
    if isinstance(written, str):
        fields.faults.append(
            Fault(code=codes.UNKNOWN_KIND, path=f"{path}.kind", values={"name": written, "known": tuple(kinds())})
        )
    fields.unread.add(path)
    return None


def _plugins_kind(name: str, path: str, *, looked: bool) -> Fault:
    """It is not there; or nobody looked, and whoever uses the checklist needs the plugin."""
    if looked:
        return Fault(code=codes.PLUGIN_KIND, path=path, values={"name": name, "known": tuple(kinds())})
    return Fault(code=codes.PLUGIN_NEEDED, path=path, values={"name": name}, warning=True)


def _named(raw: dict[str, Any], outer: str, inner: str, key: str = "id") -> tuple[str, ...]:
    """Every name that was written in such a table, whether the table could be read or not."""
    outers = raw.get(outer, [])
    tables = [each.get(inner, []) for each in outers if isinstance(each, dict)] if isinstance(outers, list) else []
    inners = [each for table in tables if isinstance(table, list) for each in table if isinstance(each, dict)]
    return tuple(each[key] for each in inners if isinstance(each.get(key), str))
