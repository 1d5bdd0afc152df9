"""Papers of study: the sheet on which people sign, and the summary of a half-year, ready to be edited."""

from datetime import date
from pathlib import Path
from typing import Protocol

from cadre_tui.model.study.period import Period
from cadre_tui.model.study.settings import StudySettings
from cadre_tui.model.study.views import SignIn, StudyOverview
from cadre_tui.reports.document import Document
from cadre_tui.reports.word.writing import as_word
from cadre_tui.services import audit
from cadre_tui.services.documents.folder import Folder
from cadre_tui.services.people.accounts import county_name
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session
from cadre_tui.services.study.overview import overview
from cadre_tui.services.study.reading import settings_of, today
from cadre_tui.services.study.signing_in import sign_in


class Wording(Protocol):
    """What ``words.study.documents`` does."""

    def sheet(self, of: SignIn, settled: StudySettings, county: str) -> Document:
        """A sheet to sign on."""

    def summary(self, of: StudyOverview, county: str, day: date, audit_hash: str) -> Document:
        """A period's summary."""

    def sheet_name(self, of: SignIn) -> str:
        """The name of a sheet's file, without its ending."""

    def summary_name(self, of: StudyOverview) -> str:
        """The name of a summary's file, without its ending."""


def sign_in_sheet(
    session: Session, year: int, session_id: str, folder: Folder, wording: Wording, *, host: str = "", unit: str = ""
) -> Path:
    """The sheet of one session: everybody who should be there, with what was marked so far.

    Raises:
        NotPermitted: not whoever keeps the register.
        BadInput: there is no such session, or the folder cannot be written.
    """
    page = sign_in(session, year, session_id, host=host, unit=unit)
    document = wording.sheet(page, settings_of(session.county), county_name(session.county))
    return folder.put((), f"{wording.sheet_name(page)}.docx", as_word(document))


def summary(session: Session, period: Period, folder: Folder, wording: Wording) -> Path:
    """How study stands in a period, of everybody whom the session watches over. It is noted that it was made.

    Raises:
        NotPermitted: a cadre, or a rater.
        BadInput: the folder cannot be written.
    """
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    found = overview(session, period)
    audit.note(session, "study-summary-made", period=f"{period.first} – {period.last}")
    hash_ = audit.last_hash(session.county)
    document = wording.summary(found, county_name(session.county), today(session.county), hash_)
    return folder.put((), f"{wording.summary_name(found)}.docx", as_word(document))
