"""The copies that rounds froze, held against the checklists that are installed today."""

from enum import StrEnum
from typing import NamedTuple

from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import BadInput, CadreError
from cadre_tui.model.rounds.round import Phase, Pin, Round
from cadre_tui.services.county import County


class Drift(StrEnum):
    """How what is installed differs from what a round froze."""

    GONE = "gone"
    """No checklist of that id and version is installed any more."""
    OTHER = "other"
    """Another content is installed under that id and version, or a file that cannot be used."""


class Drifted(NamedTuple):
    """A pinned checklist of which the round has the only copy."""

    pin: Pin
    how: Drift


def drifted(county: County, held: Round) -> tuple[Drifted, ...]:
    """The round's checklists that are not installed as it froze them: it goes on with its own copies."""
    if held.phase in (Phase.SETUP, Phase.ARCHIVED):
        return ()
    found = ((pin, _how(county, pin)) for pin in held.pins)
    return tuple(Drifted(pin, how) for pin, how in found if how is not None)


def _how(county: County, pin: Pin) -> Drift | None:
    try:  # a file that waits for its plugin, or was put out of use, is still there
        return None if county.catalogue.listed(pin.name, disabled=True).digest == pin.digest else Drift.OTHER
    except BadInput:
        return Drift.GONE
    except CadreError:
        return Drift.OTHER


def not_reused(county: County, checklist: Checklist) -> None:
    """Refuse a checklist whose id and version some round knows with another content.

    Raises:
        BadInput: one does.
    """
    for key in county.store.below("rounds"):
        held = county.round(*key.of)
        if held is None:
            continue
        for pin in (*held.pins, *(each.before for each in held.amendments)):
            if pin.name == checklist.name and pin.digest != checklist.digest:
                raise BadInput("round-version-reused", checklist=pin.name, round=held.id)
