"""The documents of a round: who may have them made, and how they come into a folder, one whole file after another.

What they say is worded above (``words.documents``) and handed in, as the clock is: services know no sentences.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Protocol

from cadre_tui.model.people import Person, Roster
from cadre_tui.model.result import Result
from cadre_tui.model.round import Pin, Round
from cadre_tui.model.round_rules import RoundRules
from cadre_tui.reports.document import Document
from cadre_tui.reports.excel import as_excel
from cadre_tui.reports.html import as_html
from cadre_tui.reports.word.writing import as_word
from cadre_tui.reports.workbook import Workbook
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.oversight.progress import zone_of
from cadre_tui.services.people.accounts import county_name
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results import reading
from cadre_tui.services.results.document_files import Folder
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session


class Format(StrEnum):
    """The kinds of files."""

    WORD = "docx"
    EXCEL = "xlsx"
    HTML = "html"


@dataclass(frozen=True)
class Issue:
    """What stands on every document of a round: who issues it and when, by which rules, under which hashes."""

    county: str
    day: date
    rules: RoundRules
    rules_hash: str
    audit_hash: str
    pins: tuple[Pin, ...]
    roster: Roster


class Wording(Protocol):
    """What ``words.documents`` does: results in, worded documents and the names of their files out."""

    def score_sheet(self, of: Result, issue: Issue) -> Document:
        """One cadre's."""

    def summary(self, of: Sequence[Result], issue: Issue) -> Document:
        """The whole round's."""

    def workbook(self, of: Sequence[Result], issue: Issue) -> Workbook:
        """The figures of all of them, with formulas."""

    def sheets_folder(self) -> str:
        """The name of the folder of the score sheets."""

    def sheet_name(self, of: Person) -> str:
        """The name of a score sheet's file, without its ending."""

    def summary_name(self) -> str:
        """The name of the summary's file, without its ending."""

    def workbook_name(self) -> str:
        """The name of the workbook's file, without its ending."""


@dataclass(frozen=True)
class Made:
    """One more file is there: ``path``, the ``at``-th of ``of``."""

    path: Path
    at: int
    of: int


def make(
    session: Session, round_id: str, folder: Folder, formats: frozenset[Format], wording: Wording
) -> Iterator[Made]:
    """All documents of a round, a file at a time: whoever asks no more has stopped, and every file there is whole.

    It is noted who had them made before anything is read; they bear the hash of that entry.

    Raises:
        NotPermitted: not an organiser, or not published yet.
        BadInput: the folder cannot be written.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.ISSUE_DOCUMENTS, phase=held.phase)
    audit.note(session, "documents-made", round=held.id, formats=sorted(formats))
    issue = issue_of(session.county, held)
    found = reading.results(session, round_id)
    return _numbered(folder, list(_works(found, issue, formats, wording)))


def make_one(
    session: Session, round_id: str, subject_id: str, folder: Folder, formats: frozenset[Format], wording: Wording
) -> Iterator[Made]:
    """One cadre's score sheet: for that cadre, or for an organiser.

    Raises:
        NotPermitted: it is somebody else's, or not published yet.
        BadInput: the person took no part, or the folder cannot be written.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.ISSUE_DOCUMENTS, of=subject_id, phase=held.phase)
    found = reading.result(session, round_id, subject_id)
    audit.note(session, "score-sheet-made", round=held.id, of=found.subject.id, formats=sorted(formats))
    issue = issue_of(session.county, held)
    return _numbered(folder, list(_sheets([found], issue, formats, wording, "")))


def issue_of(county: County, held: Round) -> Issue:
    """What stands on every document of this round as of now."""
    return Issue(
        county=county_name(county),
        day=county.now().astimezone(zone_of(held)).date(),
        rules=held.rules,
        rules_hash=held.rules_hash,
        audit_hash=audit.last_hash(county),
        pins=held.pins,
        roster=held.roster,
    )


@dataclass(frozen=True)
class _Work:
    """A file to be made: where, and how."""

    folders: tuple[str, ...]
    name: str
    content: Callable[[], bytes]


def _works(found: Sequence[Result], issue: Issue, formats: frozenset[Format], wording: Wording) -> Iterator[_Work]:
    """What is quick and about everybody comes first, so that whoever stops has it."""
    if Format.EXCEL in formats:
        yield _Work((), f"{wording.workbook_name()}.xlsx", lambda: as_excel(wording.workbook(found, issue)))
    if Format.WORD in formats:
        yield _Work((), f"{wording.summary_name()}.docx", lambda: as_word(wording.summary(found, issue)))
    if Format.HTML in formats:
        yield _Work((), f"{wording.summary_name()}.html", lambda: as_html(wording.summary(found, issue)))
    yield from _sheets(found, issue, formats & {Format.WORD}, wording, wording.sheets_folder())


def _sheets(
    found: Sequence[Result], issue: Issue, formats: frozenset[Format], wording: Wording, below: str
) -> Iterator[_Work]:
    """A score sheet a person and a format, in the folder ``below`` and in it the unit's; empty: in no folder."""
    for each in found:
        folders = (below, each.unit or each.subject.unit) if below else ()
        name = wording.sheet_name(each.subject)
        if Format.WORD in formats:
            yield _Work(folders, f"{name}.docx", partial(_sheet, as_word, wording, each, issue))
        if Format.HTML in formats:
            yield _Work(folders, f"{name}.html", partial(_sheet, as_html, wording, each, issue))
        if Format.EXCEL in formats:
            yield _Work(folders, f"{name}.xlsx", partial(_book, wording, each, issue))


def _sheet(render: Callable[[Document], bytes], wording: Wording, of: Result, issue: Issue) -> bytes:
    return render(wording.score_sheet(of, issue))


def _book(wording: Wording, of: Result, issue: Issue) -> bytes:
    return as_excel(wording.workbook([of], issue))


def _numbered(folder: Folder, works: Sequence[_Work]) -> Iterator[Made]:
    for at, work in enumerate(works, start=1):
        yield Made(folder.put(work.folders, work.name, work.content()), at, len(works))
