"""An overlay: what a county changes in somebody else's checklist, each change in a table of its own."""

from cadre_tui.model.base import Frozen
from cadre_tui.model.text import Text
from cadre_tui.model.written import Day


class Basis(Frozen):
    """The checklist that is tailored, ``id|version``; where ``sha256`` is given, exactly the one with that digest."""

    base: str
    sha256: str | None = None


class OverlayHead(Frozen):
    """What an overlay says of itself. The title, publisher, document and day of approval go to what it makes."""

    id: str
    version: str
    overlay: Basis
    lang: str = "zh"
    title: Text | None = None
    publisher: Text | None = None
    document: Text | None = None
    approved: Day | None = None


class Exclude(Frozen):
    """A criterion that is left out, why, and the last day on which it may be."""

    criterion: str
    reason: Text | None = None
    expires: Day | None = None


class Translate(Frozen):
    """Texts in one more language, of a criterion (or one line or option of it), a section or the checklist."""

    lang: str
    line: str | None = None
    option: str | None = None
    title: str | None = None
    text: str | None = None
    guidance: str | None = None
    unit: str | None = None
    publisher: str | None = None
    document: str | None = None
