"""The roster: what a file would change, and taking it over whole."""

from pathlib import Path

from cadre_tui.files.told_name import told_name
from cadre_tui.model.fault import BadInput, Fault
from cadre_tui.model.people.person import Roster
from cadre_tui.model.people.roster_change import Changed, RosterChange, differing
from cadre_tui.services import audit
from cadre_tui.services.people.accounts import current_roster
from cadre_tui.services.people.history import IMPORTS, imports_in, remember
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.tables.roster.reading import read_roster
from cadre_tui.store import Document, keys


def compare(session: Session, path: Path | str) -> RosterChange:
    """What importing the file would change. Nothing is written.

    Raises:
        BadInput: the file cannot be used; ``roster-faulty`` lists every fault in it.
    """
    permit(session, Act.IMPORT_ROSTER)
    new, warnings = read_roster(path)
    return change_between(current_roster(session.county), new, warnings)


def import_roster(session: Session, path: Path | str, shown: RosterChange | None = None) -> RosterChange:
    """Make the file's people the county's roster: one write, all of it or nothing.

    Whoever is not in the file leaves the roster; rounds that are open keep the roster that they opened with.
    What changes is remembered (see ``history``).
    ``shown`` is the change that a person agreed to: where it would be another by now, nothing is written.

    Raises:
        BadInput: the file cannot be used, or the change is not the one that was shown.
    """
    permit(session, Act.IMPORT_ROSTER)
    new, warnings = read_roster(path)
    changes: list[RosterChange] = []

    def replace(found: Document | None) -> Document:
        change = change_between(Roster.model_validate(found, extra="ignore") if found else Roster(), new, warnings)
        if shown is not None and change != shown:
            raise BadInput("roster-changed-meanwhile", file=told_name(path))
        changes.append(change)
        done = imports_in(found)
        if not change.nothing:
            # Remembered first: where the roster is then not replaced, its number says that this import never was.
            done += 1
            counts = {"joined": len(change.joined), "left": len(change.left), "changed": len(change.changed)}
            audit.note(session, "roster-imported", file=told_name(path), **counts)
            remember(session, done, told_name(path), change)
        return {**(found or {}), **new.model_dump(mode="json"), IMPORTS: done}

    session.county.store.change(keys.ROSTER, replace)
    return changes[-1]


def change_between(old: Roster, new: Roster, warnings: tuple[Fault, ...] = ()) -> RosterChange:
    """What is different in a new roster."""
    before = {each.id: each for each in old.people}
    after = {each.id: each for each in new.people}
    changed = tuple(
        Changed(before=before[key], after=person, fields=fields)
        for key, person in after.items()
        if key in before and (fields := differing(before[key], person))
    )
    former, present = ({unit.id for unit in roster.units} for roster in (old, new))
    stayed = sum(key in before for key in after)
    return RosterChange(
        joined=tuple(person for key, person in after.items() if key not in before),
        left=tuple(person for key, person in before.items() if key not in after),
        changed=changed,
        same=stayed - len(changed),
        units_joined=tuple(each for each in new.units if each.id not in former),
        units_left=tuple(each for each in old.units if each.id not in present),
        warnings=warnings,
    )
