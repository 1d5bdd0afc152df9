"""By which checklist something was filled in or found: who publishes it, under which number, which version."""

from typing import Final, NamedTuple

from cadre_tui.locale import _
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.words.printable import printable

DIGITS: Final = 8
"""How much of a digest is shown where people compare it by eye."""


class Imprint(NamedTuple):
    """The four, as people read them; ``publisher`` and ``document`` are empty where the checklist names none."""

    publisher: str
    document: str
    version: str
    digest: str

    def __str__(self) -> str:
        return " ".join(each for each in self if each)


def imprint(of: Checklist, language: str) -> Imprint:
    """Publisher, document number, version and the first digits of the digest."""
    publisher, document = (printable(each.say(language)) if each else "" for each in (of.publisher, of.document))
    return Imprint(publisher, document, of.version, of.digest[:DIGITS])


def sealed(of: Checklist, language: str) -> str:
    """The same for the end of a document, by which it is checked later: with the whole name and digest."""
    found = imprint(of, language)
    about = " ".join(each for each in (found.publisher, found.document, of.name) if each)
    return _("考评表：{about}　指纹：{hash}").format(about=about, hash=of.digest)
