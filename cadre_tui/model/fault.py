"""What is wrong, as a code and the values that its sentence needs. Words are put to it in ``words``."""

from collections.abc import Mapping
from typing import Any

from cadre_tui.model.base import Frozen


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


class CadreError(Exception):
    """Something that a person is told in one sentence, with what to do; never a traceback.

    ``code`` names the sentence in ``words.refusals``; ``values`` fill it; ``faults`` lists each single cause.
    ``exit_code`` is the process's answer: 1 not right, 2 bad input, 3 not permitted, 4 store damaged.
    """

    exit_code = 2

    def __init__(self, code: str, faults: tuple[Fault, ...] = (), **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
        self.faults = faults


class NotRight(CadreError):
    """The thing asked about is not right: a faulty checklist, a failed verification."""

    exit_code = 1


class BadInput(CadreError):
    """What was given cannot be used; nothing was changed."""

    exit_code = 2


class NotPermitted(CadreError):
    """The session that acts may not do this."""

    exit_code = 3


class StoreFailure(CadreError):
    """The store is damaged or out of reach."""

    exit_code = 4
