"""A cadre's own documents: put where the organisers settled, never where somebody at a screen says."""

from pathlib import Path

from cadre_tui.locale import _
from cadre_tui.services.documents import forms, results
from cadre_tui.services.documents.issue import Format
from cadre_tui.services.documents.outbox import own_folder
from cadre_tui.services.session import Session
from cadre_tui.words import documents as wording
from cadre_tui.words.printable import printable

ALL = frozenset(Format)


def own_sheet(session: Session, round_id: str) -> str:
    """Have one's own score sheet made, and say where it lies.

    Raises:
        CadreError: the organisers have not allowed it, the round is not published, it cannot be written.
    """
    folder = own_folder(session, round_id)
    return _told(results.make_one(session, round_id, session.person, folder, ALL, wording))


def own_form(session: Session, round_id: str) -> str:
    """Have one's own self-assessment made as a paper to sign, and say where it lies.

    Raises:
        CadreError: as ``own_sheet``, or nothing is asked of this person.
    """
    return _told(forms.make_filled(session, round_id, own_folder(session, round_id), ALL, wording))


def _told(paths: tuple[Path, ...]) -> str:
    told = _("导出了 {count} 个文件，在 {folder}。从别的机器登录、取不到文件的，请向组织者领取。")
    return told.format(count=len(paths), folder=printable(str(paths[0].parent)))
