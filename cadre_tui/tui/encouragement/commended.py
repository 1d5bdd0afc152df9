"""What a word of encouragement would be about."""

from typing import NamedTuple

from cadre_tui.model.people.person import Person
from cadre_tui.model.text import Text


class Commended(NamedTuple):
    """To whom, in which round, about which criterion."""

    round: str
    receiver: Person
    checklist: str
    criterion: str
    text: Text
