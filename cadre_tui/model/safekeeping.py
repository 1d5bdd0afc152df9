"""What is found wrong with a county's data, and what can be done about it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cadre_tui.model.base import Frozen


class Flaw(Frozen):
    """One thing that is not as it should be.

    ``code`` names the sentence in ``words.safekeeping``, ``values`` fill it. ``path`` is the file's, from the data
    folder.
    ``mendable``: the program can put it right. ``harmless``: nothing is lost or wrong, it is only to be known.
    """

    code: str
    path: str = ""
    values: Mapping[str, Any] = {}
    mendable: bool = False
    harmless: bool = False


class Checkup(Frozen):
    """What a look at everything has found: how many ``documents`` there are, and the ``flaws``."""

    documents: int
    flaws: tuple[Flaw, ...] = ()

    @property
    def well(self) -> bool:
        """Whether nothing is wrong; what is harmless may be there."""
        return all(each.harmless for each in self.flaws)

    @property
    def mendable(self) -> tuple[Flaw, ...]:
        """What the program can put right."""
        return tuple(each for each in self.flaws if each.mendable)


class Mended(Frozen):
    """What was put right, and where what it took the place of is kept (a path from the data folder; "": nothing)."""

    flaw: Flaw
    kept: str = ""


class Backup(Frozen):
    """A backup that was read through: what it holds, when it was made (UTC), by which version of the program.

    ``digest`` is the SHA-256 of all that it holds: written down elsewhere, it tells this backup from any other.
    ``left_out``: so many ballot boxes into which people still vote are not in it.
    ``unnoted``: the disk of the data takes nothing more, so that the audit log does not say that it was made.
    """

    file: str
    documents: int
    checklists: int
    digest: str
    made: datetime
    program: str
    encrypted: bool
    left_out: int = 0
    unnoted: bool = False


class Copied(Frozen):
    """A store that was copied into another, and compared.

    ``digest``: the SHA-256 of all documents, in their order: a copy of the copy has the same.
    """

    documents: int
    digest: str
