"""The people of the county, brought in from a file: whole or not at all."""

from pathlib import Path

from cadre_tui.model.fault import BadInput
from cadre_tui.model.people import Person, Roster
from cadre_tui.model.roster_change import PersonChange, RosterChange
from cadre_tui.services.accounts import current_roster
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.roster_file import read_roster
from cadre_tui.services.session import Session
from cadre_tui.store import Document, keys


def compare(session: Session, path: Path) -> RosterChange:
    """What importing the file would change. Nothing is changed.

    Raises:
        BadInput: with every fault of the file, each with its row and column.
    """
    permit(session, Act.IMPORT_ROSTER)
    fresh, ignored = read_roster(path)
    return _change(current_roster(session.county), fresh, ignored)


def import_roster(session: Session, path: Path, expected: RosterChange | None = None) -> RosterChange:
    """Make the file the county's roster. Rounds that are open keep the roster that they were opened with.

    Raises:
        BadInput: with every fault of the file; or the change is another one than ``expected``, because somebody
            changed the file or the roster after it was looked at.
    """
    permit(session, Act.IMPORT_ROSTER)
    fresh, ignored = read_roster(path)
    change = RosterChange()

    def put(found: Document | None) -> Document:
        nonlocal change
        before = Roster.model_validate(found, extra="ignore") if found else Roster()
        change = _change(before, fresh, ignored)
        if expected is not None and change != expected:
            raise BadInput("roster-moved-on", file=path.name)
        return {**(found or {}), **fresh.model_dump(mode="json")}

    session.county.store.change(keys.ROSTER, put)
    return change


def _change(before: Roster, after: Roster, ignored: tuple[str, ...]) -> RosterChange:
    was = {each.id: each for each in before.people}
    now = {each.id: each for each in after.people}
    stayed = [(was[each.id], each) for each in after.people if each.id in was]
    changed = tuple(PersonChange(before=old, after=new) for old, new in stayed if _told(old) != _told(new))
    return RosterChange(
        joined=tuple(each for each in after.people if each.id not in was),
        left=tuple(each for each in before.people if each.id not in now),
        changed=changed,
        unchanged=len(stayed) - len(changed),
        ignored=ignored,
    )


def _told(person: Person) -> Person:
    """Without the sort key, which is not the person's but the program's."""
    return person.model_copy(update={"sort_key": ""})
