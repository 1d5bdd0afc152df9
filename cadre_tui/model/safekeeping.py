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


class LeftOut(Frozen):
    """Files among the checklists that do not go with a backup: how many, and the paths of the first few of them."""

    count: int = 0
    named: tuple[str, ...] = ()


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
    """What was put right, and where what it took the place of is kept (a path from the data folder; "": nothing).

    ``refusal``: why it was not put right after all; None where it was.
    """

    flaw: Flaw
    kept: str = ""
    refusal: Flaw | None = None


class Mending(Frozen):
    """All that was tried. ``unnoted``: the audit log does not say so, since it takes no entry."""

    each: tuple[Mended, ...] = ()
    unnoted: bool = False


class Backup(Frozen):
    """A backup that was read through: what it holds, when it was made (UTC), by which version of the program.

    ``digest`` is the SHA-256 of all that it holds: written down elsewhere, it tells this backup from any other.
    ``damaged``: so many documents were damaged where they lay, and are in it as they were.
    ``left_out``: so many ballot boxes into which people still vote are not in it.
    ``files_left_out``: files among the checklists that are not in it; known only when it is made.
    ``unnoted``: the audit log does not say that it was made, since it takes no entry.
    """

    file: str
    documents: int
    checklists: int
    digest: str
    made: datetime
    program: str
    encrypted: bool
    damaged: int = 0
    left_out: int = 0
    files_left_out: LeftOut = LeftOut()
    unnoted: bool = False


class Copied(Frozen):
    """A store that was copied into another, and compared.

    ``digest``: the SHA-256 of all documents, in their order: a copy of the copy has the same.
    ``unnoted``: the audit log of the one that was copied does not say so, since it takes no entry.
    """

    documents: int
    digest: str
    unnoted: bool = False
