"""Where cadres' own documents are put: a folder a person, in the place that the organisers settled.

No screen takes a path from a cadre. Whoever sits at a terminal of another machine cannot fetch files from this one
themself: the organisers hand them out, from the data folder or from where they settled.
"""

from pathlib import Path
from typing import Any, Final

from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.documents.folder import Folder
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.store import keys

NAME: Final = "outbox"
"""Of the folder in the data folder, where nobody settled another."""

OFF: Final = "off"


def outbox(county: County) -> Path | None:
    """The place; None where cadres have no documents made, or nothing says where."""
    settled = _settled(county)
    if settled == OFF:
        return None
    if settled:
        return Path(settled)
    return county.store.place / NAME if county.store.place else None


def set_outbox(session: Session, place: str) -> None:
    """Settle the place: a whole path of a folder that is there; ``off``: none; empty: in the data folder.

    Raises:
        BadInput: it is no whole path, or no folder is there.
    """
    permit(session, Act.RUN_ROUNDS)
    if place not in ("", OFF) and not (Path(place).is_absolute() and Path(place).is_dir()):
        raise BadInput("outbox-no-folder", folder=place)
    audit.note(session, "outbox-settled", place=place)

    def change(found: dict[str, Any] | None) -> dict[str, Any]:
        return {**(found or {}), NAME: place}

    session.county.store.change(keys.COUNTY, change)


def own_folder(session: Session, round_id: str) -> Folder:
    """The folder of the session's own person, and in it the round's.

    Raises:
        NotPermitted: cadres have no documents made here.
    """
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    place = outbox(session.county)
    if place is None:
        raise NotPermitted("outbox-off")
    person = session.county.roster().person(session.person)
    name = f"{person.name}-{person.id}" if person else session.person
    return Folder(place).below(name, round_id, shared=bool(_settled(session.county)))


def _settled(county: County) -> str:
    return str((county.store.read(keys.COUNTY) or {}).get(NAME, ""))
