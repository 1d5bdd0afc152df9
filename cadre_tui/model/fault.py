"""What is wrong, as a code and the values that its sentence needs. Words are put to it in ``words``."""

from collections.abc import Mapping
from typing import Any

from cadre_tui.model.base import Frozen
from cadre_tui.model.refusal import BadInput, CadreError, NotPermitted, NotRight, StoreFailure

__all__ = ["BadInput", "CadreError", "Fault", "NotPermitted", "NotRight", "Place", "StoreFailure"]


class Place(Frozen):
    """Where something is: a file, and a line or a row in it (both from 1) where they are known."""

    file: str | None = None
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    row: int | None = None


class Fault(Frozen):
    """One thing that is wrong.

    ``code`` is stable (``CL012``), ``path`` says which field (``section.0.criterion.2.points``),
    ``values`` fill the sentence, ``warning`` marks what does not stop the work.
    """

    code: str
    path: str = ""
    place: Place = Place()
    values: Mapping[str, Any] = {}
    warning: bool = False
