"""A look through everything a county has stored, and mending what can be mended. No plugin is loaded for it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from cadre_tui.model.fault import CadreError, StoreFailure
from cadre_tui.model.rounds.round import Phase, Round
from cadre_tui.model.safekeeping import Checkup, Flaw, Mended, Mending
from cadre_tui.services import audit
from cadre_tui.services.ballot_boxes import look_into
from cadre_tui.services.county import County, is_made
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.safekeeping.dropped import FOLDER, left_out_of
from cadre_tui.services.session import Session
from cadre_tui.services.study import stored_documents
from cadre_tui.store import Key, keys
from cadre_tui.store.names import name_of

Tell = Callable[[int, int], object]
"""Hears how many files were looked at, of how many."""

HERE: Final = "."
"""The data folder itself, as a flaw names it."""

TOLD_ALREADY: Final = frozenset({"store-damaged", "store-newer"})
"""What reading refuses because of a file that the look at the files has named."""


def look(county: County, tell: Tell = lambda _done, _of: None, dropped: Path | None = None) -> Checkup:
    """Every file, then what the files say: rounds, frozen checklists, rosters, responses, study, the audit log.

    Asks for no sign-in: anybody who can read the folder may check it. Of ``dropped``, the folder of checklists,
    it is told what a backup would leave out.

    Raises:
        StoreFailure: there is no county there.
    """
    flaws = list(county.store.examine(tell))
    documents = 0
    try:
        flaws += _said(county)
        documents = sum(1 for _key in county.store.all_keys())
    except StoreFailure as error:  # a database of which nothing can be read: that is what was to be found
        if error.code not in TOLD_ALREADY or not flaws:
            raise
    if not documents and not any(each.path not in ("", HERE) for each in flaws):
        raise StoreFailure("county-not-made", place=str(county.store.place or ""))
    return Checkup(documents=documents, flaws=(*flaws, *_not_in_a_backup(dropped)))


def look_as(session: Session, tell: Tell) -> Checkup:
    """The same for an organiser, in the app.

    Raises:
        NotPermitted: the session is nobody's who may.
    """
    permit(session, Act.KEEP_SAFE)
    permission = session.county.permission
    return look(session.county, tell, permission.folder / FOLDER if permission else None)


def _not_in_a_backup(dropped: Path | None) -> Iterator[Flaw]:
    found = left_out_of(dropped)
    if found.count:
        yield Flaw(code="not-in-backup", values={"count": found.count, "files": found.named}, harmless=True)


def mend(county: County, flaws: tuple[Flaw, ...]) -> Mending:
    """Put right what can be, one after the other; what fails is told and stops none after it.

    It is noted in the audit log, and told where that cannot be.
    """
    when = county.now().strftime("%Y%m%dT%H%M%SZ")
    tried = tuple(_mended(county, each, when) for each in flaws if each.mendable)
    files = [each.flaw.path for each in tried if each.refusal is None]
    if not files:
        return Mending(each=tried)
    noted = audit.note_by_machine(county, "data-mended", count=len(files), files=sorted(set(files)))
    return Mending(each=tried, unnoted=noted is None)


def _mended(county: County, flaw: Flaw, when: str) -> Mended:
    try:
        return county.store.mend(flaw, when)
    except StoreFailure as error:
        return Mended(flaw=flaw, refusal=_flaw_of(error))


def _said(county: County) -> Iterator[Flaw]:
    yield from _asked(keys.COUNTY, lambda: is_made(county))
    yield from _asked(keys.ROSTER, county.roster)
    for key in county.store.below("rounds"):
        yield from _of_round(county, key)
    for key in county.store.below("drawers"):
        yield from _asked(key, lambda: read_drawer(county, *key.of))  # noqa: B023 - called at once
    for key in county.store.below("ballots"):
        yield from _asked(key, lambda: look_into(county, *key.of))  # noqa: B023 - called at once
    for key, read in stored_documents.readings(county):
        yield from _asked(key, read)
    found: list[Flaw] = []
    yield from _asked(keys.AUDIT_HEAD, lambda: found.extend(_of_audit(county)))
    yield from found


def _of_round(county: County, key: Key) -> Iterator[Flaw]:
    found: list[Round | None] = []
    (round_id,) = key.of
    yield from _asked(key, lambda: found.append(county.round(round_id)))
    held = next(iter(found), None)
    if held is None or held.phase is Phase.SETUP:
        return
    for pin in held.pins:
        frozen = keys.frozen_checklist(round_id, pin.digest)
        yield from _asked(frozen, lambda: county.frozen_checklist(round_id, pin.digest))  # noqa: B023 - called at once
    yield from _asked(keys.allocation(round_id), lambda: county.allocation(round_id))


def _of_audit(county: County) -> Iterator[Flaw]:
    report = audit.verify(county)
    if report.wrong is not None:
        yield Flaw(code="audit", values={"wrong": report.wrong, "at": report.at})


def _asked(key: Key, ask: Callable[[], object]) -> Iterator[Flaw]:
    """What is refused of a document; also where it holds what no program of ours wrote, whose sense is nobody's."""
    try:
        ask()
    except CadreError as error:
        yield from _told(error)
    except (LookupError, TypeError, ValueError, AttributeError):
        yield Flaw(code="document-damaged", values={"what": name_of(key)})


def _told(error: CadreError) -> Iterator[Flaw]:
    if error.code not in TOLD_ALREADY:
        yield _flaw_of(error)


def _flaw_of(error: CadreError) -> Flaw:
    return Flaw(code=error.code, values={key: str(value) for key, value in error.values.items()})
