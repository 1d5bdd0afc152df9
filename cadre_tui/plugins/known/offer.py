"""One checklist as it is offered to whoever makes a round."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from cadre_tui.model.base import Frozen
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import CadreError, Fault
from cadre_tui.model.text import Text
from cadre_tui.plugins.asking.host import Brought


class Told(Frozen):
    """What a sound checklist tells of itself in a list. ``uses``: the kinds, scales and the scorer of plugins."""

    id: Annotated[str, Field(min_length=1)]
    version: Annotated[str, Field(min_length=1)]
    title: Text
    publisher: Text | None
    levels: tuple[str, ...]
    purpose: tuple[Purpose, ...]
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    uses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offer:
    """One checklist as it is offered: usable where ``problem`` is None, else left out for that reason.

    What a faulty file does not tell is empty; ``faults`` are the single causes.
    """

    id: str
    version: str
    title: Text | None
    publisher: Text | None
    levels: tuple[str, ...]
    purpose: tuple[Purpose, ...]
    digest: str
    source: Brought
    problem: CadreError | None = None
    base: str = ""
    """What it tailors, ``id|version``, where it is an overlay."""
    needs: tuple[str, ...] = ()
    """The plugins that must be enabled before it can be filled in: the first parts of the names that it uses."""
    uses: tuple[str, ...] = ()
    """The kinds, scales and the scorer of plugins that stand in it."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the file, fault by fault."""
        return self.problem.faults if self.problem else ()

    @property
    def name(self) -> str:
        """``id|version``."""
        return f"{self.id}|{self.version}"
