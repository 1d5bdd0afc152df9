"""The bytes of a file -> a checklist, or everything that is wrong with it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cadre_tui.checklists.assemble import NOTHING, assemble
from cadre_tui.checklists.canonical import canonical, digest
from cadre_tui.checklists.conditions import check_conditions
from cadre_tui.checklists.draft import Draft
from cadre_tui.checklists.grades import check_grades
from cadre_tui.checklists.names import check_names
from cadre_tui.checklists.points import check_points
from cadre_tui.checklists.positions import Positions
from cadre_tui.checklists.report import report
from cadre_tui.checklists.shared_scales import lacking_scales, told_as_needed, with_shared_scales
from cadre_tui.checklists.thaw import with_typed_conditions
from cadre_tui.checklists.translations import check_translations
from cadre_tui.files.content import LARGEST_CHECKLIST, MEGABYTE, TooLarge, content
from cadre_tui.files.toml import NotToml, toml
from cadre_tui.kinds.absent import AbsentCriterion
from cadre_tui.kinds.registry import Find, find, names, own
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.fault import BadInput, Fault, NotRight, Place

if TYPE_CHECKING:
    from cadre_tui.checklists.tables import Places

SCHEMA: Final = 1
"""The newest format that this program reads."""

TABLES: Final = (".xlsx", ".csv")
"""The endings of files that are read as tables."""

OTHER_TABLES: Final = (".xls", ".ods", ".et", ".xlsm", ".numbers")
"""Tables that have to be saved as something else first."""


def read(path: Path | str) -> Checklist:
    """The checklist in a TOML file or a table.

    Raises:
        NotRight: with every fault, where the file is faulty.
        BadInput: where it cannot be read, needs a plugin, or is no checklist of its own.
    """
    return _settled(*_judged(Path(path)), str(path))


def listed(path: Path | str) -> Checklist:
    """The same without any plugin's code: of a plugin's kind only what every kind has is looked at.

    It is what is listed; what is used is read whole (``completed``). Raises what ``read`` raises.
    """
    return _settled(*_judged(Path(path), own), str(path))


def completed(checklist: Checklist) -> Checklist:
    """A listed checklist with its plugins' kinds and scales looked up, and judged by them.

    Raises:
        NotRight: with every fault, where a plugin finds some.
        BadInput: where a plugin's kind is not at hand.
    """
    absent = any(isinstance(each, AbsentCriterion) for each in checklist.criteria())
    if not absent and next(lacking_scales(checklist.canonical), None) is None:
        return checklist
    written = with_shared_scales(checklist.canonical)
    draft = assemble(written, frozen=True)
    draft = replace(draft, checklist=with_typed_conditions(draft.checklist))
    for path, criterion, _ in draft.criteria():
        if isinstance(criterion, AbsentCriterion):
            draft.add(codes.PLUGIN_KIND, f"{path}.kind", name=criterion.kind, known=names())
    _judge_whole(draft)
    faults = report(draft.faults, draft.raw, Positions(""), checklist.name)
    form = canonical(written, draft.checklist)
    whole = draft.checklist.model_copy(update={"canonical": form, "digest": digest(form)})
    return _settled(whole, faults, checklist.name)


def check(path: Path | str) -> tuple[Fault, ...]:
    """Every fault of a TOML file or a table, warnings too; empty where all is well. No plugin's code is run.

    Raises:
        BadInput: where the file cannot be read.
    """
    return _judged(Path(path), own, remind=True)[1]


def stated(path: Path) -> dict[str, Any]:
    """What a table states, whatever else is wrong with it.

    Raises:
        BadInput: where the file cannot be read.
    """
    from cadre_tui.checklists.tables import read_tables  # noqa: PLC0415 - a text file needs none of it

    return read_tables(path, str(path)).raw or {}


def parse(text: bytes | str, file: str) -> Checklist:
    """The checklist in a text that came from ``file``. Raises what ``read`` raises."""
    return _settled(*_judge(text, file), file)


def _settled(checklist: Checklist | None, faults: tuple[Fault, ...], file: str) -> Checklist:
    """The checklist, or the refusal that its faults come to."""
    wrong = tuple(fault for fault in faults if not fault.warning)
    if checklist is not None and not wrong:
        return checklist
    found = {fault.code for fault in wrong}
    name = Path(file).name
    if found == {codes.NEWER_SCHEMA}:
        raise NotRight("checklist-newer", file=name, schema=wrong[0].values["schema"])
    if found == {codes.OVERLAY}:
        raise BadInput("checklist-overlay", file=name)
    if found == {codes.PLUGIN_KIND}:
        missing = sorted({str(fault.values["name"]) for fault in wrong})
        raise BadInput("checklist-kind-missing", file=name, kinds=", ".join(missing))
    raise NotRight("checklist-faulty", wrong, file=name, count=len(wrong))


def _judged(path: Path, find: Find = find, *, remind: bool = False) -> tuple[Checklist | None, tuple[Fault, ...]]:
    if path.suffix.lower() not in TABLES:
        return _judge(_bytes(path), str(path), find, remind=remind)
    draft, places, told = table(path, find, remind=remind)
    if draft is None:
        return None, told
    faults = report(draft.faults, draft.raw, places, str(path))
    # What a spreadsheet did to a cell is told once, not also as what follows from it; nor does what is not there
    # because its sheet is missing.
    spoilt = {_cell(each) for each in told if each.place.row or each.code == codes.NO_SHEET}
    together = sorted((*told, *(each for each in faults if _cell(each) not in spoilt)), key=places.order)
    return (None if any(not each.warning for each in together) else frozen(draft)), tuple(together)


def _cell(fault: Fault) -> tuple[str | None, int | None, int | None]:
    return fault.place.sheet, fault.place.row, fault.place.column


def table(path: Path, find: Find = find, *, remind: bool = False) -> "tuple[Draft | None, Places, tuple[Fault, ...]]":
    """A table as a draft (None where nothing can be concluded), its cells, and what was done to them.

    Raises:
        BadInput: where the file cannot be read.
    """
    from cadre_tui.checklists.tables import read_tables  # noqa: PLC0415 - a text file needs none of it

    found = read_tables(path, str(path))
    return (
        (None if found.raw is None else examine(found.raw, find=find, remind=remind)),
        found.places,
        tuple(found.faults),
    )


def _bytes(path: Path) -> bytes:
    if path.suffix.lower() in OTHER_TABLES:
        raise BadInput("checklist-table", file=path.name)
    try:
        return content(path, LARGEST_CHECKLIST)
    except TooLarge:
        raise NotRight("checklist-too-large", file=str(path), megabytes=LARGEST_CHECKLIST // MEGABYTE) from None
    except FileNotFoundError:
        raise BadInput("checklist-not-found", file=str(path)) from None
    except (OSError, ValueError):
        raise BadInput("checklist-unreadable", file=str(path)) from None


def _judge(
    text: bytes | str, file: str, find: Find = find, *, remind: bool = False
) -> tuple[Checklist | None, tuple[Fault, ...]]:
    """The checklist where it could be read, and all that is wrong with it."""
    found = tables(text, file)
    if isinstance(found, Fault):
        return None, (found,)
    raw, written = found
    draft = examine(raw, find=find, remind=remind)
    faults = report(draft.faults, raw, Positions(written), file)
    return (None if any(not fault.warning for fault in faults) else frozen(draft)), faults


def tables(text: bytes | str, file: str) -> tuple[dict[str, Any], str] | Fault:
    """The tables of a file and its text; the one fault where it is no TOML in UTF-8."""
    try:
        written = text if isinstance(text, str) else text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Fault(code=codes.NOT_UTF8, place=_end(error.object[: error.start].decode(), file))
    written = written.removeprefix("\ufeff")
    try:
        return toml(written), written
    except NotToml as error:
        place = Place(file=file, line=error.line, column=error.column) if error.line else _end(written, file)
        return Fault(code=codes.NOT_TOML, place=place, values={"parser": error.why})


def frozen(draft: Draft) -> Checklist:
    """The checklist of a draft without faults, with its canonical form and digest."""
    form: dict[str, Any] = canonical(draft.raw, draft.checklist)
    return draft.checklist.model_copy(update={"canonical": form, "digest": digest(form)})


def _end(text: str, file: str) -> Place:
    """The place right behind a text."""
    return Place(file=file, line=text.count("\n") + 1, column=len(text.rpartition("\n")[2]) + 1)


def examine(raw: dict[str, Any], *, find: Find = find, remind: bool = True) -> Draft:
    """The tables of a file with everything that is wrong in them; ``find`` is where kinds are looked for.

    Translations that are missing are looked for where somebody is to be reminded of them: it takes its time.
    """
    schema = raw.get("schema")
    whole = isinstance(schema, int) and not isinstance(schema, bool)
    if isinstance(schema, int) and whole and schema > SCHEMA:
        return _only(raw, codes.NEWER_SCHEMA, "schema", schema=schema)
    if "overlay" in raw:
        return _only(raw, codes.OVERLAY, "overlay")
    raw = raw if find is own else with_shared_scales(raw)
    draft = assemble(raw, find=find)
    if "schema" not in raw:
        draft.add(codes.MISSING_KEY, "schema", name="schema")
    elif not whole or schema != SCHEMA:
        draft.add(codes.WRONG_SCHEMA, "schema", known=SCHEMA)
    if not draft.checklist.section and not raw.get("section"):
        draft.add(codes.EMPTY, "section")
    check_names(draft)
    _judge_whole(draft)
    if find is own:
        told_as_needed(draft)
    if remind and all(fault.warning for fault in draft.faults):
        check_translations(draft)
    if find is own and draft.checklist.scorer is not None:
        draft.add(codes.PLUGIN_NEEDED, "scorer", warning=True, name=draft.checklist.scorer)
    return draft


def _judge_whole(draft: Draft) -> None:
    """What one part of a checklist says against another."""
    for examine in (check_points, check_conditions, check_grades):
        examine(draft)


def _only(raw: dict[str, Any], code: str, path: str, **values: Any) -> Draft:
    """One fault that says it all: nothing else of the file is looked at."""
    nothing = Draft(raw, NOTHING, (), (), (), (), (), ())
    nothing.add(code, path, **values)
    return nothing
