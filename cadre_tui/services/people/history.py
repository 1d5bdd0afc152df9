"""What became of the roster: every import that changed something, and who was where on a day.

Each import is a document of its own, written before the roster is replaced. The roster's document says how many
imports it has been through, so an import that was cut off in between leaves a document that counts for nothing,
and the next import takes its number.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, timezone
from typing import Final

from cadre_tui.model.fault import BadInput, StoreFailure
from cadre_tui.model.people.person import Person, Roster, Unit
from cadre_tui.model.people.roster_change import RosterChange
from cadre_tui.model.people.roster_history import Difference, Import, differences, undone
from cadre_tui.services.county import County
from cadre_tui.services.people.accounts import who_is
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.stored import stored
from cadre_tui.store import Document, keys

IMPORTS: Final = "imports"
"""The field of the roster's document that counts its imports."""

CHINA: Final = timezone(timedelta(hours=8))
"""A day lasts until its end in China."""


def imports(session: Session) -> tuple[Import, ...]:
    """Every import that changed the roster, the newest first."""
    permit(session, Act.SEE_ROSTER)
    county = session.county
    done = imports_in(county.store.read(keys.ROSTER))
    return tuple(_import(county, number) for number in range(done, 0, -1))


def history_of(session: Session, who: str) -> tuple[Person, tuple[tuple[Import, Difference], ...]]:
    """A person as last known, and what each import changed about them, the newest first.

    ``who`` is an id, or a name that only one person has or had. Each import comes with this person's part of it.

    Raises:
        BadInput: nobody is or was called so.
    """
    permit(session, Act.SEE_ROSTER)
    county = session.county
    documents = [_document(county, number) for number in range(imports_in(county.store.read(keys.ROSTER)), 0, -1)]
    person_id = _named(who, documents, county.roster())
    if person_id is None:
        raise BadInput("person-unknown", who=who)
    told: list[tuple[Import, Difference]] = []
    for document in documents:
        # Only what is asked for is made a noun of: an import may name everybody there is.
        theirs = [each for each in document.get("differences", ()) if _whose(each)["id"] == person_id]
        done = stored(Import, {**document, "differences": theirs}, "roster-imports")
        told += ((done, each) for each in done.differences)
    person = county.roster().person(person_id) or told[0][1].person
    return person, tuple(told)


def _named(who: str, documents: Sequence[Document], today: Roster) -> str | None:
    """The id of somebody in the roster or in an import, by id or by a name that only one of them has."""
    known: dict[str, str] = {each.id: each.name for each in today.people}
    for document in documents:
        for each in document.get("differences", ()):
            known.setdefault(_whose(each)["id"], _whose(each)["name"])
    named = [key for key, name in known.items() if name == who]
    return who if who in known else named[0] if len(named) == 1 else None


def _whose(difference: Document) -> Document:
    found: Document = difference.get("after") or difference["before"]
    return found


def roster_today(session: Session) -> Roster:
    """The roster as it is."""
    permit(session, Act.SEE_ROSTER)
    return session.county.roster()


def roster_on(session: Session, day: date) -> Roster:
    """The roster as it was at the end of a day, in China; a day to come is as today.

    For a roster that is older than its history, a day before the first import that is remembered tells what was
    there then.
    """
    permit(session, Act.SEE_ROSTER)
    county = session.county
    end = datetime.combine(day, time.max, CHINA)
    document = county.store.read(keys.ROSTER)
    roster = stored(Roster, document, "roster") if document else Roster()
    people = {each.id: each for each in roster.people}
    for number in range(imports_in(document), 0, -1):
        done = _import(county, number)
        if done.at <= end:
            break
        people = undone(people, done)
    else:
        number = 0
    return roster if number == imports_in(document) else _roster(people, roster)


def imports_in(roster: Document | None) -> int:
    """How many imports the roster's document has been through since imports are counted."""
    return int((roster or {}).get(IMPORTS, 0))


def remember(session: Session, number: int, file: str, change: RosterChange) -> None:
    """Write down what an import changes: called under the roster's lock, before the roster is replaced."""
    permit(session, Act.IMPORT_ROSTER)
    county = session.county
    acting = who_is(county, session.person)
    done = Import(
        number=number,
        at=county.now(),
        by=session.person,
        by_name=acting.name if acting else "",
        file=file,
        differences=differences(change),
    )
    # Defaults are left out: a first import names everybody.
    document = done.model_dump(mode="json", exclude_defaults=True)
    county.store.change(keys.roster_import(number), lambda _cut_off: document)


def _import(county: County, number: int) -> Import:
    return stored(Import, _document(county, number), "roster-imports")


def _document(county: County, number: int) -> Document:
    document = county.store.read(keys.roster_import(number))
    if document is None:
        raise StoreFailure("roster-import-missing", number=number)
    return document


def _roster(people: dict[str, Person], now: Roster) -> Roster:
    """A roster of former people, in today's order as far as it goes."""
    order = {each.id: at for at, each in enumerate(now.people)}
    ordered = tuple(
        sorted(people.values(), key=lambda each: (order.get(each.id, len(order)), each.sort_key, each.id))
    )
    known = {each.id: each for each in now.units}
    units = dict.fromkeys(each.unit for each in ordered)
    return Roster(units=tuple(known.get(each, Unit(id=each, name=each)) for each in units), people=ordered)
