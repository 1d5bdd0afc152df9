"""Numbers that another system supplies as a table: person, fact, value, and what it is a part of."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from re import fullmatch
from typing import Any, Final, NamedTuple

from cadre_tui.files.told_name import told_name
from cadre_tui.model.answers.response import Known
from cadre_tui.model.codes import study as codes
from cadre_tui.model.fault import Fault, Place
from cadre_tui.model.text import Text
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.stored import stored
from cadre_tui.services.tables.small_table import Column, Row, Table, read_table
from cadre_tui.services.typed import written
from cadre_tui.store import Document, keys

MOST_ROWS: Final = 200_000
LONGEST: Final = 40
"""Characters of what the source is called."""

NAME: Final = r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)+"
NUMBER: Final = r"\d{1,9}(\.\d{1,6})?"

COLUMNS: Final = {
    "person": Column(("编号", "person", "人员编号", "personid", "id"), ids=True),
    "fact": Column(("数名", "fact", "指标")),
    "value": Column(("数值", "value", "数")),
    "of": Column(("总数", "of", "应有"), needed=False),
    "entry": Column(("条目", "entry", "说明", "明细"), needed=False),
}


class FactRow(NamedTuple):
    """One number of one person, with the entries that stand in rows of the same person and fact."""

    person: str
    fact: str
    known: Known


def read(session: Session, path: Path | str, title: str) -> tuple[FactRow, ...]:
    """The numbers of a table; nothing is written. ``title`` is what people are told as the source.

    A row with an entry and without a value adds its entry to the number of the same person and fact.

    Raises:
        NotPermitted: not an organiser.
        BadInput: the file is no table, or (``table-faulty``) holds what cannot be.
    """
    permit(session, Act.SETTLE_STUDY)
    source = Text({"zh": written(title, LONGEST)})
    return read_facts(path, {each.id for each in session.county.roster().people}, source)


def read_facts(path: Path | str, people: set[str], source: Text) -> tuple[FactRow, ...]:
    """The same of a county's ``people``, by id.

    Raises:
        BadInput: as ``read``.
    """
    table = read_table(path, {**COLUMNS, "value": Column(COLUMNS["value"].headings, needed=False)}, MOST_ROWS)
    found: dict[tuple[str, str], Known] = {}
    first: dict[tuple[str, str], int] = {}
    for row in table.rows:
        _row(table, row, people, source, found, first)
    if not table.rows and not table.faults:
        table.faults.append(Fault(code=codes.NO_COURSES, place=Place(file=table.file)))
    table.settle()
    return tuple(FactRow(person, fact, known) for (person, fact), known in found.items())


def take(session: Session, rows: tuple[FactRow, ...], file: str) -> int:
    """Keep them, each in the place of the same fact of the same person; how many people they are of. It is noted."""
    permit(session, Act.SETTLE_STUDY)
    by_person: dict[str, dict[str, Any]] = {}
    for each in rows:
        by_person.setdefault(each.person, {})[each.fact] = each.known.model_dump(mode="json")
    audit.note(session, "study-facts-imported", file=told_name(file), count=len(rows))
    for person, facts in by_person.items():
        _keep(session.county, person, facts)
    return len(by_person)


def given_to(county: County, person: str, facts: frozenset[str]) -> Iterator[tuple[str, Known]]:
    """Those of the named facts that another system supplied."""
    return ((fact, known) for fact, known in given_facts(county, person) if fact in facts)


def given_facts(county: County, person: str) -> Iterator[tuple[str, Known]]:
    """All that other systems supplied about somebody."""
    document = county.store.read(keys.given_facts(person)) or {}
    for fact, each in document.get("facts", {}).items():
        yield fact, stored(Known, each, "facts")


def _keep(county: County, person: str, facts: dict[str, Any]) -> None:
    def put(found: Document | None) -> Document:
        document = found or {"person": person}
        return {**document, "facts": {**document.get("facts", {}), **facts}}

    county.store.change(keys.given_facts(person), put)


def _row(
    table: Table,
    row: Row,
    people: set[str],
    source: Text,
    found: dict[tuple[str, str], Known],
    first: dict[tuple[str, str], int],
) -> None:
    values = row.values
    person, fact = values.get("person", ""), values.get("fact", "")
    if not person or not fact:
        return
    if person not in people:
        table.note(codes.UNKNOWN_PERSON, row, "person", name=person)
    if not fullmatch(NAME, fact):
        table.note(codes.NOT_A_FACT, row, "fact", name=fact)
    entry = (values["entry"],) if "entry" in values else ()
    if "value" not in values:
        known = found.get((person, fact))
        if known is None or not entry:
            where = "value" if "value" in row.columns else "fact"
            table.note(codes.NOT_A_NUMBER, row, where, name="")
        else:
            found[person, fact] = known.model_copy(update={"entries": (*known.entries, *entry)})
        return
    if (person, fact) in found:
        table.note(codes.FACT_TWICE, row, "fact", name=fact, row=first[person, fact])
        return
    numbers = {name: _number(table, row, name) for name in ("value", "of") if name in values}
    first[person, fact] = row.number
    found[person, fact] = Known(
        value=numbers["value"] or Decimal(0), of=numbers.get("of"), source=source, entries=entry
    )


def _number(table: Table, row: Row, column: str) -> Decimal | None:
    text = row.values[column]
    if not fullmatch(NUMBER, text):
        table.note(codes.NOT_A_NUMBER, row, column, name=text)
        return None
    return Decimal(text)
