"""What observers are told: that something has happened, in counts; never who did it, nor what was answered."""

from dataclasses import dataclass

from cadre_tui.model.text import Text


@dataclass(frozen=True)
class RoundOpened:
    """A round has been opened: its id and title, how many ``people`` take part, the checklists by ``id|version``."""

    round: str
    title: Text
    people: int
    checklists: tuple[str, ...]


@dataclass(frozen=True)
class ResponseSubmitted:
    """Something was handed in to a round. ``handed_in`` is how many responses of that ``purpose`` there are now.

    ``purpose`` is ``self``, ``peer`` or ``check``. Whose they are, and of which unit, is not told.
    """

    round: str
    purpose: str
    handed_in: int
