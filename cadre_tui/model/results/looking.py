"""What a look at a confidential round that is about to be published settles, so that it can be told before it."""

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """What is looked at."""

    QUALITY = "quality"
    DIFFERENCES = "differences"
    DISCLOSURE = "disclosure"
    OUTCOME = "outcome"

    @property
    def closes_voids(self) -> bool:
        """Whether it shows what follows from the votes, so that none can be made void from then on."""
        return self is not Look.QUALITY


@dataclass(frozen=True)
class Settling:
    """What stands from a look on, and did not before.

    ``answers``: what colleagues answered; ``names`` are of those who could still answer and no longer can.
    ``voids``: whose votes count.
    """

    answers: bool
    names: tuple[str, ...]
    voids: bool
